"""Coverage and method: what is there and what is not, sources, how to cite, which data."""

import pandas as pd
from markupsafe import Markup

from tipdata import __version__
from tipdata.briefing import glossary, page
from tipdata.briefing.content import Brief
from tipdata.briefing.page import Section, cell, derived, section, tag
from tipdata.briefing.sections import places
from tipdata.tables.declaration import data_date, data_stamp, table

# Tables whose rows about the country and edition a brief counts.
_COUNTED = ("figures", "not_reported", "assessments", "profile", "flows", "laws")
_FOUR = (
    ("Zero", "a number: the narrative says none."),
    ("Not reported", "the narrative says that the government did not report it."),
    ("Not covered", "the edition does not cover the country, or the section does not exist."),
    ("Not read yet", "the narrative may say it; tipdata has not read it."),
)


def method(brief: Brief) -> Section:
    """Return coverage, the four kinds of missing, sources, citation and versions."""
    return section(
        "method",
        _coverage(brief),
        _kinds(),
        _sources(brief),
        tag("p", class_="rows", data_rows=""),
        *places.places(brief),
        _glossary(brief),
        _citation(brief),
    )


def _coverage(brief: Brief) -> Markup:
    rows = brief.rows
    own = brief.own("coverage").set_index("section")
    sections = table("coverage").column("section").categories
    body = [
        tag("tr", tag("th", label, scope="row"), _status(brief, code, own))
        for code, label in sections.items()
    ]
    body += [
        tag(
            "tr",
            tag("th", f"rows of {name.replace('_', ' ')}", scope="row"),
            tag("td", derived(rows, "count", name, brief.iso3, str(brief.edition))),
        )
        for name in (_COUNTED if len(own) else ())
    ]
    caption = "What of the narrative was read, and the rows it gave"
    source = page.source(rows, brief.own("coverage"))
    return page.table(["Part", "State"], body, caption=caption, source=source)


def _status(brief: Brief, code: str, own: object) -> Markup:
    reading = brief.reading(code)
    if code in own.index:
        row = brief.rows.get(f"coverage/{brief.iso3}|{brief.edition}|{code}")
        return tag("td", cell(brief.rows, "coverage", "status", row))
    said = {"not_covered": "not covered", "no_placement": "perhaps not covered"}
    return tag("td", said.get(reading, "not read yet"), data_absence=reading, data_of=code)


def _kinds() -> Markup:
    items = [Markup("").join((tag("dt", word), tag("dd", meaning))) for word, meaning in _FOUR]
    return tag("dl", *items, class_="kinds")


def _sources(brief: Brief) -> Markup:
    used = _used(brief)
    body = []
    for source_id in used:
        row = brief.rows.get(f"sources/{source_id}")
        terms = Markup("{}; {}").format(
            cell(brief.rows, "sources", "publisher", row),
            cell(brief.rows, "sources", "licence", row),
        )
        body.append(
            tag(
                "tr",
                tag("th", _title(brief, row), tag("span", terms, class_="detail"), scope="row"),
                tag("td", cell(brief.rows, "sources", "retrieved", row)),
                id=f"source-{source_id}",
            )
        )
    if not body:
        return tag("p", "No source speaks of this country in this edition.", class_="absence")
    return page.table(
        ["Source, publisher, terms", "Read on"],
        body,
        caption="Sources of this page",
        source="the table sources",
    )


def _title(brief: Brief, row: pd.Series) -> Markup:
    """Return the title of a source, leading to its address on the web where it has one."""
    title = cell(brief.rows, "sources", "title", row)
    web = pd.notna(row["url"]) and row["url"].startswith(("https://", "http://"))
    return tag("a", title, href=row["url"], rel="noreferrer") if web else title


def _used(brief: Brief) -> list[str]:
    """Return the sources of the rows about this country, in this edition where there is one."""
    ids: list[str] = []
    for name in (*_COUNTED, "coverage", "tiers"):
        ids += brief.own(name)["source_id"].dropna().tolist()
    for name in ("unodc", "policy_index", "population"):
        ids += brief.rows.of(name, iso3=brief.iso3)["source_id"].dropna().tolist()
    for _, row in brief.rows.of("tiers", iso3=brief.iso3).iterrows():
        ids += [row["source_id"]] if pd.notna(row["source_id"]) else []
    return list(dict.fromkeys(ids))


def _glossary(brief: Brief) -> Markup:
    """Return what the terms and the indicators of the page mean."""
    used = pd.concat([brief.own("figures")["indicator"], brief.own("not_reported")["indicator"]])
    rows = brief.rows.table("indicators")
    items = [_term(each.slug, each.term, each.meaning) for each in glossary.terms().values()]
    items += [
        _term(
            row["indicator"],
            cell(brief.rows, "indicators", "label", row),
            cell(brief.rows, "indicators", "definition", row),
        )
        for _, row in rows[rows["indicator"].isin(used)].iterrows()
    ]
    return tag("dl", *items, class_="glossary", aria_label="Terms")


def _term(slug: str, term: object, meaning: object) -> Markup:
    return tag("div", tag("dt", term), tag("dd", meaning), id=f"term-{slug}", data_term=slug)


def _citation(brief: Brief) -> Markup:
    version = f"version {__version__}, data {data_stamp()}"
    cite = f"tipdata, {version} of {data_date()}: {brief.name}, edition {brief.edition}."
    return tag("p", "Cite as: ", tag("cite", cite, data_version=cite), class_="citation")
