"""What a reviewer should look at: slips of the source, and readings that are not sure."""

from collections.abc import Sequence

from tipdata.reading.counting.count import Count

_JUMP = 10  # a comparator this many times smaller or larger is worth a look
_UNSURE = 0.6


def set_flags(counts: Sequence[Count], *, edition: int) -> None:
    """Flag the counts of a narrative: years, jumps, parts and totals, convictions, unsure ones."""
    for count in counts:
        if count.period > edition or (
            count.target is not None and count.period == count.target.period
        ):
            count.flags.add("year_slip")
        if count.target is not None and _jumps(count.target, count):
            count.target.flags.add("jump")
        if count.sure < _UNSURE:
            count.flags.add("unsure_indicator")
    _flag_parts(counts)
    _flag_convictions(counts)


def confidence(count: Count) -> float:
    """Return how likely the indicator is, less where something else looks wrong."""
    return round(count.sure * (0.9 if count.flags - {"unsure_indicator"} else 1), 2)


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
