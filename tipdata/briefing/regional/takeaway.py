"""The region in a few sentences: how many moved, and who."""

from markupsafe import Markup

from tipdata.briefing import history
from tipdata.briefing.page import Section, cell, derived, section, tag
from tipdata.briefing.region import Region

_GUARD = (
    "A tier says what a government did, by the judgement of one edition; it does not say how much "
    "trafficking there is."
)


def takeaway(region: Region) -> Section:
    """Return the sentences on what moved since the edition before."""
    said = [_moved(region, "up"), _moved(region, "down")]
    return section(
        "takeaway",
        tag("div", *(tag("p", each) for each in said), class_="sentences"),
        tag("p", _GUARD, class_="guard"),
    )


def _moved(region: Region, direction: str) -> Markup:
    codes = history.movers(region.rows, region.name, region.edition, direction)
    count = derived(region.rows, "moved", region.name, str(region.edition), direction)
    places = "place" if len(codes) == 1 else "places"
    text = Markup("The {} edition moved {} {} {}").format(region.edition, count, places, direction)
    return Markup("{}{}.").format(text, _named(region, codes))


def _named(region: Region, codes: list[str]) -> Markup:
    names = [name(region, code) for code in codes]
    return Markup(": ") + Markup(", ").join(names) if names else Markup("")


def name(region: Region, iso3: str) -> Markup:
    """Return the mark of a place's name."""
    return cell(region.rows, "countries", "name", region.rows.get(f"countries/{iso3}"))
