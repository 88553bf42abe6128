"""How a cell of a table, or a cell made of several columns, reads on a page."""

from collections.abc import Callable

import pandas as pd

from tipdata.briefing import telling
from tipdata.briefing.rows import Rows
from tipdata.briefing.words import amount, number, plain, unit
from tipdata.tables.declaration import table


def _quantity(rows: Rows, row: pd.Series) -> str:
    """Return a figure with qualifier, range and unit: about 826,000 PEN; 2 to 5 years."""
    if row["unit"] == "items" and _named_by_detail(row):
        return amount(row)
    return f"{amount(row)} {unit(row)}"


def _told(rows: Rows, row: pd.Series) -> str:
    nationality = place_name(rows, row["nationality"]) if pd.notna(row["nationality"]) else ""
    return telling.clause(row, label=_indicator(rows, row), nationality=nationality)


def _earlier(rows: Rows, row: pd.Series) -> str:
    return telling.earlier(row)


def _judged(rows: Rows, row: pd.Series) -> str:
    return telling.judgement(row)


def _usd(rows: Rows, row: pd.Series) -> str:
    return telling.usd(row)


def _period(rows: Rows, row: pd.Series) -> str:
    notes = {"fiscal_year": " (fiscal year)", "assumed": " (year assumed)"}
    return plain(row["period"]) + notes.get(row.get("period_basis"), "")


def _covers(rows: Rows, row: pd.Series) -> str:
    """Return what the figure covers: suspected; female, children; sex trafficking."""
    parts = telling.kinds(row)
    if pd.notna(row["nationality"]):
        parts.append(place_name(rows, row["nationality"]))
    if pd.notna(row["detail"]) and not _named_by_detail(row):
        parts.append(row["detail"].replace("_", " "))
    return ", ".join(parts)


def _by(rows: Rows, row: pd.Series) -> str:
    return telling.by(row)


def _where(rows: Rows, row: pd.Series) -> str:
    if pd.notna(row["paragraph"]):
        return f"¶{row['paragraph']}.{row['sentence']}"
    if pd.isna(row["sentence"]):
        return ""
    return f"{table('figures').column('section').categories[row['section']]}, s. {row['sentence']}"


def _named_by_detail(row: pd.Series) -> bool:
    """Return whether only the detail of a row says what was counted."""
    return row["indicator"] == "other" and pd.notna(row.get("detail"))


def _indicator(rows: Rows, row: pd.Series) -> str:
    if _named_by_detail(row):
        return row["detail"].replace("_", " ").capitalize()
    return rows.get(f"indicators/{row['indicator']}")["label"]


def _said(rows: Rows, row: pd.Series) -> str:
    return "not reported"


def _thing(rows: Rows, row: pd.Series) -> str:
    return _indicator(rows, row).lower()


def _trait(rows: Rows, row: pd.Series) -> str:
    label = table("profile").column("value").categories[row["value"]]
    return f"{label}: {place_name(rows, row['name'])}" if pd.notna(row["name"]) else label


def _named(rows: Rows, row: pd.Series) -> str:
    return place_name(rows, row["name"])


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


def _counted(rows: Rows, row: pd.Series) -> str:
    return telling.counted(row)


def _origin(rows: Rows, row: pd.Series) -> str:
    return place_name(rows, row["origin"])


def _destination(rows: Rows, row: pd.Series) -> str:
    return place_name(rows, row["destination"])


# Cells that are made of several columns, or whose code stands in another table.
_MADE: dict[tuple[str, str], Callable[[Rows, pd.Series], str]] = {
    ("figures", "quantity"): _quantity,
    ("figures", "told"): _told,
    ("figures", "earlier"): _earlier,
    ("figures", "usd"): _usd,
    ("figures", "period"): _period,
    ("figures", "covers"): _covers,
    ("figures", "by"): _by,
    ("figures", "where"): _where,
    ("figures", "indicator"): _indicator,
    ("not_reported", "indicator"): _indicator,
    ("not_reported", "thing"): _thing,
    ("not_reported", "said"): _said,
    ("not_reported", "where"): _where,
    ("assessments", "told"): _judged,
    ("assessments", "where"): _where,
    ("profile", "trait"): _trait,
    ("profile", "named"): _named,
    ("profile", "where"): _where,
    ("flows", "origin"): _origin,
    ("flows", "destination"): _destination,
    ("flows", "where"): _where,
    ("laws", "where"): _where,
    ("unodc", "count"): _bounds,
    ("unodc", "told"): _counted,
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
