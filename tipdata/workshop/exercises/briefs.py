"""Exercises on changing, running and scheduling a brief."""

from collections.abc import Iterator
from pathlib import Path

from tipdata.workshop.verdicts import answered, judged, mistake


@answered("briefs.stops", because="what cannot be right is refused before anything runs")
def stops() -> dict[str, bool]:
    """Return which commands stop before a cell has run."""
    return {
        "tipdata brief Peru 2018": False,
        "tipdata brief Perou 2018": True,
        "tipdata brief Peru 2081": True,
        "tipdata brief Peru 2018 -p edtion=2019": True,
        "tipdata brief Peru 2018 --out elsewhere": False,
    }


@judged("briefs.section", because="the section stands in the brief, and the page was proved again")
def section(answer: object) -> Iterator[str]:
    """Look for the new section in the finished page."""
    from bs4 import BeautifulSoup

    page = getattr(answer, "page", None)
    if not isinstance(page, Path) or not page.is_file():
        yield "the answer is what tipdata.brief(...) returned"
        return
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")
    headings = [each.get_text(strip=True) for each in soup.select("h2")]
    own = soup.select("[data-unchecked]")
    if not own:
        yield "the page has no section of your own; its headings are " + ", ".join(headings)
    elif not any(each.select("table tbody tr, figure, img, svg") for each in own):
        yield "your section shows neither a table with rows nor a chart"


_FIELDS = ("minute", "hour", "day of the month", "month", "day of the week")
_WANTED = ({"15"}, {"4", "04"}, {"*"}, {"*"}, {"1", "mon"})


@judged("briefs.cron", because="it runs while everybody sleeps, and the mail comes only on failure")
def cron(answer: object) -> Iterator[str]:
    """Read the five fields of a crontab line."""
    if not isinstance(answer, str) or len(answer.split()) != len(_FIELDS):
        yield "the answer is text with five fields, one blank between them"
        return
    for name, given, wanted in zip(_FIELDS, answer.casefold().split(), _WANTED, strict=True):
        if given not in wanted:
            yield f"the {name} is {given!r}, that is not what was asked for"


@mistake("briefs.cron", "hour and minute are exchanged: the minute comes first")
def _exchanged() -> str:
    return "4 15 * * 1"
