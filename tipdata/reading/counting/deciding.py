"""What a count counts: its indicator by judgement, and the unit and detail that follow from it."""

from functools import cache

from tipdata.reading.counting.clues import clues
from tipdata.reading.counting.count import Count
from tipdata.reading.counting.judging import UNCOUNTED
from tipdata.reading.counting.nouns import Phrase
from tipdata.reading.counting.patterns import CORE, LIGHT, decide
from tipdata.reading.counting.reading import EVENT_NOUNS, PERSONS, Reading
from tipdata.reading.grammar import listed, rows

_GROWN = frozenset(
    ("increase", "decrease", "decline", "rise", "drop", "reduction", "increased", "decreased")
)
_LAW = 30  # items before a fine in which a law may be named that sets it
_JUSTICE = frozenset(("investigate", "arrest", "prosecute", "convict", "acquit"))
_NAMED_AFTER = 6  # items after a noun in which the crime may be named


def settle(reading: Reading, count: Count, phrase: Phrase, subject: str | None) -> bool:
    """Give `count` its indicator, unit and detail; False says that it counts nothing."""
    _as_term(reading, count, phrase, subject)
    _no_part(reading, count, phrase)
    crime = _other_crime(reading, count.index, phrase)
    count.detail = count.detail or ("difference" if _difference(reading, count, phrase) else crime)
    found = clues(reading, count, phrase, subject)
    count.indicator, count.sure = reading.memory.judge(count, found)
    if count.indicator == UNCOUNTED:
        return False
    if count.item.role == "share" or count.detail == "difference":
        count.indicator, count.sure = "other", 1.0
    count.event = _event(reading, count)
    count.source = _source(reading, count, phrase)
    count.noun = count.item.role or _noun(reading, count, phrase)
    count.unit = _unit(count)
    if count.detail in _crimes().values() and count.indicator != "other":
        count.detail = ""
    count.detail = count.detail or _detail(reading, count, phrase, subject)
    if count.detail == "difference":
        count.whole, last = None, reading.recent()[-1:]
        count.unit = last[0].unit if last and not count.item.role else count.unit
    return True


# Before the judgement ---------------------------------------------------------------------------


def _as_term(reading: Reading, count: Count, phrase: Phrase, subject: str | None) -> None:
    """Take a bare number listed after a prison term as one: "up to seven years, or 10 if"."""
    last = reading.counts[-1] if reading.counts else None
    if last is None or last.item.role != "term" or count.item.role:
        return
    if phrase.noun != "none" or subject is not None:
        return
    if reading.low(count.index + 1) in ("of", "other", "others"):
        return
    doing, before = reading.state.doing, reading.before(count.index)
    joined = before in ("C", ",") and doing not in CORE - {"sentence", "convict"}
    if joined or (reading.low(count.index - 1) == "to" and doing in ("sentence", "none")):
        count.item.unit, count.item.role = last.unit, "term"


def _no_part(reading: Reading, count: Count, phrase: Phrase) -> None:
    """Let go of a total that the number's own noun can not be a part of."""
    whole = count.whole
    if whole is None or count.item.role:
        return
    recruiters = phrase.noun == "recruiter" and whole.noun in PERSONS
    alike = phrase.noun in PERSONS | {"none", "case", "thing", whole.noun} or recruiters
    apart = phrase.noun == "thing" and whole not in reading.counts and reading.state.doing_at >= 0
    if not alike or apart:
        count.whole = None


def _difference(reading: Reading, count: Count, phrase: Phrase) -> bool:
    """Tell whether the number only says how much more: "51 fewer than in 2015"."""
    after, before = reading.low(phrase.end), reading.low(count.index - 1)
    if after in ("fewer", "more", "less", "higher", "lower"):
        return reading.low(phrase.end + 1) == "than"
    return before in ("of", "by") and reading.low(count.index - 2) in _GROWN


def _other_crime(reading: Reading, index: int, phrase: Phrase) -> str:
    """Return the other crime that the count is about: "26 smuggling rings"."""
    crimes, found = _crimes(), ""
    for place in range(index + 1, min(phrase.end + _NAMED_AFTER, len(reading.items))):
        item = reading.items[place]
        if place >= phrase.end and reading.tags[place] in _APART:
            break
        exploitation = item.entry.traits.get("exploitation")
        named = exploitation and item.low not in crimes and item.low != "prostitution"
        if "traffick" in item.low or named:
            return ""
        found = found or crimes.get(item.low, "")
    return found


_APART = frozenset(("Q", "C", ",", ";", "S", "(", ")", "M", "R", "--"))


@cache
def _crimes() -> dict[str, str]:
    return {word: row["detail"] for row in rows("other_crimes") for word in listed(row["words"])}


# After it ---------------------------------------------------------------------------------------


@cache
def _doings() -> dict[str, str]:
    return {row["indicator"]: row["doing"] for row in rows("units")}


def _event(reading: Reading, count: Count) -> str:
    """Return what was done to what is counted."""
    if count.indicator == "fine" and _set_by_law(reading, count.index):
        return "prescribe"
    return _doings()[count.indicator]


def _set_by_law(reading: Reading, index: int) -> bool:
    if reading.counts and reading.counts[-1].indicator == "penalty":
        return True
    near = reading.items[max(0, index - _LAW) : index]
    return any(each.entry.event == "prescribe" or each.entry.verb == "prescribe" for each in near)


def _source(reading: Reading, count: Count, phrase: Phrase) -> Count | None:
    """Return the count that a number without a noun takes it from."""
    if count.item.role or phrase.noun != "none":
        return None
    if count.comparison and count.target is not None:
        return count.target
    if count.whole is not None:
        return count.whole
    plain = [each for each in reversed(reading.recent()) if not each.item.role]
    alike = [each for each in plain if each.indicator == count.indicator]
    alike = iter([each for each in alike if not each.aside] or alike)
    accused = (each for each in plain[:1] if each.noun in PERSONS and each.event in _JUSTICE)
    return next(alike, next(accused, None) if count.event in _JUSTICE else None)


def _noun(reading: Reading, count: Count, phrase: Phrase) -> str:
    """Return what is counted: said itself, or by "the number of suspects rose to", or before."""
    if phrase.noun != "none":
        return phrase.noun
    topic = reading.state.topic
    if not reading.counts and topic.at >= 0 and topic.noun != "none":
        return topic.noun
    return count.source.noun if count.source is not None else phrase.noun


def _unit(count: Count) -> str:
    """Return the unit of an indicator and the noun counted."""
    if count.item.role in ("money", "term"):
        return count.item.unit
    if count.item.role == "share":
        return "percent"
    return _units()[count.indicator][_KINDS.get(count.noun, "unit")]


@cache
def _units() -> dict[str, dict[str, str]]:
    return {row["indicator"]: row for row in rows("units")}


_KINDS = (
    dict.fromkeys(("case", "investigation", "prosecution", "trial", "decision"), "cases")
    | dict.fromkeys((*PERSONS, "recruiter", "buyer"), "persons")
    | {"bed": "beds"}
)


def _detail(reading: Reading, count: Count, phrase: Phrase, subject: str | None) -> str:
    """Return what the table of patterns adds: begun, closed, staff, screened."""
    if count.item.role == "share":
        return "percent"
    doing = subject or reading.state.doing
    if doing in LIGHT and subject is None and phrase.noun not in EVENT_NOUNS:
        reduced = reading.participle(phrase)
        doing = reduced if reduced in CORE else doing
    indicator, _, detail = decide(doing, count.noun)
    fits = indicator == count.indicator and not count.item.role
    return (detail if fits else "") or ("" if subject else reading.state.manner)
