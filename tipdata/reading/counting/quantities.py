"""Quantities: numbers with their money, prison terms, ranges and qualifiers."""

import re
from functools import cache

from tipdata.reading.counting.contexts import low, mark_contexts
from tipdata.reading.counting.items import Item, phrases, tokens
from tipdata.reading.counting.numbers import merge_numbers
from tipdata.reading.counting.zeros import mark_none
from tipdata.reading.grammar import listed, rows

_SYMBOLS = {"€": "EUR", "£": "GBP", "¥": "JPY", "₦": "NGN", "₹": "INR", "₱": "PHP", "₴": "UAH",
            "₩": "KRW", "₫": "VND", "₽": "RUB", "$": "USD", "US$": "USD", "NT$": "TWD", "HK$": "HKD",
            "TT$": "TTD", "BZ$": "BZD", "EC$": "XCD", "NZ$": "NZD", "AU$": "AUD", "A$": "AUD",
            "CA$": "CAD", "C$": "CAD", "R$": "BRL", "S$": "SGD", "J$": "JMD", "N$": "NAD",
            "B$": "BSD", "F$": "FJD", "Bds$": "BBD"}  # fmt: skip


_MAY_HOLD = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety|hundred|thousand|dozen|no|none|nobody|zero|not|never|neither|nor|without)\b",
    re.IGNORECASE,
)


def may_hold_numbers(text: str) -> bool:
    """Tell whether a sentence has any digit, number word or denial."""
    return _MAY_HOLD.search(text) is not None


def quantities(text: str, *, currency: str = "") -> list[Item]:
    """Return the items of a sentence with every quantity made one item.

    `currency` is the country's own: what "pesos" or "francs" mean where nothing else is said.
    """
    items = mark_contexts(mark_none(phrases(merge_numbers(tokens(text)))))
    if not any(item.kind == "number" for item in items):
        return items
    items = _dollars(_shares(_terms(_money(items, currency))))
    return _qualified(_ranges(items))


# Money ------------------------------------------------------------------------------------------


@cache
def _currencies() -> tuple[dict[str, list[str]], int]:
    """Return the currency codes that each wording can mean, and the longest wording's words."""
    known: dict[str, list[str]] = {}
    for row in rows("currencies"):
        for phrase in listed(row["words"]):
            known.setdefault(phrase, []).append(row["code"])
            last = phrase.split()[-1]
            if last != phrase and row["code"] not in known.setdefault(last, []):
                known[last].append(row["code"])
    return known, 5


def _money(items: list[Item], currency: str) -> list[Item]:
    """Join symbols and currency words with their number."""
    kept, index = [], 0
    while index < len(items):
        item = items[index]
        following = items[index + 1] if index + 1 < len(items) else None
        if item.kind == "symbol" and following is not None and following.kind in ("number", "year"):
            following.kind = "number"
            following.value = following.value or float(following.low)
            following.unit, following.role = _SYMBOLS[item.low], "money"
            following.first = item.start
            index += 1
            item = following
        if item.kind == "number" and not item.role:
            index = _currency_after(items, index, currency)
        elif (
            item.kind == "word"
            and following is not None
            and following.kind == "number"
            and (item.digits and item.low in _currencies()[0] and not following.role)
        ):
            following.unit, following.role = _currencies()[0][item.low][0], "money"
            index += 1
            item = following
            index += 1
        else:
            index += 1
        kept.append(item)
    return kept


def _currency_after(items: list[Item], index: int, currency: str) -> int:
    """Give the number at `index` the currency that follows it; return the index after it."""
    known, width = _currencies()
    words, places = [], []
    for place in range(index + 1, min(index + 1 + width, len(items))):
        if items[place].kind not in ("word", "none"):
            break
        words += items[place].low.split()
        places += [place] * (len(words) - len(places))
    for count in range(min(len(words), width), 0, -1):
        phrase = " ".join(words[:count])
        if phrase in known and (count == len(words) or places[count - 1] != places[count]):
            if (
                phrase
                in (
                    "real",
                    "won",
                    "sum",
                    "sol",
                    "pound",
                    "bob",
                    "som",
                    "mad",
                    "all",
                    "kip",
                    "pen",
                    "try",
                    "top",
                    "cop",
                    "cup",
                    "marks",
                    "mom",
                    "km",
                    "ec",
                    "bam",
                    "rm",
                )
                and items[index].value < 100
            ):
                break
            item = items[index]
            item.unit, item.role = _currency(known[phrase], currency), "money"
            return places[count - 1] + 1
    return index + 1


def _currency(codes: list[str], own: str) -> str:
    return own if own in codes else codes[0]


def _dollars(items: list[Item]) -> list[Item]:
    """Keep a bracket that repeats an amount in another currency as that amount's dollars."""
    kept, index = [], 0
    while index < len(items):
        item = items[index]
        kept.append(item)
        index += 1
        if item.role != "money":
            continue
        while (
            low(items, index) == "("
            and low(items, index + 2) == ")"
            and items[index + 1].kind == "word"
        ):
            index += 3
        mark = low(items, index)
        if mark not in ("(", "["):
            continue
        close = _closing(items, index)
        inside = items[index + 1 : close]
        amounts = [each for each in inside if each.kind == "number"]
        if not amounts or any(each.role != "money" for each in amounts) or len(amounts) > 2:
            continue
        if any(each.kind == "year" or each.low in ("in", "up", "down", "from") for each in inside):
            if not (item.unit != "USD" and amounts[0].unit == "USD"):
                continue
        if amounts[0].unit == item.unit:
            continue
        if amounts[0].unit == "USD":
            item.usd = amounts[0].value
        index = close + 1
    return kept


def _closing(items: list[Item], index: int) -> int:
    """Return the index of the bracket that closes the one at `index`, at most 25 items on."""
    for place in range(index + 1, min(index + 26, len(items))):
        if items[place].low in (")", "]"):
            return place
    return min(index + 25, len(items) - 1)


# Terms and shares -------------------------------------------------------------------------------


def _compound(kept: list[Item]) -> None:
    """Join "eight years and nine months" to years."""
    if len(kept) < 3 or kept[-2].low != "and" or kept[-1].unit != "months":
        return
    years, months = kept[-3], kept[-1]
    if years.role == "term" and years.unit == "years" and months.value < 12:
        years.value += months.value / 12
        years.end = months.end
        del kept[-2:]


def _terms(items: list[Item]) -> list[Item]:
    """Drop the unit words that a prison term has taken into itself."""
    kept, until = [], -1
    for item in items:
        if item.start < until:
            continue
        kept.append(item)
        if item.role == "term":
            until = item.end
            _compound(kept)
    return [each for index, each in enumerate(kept)
            if not (each.low == "'" and index and kept[index - 1].role == "term")]  # fmt: skip


def _shares(items: list[Item]) -> list[Item]:
    """Give a percentage its role."""
    kept = []
    for item in items:
        previous = kept[-1] if kept else None
        if (
            item.low in ("percent", "%", "per cent", "percentage")
            and previous is not None
            and (previous.kind == "number")
        ):
            previous.role = "share"
            continue
        kept.append(item)
    return kept


# Ranges -----------------------------------------------------------------------------------------

_SCALED = (1_000, 1_000_000, 1_000_000_000)


def _ranges(items: list[Item]) -> list[Item]:
    """Join "five to 15", "between two and seven", "not less than 8 and not more than 12"."""
    kept: list[Item] = []
    for index, item in enumerate(items):
        if item.kind == "number" and kept:
            left = _left_of_range(kept)
            if left is not None and _joins(kept[left], item, kept, left, items, index):
                first = kept[left]
                if first.unit and item.unit and first.unit != item.unit:
                    first.qualifier, item.qualifier = "at_least", "at_most"
                    item.own = "end"
                else:
                    _join(first, item)
                    del kept[left + 1 :]
                    continue
            else:
                _share_unit(kept, item)
        kept.append(item)
        if item.low == "life" and len(kept) > 2 and kept[-2].low in ("to", "and", "or"):
            if kept[-3].role == "term" and kept[-2].low == "to":
                kept[-3].qualifier = "at_least"
    return kept


def _left_of_range(kept: list[Item]) -> int | None:
    """Return the index of the number that the last items of `kept` may join to the next one."""
    if kept[-1].low in ("to", "-", "--", "through") and len(kept) > 1 and kept[-2].kind == "number":
        return len(kept) - 2
    back = len(kept) - 1
    limit = max(back - 6, 0)
    while back > limit and kept[back].kind == "word" and (
        kept[back].low in ("not", "more", "than", "to", "up", "no", "a", "maximum", "of", "at",
                           "most", "exceeding", "nor", "and", "but", "or", "exceed", "maximum of",
                           "at most", "up to", "no more than", "not more than", "longer")
    ):  # fmt: skip
        back -= 1
    if kept[back].kind == "number" and back < len(kept) - 1:
        return back
    return None


_LOW_BOUND = ("at_least",)


def _joins(first: Item, second: Item, kept: list[Item], left: int, items: list[Item],
           index: int) -> bool:  # fmt: skip
    """Tell whether the two numbers are the ends of one range."""
    between = [each.low for each in kept[left + 1 :]]
    before = low(kept, left - 1)
    if second.value is None or first.value_max is not None:
        return False
    if first.role and first.role != second.role:
        return False
    if first.role == "share" or (second.role == "share" and first.value > second.value):
        return False
    if between in (["to"], ["-"], ["--"], ["through"]):
        if between == ["--"] and not (first.role or second.role):
            return False
        rising = _scaled_value(first, second) < second.value or (
            bool(first.unit) and first.unit != second.unit
        )
        return rising and not _is_change(kept, left, second)
    if between == ["and"] and before == "between":
        return True
    text = " ".join(between)
    low_end = _ends_with(kept, left, ("not less than", "no less than", "at least", "minimum of",
                                      "a minimum of", "no fewer than", "less than"))  # fmt: skip
    high_end = any(each in text for each in ("more than", "maximum", "at most", "up to", "exceed",
                                             "no longer"))  # fmt: skip
    if low_end and high_end and (first.role == second.role or not first.role):
        return True
    return between == ["up", "to"] and False


def _ends_with(kept: list[Item], left: int, wordings: tuple[str, ...]) -> bool:
    text = " ".join(each.low for each in kept[max(0, left - 4) : left])
    return text.endswith(wordings)


def _is_change(kept: list[Item], left: int, second: Item) -> bool:
    """Tell whether "from 12 to 15" says that something grew or fell."""
    if low(kept, left - 1) != "from":
        return False
    if low(kept, left - 2) in ("up", "down"):
        return True
    for item in kept[max(0, left - 9) : left]:
        if item.entry.verb == "trend" or item.low in ("increase", "decrease", "decline", "rise", "drop", "reduction"):  # fmt: skip
            return True
    return False


def _scaled_value(first: Item, second: Item) -> float:
    """Return the first end's value, with the scale of the second where it has none itself."""
    if (
        first.value < 1_000 <= second.value
        and first.value * 1_000 < second.value
        and (first.digits and second.digits and first.end + 1 == second.start)
    ):
        return first.value * 1_000
    if second.note == "scaled" and first.note != "scaled" and first.value < 1_000:
        for scale in reversed(_SCALED):
            if second.value >= scale and first.value * scale <= second.value:
                return first.value * scale
    return first.value


def _join(first: Item, second: Item) -> None:
    first.value = _scaled_value(first, second)
    first.value_max = second.value
    first.end = second.end
    first.unit = first.unit or second.unit
    first.role = first.role or second.role
    if second.usd is not None:
        first.usd = second.usd


def _share_unit(kept: list[Item], item: Item) -> None:
    """Give "five" in "five and six years" the unit of the number after it."""
    if (
        item.role not in ("term", "money")
        or kept[-1].low not in ("and", "or", ",")
        or len(kept) < 2
    ):
        return
    first = kept[-2]
    if first.low == "," and len(kept) > 2:
        first = kept[-3]
    if first.kind == "number" and not first.role:
        first.role, first.unit = item.role, item.unit
        for back in range(len(kept) - 3, max(len(kept) - 9, -1), -1):
            if kept[back].kind == "number" and not kept[back].role:
                kept[back].role, kept[back].unit = item.role, item.unit
            elif kept[back].low != ",":
                break


# Qualifiers -------------------------------------------------------------------------------------


@cache
def _qualifiers() -> dict[tuple[str, ...], str]:
    return {
        tuple(phrase.split()): row["qualifier"]
        for row in rows("qualifiers")
        for phrase in listed(row["words"])
    }


def _qualified(items: list[Item]) -> list[Item]:
    """Take the qualifiers before a number into it: "at least", "about", "a total of"."""
    known = _qualifiers()
    kept: list[Item] = []
    for item in items:
        if (item.kind == "number" and item.first == item.start) or item.role == "money":
            while kept and kept[-1].kind == "word":
                words: list[str] = []
                for width in range(1, 5):
                    if width > len(kept) or kept[-width].kind != "word":
                        break
                    words = kept[-width].low.split() + words
                best = _longest_qualifier(kept, known)
                if best is None:
                    break
                width, found = best
                if "estimated" in kept[-1].low.split() or "estimated" in kept[-width].low.split():
                    item.note = "estimated"
                if found != "exact" and not item.qualifier:
                    item.qualifier = found
                if kept[-1].low in (
                    "another",
                    "an additional",
                    "additional",
                    "a further",
                    "further",
                ):
                    item.own = "more"
                if found == "exact" and kept[-width].low == "the":
                    item.own = item.own or "the"
                item.first = kept[-width].start
                del kept[-width:]
        kept.append(item)
    for item in kept:
        if item.kind == "number" and not item.qualifier:
            item.qualifier = "exact"
    return kept


def _longest_qualifier(kept: list[Item], known: dict) -> tuple[int, str] | None:
    best, words = None, []
    for width in range(1, min(5, len(kept) + 1)):
        item = kept[-width]
        if item.kind != "word":
            break
        words = item.low.split() + words
        if tuple(words) in known:
            best = (width, known[tuple(words)])
    return best
