"""The formats of a finished brief: how its files are named, and what is in them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tipdata.errors import BriefError, unknown
from tipdata.running import behind, pdf
from tipdata.running.making import Made


@dataclass(frozen=True)
class Format:
    """A format: the ending of its file, and its content from a finished brief."""

    ending: str
    content: Callable[[Made], bytes]
    check: Callable[[], None] = lambda: None


def _rows(page: str) -> bytes:
    content = behind.offered(page)
    if content is None:
        raise BriefError("the page offers no rows; keep the section method in the notebook")
    return content


FORMATS = {
    "html": Format(".html", lambda made: made.page),
    "ipynb": Format(".ipynb", lambda made: made.notebook),
    "pdf": Format(".pdf", lambda made: pdf.pdf(made.page.decode()), pdf.check),
    "csv": Format("-rows.zip", lambda made: _rows(made.page.decode())),
}


def chosen(names: Iterable[str]) -> dict[str, Format]:
    """Return the formats of these names, or raise where one is unknown or can not be made here."""
    found = {}
    for name in names:
        if name not in FORMATS:
            raise unknown(name, what="format", place="brief", choices=FORMATS)
        FORMATS[name].check()
        found[name] = FORMATS[name]
    return found
