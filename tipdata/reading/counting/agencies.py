"""Who did or reported what a count counts."""

from tipdata.reading.counting.count import Count
from tipdata.reading.counting.items import Item
from tipdata.reading.counting.reading import Memory, Reading

SEVERAL = "government"  # several bodies together
# Who is meant where nobody is named.
_USUAL = {"sentence": "courts", "convictions": "courts", "acquittals": "courts"}
_NOBODY = frozenset(("penalty", "affected"))
_BY = 16  # items that "by the police" may stand after its count
_APART = frozenset((";", "S"))
_RUN = frozenset(("run", "operated", "managed", "administered"))
_NAME = 8  # items that the rest of a body's name may have: "ministry of women and children (MWC)"


def set_agencies(reading: Reading) -> None:
    """Give each count of the sentence its agency, and remember the last one named."""
    _learn_acronyms(reading)
    named = [
        index
        for index, item in enumerate(reading.items)
        if (item.entry.agency or item.capital) and _names(reading, index)
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
    """Tell whether an item names who acts, and not a unit of the body named just before it."""
    if not _code(reading, index):
        return False
    return not (index > 0 and reading.tags[index] == "N" and _code(reading, index - 1))


def _learn_acronyms(reading: Reading) -> None:
    """Remember what the letters in brackets after a body's name stand for."""
    if "(" not in reading.tags:
        return
    for index in range(2, len(reading.items) - 1):
        if reading.tags[index - 1] == "(" and reading.tags[index + 1] == ")":
            item, agency = reading.items[index], _named_before(reading, index - 2)
            if agency and _is_acronym(item):
                reading.memory.acronyms[item.low] = agency


def _named_before(reading: Reading, place: int) -> str:
    """Return the agency whose name ends at `place`: "Ministry of Women and Youth Affairs"."""
    for index in range(place, max(-1, place - _NAME), -1):
        if reading.items[index].entry.agency:
            return reading.items[index].entry.agency
        if not reading.items[index].capital and reading.tags[index] not in ("C", "P", "D"):
            return ""
    return ""


def _is_acronym(item: Item) -> bool:
    return item.kind == "word" and item.digits and len(item.low) > 1


def _code(reading: Reading, index: int) -> str:
    """Return the agency that an item names, as a noun or by letters told before; "" for none."""
    item = reading.items[index]
    if reading.tags[index] == "N" and item.entry.agency:
        return item.entry.agency
    return reading.memory.acronyms.get(item.low, "") if item.capital else ""


def _agency(reading: Reading, count: Count, named: list[int]) -> str:
    if count.indicator == "sentence" or count.noun == "decision":
        return "courts"
    if count.comparison and count.target is not None and count.target.agency:
        return count.target.agency
    anchor = count.doing_at if 0 <= count.doing_at < count.index else count.index
    before = (place for place in reversed(named) if place < anchor)
    last = next((place for place in before if not _oblique(reading, place)), None)
    if last is not None and _APART.isdisjoint(reading.tags[last:anchor]):
        return _beside_others(reading, last, named)
    after = [place for place in named if 0 < place - count.index < _BY and _by(reading, place)]
    if after:
        return _code(reading, after[0])
    if last is not None:
        return _code(reading, last)
    if count.target is not None or count.whole is not None:
        return (count.target or count.whole).agency
    return _fallback(reading.memory, count, reading)


def _beside_others(reading: Reading, last: int, named: list[int]) -> str:
    """Return the agency named at `last`, or that several acted: "police and prosecutors"."""
    if reading.low(last - 1) != "and" and reading.low(last - 2) != "and":
        return _code(reading, last)
    others = {_code(reading, place) for place in named if last - 4 <= place < last}
    return SEVERAL if others - {_code(reading, last)} else _code(reading, last)


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
    if reading.low(before) == "by" and reading.low(before - 1) in _RUN:
        return False  # "the hotline run by an NGO took 40 calls"
    return reading.low(before) != "according to" and before > 0
