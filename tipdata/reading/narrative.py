"""A narrative: one country's text of one edition, cut into sentences that keep their place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from string import ascii_lowercase, ascii_uppercase
from typing import Literal

from tipdata.reading.paragraphs import paragraphs
from tipdata.reading.sections import assigned, parts
from tipdata.reading.sentences import sentences

Section = Literal[
    "assessment", "recommendations", "prosecution", "protection", "prevention", "profile"
]
_WORD = re.compile(r"\w+")
_ASCII_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)


@dataclass(frozen=True)
class Sentence:
    """One sentence: ``narrative.text[start:end]`` is its `text`.

    `paragraph` counts the narrative's paragraphs from 1 (headings are none), `number` the
    sentences of the paragraph from 1.
    """

    text: str
    start: int
    end: int
    paragraph: int
    number: int
    section: Section

    @cached_property
    def lower(self) -> str:
        """The text in lower case, each letter in its place; regular expressions are faster so."""
        lower = self.text.lower()
        return lower if len(lower) == len(self.text) else self.text.translate(_ASCII_LOWER)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in lower case: by what it lacks, most of what a sentence may say is ruled out.

        A word ends at any mark: "one-half" is two.
        """
        return frozenset(_WORD.findall(self.lower))


@dataclass(frozen=True)
class Narrative:
    """What one edition says about one country; `text` is the document's text as read."""

    iso3: str
    country: str
    edition: int
    text: str
    source_id: str
    sentences: tuple[Sentence, ...]


def narrative_of(
    text: str, *, iso3: str, edition: int, country: str | None = None, source_id: str = "narrative"
) -> Narrative:
    """Return the narrative that a text holds; nothing is read from elsewhere.

    Parameters
    ----------
    text
        The prose; offsets count its characters.
    iso3, edition
        Whose narrative it is.
    country
        The country's name; without it, the code.
    source_id
        What the rows drawn from it name as their source.

    Examples
    --------
    >>> found = narrative_of("Police arrested 31. The U.S. paid.", iso3="PER", edition=2018)
    >>> [(each.text, each.start, each.number) for each in found.sentences]
    [('Police arrested 31.', 0, 1), ('The U.S. paid.', 20, 2)]
    """
    return Narrative(
        iso3=iso3,
        country=country or iso3,
        edition=edition,
        text=text,
        source_id=source_id,
        sentences=tuple(_sentences(text)),
    )


def _sentences(text: str) -> Iterator[Sentence]:
    found = list(parts(text, list(paragraphs(text))))
    spans = [
        (number, part.section, start, end)
        for number, part in enumerate(found, start=1)
        for start, end in sentences(text, part.start, part.end)
    ]
    sections = assigned(
        [text[start:end] for _, _, start, end in spans],
        [number for number, *_ in spans],
        [section for _, section, _, _ in spans],
    )
    place, counted = 0, 0
    for (number, _, start, end), section in zip(spans, sections, strict=True):
        listed = section == "recommendations"
        for begin, stop in (
            sentences(text, start, end, semicolons=True) if listed else [(start, end)]
        ):
            counted = counted + 1 if number == place else 1
            place = number
            yield Sentence(text[begin:stop], begin, stop, number, counted, section)
