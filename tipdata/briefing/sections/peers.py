"""The region beside the country: how its places are placed, and rates per million people."""

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import charts, page
from tipdata.briefing.comparators import totals
from tipdata.briefing.content import Brief
from tipdata.briefing.page import Section, about, cell, derived, label, section, tag
from tipdata.briefing.sections.takeaway import leading
from tipdata.tables.declaration import table

_RATED = ("victims_identified", "arrests", "prosecutions", "convictions")


def peers(brief: Brief) -> Section:
    """Return the region's tiers, on a map and counted, and rates beside the region's median."""
    drawn = charts.rates(brief) or ""
    return section("peers", charts.tier_map(brief), _tiers(brief), drawn, *_rates(brief))


def _tiers(brief: Brief) -> Markup:
    region = brief.country["region"]
    codes = table("tiers").column("tier").categories
    body = [
        tag(
            "tr",
            tag("th", label("tiers", "tier", code), scope="row"),
            tag("td", derived(brief.rows, "placed", region, str(brief.edition), code)),
            class_="own" if brief.placement["tier"] == code else None,
        )
        for code in codes
    ]
    codes_of_region = brief.rows.of("countries", region=region)["iso3"]
    shown = brief.rows.of("tiers", edition=brief.edition, iso3=codes_of_region)
    caption = (
        f"Places of the region {region} by tier in this edition; the row of {brief.called} is bold."
    )
    source = page.source(brief.rows, shown, listed=False)
    return page.table(["Tier", "Places"], body, caption=caption, source=source)


def _rates(brief: Brief) -> list[Markup]:
    own = leading(brief.own("figures"))
    own = own[own["indicator"].isin(_RATED) & (own["unit"] == "persons")]
    body = [row for _, figure in own.iterrows() for row in _rate(brief, figure)]
    if not body:
        return []
    caption = "Rates per million people, beside the median of the region's narratives read so far."
    source = page.source(brief.rows, own)
    head = ["Indicator", brief.name, "Region's median"]
    return [page.table(head, body, caption=caption, source=source)]


def _rate(brief: Brief, figure: pd.Series) -> list[Markup]:
    mine = _pair(brief, figure)
    if mine is None:
        return []
    others = [pair for row in _others(brief, figure["indicator"]) if (pair := _pair(brief, row))]
    if not others:
        return []
    flat = [reference for pair in others for reference in pair]
    middle = about(
        brief.country["region"], derived(brief.rows, "median_per_million", *flat, form="rate")
    )
    cells = [derived(brief.rows, "per_million", *mine, form="rate"), middle]
    return [
        tag(
            "tr",
            tag("th", cell(brief.rows, "figures", "indicator", figure), scope="row"),
            *(tag("td", each) for each in cells),
        )
    ]


def _others(brief: Brief, indicator: str) -> list[pd.Series]:
    region = set(brief.rows.of("countries", region=brief.country["region"])["iso3"])
    rows = brief.rows.of(
        "figures",
        iso3=region - {brief.iso3},
        edition=brief.edition,
        indicator=indicator,
        unit="persons",
    )
    rows = totals(rows)
    return [row for _, row in rows.drop_duplicates("iso3").iterrows()]


def _pair(brief: Brief, figure: pd.Series) -> tuple[str, str] | None:
    """Return the references of a figure and of the population in its period."""
    people = brief.rows.of("population", iso3=figure["iso3"], year=figure["period"])
    if people.empty:
        return None
    return f"figures/{figure['figure_id']}", f"population/{figure['iso3']}|{figure['period']}"
