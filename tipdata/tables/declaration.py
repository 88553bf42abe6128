"""The declaration of every table, ``data/datapackage.json``: the one place that tells columns.

The Data Package names, describes and types each column. Loading, checking, the codebook and the
docstrings of the public functions are all made from it.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tipdata import resources
from tipdata.errors import unknown
from tipdata.tables import reads

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Column:
    """A declared column."""

    name: str
    type: str
    description: str
    categories: dict[str, str]
    ordered: bool
    unit: str | None
    required: bool
    unique: bool
    minimum: float | None
    maximum: float | None
    pattern: str | None


@dataclass(frozen=True)
class Table:
    """A declared table.

    Its rows stand in the file sorted by `order`: what the declaration says, else by the key.
    """

    name: str
    title: str
    one_row: str
    missing: str
    origin: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    order: tuple[str, ...]
    references: tuple[tuple[str, str, str], ...]
    rows: int | None

    @property
    def column_names(self) -> list[str]:
        """Names of the columns, in their order in the file."""
        return [column.name for column in self.columns]

    def column(self, name: str) -> Column:
        """Return the column `name`, or raise with the nearest one."""
        for column in self.columns:
            if column.name == name:
                return column
        raise unknown(
            name,
            what="column",
            place=self.name,
            choices=self.column_names,
            remedy=f"tipdata.codebook({self.name!r}) describes them.",
        )


def _column(field: dict[str, Any]) -> Column:
    limits = field.get("constraints", {})
    return Column(
        name=field["name"],
        type=field["type"],
        description=field["description"],
        categories={each["value"]: each["label"] for each in field.get("categories", [])},
        ordered=field.get("categoriesOrdered", False),
        unit=field.get("unit"),
        required=limits.get("required", False),
        unique=limits.get("unique", False),
        minimum=limits.get("minimum"),
        maximum=limits.get("maximum"),
        pattern=limits.get("pattern"),
    )


def _table(resource: dict[str, Any]) -> Table:
    schema = resource["schema"]
    return Table(
        name=resource["name"],
        title=resource["title"],
        one_row=resource["description"],
        missing=resource["missing"],
        origin=resource["origin"],
        columns=tuple(_column(field) for field in schema["fields"]),
        key=tuple(schema["primaryKey"]),
        order=tuple(resource.get("order", schema["primaryKey"])),
        references=tuple(
            (each["fields"][0], each["reference"]["resource"], each["reference"]["fields"][0])
            for each in schema.get("foreignKeys", [])
        ),
        rows=resource.get("rows"),
    )


@cache
def package() -> dict[str, Any]:
    """Return the Data Package as it stands in ``data/datapackage.json``; not to be changed."""
    return json.loads(resources.data_file("datapackage.json").read_text(encoding="utf-8"))


def data_date() -> str:
    """Return the day of the packaged data, as YYYY-MM-DD."""
    return package()["created"][:10]


@cache
def data_stamp() -> str:
    """Return a short hash that changes with any byte of the packaged data or their declaration."""
    import hashlib

    return hashlib.sha256(resources.data_file("datapackage.json").read_bytes()).hexdigest()[:12]


def from_package(package: dict[str, Any]) -> dict[str, Table]:
    """Return every table that a Data Package declares, by its name."""
    return {each["name"]: _table(each) for each in package["resources"]}


@cache
def tables() -> dict[str, Table]:
    """Return every declared table by its name."""
    return from_package(package())


def table(name: str) -> Table:
    """Return the declared table `name`, or raise with the nearest one."""
    if name not in tables():
        raise unknown(
            name,
            what="table",
            place="the data package",
            choices=tables(),
            remedy="tipdata.codebook() lists all columns of all tables.",
        )
    return tables()[name]


def codebook(table_name: str | None = None, *, search: str | None = None) -> "pd.DataFrame":
    """Return the codebook: one row is a column of a table.

    Parameters
    ----------
    table_name
        Only this table; all tables where None.
    search
        Only columns in whose name, description or categories these words stand (any case).

    Returns
    -------
    pandas.DataFrame
        table, column, type, unit, required, description, categories (code = label, or the code
        alone where it says enough); in the order of the files. Empty cells are empty strings.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For a table that is not declared.

    Examples
    --------
    >>> import tipdata
    >>> tipdata.codebook("tiers")["column"].tolist()
    ['iso3', 'edition', 'tier', 'missing', 'basis', 'strength', 'source_id']
    """
    from tipdata.tables.shown import Shown

    chosen = list(tables().values()) if table_name is None else [table(table_name)]
    rows = [
        {
            "table": each.name,
            "column": column.name,
            "type": column.type,
            "unit": column.unit or "",
            "required": column.required,
            "description": column.description,
            "categories": _codes(column),
        }
        for each in chosen
        for column in each.columns
    ]
    frame = Shown(rows)
    if search is not None:
        text = frame["column"] + " " + frame["description"] + " " + frame["categories"]
        frame = frame[text.str.contains(search, case=False, regex=False)]
    return frame.reset_index(drop=True)


@dataclass(frozen=True)
class Description:
    """What a table is, made to be read in a notebook or a terminal."""

    table: Table

    def __str__(self) -> str:
        each = self.table
        rows = "not built yet" if each.rows is None else f"{each.rows:,} rows"
        return "\n".join(
            [
                f"{each.name}: {each.title} ({rows})",
                each.one_row,
                f"Key: {', '.join(each.key)}.",
                f"Missing: {each.missing}",
                f"Source: {each.origin}.",
                "Columns:",
                *(f"  {line}" for line in column_lines(each)),
            ]
        )

    __repr__ = __str__

    def _repr_html_(self) -> str:
        from html import escape

        each = self.table
        rows = "".join(
            f"<tr><th scope='row'>{escape(column.name)}</th><td>{escape(column.type)}</td>"
            f"<td style='text-align: left'>{escape(_meaning(column))}</td></tr>"
            for column in each.columns
        )
        return (
            f"<p><strong>{escape(each.name)}</strong>: {escape(each.one_row)} "
            f"Key: {escape(', '.join(each.key))}. {escape(each.missing)}</p>"
            f"<table><thead><tr><th scope='col'>column</th><th scope='col'>type</th>"
            f"<th scope='col'>meaning</th></tr></thead><tbody>{rows}</tbody></table>"
            f"<p>Source: {escape(each.origin)}.</p>"
        )


def _codes(column: Column) -> str:
    return "; ".join(
        code if code == label else f"{code} = {label}" for code, label in column.categories.items()
    )


def _meaning(column: Column) -> str:
    parts = [column.description]
    if column.unit:
        parts.append(f"[{column.unit}]")
    if column.categories and len(column.categories) <= 12:
        parts.append(f"({_codes(column)})")
    elif column.categories:
        parts.append(f"({len(column.categories)} codes)")
    return " ".join(parts)


def column_lines(declared: Table) -> list[str]:
    """Return one line a column: name, type, meaning, codes."""
    return [f"{each.name} ({each.type}): {_meaning(each)}" for each in declared.columns]


def describe(table_name: str) -> Description:
    """Return what the table `table_name` is: one row, key, missing values, source, columns.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For a table that is not declared.

    Examples
    --------
    >>> import tipdata
    >>> print(tipdata.describe("tiers"))  # doctest: +ELLIPSIS
    tiers: Tier placements ...
    """
    reads.note_where(table_name, {})  # it tells how many rows there are
    return Description(table(table_name))
