"""The pieces of a page: escaped elements, and marks that tie each number to its row."""

from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup, escape

from tipdata.briefing import words
from tipdata.briefing.derived import DERIVED
from tipdata.briefing.rows import Rows, reference
from tipdata.tables.declaration import table as declared


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
    written = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), value)
        for key, value in attributes.items()
        if value is not None
    )
    inside = Markup("").join(escape(child) for child in children)
    return Markup("<{}{}>{}</{}>").format(name, written, inside, name)


def section(name: str, *children: object, **attributes: object) -> Section:
    """Return a finished section of the page."""
    return Section(tag("section", *children, class_=name, data_section=name, **attributes))


def cell(rows: Rows, name: str, column: str, row: pd.Series, *, element: str = "data") -> Markup:
    """Return the mark of one cell: its text, its row and its column."""
    return tag(
        element,
        words.cell(rows, name, column, row),
        value=_value(row, column) if element == "data" else None,
        data_row=reference(name, row),
        data_column=column,
    )


def _value(row: pd.Series, column: str) -> object:
    source = "value" if column in ("quantity", "count") else column
    return "" if source not in row.index or pd.isna(row[source]) else row[source]


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


def table(head: list[str], body: list[Markup], *, caption: object, source: object) -> Markup:
    """Return a table with a caption and its source below it; the first cell of a row heads it."""
    cells = [tag("th", each, scope="col") for each in head]
    return tag(
        "div",
        tag(
            "table",
            tag("caption", caption),
            tag("thead", tag("tr", *cells)),
            tag("tbody", *body),
        ),
        tag("p", "Source: ", source, class_="source"),
        class_="table",
    )


def source(rows: Rows, frame: pd.DataFrame) -> Markup:
    """Return the titles of the sources of the rows of `frame`."""
    ids = list(dict.fromkeys(frame["source_id"].dropna()))
    shown = [cell(rows, "sources", "title", rows.get(f"sources/{each}")) for each in ids[:3]]
    more = ["and others"] if len(ids) > len(shown) else []
    parts = Markup("; ").join([*shown, *more])
    return parts or Markup("none")
