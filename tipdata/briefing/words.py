"""Numbers and codes in words: how a cell of a table reads on a page."""

from collections.abc import Callable

import pandas as pd

from tipdata.briefing.rows import Rows
from tipdata.tables.declaration import table

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


FORMS: dict[str, Callable[[float], str]] = {
    each.__name__: each for each in (plain, number, signed, percent, rate, dollars)
}


def _quantity(rows: Rows, row: pd.Series) -> str:
    """Return a figure with qualifier, range and unit: about 826,000 PEN; 2 to 5 years."""
    amount = number(row["value"])
    if pd.notna(row["value_max"]):
        amount = f"{amount} to {number(row['value_max'])}"
    return f"{_QUALIFIERS[row['qualifier']]}{amount} {unit(row)}"


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


def unit(row: pd.Series) -> str:
    """Return the unit of a figure, in the singular for one."""
    one = row["value"] == 1 and pd.isna(row["value_max"])
    return _SINGULAR.get(row["unit"], row["unit"]) if one else row["unit"]


def _usd(rows: Rows, row: pd.Series) -> str:
    basis = "" if row["usd_basis"] == "narrative" else ", converted"
    return f"{dollars(row['usd'])}{basis}"


def _period(rows: Rows, row: pd.Series) -> str:
    notes = {"fiscal_year": " (fiscal year)", "assumed": " (assumed)"}
    return plain(row["period"]) + notes.get(row.get("period_basis"), "")


def _covers(rows: Rows, row: pd.Series) -> str:
    """Return what the figure covers: suspected; female, children; sex trafficking."""
    declared = table("figures")
    parts = [
        declared.column(column).categories[row[column]]
        for column in ("status", "sex", "age", "exploitation")
        if pd.notna(row[column])
    ]
    if pd.notna(row["nationality"]):
        parts.append(place_name(rows, row["nationality"]))
    if pd.notna(row["detail"]):
        parts.append(row["detail"].replace("_", " "))
    return ", ".join(parts)


def _where(rows: Rows, row: pd.Series) -> str:
    if pd.isna(row["paragraph"]):
        return ""
    return f"¶{row['paragraph']}.{row['sentence']}"


def _indicator(rows: Rows, row: pd.Series) -> str:
    return rows.get(f"indicators/{row['indicator']}")["label"]


def _trait(rows: Rows, row: pd.Series) -> str:
    label = table("profile").column("value").categories[row["value"]]
    return f"{label}: {place_name(rows, row['name'])}" if pd.notna(row["name"]) else label


def place_name(rows: Rows, code: str) -> str:
    """Return the name behind a country code, a region code or a word."""
    if code in ("foreign", "national"):
        return {"foreign": "foreign nationals", "national": "own nationals"}[code]
    if code.startswith("X-"):
        words = code[2:].replace("_", " ")
        return words.lower() if words in ("NEIGHBORS", "OTHER") else words.title()
    found = rows.of("countries", iso3=code)
    return found["name"].item() if len(found) else code


def _bounds(rows: Rows, row: pd.Series) -> str:
    if row["suppressed"]:
        return f"{row['value_min']} to {row['value_max']}"
    return number(row["value"])


def _origin(rows: Rows, row: pd.Series) -> str:
    return place_name(rows, row["origin"])


def _destination(rows: Rows, row: pd.Series) -> str:
    return place_name(rows, row["destination"])


# Cells that are made of several columns, or whose code stands in another table.
_MADE: dict[tuple[str, str], Callable[[Rows, pd.Series], str]] = {
    ("figures", "quantity"): _quantity,
    ("figures", "usd"): _usd,
    ("figures", "period"): _period,
    ("figures", "covers"): _covers,
    ("figures", "where"): _where,
    ("figures", "indicator"): _indicator,
    ("not_reported", "indicator"): _indicator,
    ("not_reported", "where"): _where,
    ("assessments", "where"): _where,
    ("profile", "trait"): _trait,
    ("profile", "where"): _where,
    ("flows", "origin"): _origin,
    ("flows", "destination"): _destination,
    ("flows", "where"): _where,
    ("laws", "where"): _where,
    ("unodc", "count"): _bounds,
}
_PLAIN = {"edition", "year", "period", "first_edition", "paragraph", "sentence"}


def cell(rows: Rows, name: str, column: str, row: pd.Series) -> str:
    """Return how a column, or a cell made of several columns, of a `row` of table `name` reads."""
    if (name, column) in _MADE:
        return _MADE[name, column](rows, row)
    declared, value = table(name).column(column), row[column]
    if pd.isna(value):
        return ""
    if declared.categories:
        return declared.categories[value]
    if declared.type == "boolean":
        return "yes" if value else "no"
    if declared.type == "date":
        return value.strftime("%Y-%m-%d")
    if declared.type in ("integer", "number"):
        return plain(value) if column in _PLAIN else number(value)
    return str(value)


def joined(parts: list[str]) -> str:
    """Return a list in words: a, b and c."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
