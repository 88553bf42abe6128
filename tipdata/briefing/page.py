"""The pieces of a page: escaped elements, and marks that tie each number to its row."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup, escape

from tipdata.briefing import cells, words
from tipdata.briefing.derived import DERIVED
from tipdata.briefing.glossary import linked
from tipdata.briefing.rows import Rows, reference
from tipdata.tables.declaration import table as declared

# Cells whose text begins with, or turns on, the value of their row.
VALUED = ("quantity", "count", "told", "earlier")


@dataclass(frozen=True)
class Section:
    """A finished piece of a page, as a notebook shows it."""

    html: Markup

    def _repr_html_(self) -> str:
        return str(self.html)

    def __repr__(self) -> str:
        return " ".join(self.html.striptags().split())


def tag(name: str, *children: object, **attributes: object) -> Markup:
    """Return an element; text is escaped, an attribute that is None is left out.

    Examples
    --------
    >>> tag("td", "<b>", data_row="tiers/PER|2018", class_="n")
    Markup('<td data-row="tiers/PER|2018" class="n">&lt;b&gt;</td>')
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(escape(child) for child in children)
    return Markup(f"<{name}{written}>{inside}</{name}>")


def section(name: str, *children: object, **attributes: object) -> Section:
    """Return a finished section of the page."""
    return Section(tag("section", *children, class_=name, data_section=name, **attributes))


def cell(rows: Rows, name: str, column: str, row: pd.Series, *, element: str = "data") -> Markup:
    """Return the mark of one cell: its text, its row and its column."""
    return _marked(cells.cell(rows, name, column, row), name, column, row, element)


def told(rows: Rows, name: str, column: str, row: pd.Series) -> Markup:
    """Return the mark of one cell for running text, its terms linked to what they mean."""
    return _marked(linked(cells.cell(rows, name, column, row)), name, column, row, "data")


def _marked(text: object, name: str, column: str, row: pd.Series, element: str) -> Markup:
    return tag(
        element,
        text,
        value=value_of(row, column) if element == "data" else None,
        data_row=reference(name, row),
        data_column=column,
    )


def value_of(row: pd.Series, column: str) -> object:
    """Return the value, for machines, of a cell or of a cell made of several columns."""
    source = "value" if column in VALUED else column
    return "" if source not in row.index or pd.isna(row[source]) else row[source]


def place(rows: Rows, name: str, row: pd.Series) -> Markup:
    """Return where a row stands in its source, leading to that place in the list of places.

    A row that was read in place, without the whole narrative, has a section and sentence only.
    """
    if pd.isna(row["paragraph"]):
        return cell(rows, name, "where", row)
    return tag("a", cell(rows, name, "where", row), href=f"#{place_id(row)}", class_="place")


def place_id(row: pd.Series) -> str:
    """Return the anchor of the sentence in which a row stands."""
    return f"at-{row['source_id']}-{row['paragraph']}-{row['sentence']}"


def label(name: str, column: str, code: str) -> Markup:
    """Return the mark of a declared code by its label: Tier 2 Watch List."""
    text = declared(name).column(column).categories[code]
    return tag("data", text, value=code, data_code=f"{name}.{column}")


def derived(rows: Rows, name: str, *arguments: str, form: str = "number") -> Markup:
    """Return the mark of a number that is derived from rows."""
    value = DERIVED[name](rows, *arguments)
    return tag(
        "data",
        words.FORMS[form](value),
        value=repr(value),
        data_derived=name,
        data_of=" ".join(each.replace(" ", "+") for each in arguments),
        data_form=form,
    )


def about(iso3: str, *children: object, element: str = "span") -> Markup:
    """Return an element that speaks of another country than the page."""
    return tag(element, *children, data_about=iso3)


def nothing(text: str, *, table: str, **conditions: str) -> Markup:
    """Return the sentence that a table has no row of the country that meets the conditions."""
    where = " ".join(f"{column}={value}" for column, value in conditions.items())
    return tag("p", text, class_="absence", data_none=table, data_where=where)


def table(head: Sequence[object], body: list[Markup], *, caption: object, source: object) -> Markup:
    """Return a table with a caption and its source below it; the first cell of a row heads it."""
    cells = [tag("th", each, scope="col") for each in head]
    shown = tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *cells)),
        tag("tbody", *body),
    )
    return tag(
        "div",
        shown,
        class_="table",
        role="region",
        tabindex="0",
        aria_label=escape(caption).striptags(),
    ) + (tag("p", "Source: ", source, class_="source") if source else "")


def source(rows: Rows, frame: pd.DataFrame, *, listed: bool = True) -> Markup:
    """Return the titles of the sources of `frame`; those that the page lists lead to the list."""
    ids = list(dict.fromkeys(frame["source_id"].dropna()))
    shown = [_title(rows, each, listed=listed) for each in ids[:3]]
    more = ["and others"] if len(ids) > len(shown) else []
    return Markup("; ").join([*shown, *more])


def _title(rows: Rows, source_id: str, *, listed: bool) -> Markup:
    title = cell(rows, "sources", "title", rows.get(f"sources/{source_id}"))
    return tag("a", title, href=f"#source-{source_id}") if listed else title
