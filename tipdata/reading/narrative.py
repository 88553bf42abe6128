"""A narrative: one country's text of one edition, cut into sentences that keep their place."""

from dataclasses import dataclass
from typing import Literal

from tipdata.reading.paragraphs import paragraphs
from tipdata.reading.sections import Part, parts
from tipdata.reading.sentences import sentences

Section = Literal[
    "assessment", "recommendations", "prosecution", "protection", "prevention", "profile"
]


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
        sentences=tuple(_sentences(text, parts(text, list(paragraphs(text))))),
    )


def _sentences(text: str, found: list[Part]) -> list[Sentence]:
    cut = []
    for number, part in enumerate(found, start=1):
        listed = part.section == "recommendations"
        for index, (start, end) in enumerate(
            sentences(text, part.start, part.end, semicolons=listed), start=1
        ):
            cut.append(Sentence(text[start:end], start, end, number, index, part.section))
    return cut
