"""The times that a sentence names, and which of them rules a count."""

from dataclasses import dataclass

from tipdata.reading.counting.contexts import low, words
from tipdata.reading.counting.items import Item


@dataclass(frozen=True, slots=True)
class Time:
    """A time named at an item: its calendar year and how that is known."""

    index: int
    year: int
    basis: str
    previous: bool = False  # "the previous year": one before what it is compared with


def times(items: list[Item], tags: list[str], *, edition: int) -> list[Time]:
    """Return the times that the sentence names, in their order."""
    found: list[Time] = []
    for index, item in enumerate(items):
        tag = tags[index]
        if tag == "Y":
            alone = low(items, index - 1) == "(" and low(items, index + 1) == ")"
            if not alone and not _names_something(items, tags, index):
                found.append(Time(index, int(item.low[:4]), _basis(items, index)))
        elif tag == "T":
            named = item.entry.lemma
            if named == "previous":
                found.append(Time(index, edition - 2, "reporting_period", previous=True))
            elif named in ("current", "last") and not _follows_previous(items, index):
                found.append(Time(index, edition - 1, "reporting_period", previous=named == "last"))
    return found


def _follows_previous(items: list[Item], index: int) -> bool:
    return low(items, index - 1) in ("next", "each", "every", "first", "second", "third")


def _basis(items: list[Item], index: int) -> str:
    if items[index].note == "split":
        return "fiscal_year"
    before = items[index - 1] if index else None
    if before is not None and before.entry.lemma == "fiscal":
        return "fiscal_year"
    return "stated"


def _names_something(items: list[Item], tags: list[str], index: int) -> bool:
    """Tell whether the year is part of a law's or a plan's name, or of its date."""
    for place in range(index + 1, min(index + 6, len(items))):
        if items[place].kind != "word" or items[place].entry.function is not None:
            break
        if items[place].low.split()[-1] in words("law_after"):
            return True
        if tags[place] == "V" and place == index + 1:
            break
    before = low(items, index - 1)
    if before == "of":
        for place in (index - 2, index - 3):
            if low(items, place).split(" ")[-1] in words("law_in_year"):
                return True
    if before in ("(", ",") and low(items, index - 2).split(" ")[-1] in words("law_in_year"):
        return True
    back = index - 1
    while (
        back >= 0
        and index - back < 4
        and (
            low(items, back) in ("in", "since", "on", ",", "last", "late", "early", "of")
            or low(items, back) in words("month")
            or items[back].kind == "none"
        )
    ):
        back -= 1
    return low(items, back) in words("year_of_event")
