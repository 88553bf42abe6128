"""What the government did not report, in the narrative's own judgement."""

from tipdata.briefing import absence, page
from tipdata.briefing.content import Brief
from tipdata.briefing.page import Section, cell, section, tag

_HEAD = ["Not reported", "Period", "Agency", "Place"]


def not_reported(brief: Brief) -> Section:
    """Return the table of what the narrative says was not reported."""
    own = brief.own("not_reported")
    if own.empty:
        thing = "statement that something was not reported"
        return section("not-reported", absence.sentence(brief, None, thing))
    body = []
    for _, row in own.iterrows():
        label = tag("th", cell(brief.rows, "not_reported", "indicator", row), scope="row")
        others = [
            tag("td", cell(brief.rows, "not_reported", column, row))
            for column in ("period", "agency")
        ]
        others.append(tag("td", page.place(brief.rows, "not_reported", row)))
        body.append(tag("tr", label, *others))
    caption = "What the narrative says the government did not report. This is no zero."
    source = page.source(brief.rows, own)
    return section("not-reported", page.table(_HEAD, body, caption=caption, source=source))
