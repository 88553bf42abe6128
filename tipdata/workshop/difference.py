"""How an answer differs from the right one, said without giving the right one away."""

from collections.abc import Mapping
from numbers import Real

import pandas as pd

_SHOWN = 3


def difference(given: object, right: object) -> str | None:
    """Return in one sentence the first thing in which `given` differs, or None where it does not.

    Numbers are compared as numbers, text without regard to case, sets and lists of codes without
    regard to order, frames by their columns and their rows without regard to order.

    Examples
    --------
    >>> difference(3, 5)
    '3 is too small'
    >>> difference({"PER", "CHL"}, {"PER", "BRA"})
    "'CHL' does not belong; 1 is missing"
    >>> difference("Arrests", "arrests") is None
    True
    """
    for kind, compare in _KINDS:
        if isinstance(right, kind):
            return compare(given, right)
    raise TypeError(f"an answer of type {type(right).__name__} cannot be compared")


def _truth(given: object, right: bool) -> str | None:
    if not isinstance(given, bool):
        return f"{given!r} is {_kind(given)}, the answer is True or False"
    return None if given == right else f"{given} is not so"


def _number(given: object, right: Real) -> str | None:
    if isinstance(given, bool) or not isinstance(given, Real):
        return f"{_shown(given)} is {_kind(given)}, the answer is one number"
    if pd.isna(given):
        return "the answer is a number, yours is missing"
    if abs(given - right) <= 1e-6 * max(1, abs(right)):
        return None
    return f"{given:,.6g} is too {'small' if given < right else 'large'}"


def _text(given: object, right: str) -> str | None:
    if not isinstance(given, str):
        return f"{_shown(given)} is {_kind(given)}, the answer is text"
    return None if given.strip().casefold() == right.casefold() else f"{given!r} does not fit"


def _codes(given: object, right: set | list | tuple) -> str | None:
    if isinstance(given, str) or not isinstance(given, set | frozenset | list | tuple | pd.Series):
        return f"{_shown(given)} is {_kind(given)}, the answer is several things: a set or a list"
    wrong = sorted(map(str, set(given) - set(right)))
    lost = set(right) - set(given)
    parts = []
    if wrong:
        more = f" and {len(wrong) - _SHOWN} more" if len(wrong) > _SHOWN else ""
        shown = ", ".join(map(repr, wrong[:_SHOWN]))
        parts.append(f"{shown}{more} {'does' if len(wrong) == 1 else 'do'} not belong")
    if lost:
        parts.append(f"{len(lost)} {'is' if len(lost) == 1 else 'are'} missing")
    return "; ".join(parts) or None


def _mapping(given: object, right: Mapping) -> str | None:
    if not isinstance(given, Mapping):
        return f"{_shown(given)} is {_kind(given)}, the answer is a dict"
    for key, value in right.items():
        if key not in given:
            return f"{key!r} is missing"
        if given[key] is ...:
            return f"{key!r} has still its three dots"
        found = difference(given[key], value)
        if found:
            return f"{key!r}: {found}"
    return _codes(set(given), set(right))


def _series(given: object, right: pd.Series) -> str | None:
    if not isinstance(given, pd.Series):
        return f"{_kind(given)} was given, the answer is one column: a Series"
    return _mapping(dict(given.items()), dict(right.items()))


def _frame(given: object, right: pd.DataFrame) -> str | None:
    if not isinstance(given, pd.DataFrame):
        return f"{_kind(given)} was given, the answer is a table: a DataFrame"
    missing = [column for column in right.columns if column not in given]
    if missing:
        return f"the table lacks the column {missing[0]!r}; it has {', '.join(map(str, given))}"
    if len(given) != len(right):
        few = "few" if len(given) < len(right) else "many"
        return f"the table has {len(given):,} rows, that is too {few}"
    own, wanted = (_sorted(frame, list(right.columns)) for frame in (given, right))
    for column in right.columns:
        both_empty = own[column].isna() & wanted[column].isna()
        differs = ~((own[column] == wanted[column]).fillna(False) | both_empty).astype(bool)
        if differs.any():
            place = own[differs].iloc[0]
            shown = ", ".join(f"{name} {place[name]}" for name in right.columns)
            return f"column {column!r} is wrong in {differs.sum()} rows, first in: {shown}"
    return None


def _sorted(frame: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    plain = pd.DataFrame({each: _plain(frame[each]) for each in columns})
    return plain.sort_values(columns).reset_index(drop=True)


def _plain(column: pd.Series) -> pd.Series:
    """Return a column in a type that compares: numbers rounded, all else as text."""
    if pd.api.types.is_numeric_dtype(column):
        return column.astype("Float64").round(6)
    return column.astype("string")


def _kind(given: object) -> str:
    names = {str: "text", int: "a number", float: "a number", bool: "True or False"}
    names |= {list: "a list", set: "a set", dict: "a dict", type(None): "nothing (None)"}
    return names.get(type(given), f"a {type(given).__name__}")


def _shown(given: object) -> str:
    text = repr(given)
    return text if len(text) <= 40 and "\n" not in text else "what you gave"


_KINDS = (
    (bool, _truth),
    (Real, _number),
    (str, _text),
    (pd.DataFrame, _frame),
    (pd.Series, _series),
    (Mapping, _mapping),
    ((set, frozenset, list, tuple), _codes),
)
