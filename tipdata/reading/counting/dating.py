"""The years that a count may be of, each with the clues that speak for it."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from tipdata.reading.counting.count import Count
from tipdata.reading.counting.periods import Time
from tipdata.reading.counting.reading import Reading

_BEFORE = 8  # counts before among which the later year is looked for
_FAR = (2, 4, 8, 14)  # items, in steps that matter
_MARKS = frozenset(";()S--M:R")

_Clue = tuple[int, str]  # a year, and what speaks for it


def years(reading: Reading, count: Count, *, carried: int | None) -> dict[int, list[str]]:
    """Return the years that `count` may be of, with the clues to each."""
    return _with_clues(reading, count, list(_unnamed(reading, count, carried)))


def _with_clues(reading: Reading, count: Count, unnamed: list[_Clue]) -> dict[int, list[str]]:
    edition, found = reading.memory.edition, defaultdict(list)
    compared = "compared" if count.comparison else "told"
    for time in reading.times:
        found[time.year] += _named(reading, count, time, compared)
    dated = "dated" if reading.times else "undated"
    for year, why in unnamed:
        found[year] += [f"{compared}:{why}", f"{compared}:{dated}:{why}"]
    found[count.period] += ["rule", f"{compared}:rule", f"{compared}:{dated}:rule"]
    for year, why in found.items():
        offset = max(-1, min(4, edition - year))
        why += [f"{compared}:{offset}", f"{compared}:{dated}:{offset}"]
        why.append(f"{compared}:{offset}:{count.item.role or count.indicator}")
    return found


def redate(reading: Reading, dater: Callable[[list[str]], float], *, carried: int | None) -> None:
    """Give each count the likeliest of the years it may be of; first what is not compared."""
    for count in sorted(reading.counts, key=lambda each: each.comparison):
        unnamed = list(_unnamed(reading, count, carried))
        named = (time.year for time in reading.times)
        if {count.period, *named, *(year for year, _ in unnamed)} == {count.period}:
            continue
        found = _with_clues(reading, count, unnamed)
        best = max(found, key=lambda year: (dater(found[year]), year))
        if best != count.period:
            count.period, count.basis = best, basis(reading, best)
    _compare_earlier(reading)


def _compare_earlier(reading: Reading) -> None:
    """Take as compared what was counted of an earlier year after the same of a later one."""
    earlier = [each for each in reading.memory.counts if each not in reading.counts][-_BEFORE:]
    for place, count in enumerate(reading.counts):
        if count.comparison or count.item.role:
            continue
        later = [
            each
            for each in earlier + reading.counts[:place]
            if each.indicator == count.indicator
            and each.period > count.period
            and not each.comparison
        ]
        if later:
            count.comparison, count.target = True, later[-1]


def basis(reading: Reading, year: int) -> str:
    """Return how a year is known: as a time of the sentence says, else assumed."""
    named = [time.basis for time in reading.times if time.year == year]
    return named[0] if named else "assumed"


def _unnamed(reading: Reading, count: Count, carried: int | None) -> Iterator[_Clue]:
    """Yield the years that need not be named in the sentence."""
    yield reading.memory.edition - 1, "usual"
    if carried is not None:
        yield carried, "carried"
    yield from _paragraph(reading)
    if count.whole is not None and count.whole.period:
        near = "here" if count.whole in reading.counts else "earlier"
        yield count.whole.period, f"whole:{near}"
    if count.target is not None and count.target.period:
        yield count.target.period - 1, "before target"
        yield count.target.period, "like target"
    place = reading.counts.index(count)
    if place:
        last = reading.counts[place - 1]
        kind = "compared" if last.comparison else "told"
        alike = "alike" if last.indicator == count.indicator else "other"
        yield last.period, f"last:{kind}:{alike}"
        bracket = ")" in reading.tags[last.index : count.index]
        yield last.period, f"last:{kind}:{'bracket' if bracket else ''}"


def _paragraph(reading: Reading) -> Iterator[_Clue]:
    """Yield the years of the paragraph's counts before: statistics are often dated only once."""
    dated = reading.memory.dated
    if dated.first is None:
        return
    opening = reading.low(0)
    alone = "alone" if len(dated.years) == 1 else "mixed"
    for place, (year, basis) in (("first", dated.first), ("last", dated.last)):
        yield year, f"{place}:{basis}:{alone}"
        yield year, f"{place}:{basis}:opening={opening}"
        yield year, f"{place}:{basis}:{reading.memory.edition - year}"


def _named(reading: Reading, count: Count, time: Time, compared: str) -> Iterator[str]:
    """Yield how a time that the sentence names stands to the count."""
    after = time.index > count.index
    side = f"{compared}:{'after' if after else 'before'}"
    start, end = sorted((time.index, count.index))
    between = reading.tags[start + 1 : end]
    far = sum(end - start > each for each in _FAR)
    numbers = min(2, between.count("Q"))
    marks = "".join(sorted(_MARKS.intersection(between)))
    verbs = min(2, between.count("V"))
    kind = "previous" if time.previous else time.basis
    yield side
    yield f"{side}:far={far}"
    yield f"{side}:numbers={numbers}:marks={marks}"
    yield f"{side}:numbers={numbers}:verbs={verbs}"
    yield f"{side}:numbers={numbers}:comma={',' in between}:and={'C' in between}"
    yield f"{side}:{kind}:numbers={numbers}"
    yield f"{side}:word={reading.low(time.index - 1)}"
    yield f"{side}:depth={between.count('(') - between.count(')')}"
    for name in ("leading", "since", "aside", "taken"):
        if getattr(time, name):
            yield f"{side}:{name}"
            yield f"{side}:{name}:numbers={numbers}"
    if time.owner == count.index:
        yield f"{compared}:owner"
    elif time.owner >= 0:
        yield f"{side}:owned"
    if after and not any(time.index > each.index > count.index for each in reading.times):
        yield f"{compared}:next:numbers={numbers}"
    if not after and not any(time.index < each.index < count.index for each in reading.times):
        yield f"{compared}:last:numbers={numbers}:leading={time.leading}"
