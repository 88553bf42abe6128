"""Other sources side by side: UNODC counts and the policy index."""

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import charts, page
from tipdata.briefing.content import Brief
from tipdata.briefing.page import Section, cell, section, tag

_TOTALS = {"dimension": "Total", "sex": "Total", "age": "Total"}
_WHY = (
    "They may differ because they count at different stages, in calendar or reporting years, "
    "persons or cases, and because a later return can revise an earlier one."
)


def other_sources(brief: Brief) -> Section:
    """Return UNODC totals over the years, the policy index, and where sources differ."""
    return section("other-sources", *_unodc(brief), *_policy(brief), *_differences(brief))


def unodc_totals(brief: Brief) -> pd.DataFrame:
    """Return the UNODC counts of all persons, without breakdown, of this country."""
    own = brief.rows.of("unodc", iso3=brief.iso3, **_TOTALS)
    return own.sort_values(["indicator", "year"], kind="stable")


def _unodc(brief: Brief) -> list[Markup]:
    own = unodc_totals(brief)
    if own.empty:
        text = f"UNODC's data hold no total that {brief.name} reported. That is no zero."
        return [page.nothing(text, table="unodc", **_TOTALS)]
    return [charts.unodc(brief, own)]


def _policy(brief: Brief) -> list[Markup]:
    own = brief.rows.of("policy_index", iso3=brief.iso3).sort_values("year")
    if own.empty:
        text = f"The policy index has no score of {brief.name}."
        return [page.nothing(text, table="policy_index")]
    return [charts.policy_index(brief, own)]


def _differences(brief: Brief) -> list[Markup]:
    """Return the table of narrative figures and UNODC counts for the same year and thing."""
    nearest = brief.rows.table("indicators").set_index("indicator")["unodc_indicator"].dropna()
    figures = brief.own("figures")
    figures = figures[figures["indicator"].isin(nearest.index) & figures["subset_of"].isna()]
    counts = unodc_totals(brief)
    body = []
    for _, row in figures.iterrows():
        same = (counts["indicator"] == nearest[row["indicator"]]) & (
            counts["year"] == row["period"]
        )
        body += [_difference(brief, row, count) for _, count in counts[same].iterrows()]
    if not body:
        return []
    caption = f"The same year in the narrative and in UNODC's data. {_WHY}"
    head = ["Narrative", "Period", "Number", "UNODC", "Count"]
    source = page.source(brief.rows, pd.concat([figures, counts])[["source_id"]])
    return [page.table(head, body, caption=caption, source=source)]


def _difference(brief: Brief, row: pd.Series, count: pd.Series) -> Markup:
    cells = [
        cell(brief.rows, "figures", "period", row),
        cell(brief.rows, "figures", "quantity", row),
        cell(brief.rows, "unodc", "indicator", count),
        cell(brief.rows, "unodc", "count", count),
    ]
    head = tag("th", cell(brief.rows, "figures", "indicator", row), scope="row")
    return tag("tr", head, *(tag("td", each) for each in cells))
