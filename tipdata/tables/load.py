"""Loading a declared table: typed and checked once, filtered without surprises."""

from collections.abc import Iterable
from functools import cache
from numbers import Integral
from pathlib import Path
from typing import TextIO

import pandas as pd

from tipdata import resources
from tipdata.errors import TableError, unknown
from tipdata.tables import reads
from tipdata.tables.check import check
from tipdata.tables.declaration import Column, Table, table
from tipdata.tables.index import Index

# What a cell of each declared type becomes in pandas.
_DTYPES = {"string": "string", "integer": "Int64", "number": "Float64"}


def _typed(raw: pd.Series, column: Column) -> pd.Series:
    """Return a column of text cells in its declared type; an empty cell is missing."""
    if column.type == "boolean":
        words = raw.map({"true": True, "false": False}).astype("boolean")
        return _all_read(raw, words, column)
    if column.type == "date":
        days = pd.to_datetime(raw, errors="coerce", format="%Y-%m-%d").astype("datetime64[s]")
        return _all_read(raw, days, column)
    if column.type in ("integer", "number"):
        numbers = pd.to_numeric(raw, errors="coerce")
        if column.type == "integer":
            numbers = numbers.where(numbers.isna() | (numbers % 1 == 0))
        return _all_read(raw, numbers.astype(_DTYPES[column.type]), column)
    if column.categories:
        codes = list(column.categories)
        coded = raw.where(raw.isin(codes)).astype(pd.CategoricalDtype(codes, column.ordered))
        return _all_read(raw, coded, column)
    return raw.astype("string")


def _all_read(raw: pd.Series, typed: pd.Series, column: Column) -> pd.Series:
    lost = raw[raw.notna() & typed.isna()]
    if len(lost):
        raise TableError(
            f"column {column.name!r}: {len(lost)} cells are no {column.type} or no declared code, "
            f"first {lost.iloc[0]!r} in row {lost.index[0] + 1}"
        )
    return typed


def typed(raw: pd.DataFrame, *, declared: Table) -> pd.DataFrame:
    """Return a frame of text cells with the declared columns, in their order and types."""
    if list(raw.columns) != declared.column_names:
        raise TableError(
            f"{declared.name}: columns are {', '.join(map(str, raw.columns))}; "
            f"declared are {', '.join(declared.column_names)}"
        )
    columns: dict[str, pd.Series] = {}
    wrong: list[str] = []
    for column in declared.columns:
        try:
            columns[column.name] = _typed(raw[column.name], column)
        except TableError as error:
            wrong.append(str(error))
    if wrong:
        raise TableError(f"{declared.name}: {'; '.join(wrong)}")
    return pd.DataFrame(columns)


def read(file: Path | TextIO, *, declared: Table) -> pd.DataFrame:
    """Return a CSV file as the declared table, typed but not yet checked."""
    raw = pd.read_csv(file, dtype="string", keep_default_na=False, na_values=[""])
    return typed(raw, declared=declared)


def whole(name: str) -> pd.DataFrame:
    """Return the whole packaged table `name`, typed and checked; not to be changed."""
    reads.note_where(name, {})
    return index(name).frame


@cache
def index(name: str) -> Index:
    """Return the packaged table `name` with what finds its rows; who reads them notes it."""
    declared = table(name)
    frame = read(resources.data_file(f"{name}.csv"), declared=declared)
    check(frame, declared=declared)
    return Index(frame, key=declared.key)


def values(name: str, column: str) -> list[object]:
    """Return the values of a column of the packaged table `name`, each once, sorted."""
    reads.note(reads.Read(name, "values", column))
    return index(name).values(column)


def empty(name: str) -> pd.DataFrame:
    """Return the table `name` without rows, with its columns and types."""
    declared = table(name)
    raw = pd.DataFrame({each: pd.Series([], dtype="string") for each in declared.column_names})
    return typed(raw, declared=declared)


def select(
    name: str, *, columns: Iterable[str] | None = None, **conditions: object
) -> pd.DataFrame:
    """Return the rows of table `name` that meet all `conditions`, sorted as in the file.

    A condition is a value or several; None is no condition. A value that the column can not hold is
    an error; one that it could hold but no row has gives an empty frame.
    """
    declared = table(name)
    wanted = {
        column: [_value(each, declared.column(column), declared) for each in _several(given)]
        for column, given in conditions.items()
        if given is not None
    }
    read = reads.note_where(name, wanted)
    frame = index(name).frame.iloc[index(name).where(read.what)]
    if columns is not None:
        frame = frame[[declared.column(each).name for each in _several(columns)]]
    return frame.reset_index(drop=True)


def _several(given: object) -> list[object]:
    """Return one value, or several, as a list."""
    alone = isinstance(given, str) or not isinstance(given, Iterable)
    return [given] if alone else list(given)


def _value(value: object, column: Column, declared: Table) -> object:
    """Return `value` in the column's type, or raise where the column can not hold it."""
    place = f"{declared.name}.{column.name}"
    if column.type == "integer":
        return _whole_number(value, column, place)
    if column.name == "iso3":
        return _place(str(value), declared)
    choices = _choices(column, declared)
    if column.name == "place" and value not in choices:
        return _place(str(value), declared)
    if choices and value not in choices:
        raise unknown(
            value,
            what=column.name,
            place=declared.name,
            choices=choices,
            remedy=f"tipdata.codebook({declared.name!r}) describes them.",
        )
    return value


def _place(name: str, declared: Table) -> str:
    """Return the code of a place; of any place only in tables that hold more than the report's."""
    from tipdata.tables.names import lookup, to_iso3

    if any(other == "countries" for _, other, _ in declared.references):
        return to_iso3(name)
    return lookup(name) or to_iso3(name)


def _whole_number(value: object, column: Column, place: str) -> int:
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise unknown(value, what=column.name, place=place, choices=["a whole number"])
    low, high = column.minimum, column.maximum
    if column.name == "edition":
        held = values("tiers", "edition")
        low, high = held[0], held[-1]
    if (low is not None and value < low) or (high is not None and value > high):
        raise unknown(value, what=column.name, place=place, choices=[f"{low} to {high}"])
    return int(value)


def _choices(column: Column, declared: Table) -> list[str]:
    if column.categories:
        return list(column.categories)
    for own, other, other_column in declared.references:
        if own == column.name and other != declared.name:
            return values(other, other_column)
    if column.type == "string":
        return values(declared.name, column.name)
    return []
