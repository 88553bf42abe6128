"""Numbers that count nothing: years, dates, ages, law numbers, durations."""

from functools import cache

from tipdata.reading.counting.items import Item
from tipdata.reading.counting.numbers import TERM_NOUNS, is_year
from tipdata.reading.grammar import listed, rows


@cache
def words(context: str) -> frozenset[str]:
    """Return the words of a row of ``number_contexts.csv``."""
    return next(
        frozenset(listed(row["words"]))
        for row in rows("number_contexts")
        if row["context"] == context
    )


def low(items: list[Item], index: int) -> str:
    """Return the text in lower case at `index`, empty beyond the sentence."""
    return items[index].low if 0 <= index < len(items) else ""


def mark_contexts(items: list[Item]) -> list[Item]:
    """Return `items` with years made years, and numbers that count nothing marked as such."""
    items = _years(items)
    numbers = [(index, item) for index, item in enumerate(items) if item.kind == "number"]
    for index, item in numbers:
        if _law_number(items, index):
            item.kind, item.note = "none", "law"
        elif (
            _date(items, index)
            or _age(items, index)
            or _glued(items, index)
            or _slashed(items, index)
            or _phone(items, index)
        ):
            item.kind = "none"
        else:
            _duration(items, index)
    return items


def _near_term(items: list[Item], index: int) -> bool:
    """Tell whether words of punishment stand near the number, in its part of the sentence."""
    for place in range(index - 1, max(-1, index - 24), -1):
        if items[place].low == ";" and place < index - 1:
            break
        if _is_term_word(items[place]):
            return True
    for place in range(index + 1, min(len(items), index + 10)):
        if items[place].low == ";":
            break
        if _is_term_word(items[place]):
            return True
    return False


def _is_term_word(item: Item) -> bool:
    if item.kind != "word":
        return False
    return (
        item.low in words("term_context")
        or item.entry.verb in ("sentence", "prescribe")
        or (item.entry.noun in ("sentences", "penalties"))
    )


def _years(items: list[Item]) -> list[Item]:
    kept: list[Item] = []
    index = 0  # items before this are looked at
    for place, item in enumerate(items):
        if item.kind != "number" or place < index or not is_year(item) or _counted(items, place):
            continue
        item.kind = "none" if low(items, place - 1) in ("no", ".", "number") else "year"
        kept += items[index : place + 1]
        index = _split_year(items, place)
    return kept + items[index:] if index else items


_BEFORE_COUNT = frozenset(
    [
        "identified",
        "arrested",
        "convicted",
        "prosecuted",
        "investigated",
        "assisted",
        "trained",
        "about",
        "approximately",
        "nearly",
        "some",
        "over",
        "than",
        "reported",
        "received",
        "referred",
        "inspected",
        "conducted",
        "provided",
        "reached",
        "least",
    ]
)


def _counted(items: list[Item], index: int) -> bool:
    """Tell whether four digits that look like a year count a noun: "trained 2000 officials"."""
    before, after = low(items, index - 1), items[index + 1] if index + 1 < len(items) else None
    if after is None or after.kind != "word":
        return False
    if before == "$" or (index and items[index - 1].kind == "symbol"):
        return True
    noun = after.entry.noun in ("victim", "person", "official", "call", "case", "suspect")
    return before in _BEFORE_COUNT and (noun or after.entry.function is None)


def _split_year(items: list[Item], index: int) -> int:
    """Join "2016-2017", "2016/17", "2016 to 2018"; return the index after it."""
    item, mark, second = items[index], low(items, index + 1), index + 2
    if second >= len(items) or items[second].kind != "number" or not items[second].low.isdigit():
        return index + 1
    short = items[second].value < 100 and items[second].end - items[second].start == 2
    joined = items[second].start - item.end <= 1
    if joined and mark in ("-", "/") and (is_year(items[second]) or short):
        item.note, item.end = "split", items[second].end
        return index + 3
    if mark in ("to", "through") and is_year(items[second]):
        item.note, item.end = "span", items[second].end
        return index + 3
    if mark == "and" and low(items, index - 1) == "between" and is_year(items[second]):
        item.note, item.end = "span", items[second].end
        return index + 3
    return index + 1


def _law_number(items: list[Item], index: int) -> bool:
    """Tell whether the number is a law's, or goes on a list of them: "Articles 118 and 119"."""
    if not items[index].digits or items[index].note == "scaled":
        return low(items, index - 1) in ("tier", "article", "section", "chapter")
    back = index - 1
    if low(items, back) in (".", "("):
        back -= 1
    if low(items, back) in words("law_before"):
        return True
    between = low(items, index - 1) in ("and", "or", ",", "to", "through", "-", "(", "/")
    back = index - 1
    while between and back >= 0 and index - back < 6:
        if items[back].kind == "none":
            return items[back].note == "law"
        letter = len(low(items, back)) == 1 and low(items, back).isalpha()
        if not letter and low(items, back) not in (
            "and", "or", ",", "to", "through", "-", "(", ")", "/"
        ):  # fmt: skip
            return False
        back -= 1
    return False


def _date(items: list[Item], index: int) -> bool:
    item, months = items[index], words("month")
    if not item.digits or item.value > 31 or item.value != int(item.value):
        return False
    before, after = index - 1, index + 1
    if low(items, before) in months and items[before].capital:
        return True
    return low(items, after) in months and items[after].capital


def _of_term(items: list[Item], start: int) -> bool:
    """Tell whether a prison term follows: "a 10-year prison sentence"."""
    return any(TERM_NOUNS & set(low(items, at).split()) for at in range(start, start + 3))


_AGES = frozenset(("aged", "age", "ages"))
_LIMITS = frozenset(("under", "below", "over", "above"))
_YOUNG = frozenset((("younger", "than"), ("older", "than"), ("young", "as")))


def _age(items: list[Item], index: int) -> bool:
    item, before, after = items[index], low(items, index - 1), low(items, index + 1)
    if after in ("years", "year") and (
        low(items, index + 2) in ("old", "olds")
        or (low(items, index + 2) == "of" and low(items, index + 3) == "age")
    ):
        return True
    if after == "-" and low(items, index + 2).startswith(("year", "day", "hour", "week", "month")):
        return not _of_term(items, index + 3)
    if after in ("year-old", "year-olds", "years-old"):
        return True
    if item.value > 30 or item.value < 3:
        return False
    if before in ("and", "to", "-", "or") and items[index - 2].kind == "none":
        counts = items[index + 1].entry.noun if index + 1 < len(items) else None
        return items[index - 2].note == "age" and counts is None
    second, third = low(items, index - 2), low(items, index - 3)
    young = (second, before) in _YOUNG
    of = (before in ("of", "between") and second in _AGES) or (
        before == "between" and third in _AGES
    )
    if young or of or before in _AGES or before in _LIMITS:
        plain = (
            index + 1 >= len(items)
            or items[index + 1].kind != "word"
            or bool(items[index + 1].entry.function or items[index + 1].entry.verb)
        )
        if before in _AGES or of or young or plain:
            item.note = "age"
            return True
    if before == "between" and after == "and" and index:
        person = items[index - 2].entry.noun in ("victim", "person")
        last = index + 3 >= len(items) or items[index + 3].kind != "word"
        if person and last:
            item.note = "age"
            return True
    return False


def _glued(items: list[Item], index: int) -> bool:
    """Tell whether the digits belong to a name: "M23", "COVID-19"."""
    item = items[index]
    if not item.digits or _compound(items, index):
        return item.digits
    if index == 0:
        return False
    before = items[index - 1]
    if before.low == "covid" or _misprinted_year(items, index):
        return True
    if before.kind == "word" and before.end == item.start:
        return item.note != "scaled"  # "RM5 million" is money
    return (
        before.low == "-"
        and index > 1
        and items[index - 2].kind == "word"
        and items[index - 2].end == before.start
        and before.end == item.start
    )


def _compound(items: list[Item], index: int) -> bool:
    """Tell whether the digits begin a compound that sizes something: "the 12-member committee"."""
    parts = items[index : index + 3]
    if len(parts) < 3 or parts[1].low != "-" or parts[2].kind != "word":
        return False
    glued = parts[0].end == parts[1].start and parts[1].end == parts[2].start
    return glued and parts[2].low not in ("bed", "beds", "year", "years", "month", "months")


def _misprinted_year(items: list[Item], index: int) -> bool:
    """Tell whether four digits name a plan or a law, whatever year they say: "its 2108 Plan"."""
    named = items[index + 1 : index + 6]
    if not items[index].low.isdigit() or len(items[index].low) != 4 or not named:
        return False
    return named[0].capital and any(each.low.split()[-1] in words("law_after") for each in named)


def _slashed(items: list[Item], index: int) -> bool:
    return (
        low(items, index + 1) == "/"
        and items[index].digits
        and index + 2 < len(items)
        and items[index + 2].digits
    ) or (low(items, index - 1) == "/" and items[index - 2].digits)


def _phone(items: list[Item], index: int) -> bool:
    item = items[index]
    if not item.digits or item.value < 100:
        return False
    after = items[index + 1] if index + 1 < len(items) else None
    named = after is not None and after.low in ("hotline", "helpline", "line")
    return named or low(items, index - 1) in words("phone_before")


def _in_a_row(items: list[Item], after: int) -> bool:
    """Tell whether times are counted: "two consecutive waivers", "two reporting periods"."""
    if low(items, after) == "consecutive":
        return not any(each.entry.noun == "sentences" for each in items[after : after + 4])
    return low(items, after) == "reporting" and low(items, after + 1) in ("periods", "period")


def _duration(items: list[Item], index: int) -> None:
    """Mark a number of days as counting nothing; give a number of years or months its unit."""
    item, after = items[index], index + 1
    if _in_a_row(items, after):
        item.kind = "none"
        return
    while low(items, after) in ("-", "full", "calendar", "consecutive", "additional", "more", "or"):
        after += 1
    word = low(items, after)
    if word in words("duration"):
        item.kind = "none"
        return
    if word.split("-")[-1].rstrip("'") not in ("years", "year", "months", "month"):
        return
    elapsed = (
        low(items, index - 1) in words("count_time_before")
        or low(items, after + 1) in words("ordinary_after")
        or (low(items, after + 1) == "'" and low(items, after + 2) in words("ordinary_after"))
        or (low(items, index - 1) == "in" and low(items, index - 2) == "time")
        or (low(items, index - 1) in ("for", "than", "to") and low(items, index - 2) == "valid")
    )
    if elapsed or not _near_term(items, index):
        item.kind = "none"
        return
    if low(items, index + 1) == "or" and low(items, index + 2) == "more":
        item.qualifier = "at_least"
    item.unit = "months" if "month" in word else "years"
    item.end = items[after].end
    item.role = "term"
