"""Where the countries stood, edition by edition."""

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import page
from tipdata.briefing.comparison import Comparison
from tipdata.briefing.page import Section, cell, section, tag


def tiers(content: Comparison) -> Section:
    """Return the table of placements: a row for each edition, a column for each country."""
    names = [cell(content.rows, "countries", "name", each.country) for each in content.briefs]
    body = [_row(content, edition) for edition in sorted(content.editions)]
    used = content.rows.of("tiers", iso3=content.places, edition=content.editions)
    source = page.source(content.rows, used)
    caption = "Placements by edition"
    return section("tiers", page.table(["Edition", *names], body, caption=caption, source=source))


def _row(content: Comparison, edition: int) -> Markup:
    placements = [content.rows.get(f"tiers/{code}|{edition}") for code in content.codes]
    cells = [
        cell(content.rows, "tiers", "missing" if pd.isna(each["tier"]) else "tier", each)
        for each in placements
    ]
    year = cell(content.rows, "tiers", "edition", placements[0])
    return tag("tr", tag("th", year, scope="row"), *(tag("td", each) for each in cells))
