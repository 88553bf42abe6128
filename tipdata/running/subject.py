"""What a page with given parameters is about."""

from collections.abc import Mapping

from tipdata.briefing.comparison import open_comparison
from tipdata.briefing.content import open_brief
from tipdata.briefing.region import open_region
from tipdata.briefing.subject import Subject


def subject(parameters: Mapping[str, object]) -> Subject:
    """Return what a page with these parameters must be about, looked up anew.

    The parameters are region and edition; or countries, indicators, first and last; or iso3,
    edition and perhaps narrative.
    """
    if "countries" in parameters:
        return open_comparison(
            str(parameters["countries"]),
            indicators=str(parameters["indicators"]),
            first=int(str(parameters["first"])),
            last=int(str(parameters["last"])),
        )
    edition = int(str(parameters["edition"]))
    if "region" in parameters:
        return open_region(str(parameters["region"]), edition=edition)
    narrative = str(parameters.get("narrative", ""))
    return open_brief(str(parameters["iso3"]), edition=edition, narrative=narrative)
