"""Other sources side by side: UNODC counts and the policy index."""

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import charts, counts, page
from tipdata.briefing.content import Brief
from tipdata.briefing.page import Section, cell, section, tag
from tipdata.briefing.sections.pillar import what

_WHY = (
    "They may differ because they count at different stages, in calendar or reporting years, "
    "persons or cases, and because a later return can revise an earlier one."
)


def other_sources(brief: Brief) -> Section:
    """Return UNODC totals over the years, the policy index, and where sources differ."""
    return section("other-sources", *_unodc(brief), *_policy(brief), *_differences(brief))


def _unodc(brief: Brief) -> list[Markup]:
    own = counts.totals(brief.rows, brief.iso3)
    if own.empty:
        text = f"UNODC's data hold no total that {brief.called} reported. That is no zero."
        return [page.nothing(text, table="unodc", **counts.WHOLE)]
    return [charts.unodc(brief, own)]


def _policy(brief: Brief) -> list[Markup]:
    own = brief.rows.of("policy_index", iso3=brief.iso3).sort_values("year")
    if own.empty:
        text = f"The policy index has no score of {brief.called}."
        return [page.nothing(text, table="policy_index")]
    return [charts.policy_index(brief, own)]


def _differences(brief: Brief) -> list[Markup]:
    """Return the table of narrative figures and UNODC counts for the same year and thing."""
    nearest = brief.rows.table("indicators").set_index("indicator")["unodc_indicator"].dropna()
    figures = brief.own("figures")
    figures = figures[figures["indicator"].isin(nearest.index) & figures["subset_of"].isna()]
    unodc = counts.totals(brief.rows, brief.iso3)
    body = []
    for _, row in figures.iterrows():
        same = (unodc["indicator"] == nearest[row["indicator"]]) & (unodc["year"] == row["period"])
        body += [_difference(brief, row, count) for _, count in unodc[same].iterrows()]
    if not body:
        return []
    caption = f"The same year in the narrative and in UNODC's data. {_WHY}"
    head = ["Narrative", "Period", "Number", "UNODC", "Count"]
    source = page.source(brief.rows, pd.concat([figures, unodc])[["source_id"]])
    return [page.table(head, body, caption=caption, source=source)]


def _difference(brief: Brief, row: pd.Series, count: pd.Series) -> Markup:
    cells = [
        cell(brief.rows, "figures", "period", row),
        cell(brief.rows, "figures", "quantity", row),
        cell(brief.rows, "unodc", "indicator", count),
        cell(brief.rows, "unodc", "count", count),
    ]
    head = tag("th", what(brief, row), scope="row")
    return tag("tr", head, *(tag("td", each) for each in cells))
