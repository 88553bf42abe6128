"""Reading the Factbook's texts on exchange rates: every number with the label that follows it."""

import re
from dataclasses import dataclass

_NOTE = re.compile(r"\bnotes?\s*\d?\s*(?:[:-]|\u2013|\u2014).*")
_HEAD = re.compile(
    r"(?P<words>[^;]*?)\s*\bper\s+(?:US\s?\$\s?1?|(?:US\s+)?dollars?|U\b)\s*[-:=\u2013]?"
)
_CODE = re.compile(r"\(([A-Z]{3})\)")
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d+"
_QUOTE = re.compile(
    rf"(?P<before>.*?)(?<![\d.])(?<!\d,)(?P<number>{_NUMBER})\s*\((?P<label>[^()]*\d[^()]*)\)"
)
_YEAR = re.compile(r"(?P<year>\d{4})(?: est\.?| average)?")


@dataclass(frozen=True)
class Quote:
    """One labelled number of a text.

    Attributes
    ----------
    value, label
        As printed.
    year
        The calendar year that the label is; None for a month, a fiscal year, a span, a peg.
    code
        The currency code that the text prints, if it does.
    series
        What the text says the numbers are ("official rate"); empty where it says nothing.
    """

    value: float
    label: str
    year: int | None
    code: str | None
    series: str


def quotes(text: str) -> list[Quote]:
    """Return the labelled numbers of a text, in its order; what follows a note is not read."""
    plain = " ".join(_NOTE.sub("", " ".join(text.replace("|", " ").split())).split())
    heads = list(_HEAD.finditer(plain))
    if not heads:
        return _series(plain, code=None)
    ends = [head.start() for head in heads[1:]] + [len(plain)]
    found: list[Quote] = []
    for head, end in zip(heads, ends, strict=True):
        code = _CODE.search(head["words"])
        found += _series(plain[head.end() : end], code=code[1] if code else None)
    return found


def _series(body: str, *, code: str | None) -> list[Quote]:
    found, series = [], ""
    for match in _QUOTE.finditer(body):
        series = _named(match["before"]) or series
        label = match["label"].strip()
        year = _YEAR.fullmatch(label)
        found.append(
            Quote(
                value=float(match["number"].replace(",", "")),
                label=label,
                year=int(year["year"]) if year else None,
                code=code,
                series=series,
            )
        )
    return found


def _named(before: str) -> str:
    """Return the words before a number as the name of a series; unread numbers are no name."""
    words = before.strip(" ,;.-:")
    return "" if any(each.isdigit() for each in words) or words in ("", "NA", ")") else words
