"""The part that each item plays in its sentence, as one letter.

Q number, Y year, T other time, V verb, X auxiliary, N noun, A modifier, U unknown word,
P preposition, D determiner, C conjunction, S subordinator, R relative, B pronoun, G negation,
K skipped adverb,
M comparator, Z number that counts nothing; a mark stands for itself.
"""

from tipdata.reading.counting.items import Item

_LETTERS = {"aux": "X", "prep": "P", "det": "D", "conj": "C", "sub": "S", "rel": "R", "pron": "B",
            "neg": "G", "skip": "K", "comp": "M", "time": "T"}  # fmt: skip
_KINDS = {"number": "Q", "year": "Y", "none": "Z", "symbol": "U"}
_NOMINAL = frozenset("QADZNU")


def categories(items: list[Item]) -> list[str]:
    """Return one letter for each item."""
    found: list[str] = []
    last = ""
    for index, item in enumerate(items):
        if item.kind == "word":
            function = item.entry.function
            last = _LETTERS[function] if function else _word(items, index, last)
        elif item.kind == "mark":
            last = item.low
        else:
            last = _KINDS[item.kind]
        found.append(last)
    return found


def _word(items: list[Item], index: int, before: str) -> str:
    item = items[index]
    entry = item.entry
    nominal = entry.noun is not None or entry.event is not None or entry.agency is not None
    if entry.verb is None:
        if nominal:
            return "N"
        if entry.traits:
            return "A"
        return "K" if item.low.endswith("ly") and len(item.low) > 4 else "U"
    return _verb_or_noun(items, index, before, nominal)


def _verb_or_noun(items: list[Item], index: int, before: str, nominal: bool) -> str:
    item = items[index]
    form = item.entry.form
    if form == "past":
        return "V"
    if form == "ing":
        if not nominal:
            return "V"
        return (
            "V"
            if (_takes_object(items, index) and before != "P") or _number_next(items, index)
            else "N"
        )
    previous = items[index - 1].low if index else ""
    if (previous == "to" and form == "base") or before in ("X", "B", "G"):
        return "V"
    if not nominal:
        owned = index and items[index - 1].own == "'s"
        return "U" if owned or before in ("D", "A", "Q", "P") else "V"
    if before in _NOMINAL or before in ("P", "V", "M", "C", ",", "(", "--", ""):
        if before == "N" and items[index - 1].entry.agency and form in ("base", "s"):
            if index > 1 and items[index - 2].entry.function == "prep":
                return "N"
            return "V" if _takes_object(items, index) else "N"
        return "N"
    if before == "K":
        return "V"
    return "V" if _takes_object(items, index) else "N"


def _number_next(items: list[Item], index: int) -> bool:
    return index + 1 < len(items) and items[index + 1].kind == "number"


def _takes_object(items: list[Item], index: int) -> bool:
    """Tell whether an object seems to follow: a number, an article, a person."""
    if index + 1 >= len(items):
        return False
    after = items[index + 1]
    if after.kind == "number":
        return True
    entry = after.entry
    return entry.function == "det" or entry.noun in ("official", "victim", "person")
