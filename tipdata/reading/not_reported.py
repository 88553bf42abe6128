"""What a narrative says was not reported: neither a number nor a zero."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from tipdata.reading.counting.contexts import low
from tipdata.reading.counting.items import Item
from tipdata.reading.counting.periods import Time, times
from tipdata.reading.counting.quantities import quantities
from tipdata.reading.counting.tagging import categories
from tipdata.reading.counting.unreported import Silence, silences, telling, things
from tipdata.reading.narrative import Narrative, Sentence
from tipdata.reading.rows import frame, where

if TYPE_CHECKING:
    import pandas as pd

_DENIALS = frozenset(
    ("not", "never", "nor", "neither", "no", "nobody", "none", "without", "cannot",
     "lack", "lacked", "lacking")
)  # fmt: skip
_IN = ("in", "for", "during")


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
    if sentence.section == "recommendations" or not _may_deny(sentence.words):
        return
    items = quantities(sentence.text)
    tags = categories(items)
    dated = times(items, tags, edition=narrative.edition)
    seen = set()
    for part in silences(items, tags):
        for item, indicator in things(items, tags, part):
            key = (indicator, item.start)
            if key in seen:
                continue
            seen.add(key)
            yield where(narrative, sentence, item.start, item.end) | {
                "indicator": indicator,
                "period": _period(items, dated, part, narrative.edition),
                "agency": _agency(items, tags, part.start),
            }


def _may_deny(words: frozenset[str]) -> bool:
    """Tell whether a sentence of these words may deny a report; most can not."""
    denying, told = _denying_and_telling()
    return not (denying.isdisjoint(words) or told.isdisjoint(words))


@cache
def _denying_and_telling() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that deny, and those that would have told."""
    told = telling("reports") | telling("says") | telling("data") | telling("wanting")
    return _DENIALS | telling("fails") | telling("wanting"), told | {"whether", "how"}


def _period(items: list[Item], dated: list[Time], part: Silence, edition: int) -> int:
    """Return the year that is named beside what was not reported, else the edition's."""
    for time in dated:
        near = part.clause <= time.index < part.end
        before = time.index - 1 - (low(items, time.index - 1) == "the")
        leading = time.index < part.start and low(items, before) in _IN
        leading = leading and low(items, before - 1) not in ("as", "unlike", "than")
        stated = time.basis == "stated" or leading
        if near and (time.year in (edition, edition - 1) or stated):
            return time.year
    return edition - 1


def _agency(items: list[Item], tags: list[str], start: int) -> str:
    for place in range(start - 1, -1, -1):
        if tags[place] == ";":
            break
        if items[place].entry.agency and tags[place] == "N":
            return items[place].entry.agency
    return "government"
