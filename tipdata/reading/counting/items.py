"""The items of a sentence: words and phrases, numbers, years and marks, with their places."""

import re
from functools import cache

from tipdata.reading.counting.words import Entry, vocabulary

_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<suffix>[^\W\d_]+)?"
    r"|(?P<symbol>(?:US|NT|HK|TT|BZ|EC|NZ|AU|CA|Bds|[ACRSJNBF])?\$|[€£¥₦₹₱₴₩₫₽])"
    r"|(?P<word>(?:[A-Z]\.){2,}|[^\W\d_]+(?:['\u2019.]?[^\W\d_]*-?[^\W\d_]+)*)"
    r"|(?P<mark>[^\s\w])"
)
_APOSTROPHE = "\u2019"
_POSSESSIVE = re.compile(rf"['{_APOSTROPHE}]s$")
_DASHES = {"—": "--", "–": "-", "‒": "-", "―": "--", "‐": "-", "‑": "-", "−": "-"}  # noqa: RUF001


class Item:
    """A word or phrase, a number, a year or a mark.

    `kind` is word, number, year, symbol, mark or none (a number that counts nothing); `low` the
    text in lower case; `entry` what the grammar knows of a word; a number has `value`, `value_max`,
    `unit` and `role` (money, term of prison, share), and the qualifier that stands before it, from
    `first` on. `digits` tells a number in digits, or a word in capitals; `own` and `note` keep what
    else is known of its wording.
    """

    __slots__ = (
        "capital",
        "digits",
        "end",
        "entry",
        "first",
        "kind",
        "low",
        "note",
        "own",
        "qualifier",
        "role",
        "start",
        "unit",
        "usd",
        "value",
        "value_max",
    )  # fmt: skip

    def __init__(self, kind: str, low: str, start: int, end: int) -> None:
        self.kind, self.low, self.start, self.end = kind, low, start, end
        self.entry: Entry = NOTHING
        self.value = self.value_max = self.usd = None
        self.unit = self.qualifier = self.role = self.own = self.note = ""
        self.first = start
        self.capital = self.digits = False

    def __repr__(self) -> str:
        return f"{self.kind}:{self.low}"


NOTHING = Entry()


def tokens(text: str) -> list[Item]:
    """Return the words, digits, currency symbols and marks of `text`, one item each.

    Examples
    --------
    >>> [each.low for each in tokens("Police arrested 1,229—or so.")]
    ['police', 'arrested', '1,229', '--', 'or', 'so', '.']
    """
    found = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        if kind == "word":
            item = Item("word", match[0].lower().replace(_APOSTROPHE, "'"), start, end)
            item.capital = match[0][0].isupper()
            item.digits = end - start < 6 and match[0].isupper()
        elif kind in ("number", "suffix"):
            item = Item("number" if kind == "number" else "none", match[0], start, end)
            item.digits = True
            if kind == "number":
                item.value = float(match[0].replace(",", ""))
        elif kind == "symbol":
            item = Item("symbol", match[0], start, end)
        else:
            item = Item("mark", _DASHES.get(match[0], match[0]), start, end)
            if item.low == "-" and text[start - 1 : start] == " ":
                item.low = "--"
        found.append(item)
    return found


@cache
def _one_word(low: str) -> Entry:
    """Return what the grammar knows of one word, also without its possessive or its prefix."""
    entries = vocabulary().entries
    plain = _POSSESSIVE.sub("", low)
    if low in entries or plain in entries:
        return entries.get(low) or entries[plain]
    if "-" in plain:
        head, _, tail = plain.partition("-")
        for part in (f"{head} {tail}", plain.rpartition("-")[2]):
            known = entries.get(part)
            if known is not None and (known.noun or known.traits):
                return Entry(noun=known.noun, noun_traits=known.noun_traits, traits=known.traits)
    return NOTHING


def phrases(items: list[Item]) -> list[Item]:
    """Return `items` with known phrases of several words made one item, and words looked up."""
    known, longest, entries = [], vocabulary().longest, vocabulary().entries
    index, count = 0, len(items)
    while index < count:
        item = items[index]
        if item.kind == "word":
            reach = longest.get(item.low, 1)
            if reach > 1:
                for width in range(min(reach, count - index), 1, -1):
                    parts = items[index : index + width]
                    phrase = " ".join(_POSSESSIVE.sub("", each.low) for each in parts)
                    entry = entries.get(phrase) or entries.get(" ".join(p.low for p in parts))
                    if entry is not None and all(each.kind == "word" for each in parts):
                        item.low, item.end, item.entry = phrase, parts[-1].end, entry
                        break
                else:
                    width, item.entry = 1, _one_word(item.low)
                index += width
                known.append(item)
                continue
            item.entry = _one_word(item.low)
        known.append(item)
        index += 1
    return known
