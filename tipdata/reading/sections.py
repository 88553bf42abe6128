"""Which part of a narrative a paragraph belongs to."""

import re
from dataclasses import dataclass

from tipdata.reading.paragraphs import Paragraph

_HEADINGS = {
    "recommendations": r"(?:prioriti[sz]ed )?recommendations?(?: (?:for|to) [^.:\n]{2,60})?",
    "prosecution": r"prosecution",
    "protection": r"protection",
    "prevention": r"prevention",
    "profile": r"(?:trafficking|country) (?:in persons )?profile|scope and magnitude",
    "assessment": r"tier placement|tier ranking|government efforts",
}
_HEADING = re.compile(
    r"\s*(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _HEADINGS.items()) + r")"
    r"(?P<mark>\s*[:\u2013\u2014-]\s*|\s*\Z)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"[^a-z]*\Z|.{0,80}\btrafficking in persons report\b.{0,60}\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Part:
    """A paragraph's prose, its heading left out, and the section it stands in."""

    start: int
    end: int
    section: str


def parts(text: str, found: list[Paragraph]) -> list[Part]:
    """Return the prose of the paragraphs with their sections; headings are dropped."""
    section = "assessment"
    kept = []
    for paragraph in found:
        heading = _HEADING.match(text[paragraph.start : min(paragraph.end, paragraph.start + 120)])
        start = paragraph.start
        if heading:
            section = heading.lastgroup if heading.lastgroup != "mark" else _named(heading)
            start += heading.end()
        if text[start : paragraph.end].strip():
            kept.append(Part(start, paragraph.end, section))
    return kept


def _named(heading: re.Match) -> str:
    return next(name for name in _HEADINGS if heading[name])
