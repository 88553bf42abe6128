"""The sections of a comparison, one module each, in the order of the page."""

from tipdata.briefing.comparing.figures import figures
from tipdata.briefing.comparing.masthead import masthead
from tipdata.briefing.comparing.method import method
from tipdata.briefing.comparing.tiers import tiers

__all__ = ["figures", "masthead", "method", "tiers"]
