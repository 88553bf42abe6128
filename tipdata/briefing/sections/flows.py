"""Origins and destinations that the narrative names."""

from tipdata.briefing import absence, charts, page
from tipdata.briefing.content import Brief
from tipdata.briefing.page import Section, about, cell, section, tag

_HEAD = ["Origin", "Destination", "People", "Exploitation", "Place"]


def flows(brief: Brief) -> Section:
    """Return the map and the table of origins and destinations."""
    own = brief.own("flows")
    if own.empty:
        return section("flows", absence.sentence(brief, "profile", "origin or destination"))
    body = []
    for _, row in own.iterrows():
        marks = [
            about(row["origin"], cell(brief.rows, "flows", "origin", row)),
            about(row["destination"], cell(brief.rows, "flows", "destination", row)),
            cell(brief.rows, "flows", "population", row),
            cell(brief.rows, "flows", "exploitation", row),
            page.place(brief.rows, "flows", row),
        ]
        body.append(tag("tr", tag("th", marks[0], scope="row"), *(tag("td", m) for m in marks[1:])))
    caption = "Origins and destinations, as named; no row says how many people."
    source = page.source(brief.rows, own)
    table = page.table(_HEAD, body, caption=caption, source=source)
    return section("flows", charts.flow_map(brief, own), table)
