"""Prison terms, shares, and ranges of numbers."""

from tipdata.reading.counting.contexts import low
from tipdata.reading.counting.items import Item

_JOINING = frozenset(("to", "-", "--", "through"))
# Words that may stand between "not less than eight" and "12 years".
_BETWEEN_BOUNDS = frozenset(
    (
        "not", "more", "than", "to", "up", "no", "a", "maximum", "of", "at", "most", "nor", "and",
        "but", "or", "exceed", "exceeding", "longer", "in", "prison", "imprisonment",
    )
)  # fmt: skip
_LOW_END = ("not less than", "no less than", "at least", "minimum of", "no fewer than", "less than")
_HIGH_END = ("more than", "maximum", "at most", "up to", "exceed", "no longer")
_TREND_NOUNS = frozenset(("increase", "decrease", "decline", "rise", "drop", "reduction"))
_SCALES = (1_000_000_000, 1_000_000, 1_000)
_PERCENT = frozenset(("percent", "%", "per cent", "percentage"))
_REACH = 8


def join_terms(items: list[Item]) -> list[Item]:
    """Return `items` without the unit words that a prison term has taken into itself."""
    if "term" not in [item.role for item in items]:
        return items
    kept: list[Item] = []
    until = -1
    for item in items:
        if item.start < until or (item.low == "'" and kept and kept[-1].role == "term"):
            continue
        kept.append(item)
        if item.role == "term":
            until = item.end
            _add_months(kept)
    return kept


def _add_months(kept: list[Item]) -> None:
    """Join "eight years and nine months" to years."""
    if len(kept) < 3 or kept[-2].low != "and":
        return
    years, months = kept[-3], kept[-1]
    if years.role == "term" and years.unit == "years" and months.unit == "months":
        years.value += months.value / 12
        years.end = months.end
        del kept[-2:]


def join_shares(items: list[Item]) -> list[Item]:
    """Return `items` with each percentage one item, whose role says so."""
    if _PERCENT.isdisjoint([item.low for item in items]):
        return items
    kept: list[Item] = []
    for item in items:
        if item.low in _PERCENT and kept and kept[-1].kind == "number":
            kept[-1].role = "share"
        else:
            kept.append(item)
    return kept


def join_ranges(items: list[Item]) -> list[Item]:
    """Return `items` with "five to 15" or "between two and seven" one number each."""
    numbers = [item.kind for item in items].count("number")
    if numbers < 2 and "life" not in [item.low for item in items]:
        return items
    kept: list[Item] = []
    for item in items:
        if item.kind == "number" and _joined(kept, item):
            continue
        kept.append(item)
        if (
            item.low == "life"
            and len(kept) > 2
            and kept[-2].low == "to"
            and kept[-3].role == "term"
        ):
            kept[-3].qualifier = "at_least"
    return kept


def _joined(kept: list[Item], item: Item) -> bool:
    """Join `item` to the number before it where the two are one range; tell whether they are."""
    left = _left(kept)
    if left is None or not _one_range(kept, left, item):
        _share_unit(kept, item)
        return False
    first = kept[left]
    if first.unit and item.unit and first.unit != item.unit:
        first.qualifier, item.qualifier = "at_least", "at_most"
        return False
    first.value, first.value_max = _scaled(first, item), item.value
    first.end = item.end
    first.unit, first.role = first.unit or item.unit, first.role or item.role
    first.usd = first.usd if item.usd is None else item.usd
    del kept[left + 1 :]
    return True


def _left(kept: list[Item]) -> int | None:
    """Return the index of the number that the last words of `kept` may join to the next one."""
    if len(kept) < 2:
        return None
    back = len(kept) - 1
    if kept[back].low in _JOINING and kept[back - 1].kind == "number":
        return back - 1
    limit = max(back - _REACH, 0)
    while back > limit and all(word in _BETWEEN_BOUNDS for word in kept[back].low.split()):
        back -= 1
    return back if kept[back].kind == "number" and back < len(kept) - 1 else None


def _one_range(kept: list[Item], left: int, second: Item) -> bool:
    first, between = kept[left], [each.low for each in kept[left + 1 :]]
    if first.value_max is not None or first.role == "share":
        return False
    if first.role and first.role != second.role:
        return False
    if second.role == "share" and first.value > second.value:
        return False
    if len(between) == 1 and between[0] in _JOINING:
        if between == ["--"] and not second.role:
            return False
        if between == ["to"] and kept[left - 1].entry.verb == "sentence" and left:
            return False
        mixed = bool(first.unit) and first.unit != second.unit
        return (mixed or _scaled(first, second) < second.value) and not _change(kept, left)
    if between == ["and"] and low(kept, left - 1) == "between":
        return True
    before = " ".join(each.low for each in kept[max(0, left - 4) : left])
    return before.endswith(_LOW_END) and any(each in " ".join(between) for each in _HIGH_END)


def _change(kept: list[Item], left: int) -> bool:
    """Tell whether "from 12 to 15" says that something grew or fell."""
    if low(kept, left - 1) != "from":
        return False
    if low(kept, left - 2) in ("up", "down"):
        return True
    near = kept[max(0, left - _REACH - 1) : left]
    return any(each.entry.verb == "trend" or each.low in _TREND_NOUNS for each in near)


def _scaled(first: Item, second: Item) -> float:
    """Return the first end's value, with the scale that only the second has: "30 to 45 million"."""
    if first.value >= 1_000 or first.note == "scaled":
        return first.value
    glued = first.digits and second.digits and first.end + 1 == second.start
    if second.note != "scaled" and not (glued and second.value >= 1_000):
        return first.value
    fitting = (scale for scale in _SCALES if first.value * scale <= second.value)
    return first.value * next(fitting, 1)


def _share_unit(kept: list[Item], item: Item) -> None:
    """Give "five" in "five and six years", or "five, six and nine", the unit of the last number."""
    if item.role not in ("term", "money"):
        return
    place = len(kept) - 1
    while place > 0 and place > len(kept) - 8 and kept[place].low in ("and", "or", ","):
        place -= 1 if kept[place - 1].low != "," else 2
        if kept[place].kind != "number" or kept[place].role:
            return
        kept[place].role, kept[place].unit = item.role, item.unit
        place -= 1
