"""Money: amounts with their currency, and the dollars that a bracket repeats them in."""

from functools import cache

from tipdata.reading.counting.contexts import low, words
from tipdata.reading.counting.items import Item
from tipdata.reading.grammar import listed, rows

_WORDS = 5  # words that a currency's name may have
_BRACKET = 25  # items that a bracket may have
_SMALL = 100  # fewer than this is no amount in "real" or "won", which are words too


@cache
def _symbols() -> dict[str, str]:
    return {
        symbol: row["code"] for row in rows("currency_symbols") for symbol in listed(row["symbols"])
    }


@cache
def _currencies() -> dict[str, list[str]]:
    """Return the currency codes that each wording can mean, the likeliest first."""
    known: dict[str, list[str]] = {}
    for row in rows("currencies"):
        for phrase in listed(row["words"]):
            for wording in {phrase, phrase.split()[-1]}:
                codes = known.setdefault(wording, [])
                if row["code"] not in codes:
                    codes.insert(0 if wording == phrase else len(codes), row["code"])
    return known


@cache
def _last_words() -> frozenset[str]:
    return frozenset(wording.rpartition(" ")[2] for wording in _currencies())


def join_money(items: list[Item], *, own: str) -> list[Item]:
    """Return `items` with symbols and currency words taken into their number."""
    if "symbol" not in [item.kind for item in items] and _last_words().isdisjoint(
        [item.low for item in items]
    ):
        return items
    kept, index = [], 0
    while index < len(items):
        item = items[index]
        following = items[index + 1] if index + 1 < len(items) else None
        index += 1
        code = "" if following is None else _code_before(item, following)
        if code:
            following.kind, following.role = "number", "money"
            following.unit, following.first = code, item.start
            following.value = following.value or float(following.low)
            item = following
            index += 1
        elif item.kind == "number" and not item.role:
            index += _take_currency(items, index, item, own)
        own = item.unit if item.role == "money" and item.unit != "USD" else own
        kept.append(item)
    return kept


def _code_before(item: Item, following: Item) -> str:
    """Return the currency that a symbol or code right before a number says, or nothing."""
    if following.kind not in ("number", "year") or following.role or not following.digits:
        return ""
    if item.kind == "symbol":
        return _symbols().get(item.low, "USD")
    if item.kind == "word" and item.digits and following.kind == "number":
        return _currencies().get(item.low, [""])[0]
    return ""


def _take_currency(items: list[Item], index: int, item: Item, own: str) -> int:
    """Give a number the currency named from `index` on; return how many items that takes."""
    last_words = [each.low.rpartition(" ")[2] for each in items[index : index + _WORDS]]
    if _last_words().isdisjoint(last_words):
        return 0
    named: list[str] = []
    ends: dict[int, int] = {}
    for place in range(index, min(index + _WORDS, len(items))):
        if items[place].kind != "word":
            break
        named += items[place].low.split()
        ends[len(named)] = place - index + 1
    for count in sorted(ends, reverse=True):
        wording = " ".join(named[:count])
        codes = _currencies().get(wording)
        if codes is None or (wording in words("currency_or_word") and item.value < _SMALL):
            continue
        item.role, item.note = "money", item.note or wording
        item.unit = own if own in codes else codes[0]
        return ends[count]
    return 0


def join_dollars(items: list[Item], *, own: str) -> list[Item]:
    """Return `items` without the brackets that repeat an amount, and with its US dollars kept."""
    if "money" not in [item.role for item in items]:
        return items
    kept, index, last = [], 0, None
    while index < len(items):
        item = items[index]
        kept.append(item)
        index += 1
        if last is not None and item.kind == "number" and not item.role:
            _take_last_currency(items, index, item, last)
        if item.role == "money":
            last = item
            index = _repeated(items, index, item, own)
    return kept


def _take_last_currency(items: list[Item], index: int, item: Item, last: Item) -> None:
    """Give a bare number that a bracket repeats in dollars the currency of the amount before."""
    inside = items[index : index + 3]
    if [each.low for each in inside[::2]] == ["(", ")"] and inside[1].unit == "USD":
        item.role, item.unit = "money", last.unit


def _repeated(items: list[Item], index: int, item: Item, own: str) -> int:
    """Read a bracket after an amount; return the index after it, or `index` if it says more."""
    start = index
    while low(items, start) == "(" and low(items, start + 2) == ")" and (
        items[start + 1].kind == "word"
    ):  # fmt: skip
        start += 3  # the currency's code
    if low(items, start) not in ("(", "["):
        return start
    close = _closing(items, start)
    inside = items[start + 1 : close]
    amounts = [each for each in inside if each.kind == "number"]
    if not amounts or len(amounts) > 2 or any(each.role != "money" for each in amounts):
        return index
    unit = amounts[0].unit
    if unit == "USD" and item.unit == "USD" and item.note.endswith("dollars") and own:
        item.unit = own  # dollars that are repeated in US dollars are others
    if unit == item.unit or (unit != "USD" and any(each.kind == "year" for each in inside)):
        return index
    if unit == "USD":
        item.usd = amounts[0].value
    return close + 1


def _closing(items: list[Item], index: int) -> int:
    """Return the index of the bracket that closes the one at `index`."""
    end = min(index + _BRACKET, len(items) - 1)
    return next((place for place in range(index + 1, end) if low(items, place) in (")", "]")), end)
