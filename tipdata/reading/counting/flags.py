"""What a reviewer should look at: slips of the source, and readings that are not sure."""

from collections.abc import Sequence

from tipdata.reading.counting.count import Count

_JUMP = 10  # a comparator this many times smaller or larger is worth a look
# Measured on hand-coded passages: how often indicator, value and period were all right.
_BASIS = {"direct": 0.91, "compared": 0.92, "part": 0.87, "elided": 0.79}
_VAGUE = frozenset(("none", "be", "report", "send", "provide", "exploit", "pay", "other"))


def set_flags(counts: Sequence[Count], *, edition: int) -> None:
    """Flag the counts of a narrative: years, jumps, parts and totals, convictions, unsure ones."""
    for count in counts:
        if count.period > edition or (
            count.target is not None and count.period == count.target.period
        ):
            count.flags.add("year_slip")
        if count.target is not None and _jumps(count.target, count):
            count.target.flags.add("jump")
        if count.how == "elided" or count.indicator == "other":
            count.flags.add("unsure_indicator")
    _flag_parts(counts)
    _flag_convictions(counts)


def confidence(count: Count) -> float:
    """Return how sure the reading is, from how the indicator was found."""
    sure = _BASIS[count.how]
    if count.indicator == "other":
        sure -= 0.27
    elif count.event in _VAGUE and count.how == "direct":
        sure -= 0.16
    if count.flags - {"unsure_indicator"}:
        sure -= 0.1
    return round(sure, 2)


def _jumps(now: Count, before: Count) -> bool:
    if now.unit != before.unit or not now.value or not before.value:
        return False
    return max(now.value / before.value, before.value / now.value) > _JUMP


def _flag_parts(counts: Sequence[Count]) -> None:
    """Flag a total that any part, or its parts of one kind together, exceed."""
    sums: dict[tuple, float] = {}
    for count in counts:
        whole = count.whole
        if whole is None or count.comparison or whole.unit != count.unit:
            continue
        kind = tuple(sorted(set(count.traits) - set(whole.traits)))
        sums[id(whole), kind] = sums.get((id(whole), kind), 0) + count.value
        if max(count.value, sums[id(whole), kind] if len(kind) == 1 else 0) > whole.value:
            whole.flags.add("parts_exceed_total")


def _flag_convictions(counts: Sequence[Count]) -> None:
    """Flag convictions of more persons than were prosecuted in the same year."""
    largest: dict[int, float] = {}
    for count in counts:
        if count.indicator == "prosecutions" and count.unit == "persons" and count.whole is None:
            largest[count.period] = max(count.value, largest.get(count.period, 0))
    for count in counts:
        if (
            count.indicator == "convictions"
            and count.unit == "persons"
            and (count.value > largest.get(count.period, count.value))
        ):
            count.flags.add("convictions_exceed_prosecutions")
