"""What stands at the end of every page: kinds of missing, sources, terms, how to cite."""

import pandas as pd
from markupsafe import Markup

from tipdata import __version__
from tipdata.briefing import glossary, page
from tipdata.briefing.page import cell, tag
from tipdata.briefing.subject import Subject
from tipdata.tables.declaration import data_date, data_stamp

_FOUR = (
    ("Zero", "a number: the narrative says none."),
    ("Not reported", "the narrative says that the government did not report it."),
    ("Not covered", "the edition does not cover the country, or the section does not exist."),
    ("Not read yet", "the narrative may say it; tipdata has not read it."),
)


def kinds_of_missing() -> Markup:
    """Return what the four kinds of missing are."""
    items = [Markup("").join((tag("dt", word), tag("dd", meaning))) for word, meaning in _FOUR]
    return tag("dl", *items, class_="kinds")


def sources(subject: Subject, used: list[str]) -> Markup:
    """Return the list of the sources `used`, each with the anchor that tables lead to."""
    body = []
    for source_id in used:
        row = subject.rows.get(f"sources/{source_id}")
        terms = Markup("{}; {}").format(
            cell(subject.rows, "sources", "publisher", row),
            cell(subject.rows, "sources", "licence", row),
        )
        body.append(
            tag(
                "tr",
                tag("th", _title(subject, row), tag("span", terms, class_="detail"), scope="row"),
                tag("td", cell(subject.rows, "sources", "retrieved", row)),
                id=f"source-{source_id}",
            )
        )
    if not body:
        return tag("p", "No source speaks of this page.", class_="absence")
    return page.table(
        ["Source, publisher, terms", "Read on"],
        body,
        caption="Sources of this page",
        source="",
    )


def _title(subject: Subject, row: pd.Series) -> Markup:
    """Return the title of a source, leading to its address on the web where it has one."""
    title = cell(subject.rows, "sources", "title", row)
    web = pd.notna(row["url"]) and row["url"].startswith(("https://", "http://"))
    return tag("a", title, href=row["url"], rel="noreferrer") if web else title


def terms(subject: Subject, used: pd.Series) -> Markup:
    """Return what the terms, and the indicators `used`, mean."""
    rows = subject.rows.table("indicators")
    items = [_term(each.slug, each.term, each.meaning) for each in glossary.terms().values()]
    items += [
        _term(
            row["indicator"],
            cell(subject.rows, "indicators", "label", row),
            cell(subject.rows, "indicators", "definition", row),
        )
        for _, row in rows[rows["indicator"].isin(used)].iterrows()
    ]
    return tag("dl", *items, class_="glossary", aria_label="Terms")


def _term(slug: str, term: object, meaning: object) -> Markup:
    return tag("div", tag("dt", term), tag("dd", meaning), id=f"term-{slug}", data_term=slug)


def citation(subject: Subject) -> Markup:
    """Return how to cite the page."""
    version = f"version {__version__}, data {data_stamp()}"
    cite = f"tipdata, {version} of {data_date()}: {subject.name}, {subject.span}."
    return tag("p", "Cite as: ", tag("cite", cite, data_version=cite), class_="citation")


def version() -> Markup:
    """Return the version of the program and of the data, for the head of a page."""
    stamp = f"tipdata {__version__}, data of {data_date()}, {data_stamp()}"
    return tag("span", stamp, data_version=stamp)
