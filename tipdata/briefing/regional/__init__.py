"""The sections of a region brief, one module each, in the order of the page."""

from tipdata.briefing.regional.figures import figures
from tipdata.briefing.regional.masthead import masthead
from tipdata.briefing.regional.method import method
from tipdata.briefing.regional.placements import placements
from tipdata.briefing.regional.rates import rates
from tipdata.briefing.regional.silent import silent
from tipdata.briefing.regional.takeaway import takeaway

__all__ = ["figures", "masthead", "method", "placements", "rates", "silent", "takeaway"]
