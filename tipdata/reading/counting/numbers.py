"""Numbers in digits and words, their ranges, and the numbers that count nothing."""

from tipdata.reading.counting.items import Item
from tipdata.reading.grammar import pairs, rows


def _words_of(kind: str) -> dict[str, int]:
    row = next(row for row in rows("number_words") if row["kind"] == kind)
    return {word: int(value) for word, value in pairs(row["words"]).items()}


_UNITS, _TENS, _SCALES = _words_of("unit"), _words_of("tens"), _words_of("scale")
# What a number of years or months before it makes a prison term.
TERM_NOUNS = frozenset(
    ("sentence", "sentences", "term", "terms", "imprisonment", "prison", "jail", "suspended")
)
NUMBER_WORDS = (*_UNITS, *_TENS, "hundred", "thousand", "dozen", "zero")
_STARTS = frozenset([*_UNITS, *_TENS, "zero", "a", "half", "an"])


def _parts(low: str) -> list[str] | None:
    """Return the number words that a hyphenated word is made of, or None."""
    parts = low.split("-")
    if all(part in _UNITS or part in _TENS or part in _SCALES or part in ("and", "a", "half", "one")
           for part in parts) and (parts[0] in _UNITS or parts[0] in _TENS):  # fmt: skip
        return parts
    return None


def merge_numbers(items: list[Item]) -> list[Item]:
    """Return `items` with number words, and digits with a scale, each made one number.

    Examples
    --------
    >>> from tipdata.reading.counting.items import tokens
    >>> found = merge_numbers(tokens("one hundred and five of 1.3 million; six and a half"))
    >>> [each.value for each in found if each.kind == "number"]
    [105.0, 1300000.0, 6.5]
    """
    starts = [
        place
        for place, item in enumerate(items)
        if item.kind == "number" or item.low in _STARTS or "-" in item.low
    ]
    merged: list[Item] = []
    index = 0  # items before this are merged
    for place in starts:
        if place >= index:
            merged += items[index : place + 1]
            numbered = items[place].kind == "number"
            index = _digits(items, place) if numbered else _worded(items, place)
    return merged + items[index:]


def _worded(items: list[Item], index: int) -> int:
    """Make the number words from `index` on one number, if they are; return the index after it."""
    item, taken = items[index], _words(items, index)
    if taken is None:
        _whole_term(items, index, item)
        return index + 1
    item.value, width = taken
    item.kind, item.end = "number", items[index + width - 1].end
    return _half(items, index + width, item)


def _whole_term(items: list[Item], index: int, item: Item) -> None:
    """Read "seven-year" in "a seven-year prison sentence" as the term that it is."""
    number, _, unit = item.low.rpartition("-")
    parts = _parts(number) if unit in ("year", "month") else None
    if parts and any(each.low in TERM_NOUNS for each in items[index + 1 : index + 4]):
        value, _ = _add(parts, 0.0, 10**12) or (0.0, 0)
        item.kind, item.value, item.unit, item.role = "number", value, f"{unit}s", "term"


def _digits(items: list[Item], index: int) -> int:
    item = items[index]
    after = index + 1
    scale = items[after].low if after < len(items) and items[after].kind == "word" else ""
    if scale in _SCALES and scale != "dozen":
        item.value *= _SCALES[scale]
        item.end = items[after].end
        item.note = "scaled"
        return after + 1
    return _half(items, after, item)


def _half(items: list[Item], index: int, item: Item) -> int:
    """Add "and a half" or "and one-half" to `item`; return the index after it."""
    lows = [each.low for each in items[index : index + 3]]
    if lows == ["and", "a", "half"]:
        item.value += 0.5
        item.end = items[index + 2].end
        return index + 3
    if lows[:2] == ["and", "one-half"]:
        item.value += 0.5
        item.end = items[index + 1].end
        return index + 2
    return index


def _words(items: list[Item], index: int) -> tuple[float, int] | None:
    """Return the value of the number words that begin at `index`, and how many items they are."""
    first = items[index].low
    if first == "zero":
        return 0.0, 1
    if first in ("a", "an", "half"):
        return _article(items, index)
    total, current, last, width = 0.0, 0.0, 10**12, 0
    while index + width < len(items):
        item = items[index + width]
        parts = [item.low] if item.kind == "word" else []
        step = 1
        if parts == ["and"]:
            after = items[index + width + 1].low if index + width + 1 < len(items) else ""
            if (
                last < 100
                or current % 100
                or (after not in _UNITS and after not in _TENS and not _parts(after))
            ):
                break
            if last == 100 or last >= 1000:
                parts, step = _parts(after) or [after], 2
        elif parts and parts[0] not in _UNITS and parts[0] not in _TENS and parts[0] not in _SCALES:
            parts = _parts(parts[0]) or []
        if not parts:
            break
        added = _add(parts, current, last)
        if added is None:
            break
        current, last = added
        if last >= 1000:
            total, current = total + current, 0.0
        width += step
    return (total + current, width) if width else None


def _add(parts: list[str], current: float, last: float) -> tuple[float, float] | None:
    for place, part in enumerate(parts):
        if part in _UNITS:
            if last < 20 or (last < 100 and current % 10):
                return None
            current, last = current + _UNITS[part], 1
        elif part in _TENS:
            if last < 100:
                return None
            current, last = current + _TENS[part], 20
        elif part in _SCALES:
            if not current:
                return None
            current, last = current * _SCALES[part], _SCALES[part]
            if part == "dozen":
                last = 1
        elif parts[place:] in (["and", "a", "half"], ["and", "one", "half"]):
            return current + 0.5, 1
        else:
            return None
    return current, last


def _article(items: list[Item], index: int) -> tuple[float, int] | None:
    """Return the value of "a dozen", "half a dozen", "a hundred", "a million"."""
    after = items[index + 1].low if index + 1 < len(items) else ""
    if items[index].low != "half":
        return (float(_SCALES[after]), 2) if after in _SCALES else None
    dozen = [each.low for each in items[index + 1 : index + 3]] == ["a", "dozen"]
    return (6.0, 3) if dozen else None


def is_year(item: Item) -> bool:
    """Tell whether the digits look like a calendar year."""
    return (
        item.kind == "number"
        and item.end - item.start == 4
        and item.low.isdigit()
        and 1900 <= item.value <= 2100
    )
