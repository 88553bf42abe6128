"""Who did or reported what a count counts."""

from tipdata.reading.counting.count import Count
from tipdata.reading.counting.reading import Memory, Reading

# Who is meant where nobody is named.
_USUAL = {"sentence": "courts", "convictions": "courts", "acquittals": "courts"}
_NOBODY = frozenset(("penalty", "affected"))
_BY = 16  # items that "by the police" may stand after its count
_APART = frozenset((";", "S"))


def set_agencies(reading: Reading) -> None:
    """Give each count of the sentence its agency, and remember the last one named."""
    named = [
        index for index, tag in enumerate(reading.tags) if tag == "N" and _names(reading, index)
    ]
    for count in reading.counts:
        if count.event == "prescribe" or count.indicator in _NOBODY:
            count.agency = (
                _code(reading, named[0]) if named and count.indicator == "affected" else ""
            )
            continue
        count.agency = _agency(reading, count, named)
    if named:
        reading.memory.agency = _code(reading, named[0])


def _names(reading: Reading, index: int) -> bool:
    item = reading.items[index]
    return item.entry.agency is not None


def _code(reading: Reading, index: int) -> str:
    return reading.items[index].entry.agency or ""


def _agency(reading: Reading, count: Count, named: list[int]) -> str:
    if count.indicator == "sentence":
        return "courts"
    anchor = count.doing_at if 0 <= count.doing_at < count.index else count.index
    before = (place for place in reversed(named) if place < anchor)
    last = next((place for place in before if not _oblique(reading, place)), None)
    if last is not None and _APART.isdisjoint(reading.tags[last:anchor]):
        return _code(reading, last)
    after = [place for place in named if 0 < place - count.index < _BY and _by(reading, place)]
    if after:
        return _code(reading, after[0])
    if last is not None:
        return _code(reading, last)
    if count.target is not None or count.whole is not None:
        return (count.target or count.whole).agency
    return _fallback(reading.memory, count, reading)


def _by(reading: Reading, place: int) -> bool:
    before = place - 1 - (reading.tags[place - 1] in ("D", "A"))
    return reading.low(before) == "by"


def _fallback(memory: Memory, count: Count, reading: Reading) -> str:
    if "B" in reading.tags[:12] and memory.agency:
        return memory.agency
    return _USUAL.get(count.indicator, "government")


def _oblique(reading: Reading, place: int) -> bool:
    """Tell whether the agency only stands in a phrase like "to the police"."""
    before = place - 1
    while before >= 0 and reading.tags[before] in ("D", "A", "U"):
        before -= 1
    if before < 0 or reading.tags[before] != "P":
        return False
    return reading.low(before) != "according to" and before > 0
