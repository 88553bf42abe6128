"""Rows drawn from a narrative, as the declared tables."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Any

import numpy as np
import pandas as pd
from pandas.api.internals import create_dataframe_from_blocks

from tipdata.errors import TableError
from tipdata.reading.narrative import Narrative, Sentence
from tipdata.tables.declaration import Column, table

_KINDS = {
    "integer": (pd.arrays.IntegerArray, np.int64, int),
    "number": (pd.arrays.FloatingArray, np.float64, float),
    "boolean": (pd.arrays.BooleanArray, np.bool_, lambda each: each is True or each == "true"),
}

_STRING = pd.StringDtype()
_STRINGS = _STRING.construct_array_type()  # much faster than pd.array, which asks what to make


def frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Return rows as the declared table `name`, of the types that the packaged table has.

    A key that a row lacks, None and an empty text are missing values; numbers may be given as text.

    Raises
    ------
    tipdata.errors.TableError
        For a code or a number that the column cannot hold, or a column that the table has not.
    """
    makers = _makers(name)
    filled = list(rows)
    beyond = (row.keys() for row in filled if not row.keys() <= makers.keys())
    odd = sorted(set().union(*beyond) - makers.keys())
    if odd:
        raise TableError(f"{name} has no column {', '.join(odd)}")
    if not filled:
        return _empty(name).copy()
    blocks = [
        (make([None if (cell := row.get(column)) == "" else cell for row in filled]), place)
        for (column, make), place in zip(makers.items(), _places(name), strict=True)
    ]
    # Much faster than DataFrame, which looks at each array anew; most narratives give few rows.
    return create_dataframe_from_blocks(
        blocks, index=pd.RangeIndex(len(filled)), columns=_empty(name).columns.view()
    )


@cache
def _empty(name: str) -> pd.DataFrame:
    return pd.DataFrame({column: make([]) for column, make in _makers(name).items()})


@cache
def _places(name: str) -> list[np.ndarray]:
    """Return the place of each column, as an array."""
    return [np.array([place]) for place in range(len(_makers(name)))]


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
    return pd.Categorical.from_codes(np.array(codes, dtype=np.intp), dtype=dtype, validate=False)


def _texts(values: list[Any], *, place: str) -> Any:
    return _STRINGS._from_sequence(_converted(values, str, place), dtype=_STRING)


def _numbers(values: list[Any], *, type_: str, place: str) -> Any:
    array, dtype, kind = _KINDS[type_]
    converted = _converted(values, kind, place)
    missing = [each is None or each != each for each in converted]
    if any(missing):
        converted = [0 if gone else each for gone, each in zip(missing, converted, strict=True)]
    return array(np.array(converted, dtype=dtype), np.array(missing, dtype=np.bool_))


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
