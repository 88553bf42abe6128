"""The terms that a reader may not know: said on hover, listed on the page, linked from the text."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd
from markupsafe import Markup, escape

_LINK = Markup('<a class="term" href="#term-{}" title="{}">{}</a>')


@dataclass(frozen=True)
class Term:
    """A term of the field, and what it means in our words."""

    slug: str
    term: str
    spelled: tuple[str, ...]
    meaning: str


@cache
def terms() -> dict[str, Term]:
    """Return the terms by slug."""
    with Path(__file__).with_name("glossary.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["slug"]: Term(
                row["slug"],
                row["term"],
                tuple(each for each in row["spelled"].split("|") if each),
                row["meaning"],
            )
            for row in csv.DictReader(file)
        }


@cache
def _spellings() -> tuple[re.Pattern[str], dict[str, Term]]:
    by_spelling = {each: term for term in terms().values() for each in term.spelled}
    longest_first = sorted(by_spelling, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), by_spelling


def linked(text: str) -> Markup:
    """Return `text` escaped, with each term that it spells out leading to its meaning.

    Examples
    --------
    >>> linked("a < b").startswith("a &lt; b")
    True
    """
    pattern, by_spelling = _spellings()
    out, end = Markup(""), 0
    for found in pattern.finditer(text):
        term = by_spelling[found[0]]
        out += escape(text[end : found.start()])
        out += _LINK.format(term.slug, term.meaning, found[0])
        end = found.end()
    return out + escape(text[end:])


def of_indicator(indicator: pd.Series, shown: object) -> Markup:
    """Return what is `shown` with a link to the definition of a row of the table indicators."""
    return _LINK.format(indicator["indicator"], indicator["definition"], shown)
