"""Where the sentences of a paragraph begin and end."""

import re
from collections.abc import Iterator
from functools import cache

from tipdata.reading.vocabulary import vocabulary

_CLOSERS = "\"'\u201d\u2019)]}\u00bb"
_END = re.compile(
    # one or more marks, and the brackets and quotes that close behind them ...
    rf"[.!?\u2026]+[{re.escape(_CLOSERS)}]*"
    # ... then space or the end, or a capital that lost its space
    r"(?=\s|$|[A-Z\u00c0-\u00de][a-z\u00df-\u00ff'\u2019\s])"
)
_LONGEST = 5000
_BEFORE_WORD = re.compile(r"[\s(\[\"\u201c\u2018]")
_INITIAL = re.compile(r"(?:[A-Z]\.)*-?[A-Z]\Z")
_ADDRESS = re.compile(r"://|www\b|@", re.IGNORECASE)
_NEXT_WORD = re.compile(r"\s*[\"'\u201c\u2018(\[]*([^\W\d_]+)")
_NEXT = re.compile(r"\s*(\S)")
_NUMBER_NEXT = re.compile(r"\s+(?:[0-9]|[IVXLC]+\b|[A-Z]{0,3}-?[0-9])")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(vocabulary("abbreviations")[kind].split())


def sentences(text: str, start: int, end: int, *, semicolons: bool = False) -> Iterator[tuple]:
    """Yield (start, end) of each sentence of ``text[start:end]``, without the space around it.

    `semicolons` also ends a sentence at each semicolon, for lists of recommendations. What runs on
    for more than 5,000 characters is no sentence; it is cut at spaces, so that nobody who reads
    sentences meets a longer one.

    Examples
    --------
    >>> text = "Mr. X paid $2.3 million to the U.S. embassy.The court sat."
    >>> [text[start:end] for start, end in sentences(text, 0, len(text))]
    ['Mr. X paid $2.3 million to the U.S. embassy.', 'The court sat.']
    """
    begin = start
    for stop in [*_stops(text, start, end, semicolons=semicolons), end]:
        while stop - begin > _LONGEST:
            space = text.rfind(" ", begin + 1, begin + _LONGEST)
            cut = space if space > 0 else begin + _LONGEST
            yield from _trimmed(text, begin, cut)
            begin = cut
        yield from _trimmed(text, begin, stop)
        begin = stop


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _stops(text: str, start: int, end: int, *, semicolons: bool) -> Iterator[int]:
    pattern = re.compile(rf"{_END.pattern}|;(?=\s)") if semicolons else _END
    for mark in pattern.finditer(text, start, end):
        if mark[0] == ";" or _ends(text, mark, start, end):
            yield mark.end()


def _ends(text: str, mark: re.Match, start: int, end: int) -> bool:
    """Whether the marks end a sentence, judged by the word before and the word after."""
    after = _NEXT.match(text, mark.end(), end)
    if after is None:
        return True
    if after[1].islower() or after[1] in ",;:)%":
        return False
    word = _BEFORE_WORD.split(text[max(start, mark.start() - 40) : mark.start()])[-1]
    if after.start(1) == mark.end():
        return _lost_space(word)
    if not mark[0].startswith(".") or mark[0].startswith(".."):
        return True
    return _plain_word_or_opener(text, mark, end, word)


def _lost_space(word: str) -> bool:
    """Whether a point glued to a capital stands between sentences: not in u.S. nor an address."""
    return len(word) > 1 and not _ADDRESS.search(word) and not _INITIAL.search(word)


def _plain_word_or_opener(text: str, mark: re.Match, end: int, word: str) -> bool:
    folded = word.casefold().strip(".")
    if folded in _words("never"):
        return False
    if folded in _words("before_a_number"):
        return _NUMBER_NEXT.match(text, mark.end(), end) is None
    if folded in _words("either") or _INITIAL.search(word):
        following = _NEXT_WORD.match(text, mark.end(), end)
        return following is not None and following[1].casefold() in _words("openers")
    return True
