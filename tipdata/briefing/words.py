"""Numbers, amounts and lists in words."""

from collections.abc import Callable
from math import floor, log10

import pandas as pd

_QUALIFIERS = {"exact": "", "approximate": "about ", "at_least": "at least ", "at_most": "at most "}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def plain(value: float) -> str:
    """Return a year or another number without separators."""
    return str(int(value))


def number(value: float) -> str:
    """Return a number for readers: 1,229; 7.5 million; 0.25."""
    value = float(value)
    for size, word in _SCALES:
        if abs(value) >= size and round(value / size, 3) * size == value:
            return f"{value / size:,.3f}".rstrip("0").rstrip(".") + f" {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")


def signed(value: float) -> str:
    """Return a change with its sign: +101, -17, no change."""
    if value == 0:
        return "no change"
    return ("+" if value > 0 else "\u2212") + number(abs(value))


def percent(value: float) -> str:
    """Return a relative change with its sign: +13 %."""
    rounded = round(value)
    if rounded == 0:
        return "\u00b10\u202f%"
    return ("+" if rounded > 0 else "\u2212") + f"{abs(rounded):,}\u202f%"


def rate(value: float) -> str:
    """Return a rate per million people with three significant digits at the least."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def dollars(value: float) -> str:
    """Return an amount in US dollars."""
    return f"${number(round(value))}"


def about(value: float) -> str:
    """Return a hedged number with two digits that count: about 6.7 million."""
    if value == 0:
        return "about 0"
    return f"about {number(round(value, 1 - floor(log10(abs(value)))))}"


def about_signed(value: float) -> str:
    """Return a hedged change with its sign and two digits that count: about +6.7 million."""
    if value == 0:
        return "no change"
    sign = "+" if value > 0 else "\u2212"
    return f"about {sign}{about(abs(value)).removeprefix('about ')}"


FORMS: dict[str, Callable[[float], str]] = {
    each.__name__: each
    for each in (plain, number, signed, percent, rate, dollars, about, about_signed)
}


_SINGULAR = {
    "persons": "person",
    "cases": "case",
    "operations": "operation",
    "facilities": "facility",
    "beds": "bed",
    "permits": "permit",
    "calls": "call",
    "trainings": "training",
    "years": "year",
    "months": "month",
    "items": "item",
}


def is_one(row: pd.Series) -> bool:
    """Return whether a figure is one, and no range."""
    return bool(row["value"] == 1) and pd.isna(row["value_max"])


def is_none(row: pd.Series) -> bool:
    """Return whether a figure is exactly zero, and no range."""
    return bool(row["value"] == 0) and pd.isna(row["value_max"]) and row["qualifier"] == "exact"


def is_money(unit: str) -> bool:
    """Return whether a unit is the code of a currency."""
    return unit.isupper()


def singular(unit: str) -> str:
    """Return a unit in the singular."""
    return _SINGULAR.get(unit, unit)


def unit(row: pd.Series) -> str:
    """Return the unit of a figure, in the singular for one."""
    return singular(row["unit"]) if is_one(row) else row["unit"]


def amount(row: pd.Series) -> str:
    """Return a figure with qualifier and range, without unit: about 826,000; 2 to 5."""
    text = number(row["value"])
    if pd.notna(row["value_max"]):
        text = f"{text} to {number(row['value_max'])}"
    return f"{_QUALIFIERS[row['qualifier']]}{text}"


def joined(parts: list[str]) -> str:
    """Return a list in words: a, b and c."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
