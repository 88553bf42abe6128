"""Coverage and method: what is there and what is not, sources, how to cite, which data."""

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import colophon, page
from tipdata.briefing.content import Brief
from tipdata.briefing.page import Section, cell, derived, section, tag
from tipdata.briefing.sections import places
from tipdata.tables.declaration import table

# Tables whose rows about the country and edition a brief counts.
_COUNTED = ("figures", "not_reported", "assessments", "profile", "flows", "laws")


def method(brief: Brief) -> Section:
    """Return coverage, the four kinds of missing, sources, citation and versions."""
    own = pd.concat([brief.own("figures"), brief.own("not_reported")])
    return section(
        "method",
        _coverage(brief),
        colophon.kinds_of_missing(),
        colophon.sources(brief, _used(brief)),
        tag("p", class_="rows", data_rows=""),
        *places.places(brief),
        colophon.terms(brief, own["indicator"]),
        colophon.citation(brief),
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
