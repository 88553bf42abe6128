"""Who did not report what, by the narratives read so far."""

from markupsafe import Markup

from tipdata.briefing import page
from tipdata.briefing.page import Section, cell, section, tag
from tipdata.briefing.region import Region

_HEAD = ["Place", "Not reported", "Period", "Agency"]


def silent(region: Region) -> Section:
    """Return the table of what the narratives say was not reported."""
    own = region.own("not_reported").sort_values(["iso3"], kind="stable")
    if own.empty:
        nothing = "No narrative read so far says that something was not reported."
        return section("silent", tag("p", nothing, class_="absence"))
    rows = region.rows
    body = []
    for _, row in own.iterrows():
        name = cell(rows, "countries", "name", rows.get(f"countries/{row['iso3']}"))
        marks = [cell(rows, "not_reported", each, row) for each in ("thing", "period", "agency")]
        cells = Markup("").join(tag("td", each) for each in marks)
        body.append(tag("tr", tag("th", name, scope="row"), cells))
    caption = "What narratives say that governments did not report. This is no zero."
    source = page.source(rows, own, listed=False)
    return section("silent", page.table(_HEAD, body, caption=caption, source=source))
