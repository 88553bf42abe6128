"""The sections of a country brief, one module each, in the order of the page."""

from tipdata.briefing.sections.flows import flows
from tipdata.briefing.sections.masthead import masthead
from tipdata.briefing.sections.method import method
from tipdata.briefing.sections.not_reported import not_reported
from tipdata.briefing.sections.other_sources import other_sources
from tipdata.briefing.sections.peers import peers
from tipdata.briefing.sections.pillar import pillar
from tipdata.briefing.sections.profile import profile
from tipdata.briefing.sections.takeaway import takeaway
from tipdata.briefing.sections.tier_history import tier_history

__all__ = [
    "flows",
    "masthead",
    "method",
    "not_reported",
    "other_sources",
    "peers",
    "pillar",
    "profile",
    "takeaway",
    "tier_history",
]
