"""Rows drawn from a narrative, as the declared tables."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Any

import numpy as np
import pandas as pd

from tipdata.errors import TableError
from tipdata.reading.narrative import Narrative, Sentence
from tipdata.tables.declaration import Column, table

_KINDS = {
    "integer": (pd.arrays.IntegerArray, np.int64, int),
    "number": (pd.arrays.FloatingArray, np.float64, float),
    "boolean": (pd.arrays.BooleanArray, np.bool_, lambda each: each is True or each == "true"),
}


def frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Return rows as the declared table `name`, of the types that the packaged table has.

    A key that a row lacks, None and an empty text are missing values; numbers may be given as text.

    Raises
    ------
    tipdata.errors.TableError
        For a code or a number that the column cannot hold, or a column that the table has not.
    """
    makers = _makers(name)
    blank = dict.fromkeys(makers)
    filled = [blank | row for row in rows]
    odd = sorted({key for row in filled if len(row) > len(blank) for key in row} - blank.keys())
    if odd:
        raise TableError(f"{name} has no column {', '.join(odd)}")
    if not filled:
        return _empty(name).copy()
    columns = zip(*(row.values() for row in filled), strict=True)
    arrays = {
        column: make([None if cell == "" else cell for cell in cells])
        for (column, make), cells in zip(makers.items(), columns, strict=True)
    }
    return pd.DataFrame(arrays, copy=False)


@cache
def _empty(name: str) -> pd.DataFrame:
    return pd.DataFrame({column: make([]) for column, make in _makers(name).items()})


@cache
def _makers(name: str) -> dict[str, Callable[[list[Any]], Any]]:
    """Return what makes the array of each column of a table out of its cells, None if missing."""
    return {column.name: _maker(column, f"{name}.{column.name}") for column in table(name).columns}


def _maker(column: Column, place: str) -> Callable[[list[Any]], Any]:
    if column.categories:
        dtype = pd.CategoricalDtype(list(column.categories), ordered=column.ordered)
        numbers = {code: number for number, code in enumerate(column.categories)} | {None: -1}
        return partial(_coded, dtype=dtype, numbers=numbers, place=place)
    if column.type == "string":
        return partial(_texts, place=place)
    return partial(_numbers, type_=column.type, place=place)


def _coded(
    values: list[Any], *, dtype: pd.CategoricalDtype, numbers: dict[Any, int], place: str
) -> pd.Categorical:
    try:
        codes = [numbers[each] for each in values]
    except KeyError as error:
        raise TableError(f"{place}: {error} is no declared code") from error
    return pd.Categorical.from_codes(np.array(codes, dtype=np.intp), dtype=dtype)


def _texts(values: list[Any], *, place: str) -> Any:
    return pd.array(_converted(values, str, place), dtype=pd.StringDtype())


def _numbers(values: list[Any], *, type_: str, place: str) -> Any:
    array, dtype, kind = _KINDS[type_]
    converted = _converted(values, kind, place)
    missing = np.array([each is None or each != each for each in converted], dtype=np.bool_)
    filled = [0 if gone else each for gone, each in zip(missing, converted, strict=True)]
    return array(np.array(filled, dtype=dtype), missing)


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
