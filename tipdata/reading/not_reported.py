"""What a narrative says was not reported: neither a number nor a zero."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from tipdata.reading.counting.contexts import low
from tipdata.reading.counting.items import Item
from tipdata.reading.counting.nouns import noun_phrase
from tipdata.reading.counting.patterns import CORE, decide
from tipdata.reading.counting.periods import Time, times
from tipdata.reading.counting.quantities import quantities
from tipdata.reading.counting.reading import EVENT_NOUNS
from tipdata.reading.counting.tagging import categories
from tipdata.reading.grammar import listed, rows
from tipdata.reading.narrative import Narrative, Sentence
from tipdata.reading.rows import frame, where

if TYPE_CHECKING:
    import pandas as pd

_TELLING = frozenset(("report", "provide", "disclose", "share", "publish", "collect", "maintain",
                      "release", "keep", "supply", "make"))  # fmt: skip
_DATA = frozenset(
    ("data", "statistics", "information", "figures", "details", "statistic", "records")
)
# Without one of these, in lower case, a sentence denies no report; most hold none, and are passed
# over.
_NAMES_DATA = "|".join(sorted(_DATA))
_MAY_DENY = re.compile(
    rf"(?:did|has|have|had|does|do)\s+not(?=.*(?:report|disclos|publish|{_NAMES_DATA}))"
    rf"|nor\b(?=.*report)|\b(?:no|lack|lacked|lacking)\b(?=.*(?:{_NAMES_DATA}))",
    re.DOTALL,
)
_LACK = frozenset(("no", "lack", "lacked", "comprehensive", "not"))
_OFFICIALS = {"investigations": "officials_investigated", "prosecutions": "officials_prosecuted",
              "convictions": "officials_convicted"}  # fmt: skip
_REACH = 40


def not_reported(narrative: Narrative) -> "pd.DataFrame":
    """Return what a narrative says was not reported: one row is one thing left unreported.

    "The government did not report any convictions" is a row here and none in `figures`; "no
    convictions" is a figure whose value is zero.

    Parameters
    ----------
    narrative
        As `read_narrative` gives it.

    Returns
    -------
    pandas.DataFrame
        The columns and types of the packaged table `not_reported`, in the order of the text;
        `start` and `end` enclose the word that names the thing. Empty where nothing is.

    Examples
    --------
    >>> from tipdata.reading.narrative import narrative_of
    >>> text = "The government did not report any investigations or prosecutions of officials."
    >>> not_reported(narrative_of(text, iso3="PER", edition=2021))["indicator"].tolist()
    ['officials_investigated', 'officials_prosecuted']
    """
    return frame(
        "not_reported", [row for each in narrative.sentences for row in _rows(narrative, each)]
    )


def _rows(narrative: Narrative, sentence: Sentence) -> Iterator[dict[str, Any]]:
    if sentence.section == "recommendations" or not _MAY_DENY.search(sentence.lower):
        return
    items = quantities(sentence.text)
    tags = categories(items)
    dated = times(items, tags, edition=narrative.edition)
    seen = set()
    for start in _beginnings(items, tags):
        for item, indicator in _things(items, tags, start):
            key = (indicator, item.start)
            if key in seen:
                continue
            seen.add(key)
            yield where(narrative, sentence, item.start, item.end) | {
                "indicator": indicator,
                "period": _period(dated, narrative.edition),
                "agency": _agency(items, tags, start),
            }


def _beginnings(items: list[Item], tags: list[str]) -> Iterator[int]:
    """Yield where what was not reported begins: after "did not report", after "no data on"."""
    for index, item in enumerate(items):
        if item.low == "not" and low(items, index - 1) in (
            "did",
            "has",
            "have",
            "had",
            "does",
            "do",
        ):
            verb = next((place for place in range(index + 1, min(index + 4, len(items)))
                         if tags[place] == "V"), None)  # fmt: skip
            if verb is not None and _tells(items, verb):
                yield verb + 1
        elif item.low == "nor" and "report" in [low(items, index + step) for step in range(1, 4)]:
            yield index + 4
        elif item.low in _DATA and _denied_data(items, index):
            yield index + 1


def _tells(items: list[Item], verb: int) -> bool:
    lemma = items[verb].entry.lemma
    if lemma == "report" or lemma in ("disclose", "publish"):
        return True
    near = [low(items, place) for place in range(verb + 1, min(verb + 7, len(items)))]
    return lemma in _TELLING and bool(_DATA & set(near))


def _denied_data(items: list[Item], index: int) -> bool:
    """Tell whether "no statistics were available on" or "lacked data on" stands here."""
    before = {low(items, place) for place in range(max(0, index - 4), index)}
    return bool(before & {"no", "lack", "lacked", "lacking"})


def _things(items: list[Item], tags: list[str], start: int) -> Iterator[tuple[Item, str]]:
    """Yield the words that name what was not reported, each with its indicator."""
    end = _end(items, tags, start)
    official = _about_officials(items, start, end)
    taken = -1
    for index in range(start, end):
        entry = items[index].entry
        if index <= taken:
            continue
        if items[index].low in _wordings():
            yield items[index], _wordings()[items[index].low]
        elif items[index].low in ("number", "numbers") or (
            items[index].low == "how" and low(items, index + 1) == "many"
        ):
            noun_at = index + 1
            found = _counted(items, tags, noun_at, end)
            if found is not None:
                taken = next((place for place in range(index, end) if tags[place] == ","), end)
                yield items[index], found
        elif tags[index] == "V" and entry.form == "ing" and entry.verb in CORE:
            noun = "official" if official else _object(items, tags, index)
            yield items[index], decide(entry.verb, noun)[0]
        elif tags[index] in ("N", "V") and entry.noun in EVENT_NOUNS - {"bed", "permit", "shelter"}:
            indicator = decide("none", entry.noun)[0]
            yield items[index], _OFFICIALS.get(indicator, indicator) if official else indicator


def _end(items: list[Item], tags: list[str], start: int) -> int:
    for place in range(start, min(start + _REACH, len(items))):
        if tags[place] in (";", "S", "M", ":") or low(items, place) == "but":
            return place
        if (
            tags[place] == ","
            and low(items, place + 1) in ("and", "nor")
            and "X" in tags[place : place + 6]
        ):
            return place
    return min(start + _REACH, len(items))


def _about_officials(items: list[Item], start: int, end: int) -> bool:
    return any(
        items[place].low == "complicit" or (items[place].entry.noun == "official"
        and low(items, place - 1) in ("of", "against", "government", "complicit", "any", "public"))
        for place in range(start, end)
    )  # fmt: skip


def _counted(items: list[Item], tags: list[str], start: int, end: int) -> str | None:
    """Return the indicator of "how many victims were referred", "the number of calls"."""
    noun, doing = "none", "none"
    for place in range(start, end):
        entry = items[place].entry
        if noun == "none" and tags[place] in ("N", "Q") and entry.noun:
            noun = entry.noun
        if tags[place] == "V" and entry.verb in CORE and doing == "none" and noun != "none":
            doing = entry.verb
        if entry.event in CORE and entry.event and noun in ("victim", "person") and doing == "none":
            doing = entry.event
    if noun == "none":
        return None
    indicator = decide(doing, noun)[0]
    return indicator if indicator != "other" else None


def _object(items: list[Item], tags: list[str], index: int) -> str:
    phrase = noun_phrase(items, tags, index)
    if phrase.noun == "none" and low(items, index + 1) in ("any", "or", "and", ",", "all"):
        for place in range(index + 1, min(index + 8, len(items))):
            if items[place].entry.noun:
                return items[place].entry.noun
    return phrase.noun if phrase.noun != "thing" else "none"


@cache
def _wordings() -> dict[str, str]:
    return {word: row["indicator"] for row in rows("unreported") for word in listed(row["words"])}


def _period(dated: list[Time], edition: int) -> int:
    for time in dated:
        if time.year in (edition, edition - 1) or time.basis == "stated":
            return time.year
    return edition - 1


def _agency(items: list[Item], tags: list[str], start: int) -> str:
    for place in range(start - 1, -1, -1):
        if tags[place] == ";":
            break
        if items[place].entry.agency and tags[place] == "N":
            return items[place].entry.agency
    return "government"
