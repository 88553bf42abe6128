"""Quantities: the items of a sentence, each number joined with all that makes up its amount."""

import re
from functools import cache

from tipdata.reading.counting.contexts import mark_contexts, words
from tipdata.reading.counting.items import Item, phrases, tokens
from tipdata.reading.counting.money import join_dollars, join_money
from tipdata.reading.counting.numbers import NUMBER_WORDS, merge_numbers
from tipdata.reading.counting.ranges import join_ranges, join_shares, join_terms
from tipdata.reading.counting.zeros import DENIALS, mark_none
from tipdata.reading.grammar import listed, rows

_DIGIT = re.compile(r"\d")
_COUNTING = frozenset(NUMBER_WORDS) | DENIALS
# What denies only together with the words around it.
_DENYING_WORDS = frozenset(
    ("not", "fail", "failed", "fails", "failing", "unable", "declined", "refused", "yet", "without")
)
_DENYING = re.compile(
    r"\bnot (?:a|one)\b|"
    r"\b(?:did|does|do|has|have|had|but|by|while|for|,)\s(?:still\s|also\s)?not\b|"
    r"\b(?:fail(?:ed|s|ing)?|unable|declined|refused|yet)\sto\b|\bwithout\s\w+ing\b"
)
_LONGEST = 4  # items that one qualifier may have


def may_hold_numbers(lower: str, words: frozenset[str]) -> bool:
    """Tell whether a sentence, in lower case and as its words, has any number or denial."""
    if not _COUNTING.isdisjoint(words) or _DIGIT.search(lower):
        return True
    return not _DENYING_WORDS.isdisjoint(words) and _DENYING.search(lower) is not None


def quantities(text: str, *, currency: str = "") -> list[Item]:
    """Return the items of a sentence with every quantity made one item.

    `currency` is the country's own: what "pesos" or "francs" mean where nothing else is said.

    Examples
    --------
    >>> found = quantities("at least 1.5 million euros ($1.6 million)")
    >>> [(each.value, each.unit, each.usd, each.qualifier) for each in found]
    [(1500000.0, 'EUR', 1600000.0, 'at_least')]
    """
    items = mark_none(phrases(merge_numbers(tokens(text))))
    if _numbered(items):
        items = mark_contexts(items)
    if not _numbered(items):
        return items
    items = join_shares(join_terms(join_money(items, own=currency)))
    return _join_qualifiers(join_ranges(join_dollars(items, own=currency)))


def _numbered(items: list[Item]) -> bool:
    return "number" in [item.kind for item in items]


@cache
def _qualifiers() -> dict[str, str]:
    return {
        phrase: row["qualifier"] for row in rows("qualifiers") for phrase in listed(row["words"])
    }


def _join_qualifiers(items: list[Item]) -> list[Item]:
    """Take the qualifiers before a number into it: "at least", "about", "a total of"."""
    kept: list[Item] = []
    for item in items:
        if item.kind == "number":
            while _take_qualifier(kept, item):
                pass
            item.qualifier = item.qualifier or "exact"
        kept.append(item)
    return kept


def _take_qualifier(kept: list[Item], item: Item) -> bool:
    """Take the longest qualifier at the end of `kept` into `item`; tell whether there was one."""
    known, phrase, width = _qualifiers(), "", 0
    for count in range(1, min(_LONGEST, len(kept)) + 1):
        if kept[-count].kind != "word":
            break
        phrase = f"{kept[-count].low} {phrase}" if phrase else kept[-count].low
        if phrase in known:
            width, found = count, phrase
    if not width:
        return False
    if "estimated" in found:
        item.note = "estimated"
    if known[found] != "exact" and not item.qualifier:
        item.qualifier = known[found]
    if found in words("further"):
        item.own = "more"
    elif found in words("remaining"):
        item.own = "rest"
    item.first = kept[-width].start
    del kept[-width:]
    return True
