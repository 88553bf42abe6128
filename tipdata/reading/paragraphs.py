"""The paragraphs of a text: blocks of lines, list items and headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(
    r"\s*(?:[\u2022\u25cf\u25aa\u2023\u25e6\uf0b7\u00b7\u2219]|[-*\u2013\u2014](?=\s))\s*"
)
_MARKS = "\u2022\u25cf\u25aa\u2023\u25e6\uf0b7"
_INNER_BULLET = re.compile(  # told by its first character, so that others are passed over fast
    rf"[{_MARKS}\s](?:(?<=[{_MARKS}])|(?<=[.;\s]\s)\*\s(?=[A-Z]))"
)
_ENDED = re.compile(r"[.!?:;\u2026][\"'\u201d\u2019)\]]*\s*\Z")

# A text with a line longer than this is not wrapped by hand: each of its lines is a paragraph.
_WRAPPED_AT = 140


@dataclass(frozen=True)
class Paragraph:
    """A run of prose ``text[start:end]``; `bullet` where it is an item of a list."""

    start: int
    end: int
    bullet: bool = False


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of `text` in order.

    A blank line ends a paragraph, and so does a list mark. A single line break ends one only in
    a text that is not wrapped by hand, or where the line before and the next look like headings.
    """
    wrapped = all(line.end() - line.start() <= _WRAPPED_AT for line in _LINE.finditer(text))
    for start, end in _blocks(text, wrapped=wrapped):
        yield from _items(text, start, end)


def _blocks(text: str, *, wrapped: bool) -> Iterator[tuple[int, int]]:
    begin = last = None
    previous = ""
    for line in _LINE.finditer(text):
        if not line[0].strip():
            continue
        if begin is not None and _breaks(text, last, line, previous, wrapped=wrapped):
            yield begin, last
            begin = None
        begin = line.start() if begin is None else begin
        last, previous = line.end(), line[0]
    if begin is not None:
        yield begin, last


def _breaks(text: str, last: int, line: re.Match, previous: str, *, wrapped: bool) -> bool:
    """Whether a new paragraph begins with `line`, after one that ended at `last`."""
    if not wrapped or text.count("\n", last, line.start()) > 1:
        return True
    if _BULLET.match(line[0]):
        return True
    return _is_short(previous) and not _ENDED.search(previous) and line[0].lstrip()[:1].isupper()


def _is_short(line: str) -> bool:
    return len(line.strip()) <= 40


def _items(text: str, start: int, end: int) -> Iterator[Paragraph]:
    """Split a block at the list marks within it, and leave the marks out."""
    marked = any(text.find(mark, start, end) >= 0 for mark in f"{_MARKS}*")
    inner = _INNER_BULLET.finditer(text, start, end) if marked else ()
    marks = [start, *(mark.start() for mark in inner), end]
    for begin, stop in pairwise(marks):
        bullet = _BULLET.match(text, begin, stop)
        first = bullet.end() if bullet else begin
        if text[first:stop].strip():
            yield Paragraph(first, stop, bullet=bullet is not None)
