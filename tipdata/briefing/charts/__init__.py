"""The charts of a brief, a module each."""

from tipdata.briefing.charts.maps.flow_map import flow_map
from tipdata.briefing.charts.maps.tier_map import tier_map
from tipdata.briefing.charts.pillars import of_pillar
from tipdata.briefing.charts.policy_index import policy_index
from tipdata.briefing.charts.rates import rates
from tipdata.briefing.charts.tier_history import tier_history
from tipdata.briefing.charts.tiers_by_edition import tiers_by_edition
from tipdata.briefing.charts.unodc import unodc
from tipdata.briefing.charts.vintages import vintages

__all__ = [
    "flow_map",
    "of_pillar",
    "policy_index",
    "rates",
    "tier_history",
    "tier_map",
    "tiers_by_edition",
    "unodc",
    "vintages",
]
