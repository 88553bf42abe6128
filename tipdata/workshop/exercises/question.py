"""Exercises on a question of one's own: many right answers, a few ways to be wrong."""

import re
from collections.abc import Iterator

import pandas as pd

from tipdata.workshop.verdicts import judged

_KINDS = ("zero", "not reported", "withheld", "not covered", "not read", "no row")


@judged("question.question", because="it can be answered yes or no, or with a number")
def question(answer: object) -> Iterator[str]:
    """Look whether a question is one question about what was reported."""
    if not isinstance(answer, str) or not answer.strip().endswith("?"):
        yield "a question is text that ends with a question mark"
        return
    if answer.count("?") > 1:
        yield "that is more than one question"
    if re.search(r"\bhow much trafficking\b|\bhow many victims are there\b", answer.casefold()):
        yield "these counts are of what was found and reported; ask about that"


@judged("question.table", because="one row is one observation, and its key says which")
def table(answer: object) -> Iterator[str]:
    """Look whether a table is tidy."""
    if not isinstance(answer, pd.DataFrame):
        yield "the answer is a table: a DataFrame"
        return
    if answer.empty:
        yield "the table has no row; look at each filter by itself"
        return
    keys = [each for each in ("iso3", "region", "edition", "year") if each in answer]
    if not keys:
        yield "no column says of what place and time a row is: iso3 or region, edition or year"
    elif answer.duplicated(keys).any():
        row = answer.loc[answer.duplicated(keys), keys].iloc[0].to_dict()
        yield f"two rows share the key {row}; sum them up, or say in a column how they differ"
    for column in answer.columns[answer.isna().all()]:
        yield f"column {column!r} is all missing"


@judged("question.missing", because="who reads it knows what the table cannot say")
def missing(answer: object) -> Iterator[str]:
    """Look whether a sentence says which kind of missing there is."""
    if not isinstance(answer, str) or len(answer.split()) < 5:
        yield "the answer is one whole sentence"
    elif not any(each in answer.casefold() for each in _KINDS):
        yield f"the sentence does not say which kind of missing: {', '.join(_KINDS)}"


@judged("question.sentence", because="every number in it stands in your table")
def sentence(answer: object) -> Iterator[str]:
    """Hold the numbers of a sentence against a table."""
    if not isinstance(answer, tuple) or len(answer) != 2:
        yield "the answer is your sentence and your table"
        return
    text, rows = answer
    if not isinstance(text, str) or not isinstance(rows, pd.DataFrame):
        yield "the first is text, the second a DataFrame"
        return
    held = {f"{each:g}" for each in _numbers(rows)} | {f"{each:.1f}" for each in _numbers(rows)}
    found = [each.replace(",", "") for each in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]
    if not found:
        yield "the sentence has no number"
    for each in found:
        if each not in held:
            yield f"{each} does not stand in the table; take it from there with an f-string"


def _numbers(rows: pd.DataFrame) -> list[float]:
    columns = [rows[each] for each in rows.select_dtypes("number")] + [rows.index.to_series()]
    return [
        float(value)
        for column in columns
        if pd.api.types.is_numeric_dtype(column)
        for value in column.dropna()
    ]
