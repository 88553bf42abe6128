"""The head of the page: which countries, which editions, which data."""

from tipdata.briefing import colophon
from tipdata.briefing.comparison import Comparison
from tipdata.briefing.page import Section, section, tag
from tipdata.tables.declaration import data_stamp


def masthead(content: Comparison) -> Section:
    """Return the masthead: countries, editions, version."""
    return section(
        "masthead",
        tag("p", "Comparison from the Trafficking in Persons Report", class_="kicker"),
        tag("h1", content.name, " ", tag("span", content.span, class_="edition")),
        tag("dl", tag("div", tag("dt", "Data"), tag("dd", colophon.version()))),
        data_subject=content.key,
        data_stamp=data_stamp(),
    )
