"""The times that a sentence names, and which of them rules a count."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tipdata.reading.counting.contexts import low, words
from tipdata.reading.counting.count import Count
from tipdata.reading.counting.items import Item

if TYPE_CHECKING:
    from tipdata.reading.counting.reading import Reading

_OLDEST = 25  # years before an edition that a number of it may be of
_REACH = 40  # items that a time may stand away from its count


@dataclass(slots=True, eq=False)
class Time:
    """A time named at an item: its calendar year and how that is known."""

    index: int
    year: int
    basis: str
    previous: bool = False  # "the previous year": one before what it is compared with
    leading: bool = False  # at the head of its part of the sentence: "In 2017, ..."
    since: bool = False
    taken: bool = False  # whether a comparator owns it
    aside: bool = False  # only of a beginning: "a case that began in 2014"
    owner: int = -1  # the number that follows it at once: "in 2018 nine, in 2017 14"


def times(items: list[Item], tags: list[str], *, edition: int) -> list[Time]:
    """Return the times that the sentence names, in their order."""
    found: list[Time] = []
    for index, item in enumerate(items):
        tag = tags[index]
        if tag == "Y":
            alone = low(items, index - 1) == "(" and low(items, index + 1) == ")"
            origin = low(items, index - 1) == "from" and not item.note
            alike = low(items, index - 1) == "in" and low(items, index - 2) in ("as", "unlike")
            if alone or alike or _names_something(items, tags, index):
                continue
            if origin and not _opens_clause(items, index):
                continue
            if found and _ends_span(items, tags, found[-1], index):
                continue
            if found and _closes_span(items, found[-1], index):
                continue
            time = Time(index, int(item.low[:4]), _basis(items, index))
            if time.year < edition - _OLDEST:
                continue  # "the 1955 hotline"
        elif tag == "T":
            named = item.entry.lemma
            after = low(items, index + 1)
            if named == "last" and low(items, index - 1) == "the" and after in ("with", "for"):
                continue  # "in 2020, the last year with figures"
            if named == "previous" and _only_origin(items, tags, index):
                continue
            if named == "previous":
                time = Time(index, edition - 2, "reporting_period", previous=True)
            elif (named == "current" and not _follows_order(items, index)) or named == "last":
                time = Time(index, edition - 1, "reporting_period")
            else:
                continue
        else:
            continue
        time.leading = _leads(items, tags, index) or _opens_clause(items, index)
        time.since = low(items, index - 1) == "since"
        time.aside = _only_begins(items, tags, index)
        after = index + 1 + (tags[index + 1 : index + 2] == ["D"])
        if tags[after : after + 1] == [","] and tags[max(0, index - 2) : index] == ["(", "P"]:
            after += 1
        if tags[after : after + 1] == ["Q"]:
            time.owner = after
        found.append(time)
    return found


def _closes_span(items: list[Item], last: Time, index: int) -> bool:
    """Tell whether the year only ends a span: "from April 2018 to March 2019"."""
    between = [low(items, place) for place in range(last.index + 1, index)]
    return len(between) == 2 and between[0] in ("to", "through") and between[1] in words("month")


def _only_origin(items: list[Item], tags: list[str], index: int) -> bool:
    """Tell whether "from the previous year" or "as in the previous year" dates nothing counted."""
    before = index - 1 - (tags[index - 1 : index] == ["D"])
    if low(items, before) == "from":
        return True
    return low(items, before) in ("in", "during") and low(items, before - 1) == "as"


def _ends_span(items: list[Item], tags: list[str], first: Time, index: int) -> bool:
    """Tell whether the year ends a span, which its first year names: "April 2016 to March 2017"."""
    month, joined = low(items, index - 1), low(items, index - 2)
    if month not in words("month") or joined not in ("and", "to", "through"):
        return False
    return first.index == index - 3 and low(items, first.index - 1) in words("month")


def _only_begins(items: list[Item], tags: list[str], index: int) -> bool:
    """Tell whether the time dates a beginning: "that began in 2014", "held since 2014 were"."""
    if low(items, index - 1) == "since":
        return tags[index + 1 : index + 2] == ["X"] or low(items, index - 2) == "some"
    place = index - 1
    while place > 0 and index - place < 4 and tags[place] in ("P", "U", "A"):
        place -= 1
    return items[place].entry.verb == "begin" and tags[place - 1 : place] == ["R"]


def _follows_order(items: list[Item], index: int) -> bool:
    return low(items, index - 1) in ("next", "each", "every", "first", "second", "third", "rest")


def _basis(items: list[Item], index: int) -> str:
    if items[index].note == "split":
        return "fiscal_year"
    before = items[index - 1] if index else None
    return "fiscal_year" if before is not None and before.entry.lemma == "fiscal" else "stated"


def _leads(items: list[Item], tags: list[str], index: int) -> bool:
    """Tell whether nothing but time words stands between the time and the clause's beginning."""
    place = index - 1
    while place >= 0 and index - place < 8:
        if tags[place] in (";", "S", ":") or low(items, place) in ("and", "but"):
            return True
        if tags[place] not in ("P", "D", "U", "A", "K", "T", "Z", "Y", ",", "N") or (
            tags[place] == "N" and items[place].entry.noun != "ignored"
        ):
            return False
        place -= 1
    return place < 0


def _opens_clause(items: list[Item], index: int) -> bool:
    """Tell whether a clause about that time follows: "the previous year, when it convicted 11"."""
    place = index + 1 + (low(items, index + 1) == ",")
    return low(items, place) in ("when", "where", "during which") or (
        low(items, place) in ("in", "during") and low(items, place + 1) == "which"
    )


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
        and index - back < 5
        and (
            low(items, back)
            in ("in", "since", "on", ",", "last", "late", "early", "of", "to", "through")
            or low(items, back) in words("month")
            or items[back].kind == "none"
        )
    ):
        back -= 1
    return low(items, back) in words("year_of_event")


# Which time rules a count -----------------------------------------------------------------------


def set_periods(reading: "Reading", *, carried: int | None) -> None:
    """Give each count of a sentence its period; first those that are given to compare with.

    `carried` is the year that the paragraph's undated counts go on with, None for the usual one.
    """
    counts, found, tags = reading.counts, reading.times, reading.tags
    edition = reading.memory.edition
    other = any(not each.previous and each.year > (carried or 0) for each in found)
    plain = edition - 1 if other or carried is None else carried
    compared = [count for count in counts if count.comparison or count.detail == "difference"]
    own = {id(count): _own_time(count, found, tags) for count in compared}
    for count in counts:
        if count.event == "prescribe" and count.item.role:
            count.period, count.basis = edition - 1, "assumed"
        elif count.detail == "difference":
            count.period, count.basis = plain, "assumed"
        elif count.comparison:
            _set_compared(count, own[id(count)], edition)
        else:
            _set_main(count, found, tags, plain)


def _own_time(count: Count, found: list[Time], tags: list[str]) -> Time | None:
    """Return the time of a comparator, and keep other counts from taking it."""
    end = _stop(count.index, tags, (")", ";", "S", "Q"))
    time = next((each for each in found if each.owner == count.index), None)
    free = [each for each in found if each.owner < 0]
    time = time or next((each for each in free if count.index < each.index < end), None)
    if time is None:
        end = _stop(count.index, tags, (")", ";", "S"))
        time = next((each for each in free if count.index < each.index < end), None)
    if time is None:
        start = _start(count.index, tags)
        time = next((each for each in reversed(free) if start < each.index < count.index), None)
    if time is not None:
        time.taken = True
    return time


def _stop(index: int, tags: list[str], marks: tuple[str, ...]) -> int:
    """Return where the number's part of the sentence ends; an aside in brackets does not end it."""
    depth, end = 0, min(len(tags), index + 30)
    for place in range(index + 1, end):
        tag = tags[place]
        if depth == 0 and tag in marks:
            return place
        depth += (tag == "(") - (tag == ")")
    return end


def _start(index: int, tags: list[str]) -> int:
    end = max(-1, index - 12)
    return next(
        (place for place in range(index - 1, end, -1) if tags[place] in ("M", "(", "Q", ";")), end
    )


def _set_compared(count: Count, time: Time | None, edition: int) -> None:
    target = count.target
    now = target.period if target is not None and target.period else edition - 1
    if time is None and count.whole is not None and count.whole.comparison:
        count.period, count.basis = count.whole.period, count.whole.basis
    elif time is None:
        count.period, count.basis = now - 1, "assumed"
    elif time.basis == "reporting_period":
        count.period, count.basis = now - 1, "reporting_period"
    else:
        count.period, count.basis = time.year, time.basis


def _set_main(count: Count, found: list[Time], tags: list[str], plain: int) -> None:
    time = _time_after(count, found, tags)
    if time is None and count.whole is not None and count.whole.period:
        count.period, count.basis = count.whole.period, count.whole.basis
        return
    time = time or _time_before(count, found, tags)
    if time is not None:
        count.period, count.basis = time.year, time.basis
    else:
        count.period, count.basis = plain, "assumed"


@dataclass(slots=True)
class Dated:
    """Of which years a paragraph's counts are, those left out that are given to compare with."""

    first: tuple[int, str] | None = None  # year and basis
    last: tuple[int, str] | None = None
    years: set[int] = field(default_factory=set)

    def add(self, counts: list[Count]) -> None:
        """Take the counts of a further sentence in."""
        for count in counts:
            if not count.comparison:
                self.last = count.period, count.basis
                self.first = self.first or self.last
                self.years.add(count.period)


def lagging_year(dated: Dated, *, edition: int) -> int | None:
    """Return the year that a paragraph's undated counts go on with, if it is not the usual one.

    Statistics that come a year late are dated once, at their beginning.
    """
    if dated.first != (edition - 2, "stated"):
        return None
    return edition - 2 if max(dated.years) == edition - 2 else None


def _time_after(count: Count, found: list[Time], tags: list[str]) -> Time | None:
    """Return the time that follows in the count's own part of the sentence."""
    own = next((each for each in found if each.owner == count.index), None)
    if own is not None:
        return own
    depth, waiting = 0, [each for each in found if each.index > count.index and each.owner < 0]
    if not waiting:
        return None
    for place in range(count.index + 1, min(len(tags), count.index + _REACH)):
        tag = tags[place]
        depth += (tag == "(") - (tag == ")")
        if depth < 0 or tag in (";", "S", "M", "--"):
            return None
        if depth == 0 and place == waiting[0].index:
            time, between = waiting.pop(0), tags[count.index + 1 : place]
            if (
                not time.taken
                and not time.leading
                and not ((time.since or time.previous) and "Q" in between)
                and not time.aside
            ):
                return time
        elif waiting and place == waiting[0].index:
            waiting.pop(0)
        if not waiting:
            return None
    return None


def _time_before(count: Count, found: list[Time], tags: list[str]) -> Time | None:
    """Return the time that the count's part of the sentence, or the sentence, began with."""
    for time in reversed(found):
        if time.index > count.index or time.taken or time.aside:
            continue
        between = tags[time.index : count.index]
        if (
            time.leading
            and (";" not in between or time.index < 6)
            and not (time.previous and ";" in between)
        ):
            return time
        if time.previous or time.since or ";" in between or "S" in between:
            continue
        if ")" in between and "(" not in between:
            continue
        if between.count("--") % 2 and "--" in tags[: time.index]:
            continue
        return time
    return None
