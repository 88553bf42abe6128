"""Reading a file as a narrative, or as a whole edition of narratives."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from os import PathLike
from pathlib import Path

from tipdata.errors import NarrativeError
from tipdata.reading.formats import Document, read_document
from tipdata.reading.identity import (
    Stated,
    name_of,
    opening_lines,
    settle_country,
    settle_edition,
    stated,
    title_country,
)
from tipdata.reading.narrative import Narrative, narrative_of
from tipdata.reading.paragraphs import paragraphs
from tipdata.tables.names import to_iso3

# Less prose than this under a country's name is a list of countries, not a narrative.
_LEAST = 300


@dataclass(frozen=True)
class _Chapter:
    iso3: str
    start: int
    end: int


def read_narrative(
    path: str | PathLike[str], *, country: str | None = None, edition: int | None = None
) -> Narrative:
    """Return the narrative that a file holds, cut into sentences that keep their place.

    Plain text (UTF-8, UTF-16 or Windows-1252), a saved web page (.html, .mhtml) or a PDF with
    text; which of them it is is told by what it holds. Titles, headings and lines of the page
    around the narrative are no sentences. Nothing is fetched.

    Parameters
    ----------
    path
        The file. Of a whole edition, `country` chooses the narrative.
    country
        Code or name; needed where neither a title ("2018 Trafficking in Persons Report: Peru"),
        nor the prose ("The Government of Peru ...") tells it. For an invented country, a code of
        those that ISO 3166 leaves to users: XAA to XZZ.
    edition
        The year in which the edition was issued; needed where no title tells it.

    Returns
    -------
    Narrative
        Offsets count the characters of its `text`. Of a plain text file that is the whole file,
        decoded, each line ended by one line feed; of a web page or PDF it is the prose as set by
        this program, a blank line between paragraphs; of a whole edition it is the country's
        chapter.

    Raises
    ------
    tipdata.errors.NarrativeError
        For a file that cannot be read as a narrative, for a country or edition that neither the
        file nor the call tells, and where the two tell different ones. Countries and years that
        the prose itself names are no conflict.
    tipdata.errors.UnknownValueError
        For a `country` that is none.

    Examples
    --------
    >>> narrative = read_narrative("peru-2018.txt", country="PER", edition=2018)  # doctest: +SKIP
    >>> narrative.sentences[0].section  # doctest: +SKIP
    'profile'
    """
    document = read_document(Path(path))
    chapters = _chapters(document.text)
    return _narrative(Path(path), document, chapters, country=country, edition=edition)


def read_edition(path: str | PathLike[str], *, edition: int | None = None) -> list[Narrative]:
    """Return the narratives of a file that holds many, in its order.

    A narrative begins at a line that is a country's name, in capitals or with its tier. Chapters
    of the same country one after another (a running head) are one.

    Parameters
    ----------
    path
        The file, as for `read_narrative`.
    edition
        Needed where no title tells it.

    Raises
    ------
    tipdata.errors.NarrativeError
        As for `read_narrative`, and where no country has a heading of its own.

    Examples
    --------
    >>> [each.country for each in read_edition("tip-2009.pdf")]  # doctest: +SKIP
    ['Afghanistan', 'Albania', 'Algeria']
    """
    document = read_document(Path(path))
    return _narratives(Path(path), document, _chapters(document.text), edition=edition)


def read_narratives(
    path: str | PathLike[str], *, country: str | None = None, edition: int | None = None
) -> list[Narrative]:
    """Return the narratives of a file: all that it holds, or the one of `country`."""
    path = Path(path)
    document = read_document(path)
    chapters = _chapters(document.text)
    if country is None and len({chapter.iso3 for chapter in chapters}) > 1:
        return _narratives(path, document, chapters, edition=edition)
    return [_narrative(path, document, chapters, country=country, edition=edition)]


def _narrative(
    path: Path,
    document: Document,
    chapters: list[_Chapter],
    *,
    country: str | None,
    edition: int | None,
) -> Narrative:
    """Return the one narrative of a document, or of several that of `country`."""
    if len({chapter.iso3 for chapter in chapters}) > 1:
        document, country = _one_of(document, chapters, country, path.name)
    found = _stated(document)
    iso3 = settle_country(country, found, document.text, name=path.name)
    return narrative_of(
        document.text,
        iso3=iso3,
        edition=settle_edition(edition, found, name=path.name),
        country=name_of(iso3),
        source_id=source_id(path),
    )


def _narratives(
    path: Path, document: Document, chapters: list[_Chapter], *, edition: int | None
) -> list[Narrative]:
    """Return the narrative of each chapter of a document."""
    if not chapters:
        raise NarrativeError(
            f"{path.name} has no country's name as a heading; read it by read_narrative()"
        )
    year = settle_edition(edition, _stated(document), name=path.name)
    return [
        narrative_of(
            document.text[chapter.start : chapter.end],
            iso3=chapter.iso3,
            edition=year,
            country=name_of(chapter.iso3),
            source_id=f"{source_id(path)}-{chapter.iso3.lower()}",
        )
        for chapter in chapters
    ]


def source_id(path: Path) -> str:
    """Return the key of a user's own document: its file name as letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", path.stem.casefold()).strip("-") or "narrative"


def _stated(document: Document) -> Stated:
    lines = opening_lines(document.text, list(paragraphs(document.text)))
    return stated([*document.titles, *lines])


def _chapters(text: str) -> list[_Chapter]:
    """Return where each country's prose begins and ends, by lines that are a country's name."""
    heads = [*_heads(text), ("", len(text))]
    chapters: list[_Chapter] = []
    for (iso3, start), (_, end) in pairwise(heads):
        if chapters and chapters[-1].iso3 == iso3:
            chapters[-1] = _Chapter(iso3, chapters[-1].start, end)
        elif end - start >= _LEAST:
            chapters.append(_Chapter(iso3, start, end))
    return chapters


def _heads(text: str) -> Iterator[tuple[str, int]]:
    for line in re.finditer(r"^[^\n]{4,60}$", text, re.MULTILINE):
        code = title_country(line[0]) if line[0].strip()[:1].isupper() else None
        if code:
            yield code, line.start()


def _one_of(
    document: Document, chapters: list[_Chapter], country: str | None, name: str
) -> tuple[Document, str]:
    """Return the chapter that `country` names, as a document with the titles of the whole."""
    held = list(dict.fromkeys(chapter.iso3 for chapter in chapters))
    if country is None:
        shown = ", ".join(held[:6]) + (", ..." if len(held) > 6 else "")
        raise NarrativeError(
            f"{name} holds {len(held)} narratives ({shown}); give country=, or read all of them by "
            "read_edition()"
        )
    code = to_iso3(country)
    if code not in held:
        raise NarrativeError(f"{name} holds no narrative of {country!r}, but of {', '.join(held)}")
    chapter = next(each for each in chapters if each.iso3 == code)
    editions = tuple(f"{year} Trafficking in Persons Report" for year in _stated(document).editions)
    return Document(document.text[chapter.start : chapter.end], editions), code
