"""Coverage and method: kinds of missing, sources, terms, how to cite."""

from tipdata.briefing import colophon
from tipdata.briefing.page import Section, section, tag
from tipdata.briefing.region import Region


def method(region: Region) -> Section:
    """Return what stands at the end of the page."""
    ids: list[str] = []
    for name in ("figures", "not_reported", "tiers"):
        ids += region.own(name)["source_id"].dropna().tolist()
    return section(
        "method",
        colophon.kinds_of_missing(),
        tag("p", class_="rows", data_rows=""),
        colophon.sources(region, list(dict.fromkeys(ids))),
        colophon.terms(region, region.own("figures")["indicator"]),
        colophon.citation(region),
    )
