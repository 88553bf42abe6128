"""PDF: its lines set as paragraphs again."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import dropwhile

from pypdf import PdfReader

from tipdata.errors import NarrativeError
from tipdata.reading.formats import Document
from tipdata.reading.identity import title_country
from tipdata.reading.sections import heading, is_heading, is_title

_LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\u00ad": "-",
    }
)
_SPACE = re.compile(r"[ \t\u00a0\u2000-\u200b\u202f]+")
_BULLET = re.compile(r"[\u2022\u25cf\u25aa\u2023\u25e6\uf0b7]|[-*\u2013]\s")
_ENDED = re.compile(r"[.!?:;][\"'\u201d\u2019)]*\Z")
_NUMBER = re.compile(r"\d+")
# Prefixes that keep their hyphen when a line ends after it.
_PREFIX = re.compile(
    r"(?:^|[\s(])(?:anti|non|inter|multi|self|post|pre|co|sub|counter|ex|under|well|long|full|short|"
    r"high|low|law|child|cross|sex|labor|victim|government|state|first|second|third|\d+|[a-z]*ly)-\Z",
    re.IGNORECASE,
)


def read(data: bytes, name: str) -> Document:
    """Return the prose of a PDF: a blank line between paragraphs; offsets count this text.

    Words that a line's end cut are put together; page numbers and running heads are left out.
    """
    pages = [_lines(page) for page in _pages(data, name)]
    if not any(pages):
        raise NarrativeError(
            f"{name} holds no text, perhaps scanned pages; run it through OCR first"
        )
    return Document("\n\n".join(_paragraphs(_without_running_heads(pages))))


def _pages(data: bytes, name: str) -> list[str]:
    try:
        with _quiet():
            return _texts(data, name)
    except NarrativeError:
        raise
    except Exception as error:  # whatever a broken file makes the parser stumble over
        raise NarrativeError(f"{name} is no PDF that can be read: {error!r}") from error


def _texts(data: bytes, name: str) -> list[str]:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise NarrativeError(f"{name} asks for a password; save it without one")
    return [page.extract_text() for page in reader.pages]


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the parser's log of a broken file from the screen: the error says all in one line."""
    log = logging.getLogger("pypdf")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)


def _lines(page: str) -> list[str]:
    lines = (_SPACE.sub(" ", line).strip() for line in page.translate(_LIGATURES).split("\n"))
    kept = [line for line in lines if not line.isdigit()]
    while kept and not kept[-1]:
        kept.pop()
    return list(dropwhile(lambda line: not line, kept))


def _without_running_heads(pages: Sequence[list[str]]) -> list[str]:
    """Return all lines but those at the edge of a page that recur from page to page."""
    edges = [[line for line in (*page[:2], *page[-2:]) if line] for page in pages]
    seen = Counter(_NUMBER.sub("#", line) for edge in edges for line in set(edge))
    often = max(3, len(pages) // 4)
    kept: list[str] = []
    before: set[str | None] = set()
    for page, edge in zip(pages, edges, strict=True):
        running = {line for line in edge if seen[_NUMBER.sub("#", line)] >= often}
        running |= {line for line in edge if title_country(line) in before}
        kept += [line for line in page if line not in running or _BULLET.match(line)]
        before = {title_country(line) for line in page if len(line) <= 60} - {None}
    return kept


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    width = _usual_width(lines)
    paragraph = ""
    previous = ""
    for line in lines:
        if paragraph and (not line or _begins(previous, line, width)):
            yield paragraph
            paragraph = ""
        paragraph = _joined(paragraph, line)
        previous = line
    if paragraph:
        yield paragraph


def _usual_width(lines: Sequence[str]) -> int:
    """Return the length that nine lines in ten do not exceed."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _begins(previous: str, line: str, width: int) -> bool:
    """Whether a new paragraph begins with `line`: after a short last line, or at a heading."""
    if _BULLET.match(line) or _is_heading(line) or _is_heading(previous):
        return True
    return bool(_ENDED.search(previous)) and len(previous) < 0.8 * width


def _is_heading(line: str) -> bool:
    if not line or len(line) > 100:
        return False
    named = heading(line)
    whole = bool(named and named[1] >= len(line.rstrip()))
    capitals = line.isupper() and is_heading(line)
    return whole or capitals or is_title(line) or title_country(line) is not None


def _joined(paragraph: str, line: str) -> str:
    if not paragraph or not line:
        return paragraph or line
    if paragraph.endswith("-") and not paragraph.endswith(" -") and line[:1].islower():
        return paragraph + line if _PREFIX.search(paragraph[-20:]) else paragraph[:-1] + line
    return f"{paragraph} {line}"
