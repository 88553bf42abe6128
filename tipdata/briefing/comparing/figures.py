"""What each edition says of one number: the indicators side by side, with their vintages."""

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import changes, charts, page
from tipdata.briefing.comparison import Comparison
from tipdata.briefing.content import Brief
from tipdata.briefing.page import Section, cell, section, tag

_HEAD = ["Country", "Year", "What the editions say"]


def figures(content: Comparison) -> Section:
    """Return, for each indicator, the chart and the table of its numbers."""
    parts = [part for each in content.indicators for part in _indicator(content, each)]
    return section("figures", *parts, changes.guard())


def _indicator(content: Comparison, indicator: str) -> list[Markup]:
    row = content.rows.get(f"indicators/{indicator}")
    label = cell(content.rows, "indicators", "label", row)
    definition = cell(content.rows, "indicators", "definition", row)
    chart = charts.vintages(content, indicator)
    return [
        tag("h3", label),
        tag("p", definition, class_="note"),
        chart or Markup(""),
        _table(content, indicator, label),
    ]


def _table(content: Comparison, indicator: str, label: Markup) -> Markup:
    body = [row for each in content.briefs for row in _country(content, each, indicator)]
    used = [content.figures(code, indicator) for code in content.codes]
    source = page.source(content.rows, pd.concat(used))
    caption = label + ": numbers without a breakdown; one that a later edition repeats or revises "
    return page.table(_HEAD, body, caption=caption + "stands behind the first.", source=source)


def _country(content: Comparison, brief: Brief, indicator: str) -> list[Markup]:
    own = content.figures(brief.iso3, indicator)
    name = cell(content.rows, "countries", "name", brief.country)
    if own.empty:
        text = tag("td", _nothing(content, brief, indicator), colspan="2", class_="missing")
        return [tag("tr", tag("th", name, scope="row"), text)]
    return [
        _year(content, name, vintages) for _, vintages in own.groupby(["period", "unit"], sort=True)
    ]


def _nothing(content: Comparison, brief: Brief, indicator: str) -> str:
    own = content.rows.of("figures", iso3=brief.iso3, indicator=indicator)
    if own["edition"].isin(content.editions).any():
        return "only numbers of a part or with a detail, which do not compare"
    covered = content.rows.of("coverage", iso3=brief.iso3)
    if covered["edition"].isin(content.editions).any():
        return "none in what was read of these editions"
    return "no narrative of these editions is read yet"


def _year(content: Comparison, name: Markup, vintages: pd.DataFrame) -> Markup:
    said = [_said(content, row) for _, row in vintages.iterrows()]
    year = cell(content.rows, "figures", "period", vintages.iloc[0])
    return tag(
        "tr",
        tag("th", name, scope="row"),
        tag("td", year),
        tag("td", Markup("; ").join(said)),
    )


def _said(content: Comparison, row: pd.Series) -> Markup:
    quantity = cell(content.rows, "figures", "quantity", row)
    edition = cell(content.rows, "figures", "edition", row)
    by = cell(content.rows, "figures", "by", row)
    return Markup("{} (edition {}{}{})").format(
        quantity, edition, ", " if by.striptags() else "", by
    )
