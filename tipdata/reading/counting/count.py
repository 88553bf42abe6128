"""A count: one number of a narrative with what was found out about it."""

from dataclasses import dataclass, field

from tipdata.reading.counting.items import Item


@dataclass(slots=True, eq=False)
class Count:
    """One row of `figures` in the making."""

    item: Item
    index: int
    noun: str = "none"
    event: str = "none"
    indicator: str = "other"
    unit: str = "items"
    detail: str = ""
    traits: dict[str, str] = field(default_factory=dict)
    comparison: bool = False
    target: "Count | None" = None  # what it is compared with
    source: "Count | None" = None  # the count whose noun it takes
    whole: "Count | None" = None  # the total that it is a part of
    period: int = 0
    basis: str = "assumed"
    agency: str = ""
    sure: float = 1.0  # how likely its indicator is
    flags: set[str] = field(default_factory=set)
    aside: bool = False  # said only of where or in what: "in six cases", "at 58 shelters"
    doing_at: int = -1  # where the verb that rules it stands

    @property
    def value(self) -> float:
        """The number."""
        return self.item.value
