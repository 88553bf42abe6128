"""The tier history since the first edition, as a step chart."""

from tipdata.briefing import charts, history
from tipdata.briefing.content import Brief
from tipdata.briefing.page import Section, section, tag


def tier_history(brief: Brief) -> Section:
    """Return the chart of all placements, or a sentence where the sources hold none."""
    own = history.placements(brief.rows, brief.iso3)
    if own.empty:
        nothing = f"Our sources hold no placement of {brief.called} in any edition."
        return section("tier-history", tag("p", nothing, class_="absence"))
    return section("tier-history", charts.tier_history(brief, own))
