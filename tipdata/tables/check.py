"""Checking a table against its declaration: collect every problem, then speak once."""

from collections.abc import Iterator

import pandas as pd

from tipdata.errors import TableError
from tipdata.tables.declaration import Column, Table

_SHOWN = 5


def check(frame: pd.DataFrame, *, declared: Table) -> None:
    """Raise one TableError that names the problems of `frame`, if it has any."""
    found = problems(frame, declared=declared)
    if found:
        more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise TableError(
            f"{len(found)} problems in {declared.name}: {'; '.join(found[:_SHOWN])}{more}"
        )


def problems(frame: pd.DataFrame, *, declared: Table) -> list[str]:
    """Return every way in which `frame` breaks its declaration, one line each."""
    found = [line for column in declared.columns for line in _column(frame[column.name], column)]
    return found + list(_key(frame, declared)) + list(_order(frame))


def _rows(mask: pd.Series) -> str:
    rows = [str(row + 1) for row in mask[mask].index[:_SHOWN]]
    return f"row {', '.join(rows)}" + (
        f" and {mask.sum() - _SHOWN} more" if mask.sum() > _SHOWN else ""
    )


def _column(values: pd.Series, column: Column) -> Iterator[str]:
    filled = values.dropna()
    if column.required and len(filled) < len(values):
        yield f"{column.name} is empty in {_rows(values.isna())}"
    if column.unique and filled.duplicated().any():
        yield f"{column.name} {filled[filled.duplicated()].iloc[0]!r} occurs twice"
    if column.minimum is not None and (filled < column.minimum).any():
        low = filled < column.minimum
        yield f"{column.name} {filled[low].iloc[0]} is below {column.minimum} in {_rows(low)}"
    if column.maximum is not None and (filled > column.maximum).any():
        high = filled > column.maximum
        yield f"{column.name} {filled[high].iloc[0]} is above {column.maximum} in {_rows(high)}"
    if column.pattern is not None:
        odd = ~filled.astype("string").str.fullmatch(column.pattern)
        if odd.any():
            yield f"{column.name} {filled[odd].iloc[0]!r} is not {column.pattern} in {_rows(odd)}"


def _key(frame: pd.DataFrame, declared: Table) -> Iterator[str]:
    twice = frame.duplicated(list(declared.key), keep=False)
    if twice.any():
        yield f"{_rows(twice)} share the key ({', '.join(declared.key)})"


def _order(frame: pd.DataFrame) -> Iterator[str]:
    for low, high in (("value", "value_max"), ("value_min", "value_max"), ("start", "end")):
        if low in frame and high in frame:
            wrong = (frame[low] > frame[high]).fillna(False).astype(bool)
            if wrong.any():
                yield f"{low} is above {high} in {_rows(wrong)}"
    if "suppressed" in frame:
        wrong = (frame["suppressed"] & frame["value"].notna()).fillna(False).astype(bool)
        if wrong.any():
            yield f"value is given although suppressed in {_rows(wrong)}"


def broken_references(frames: dict[str, pd.DataFrame], *, declared: Table) -> list[str]:
    """Return the references of one table that lead nowhere, one line each.

    `frames` holds the table and every table that it refers to, by name.
    """
    found = []
    for own, other, other_column in declared.references:
        held = frames[declared.name][own].dropna()
        lost = held[~held.isin(frames[other][other_column])]
        if len(lost):
            found.append(
                f"{declared.name}.{own} {lost.iloc[0]!r} (row {lost.index[0] + 1}) "
                f"is not in {other}.{other_column}"
            )
    return found
