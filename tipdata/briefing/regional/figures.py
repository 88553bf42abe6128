"""The leading figures of the places, and why there is none where there is none."""

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import page
from tipdata.briefing.content import Brief
from tipdata.briefing.page import Section, about, cell, section, tag
from tipdata.briefing.region import Region
from tipdata.briefing.sections.takeaway import leading
from tipdata.tables.declaration import table

_SHOWN = ("investigations", "prosecutions", "convictions", "victims_identified", "budget")
_WHY = {
    "not_covered": "not covered",
    "no_placement": "no placement",
    "not_read": "not read yet",
    "partly_read": "none in the part read",
    "read": "none given",
}


def figures(region: Region) -> Section:
    """Return the table of places by indicator; places of which nothing was read are named."""
    read = [each for each in region.briefs if len(each.own("coverage"))]
    unread = [each for each in region.briefs if not len(each.own("coverage"))]
    parts = [_table(region, read)] if read else []
    return section("figures", *parts, *([_unread(unread)] if unread else []))


def _table(region: Region, briefs: list[Brief]) -> Markup:
    labels = [
        cell(region.rows, "indicators", "label", region.rows.get(f"indicators/{each}"))
        for each in _SHOWN
    ]
    body = [_row(each) for each in briefs]
    caption = (
        "Leading figures of the narratives read so far. Units and years differ from place to "
        "place, so the numbers of a column do not add up."
    )
    source = page.source(region.rows, region.own("figures"), listed=False)
    return page.table(["Place", *labels], body, caption=caption, source=source)


def _row(brief: Brief) -> Markup:
    own = leading(brief.own("figures")).set_index("indicator", drop=False)
    name = tag("th", cell(brief.rows, "countries", "name", brief.country), scope="row")
    cells = [_cell(brief, own, indicator) for indicator in _SHOWN]
    return about(brief.iso3, name, *cells, element="tr")


def _cell(brief: Brief, own: pd.DataFrame, indicator: str) -> Markup:
    if indicator in own.index:
        row = own.loc[indicator]
        covers = [cell(brief.rows, "figures", each, row) for each in ("period", "covers")]
        shown = Markup(", ").join(each for each in covers if each.striptags())
        quantity = cell(brief.rows, "figures", "quantity", row)
        return tag("td", quantity, tag("span", shown, class_="detail"))
    silent = brief.own("not_reported")
    silent = silent[silent["indicator"] == indicator]
    if len(silent):
        return tag("td", cell(brief.rows, "not_reported", "said", silent.iloc[0]))
    pillar = brief.rows.get(f"indicators/{indicator}")["pillar"]
    part = pillar if pillar in table("coverage").column("section").categories else None
    why = brief.reading(part)
    return tag("td", _WHY[why], data_absence=why, data_of=part or "", class_="missing")


def _unread(briefs: list[Brief]) -> Markup:
    names = [cell(each.rows, "countries", "name", each.country) for each in briefs]
    return tag(
        "p", "Not read yet or not covered, which is no zero: ", Markup(", ").join(names), "."
    )
