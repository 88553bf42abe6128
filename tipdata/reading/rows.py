"""Rows drawn from a narrative, as the declared tables."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import pandas as pd

from tipdata.errors import TableError
from tipdata.reading.narrative import Narrative, Sentence
from tipdata.tables.declaration import Column, table

_KINDS = {
    "string": (pd.StringDtype(), str),
    "integer": (pd.Int64Dtype(), int),
    "number": (pd.Float64Dtype(), float),
    "boolean": (pd.BooleanDtype(), lambda each: each is True or each == "true"),
}


def frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Return rows as the declared table `name`, of the types that the packaged table has.

    A key that a row lacks, None and an empty text are missing values; numbers may be given as text.

    Raises
    ------
    tipdata.errors.TableError
        For a code or a number that the column cannot hold, or a column that the table has not.
    """
    declared = table(name)
    listed = list(rows)
    odd = sorted({key for row in listed for key in row} - set(declared.column_names))
    if odd:
        raise TableError(f"{name} has no column {', '.join(odd)}")
    return pd.DataFrame(
        {column.name: _array([row.get(column.name) for row in listed], column, name)
         for column in declared.columns}
    )  # fmt: skip


def _array(values: list[Any], column: Column, name: str) -> Any:
    values = [None if each == "" else each for each in values]
    if column.categories:
        dtype, numbers = _codes(tuple(column.categories), column.ordered)
        odd = next((each for each in values if each not in numbers), None)
        if odd is not None:
            raise TableError(f"{name}.{column.name}: {odd!r} is no declared code")
        return pd.Categorical.from_codes([numbers[each] for each in values], dtype=dtype)
    dtype, kind = _KINDS[column.type]
    return pd.array(_converted(values, kind, f"{name}.{column.name}"), dtype=dtype)


@cache
def _codes(
    categories: tuple[str, ...], ordered: bool
) -> tuple[pd.CategoricalDtype, dict[str | None, int]]:
    """Return the type of a column of codes, and the number of each code; None is missing."""
    numbers = {code: number for number, code in enumerate(categories)} | {None: -1}
    return pd.CategoricalDtype(list(categories), ordered=ordered), numbers


def _converted(values: list[Any], kind: Callable[[Any], Any], place: str) -> list[Any]:
    try:
        return [None if each is None else kind(each) for each in values]
    except ValueError as error:
        raise TableError(f"{place}: {error}") from error


def where(narrative: Narrative, sentence: Sentence, start: int, end: int) -> dict[str, Any]:
    """Return the columns that say whose a row is and where ``sentence.text[start:end]`` stands."""
    return {
        "iso3": narrative.iso3,
        "edition": narrative.edition,
        "source_id": narrative.source_id,
        "section": sentence.section,
        "paragraph": sentence.paragraph,
        "sentence": sentence.number,
        "start": sentence.start + start,
        "end": sentence.start + end,
        "method": "extracted",
    }
