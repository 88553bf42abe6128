"""Open, sourced, comparable data from the Trafficking in Persons Report.

``import tipdata`` costs nothing: each public name is imported when first used.
"""

from importlib import import_module

__version__ = "0.1.0"

# public name -> the module that defines it
_PUBLIC = {
    "assessments": "tipdata.tables.public",
    "brief": "tipdata.running.brief",
    "briefs": "tipdata.running.batch",
    "check": "tipdata.checking.check",
    "codebook": "tipdata.tables.declaration",
    "compare": "tipdata.running.comparison",
    "countries": "tipdata.tables.public",
    "country_names": "tipdata.tables.public",
    "coverage": "tipdata.tables.public",
    "describe": "tipdata.tables.declaration",
    "exchange_rates": "tipdata.tables.public",
    "explanations": "tipdata.tables.public",
    "extract": "tipdata.reading.extract",
    "figures": "tipdata.tables.public",
    "flows": "tipdata.tables.public",
    "indicators": "tipdata.tables.public",
    "laws": "tipdata.tables.public",
    "not_reported": "tipdata.tables.public",
    "open_brief": "tipdata.briefing.content",
    "open_comparison": "tipdata.briefing.comparison",
    "open_region": "tipdata.briefing.region",
    "plan": "tipdata.running.plan",
    "policy_index": "tipdata.tables.public",
    "population": "tipdata.tables.public",
    "profile": "tipdata.tables.public",
    "read_corrections": "tipdata.reading.corrections",
    "read_edition": "tipdata.reading.document",
    "read_narrative": "tipdata.reading.document",
    "region": "tipdata.running.region",
    "shapes": "tipdata.tables.public",
    "site": "tipdata.running.site",
    "sources": "tipdata.tables.public",
    "tiers": "tipdata.tables.public",
    "to_iso3": "tipdata.tables.names",
    "unodc": "tipdata.tables.public",
    "vintages": "tipdata.checking.vintages",
}

__all__ = ["__version__", *_PUBLIC]


def __getattr__(name: str):
    if name not in _PUBLIC:
        raise AttributeError(f"module 'tipdata' has no attribute {name!r}")
    value = getattr(import_module(_PUBLIC[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
