"""The head of the page: which region, which edition, how many places, which data."""

from tipdata.briefing import colophon
from tipdata.briefing.page import Section, derived, label, section, tag
from tipdata.briefing.region import Region
from tipdata.tables.declaration import data_stamp, table


def masthead(region: Region) -> Section:
    """Return the masthead: region, edition, places on each tier, version."""
    steps = [
        tag(
            "li",
            label("tiers", "tier", code),
            ": ",
            derived(region.rows, "placed", region.name, str(region.edition), code),
            class_=f"tier-{code.lower()}",
        )
        for code in table("tiers").column("tier").categories
    ]
    return section(
        "masthead",
        tag("p", "Region brief from the Trafficking in Persons Report", class_="kicker"),
        tag("h1", region.name, " ", tag("span", f"edition {region.edition}", class_="edition")),
        tag("ol", *steps, class_="ladder", aria_label="Places on each tier"),
        tag("dl", tag("div", tag("dt", "Data"), tag("dd", colophon.version()))),
        data_subject=region.key,
        data_stamp=data_stamp(),
    )
