"""Coverage and method: kinds of missing, sources, terms, how to cite."""

import pandas as pd

from tipdata.briefing import colophon
from tipdata.briefing.comparison import Comparison
from tipdata.briefing.page import Section, section, tag


def method(content: Comparison) -> Section:
    """Return what stands at the end of the page."""
    ids: list[str] = []
    for name in ("figures", "tiers"):
        own = content.rows.of(name, iso3=content.places, edition=content.editions)
        ids += own["source_id"].dropna().tolist()
    return section(
        "method",
        colophon.kinds_of_missing(),
        tag("p", class_="rows", data_rows=""),
        colophon.sources(content, list(dict.fromkeys(ids))),
        colophon.terms(content, pd.Series([], dtype="string")),
        colophon.citation(content),
    )
