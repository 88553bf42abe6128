"""Where the region's places stand, how they moved, and how the tiers filled over the editions."""

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import charts, history, page
from tipdata.briefing.content import Brief
from tipdata.briefing.page import Section, cell, section, tag
from tipdata.briefing.region import Region
from tipdata.briefing.sections.masthead import movement

_HEAD = ["Place", "Tier", "Movement"]


def placements(region: Region) -> Section:
    """Return the map and the table of all places by tier, and the tiers over the editions."""
    order = {code: at for at, code in enumerate([*history.SCALE, "S"])}
    briefs = sorted(region.briefs, key=lambda each: _rank(each, order))
    body = [_row(each) for each in briefs]
    caption = f"Places of the region {region.name} by tier, and by name within a tier."
    source = page.source(region.rows, region.own("tiers"), listed=False)
    table = page.table(_HEAD, body, caption=caption, source=source)
    return section("placements", charts.tier_map(region), table, charts.tiers_by_edition(region))


def _rank(brief: Brief, order: dict[str, int]) -> int:
    tier = brief.placement["tier"]
    return len(order) if pd.isna(tier) else order[str(tier)]


def _row(brief: Brief) -> Markup:
    placement = brief.placement
    known = pd.notna(placement["tier"])
    tier = cell(brief.rows, "tiers", "tier" if known else "missing", placement)
    name = cell(brief.rows, "countries", "name", brief.country)
    return tag("tr", tag("th", name, scope="row"), tag("td", tier), tag("td", movement(brief)))
