"""What countries counted per million people, side by side."""

from tipdata.briefing import charts
from tipdata.briefing.page import Section, section, tag
from tipdata.briefing.region import Region


def rates(region: Region) -> Section:
    """Return the strips of UNODC's counts per million people."""
    chart = charts.rates(region)
    if chart is None:
        nothing = "Too few places of the region returned a count to UNODC in the years before."
        return section("rates", tag("p", nothing, class_="absence"))
    return section("rates", chart)
