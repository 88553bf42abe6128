"""The items of a sentence: words and phrases, numbers, years and marks, with their places."""

import re
from functools import lru_cache

from tipdata.reading.counting.words import Entry, vocabulary

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_TOKEN = re.compile(
    r"(?:(?P<plain>[a-z]++(?=[ ,]))"  # most words; others may go on with marks
    rf"|(?P<none>{_DIGITS}[^\W\d_]+)|(?P<number>{_DIGITS})"
    r"|(?P<symbol>(?:US|NT|HK|TT|BZ|EC|NZ|AU|CA|Bds|[ACRSJNBF])?\$|[€£¥₦₹₱₴₩₫₽])"
    r"|(?P<word>(?:[A-Z]\.){2,}|[^\W\d_]+(?:['\u2019.]?[^\W\d_]*-?[^\W\d_]+)*)"
    r"|(?P<mark>[^\s\w]))\s*+"  # space is taken along: to look for a token in it costs time
)
_APOSTROPHE = "\u2019"
_CODE = 6  # letters that a currency code has fewer than
_DASHES = {"—": "--", "–": "-", "‒": "-", "―": "--", "‐": "-", "‑": "-", "−": "-"}  # noqa: RUF001


NOTHING = Entry()
# Phrases by their second word: the rest of each, and what is known of it.
_Listed = dict[str, list[tuple[tuple[str, ...], Entry]]]


class Item:
    """A word or phrase, a number, a year or a mark.

    `kind` is word, number, year, symbol, mark or none (a number that counts nothing); `low` the
    text in lower case; `entry` what the grammar knows of a word; a number has `value`, `value_max`,
    `unit` and `role` (money, term of prison, share), and the qualifier that stands before it, from
    `first` on. `digits` tells a number in digits, or a word in capitals; `own` and `note` keep what
    else is known of its wording.
    """

    # What most items lack stands here once: reading makes many items.
    entry: Entry = NOTHING
    value: float | None = None
    value_max: float | None = None
    usd: float | None = None
    unit = qualifier = role = own = note = ""
    capital = digits = False

    def __init__(self, kind: str, low: str, start: int, end: int) -> None:
        self.kind, self.low, self.start, self.end = kind, low, start, end
        self.first = start

    def __repr__(self) -> str:
        return f"{self.kind}:{self.low}"


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
        shown, start = match[kind], match.start()
        end = start + len(shown)
        if kind == "plain":
            found.append(Item("word", shown, start, end))
            continue
        if kind == "word":
            item = Item("word", shown.lower(), start, end)
            if item.low != shown:
                item.capital = shown[0].isupper()
                item.digits = end - start < _CODE and shown.isupper()
            if _APOSTROPHE in item.low:
                item.low = item.low.replace(_APOSTROPHE, "'")
        elif kind == "mark":
            item = Item("mark", _DASHES.get(shown, shown), start, end)
            if item.low == "-" and text[start - 1 : start] == " ":
                item.low = "--"
        elif kind == "symbol":
            item = Item("symbol", shown, start, end)
        else:
            item = Item(kind, shown, start, end)
            item.digits = True
            if kind == "number":
                item.value = float(shown.replace(",", ""))
        found.append(item)
    return found


@lru_cache(maxsize=100_000)
def _one_word(low: str) -> tuple[Entry, _Listed | None]:
    """Return what the grammar knows of one word, and the phrases that begin with it."""
    return _entry(low), vocabulary().phrases.get(low.removesuffix("'s"))


def _entry(low: str) -> Entry:
    """Return what the grammar knows of one word, also without its possessive or its prefix."""
    entries = vocabulary().entries
    plain = low.removesuffix("'s")
    if low in entries or plain in entries:
        return entries.get(low) or entries[plain]
    if "-" in plain:
        head, _, tail = plain.partition("-")
        for part in (f"{head} {tail}", plain.rpartition("-")[2]):
            known = entries.get(part)
            if known is not None and (known.noun or known.traits) and tail != "term":
                return Entry(noun=known.noun, noun_traits=known.noun_traits, traits=known.traits)
    return NOTHING


def phrases(items: list[Item]) -> list[Item]:
    """Return `items` with known phrases of several words made one item, and words looked up."""
    known: list[Item] = []
    until = 0  # items before this belong to a phrase already
    for index, item in enumerate(items):
        if index < until:
            continue
        known.append(item)
        if item.kind != "word":
            continue
        item.entry, listed = _one_word(item.low)
        if not listed or item is items[-1]:
            continue
        longer = listed.get(items[index + 1].low.removesuffix("'s"))
        if longer:
            counted = len(known) > 1 and known[-2].kind == "number"
            if _take_phrase(items, index + 1, item, longer, counted=counted):
                until = index + len(item.low.split())
    return known


def _take_phrase(
    items: list[Item],
    index: int,
    item: Item,
    longer: list[tuple[tuple[str, ...], Entry]],
    *,
    counted: bool,
) -> bool:
    """Join the first phrase of `longer` that goes on from `item`; tell whether there is one.

    After a number (`counted`) no verb begins, but in the past: "70 places in two houses".
    """
    for rest, entry in longer:
        if counted and entry.form in ("base", "s"):
            continue
        end = index + len(rest)
        if rest == tuple(each.low.removesuffix("'s") for each in items[index:end]):
            item.low = " ".join((item.low.removesuffix("'s"), *rest))
            item.end, item.entry = items[end - 1].end, entry
            item.own = "'s" if items[end - 1].low.endswith("'s") else ""
            return True
    return False
