"""The figures of a narrative: one row for each number that it reports."""

from collections.abc import Callable, Iterator
from functools import partial
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from tipdata.reading.counting.agencies import set_agencies
from tipdata.reading.counting.breakdowns import set_breakdowns
from tipdata.reading.counting.count import Count
from tipdata.reading.counting.dating import redate
from tipdata.reading.counting.dollars import in_dollars, own_currency
from tipdata.reading.counting.flags import confidence, set_flags
from tipdata.reading.counting.judging import dater, judge
from tipdata.reading.counting.periods import Dated, lagging_year, set_periods
from tipdata.reading.counting.quantities import may_hold_numbers, quantities
from tipdata.reading.counting.reader import read
from tipdata.reading.counting.reading import Memory, Reading
from tipdata.reading.counting.tagging import categories
from tipdata.reading.narrative import Narrative, Sentence
from tipdata.reading.rows import frame, where

if TYPE_CHECKING:
    import pandas as pd

# What a count of a sentence counts, by its clues, and how likely.
Judging = Callable[[Sentence, Count, list[str]], tuple[str, float]]
# Sets the periods of the counts of a sentence, given the year that the paragraph goes on with.
Dating = Callable[[Sentence, Reading, int | None], None]
_TRAITS = ("status", "sex", "age", "exploitation", "nationality")


def figures(narrative: Narrative) -> "pd.DataFrame":
    """Return the figures of a narrative: one row is one number that it reports.

    Parameters
    ----------
    narrative
        As `read_narrative` gives it.

    Returns
    -------
    pandas.DataFrame
        The columns and types of the packaged table `figures`, in the order of the text; `start` and
        `end` enclose the number's words, or, of a zero said without a number, the verb denied.
        `confidence` says how sure the row is, `flags` what to look at. Empty where the narrative
        reports no number.

    Examples
    --------
    >>> from tipdata.reading.narrative import narrative_of
    >>> text = "Police arrested 31 suspects in 2020 (27 in 2019)."
    >>> found = figures(narrative_of(text, iso3="PER", edition=2021))
    >>> found[["indicator", "value", "period", "comparison"]].values.tolist()
    [['arrests', 31.0, 2020, False], ['arrests', 27.0, 2019, True]]
    """
    found = list(counts_of(narrative, _by_weights, _dated_by_weights))
    counts = [count for _, count in found]
    set_flags(counts, edition=narrative.edition)
    names = _names(narrative, found)
    return frame("figures", [_row(narrative, sentence, count, names) for sentence, count in found])


def counts_of(
    narrative: Narrative, judge: Judging, date: Dating
) -> Iterator[tuple[Sentence, Count]]:
    """Yield the counts of a narrative in the order of the text, each with its sentence."""
    memory = Memory(narrative.iso3, narrative.edition)
    currency = own_currency(narrative.iso3)
    paragraph = 0
    for sentence in narrative.sentences:
        if sentence.paragraph != paragraph:
            paragraph, memory.dated = sentence.paragraph, Dated()
        if not may_hold_numbers(sentence.lower, sentence.words):
            continue
        items = quantities(sentence.text, currency=currency)
        if sentence.section == "recommendations" and items and items[0].entry.form == "base":
            continue
        memory.section, memory.judge = sentence.section, partial(judge, sentence)
        reading = read(items, categories(items), memory)
        if reading.counts:
            carried = lagging_year(memory.dated, edition=memory.edition)
            set_periods(reading, carried=carried)
            date(sentence, reading, carried)
            _set_no_money(reading.counts, currency)
            set_breakdowns(reading)
            memory.dated.add(reading.counts)
        set_agencies(reading)
        for count in reading.counts:
            yield sentence, count


def _set_no_money(counts: list[Count], currency: str) -> None:
    """Give "no funding" the country's own currency, as no other is said."""
    for count in counts:
        if count.indicator == "budget" and count.item.value == 0 and not count.item.role:
            count.unit = currency or count.unit


def _by_weights(_sentence: Sentence, _count: Count, clues: list[str]) -> tuple[str, float]:
    return judge()(clues)


def _dated_by_weights(_sentence: Sentence, reading: Reading, carried: int | None) -> None:
    redate(reading, dater(), carried=carried)


def _names(narrative: Narrative, found: list[tuple[Sentence, Count]]) -> dict[int, str]:
    """Return the figure_id of each count: country, edition, place, a letter for further rows."""
    names: dict[int, str] = {}
    taken: dict[int, int] = {}
    for sentence, count in found:
        start = sentence.start + count.item.start
        nth = taken[start] = taken.get(start, 0) + 1
        names[id(count)] = f"{narrative.iso3}-{narrative.edition}-{start}{_letters(nth)}"
    return names


def _letters(nth: int) -> str:
    """Return nothing for the first row of a number, then b, c, ..."""
    if nth == 1:
        return ""
    head, last = divmod(nth - 1, len(ascii_lowercase))
    return _letters(head + 1) + ascii_lowercase[last] if head else ascii_lowercase[last]


def _row(
    narrative: Narrative, sentence: Sentence, count: Count, names: dict[int, str]
) -> dict[str, Any]:
    item = count.item
    row = where(narrative, sentence, item.start, item.end) | {
        "figure_id": names[id(count)],
        "indicator": count.indicator,
        "value": item.value,
        "value_max": item.value_max,
        "unit": count.unit or "items",
        "period": count.period,
        "period_basis": count.basis,
        "comparison": count.comparison,
        "qualifier": item.qualifier,
        "detail": count.detail,
        "agency": count.agency,
        "subset_of": names.get(id(count.whole)),
        "confidence": confidence(count),
        "flags": " ".join(sorted(count.flags)),
    }
    row |= {trait: count.traits.get(trait) for trait in _TRAITS}
    if item.role == "money":
        row["usd"], row["usd_basis"] = _dollars(count)
    return row


def _dollars(count: Count) -> tuple[float | None, str | None]:
    if count.item.usd is not None:
        return count.item.usd, "narrative"
    if count.unit == "USD":
        return count.value, "narrative"
    amount = in_dollars(count.value, currency=count.unit, year=count.period)
    return amount, None if amount is None else "exchange_rate"
