"""The noun that a number counts, with the traits that its words give."""

from dataclasses import dataclass, field

from tipdata.reading.counting.contexts import low
from tipdata.reading.counting.items import Item

# Participles of these never stand before the noun they describe: "40 received permits".
_NEVER_BEFORE_NOUN = frozenset(
    (
        "receive", "provide", "conduct", "report", "operate", "fundwork", "employ",
        "distribute", "raise", "reach", "send", "testify", "involve", "trend",
    )
)  # fmt: skip
_STAGES = {"begin": "begun", "continue": "continued", "close": "closed"}
_ALIKE = (["A"], ["N"], ["U"])
_PERSONS = frozenset(("victim", "person", "suspect", "official"))
_PEOPLE_AGENCIES = frozenset(("police", "prosecutors", "courts", "labor_inspectors", "immigration",
                              "military"))  # fmt: skip
_BACK = frozenset(
    ("them", "these", "those", "whom", "which", "the", "this", "whose", "their", "its")
)


@dataclass(slots=True)
class Phrase:
    """The noun phrase of a number: the class of its head and where it ends (exclusive)."""

    noun: str = "none"
    traits: dict[str, str] = field(default_factory=dict)
    end: int = 0
    head: str = ""
    partitive: str = ""  # the word after "of" that points back: "of them", "of whom"
    doing: str = "none"  # what a participle in it says was done: "14 convicted traffickers"
    value: float | None = None  # the number after "of the", which names the total
    pointed: str = "none"  # what was done to "those" it is a part of: "of those referred"
    label: str = ""  # a nationality right before or as the head


def noun_phrase(items: list[Item], tags: list[str], index: int) -> Phrase:
    """Return the noun phrase that begins with the number at `index`."""
    phrase = Phrase(end=index + 1)
    place, count = _beyond_age(items, tags, index + 1), len(items)
    while place < count:
        tag = tags[place]
        if items[place].low in ("fewer", "more", "less") and low(items, place + 1) == "than":
            break
        if tag in ("A", "N", "U", "K"):
            if tag == "U" and _beyond(phrase, items[place]):
                break
            if tags[place - 1] != "'" and _second_object(phrase, items[place]):
                break
            _take(phrase, items[place], tag)
        elif tag == "V":
            if not _adjectival(items, tags, place, phrase):
                break
            phrase.doing = items[place].entry.verb or "none"
            phrase.traits.update(items[place].entry.traits)
            if phrase.doing in _STAGES:
                phrase.traits.setdefault("detail", _STAGES[phrase.doing])
        elif tag == "C" and _shares_noun(phrase, tags, place):
            pass
        elif tag not in ("-", "'") and not (tag == "/" and tags[place + 1 : place + 2] in _ALIKE):
            break
        place += 1
    phrase.end = place
    if tags[place : place + 1] == ["C"] and place + 1 < count:
        _only_shared(phrase, items[place + 1], tags[place + 1])
    if phrase.noun == "none" and phrase.label.endswith("s"):
        phrase.noun = "person"
    _partitive(phrase, items, tags)
    return phrase


def _only_shared(phrase: Phrase, item: Item, tag: str) -> None:
    """Keep only what two nouns under one number share: "40 women and girls" are female."""
    if tag not in ("N", "A") or item.entry.noun not in _PERSONS or phrase.noun not in _PERSONS:
        return
    other = item.entry.noun_traits
    for name in ("sex", "age"):
        if phrase.traits.get(name) != other.get(name):
            phrase.traits.pop(name, None)


def _beyond_age(items: list[Item], tags: list[str], place: int) -> int:
    """Return the index after the age in "three 14-year-old girls"."""
    start = place
    while place < len(items) and place - start < 4 and (
        tags[place] in ("Z", "-") or items[place].low.startswith("year-old")
    ):  # fmt: skip
        place += 1
    return place if place > start + 1 else start


def _shares_noun(phrase: Phrase, tags: list[str], place: int) -> bool:
    """Tell whether two modifiers share a noun: "163 sex and labor trafficking cases"."""
    return (
        phrase.noun == "none"
        and tags[place - 1] == "A"
        and tags[place + 1 : place + 2] in (["A"], ["N"])
    )


def _second_object(phrase: Phrase, item: Item) -> bool:
    """Tell whether a service stands beside the people who get it: "gave 12 victims care"."""
    if phrase.noun not in _PERSONS or item.entry.noun in _PERSONS - {"official"}:
        return False
    return phrase.head.endswith(("s", "men", "people", "children"))


def _beyond(phrase: Phrase, item: Item) -> bool:
    """Tell whether an unknown word no longer belongs to the phrase: "victims nationwide"."""
    if phrase.noun in ("none", "thing"):
        return phrase.noun == "thing" and item.low.endswith(("ing", "ed"))
    return not item.low.endswith("s") or item.low.endswith("ss")


def _take(phrase: Phrase, item: Item, tag: str) -> None:
    entry = item.entry
    if entry.traits:
        phrase.traits.update(entry.traits)
    if tag == "K" or (tag == "A" and not entry.noun):
        if entry.traits.get("nationality"):
            phrase.label = phrase.head = item.low
            phrase.noun = "none" if phrase.noun == "none" else phrase.noun
        return
    if item.low in ("ones", "one", "more", "additional", "others", "other", "new"):
        if item.low in ("others", "other") and phrase.noun == "none":
            phrase.head = phrase.head or "others"
        return
    phrase.head = item.low
    if entry.noun:
        phrase.noun = entry.noun
        phrase.traits.update(entry.noun_traits)
    elif entry.agency:
        phrase.noun = "official" if entry.agency in _PEOPLE_AGENCIES else "group"
    elif entry.event:
        phrase.noun = "thing"
    else:
        phrase.noun = _guess(item.low, phrase)


def _guess(word: str, phrase: Phrase) -> str:
    """Return the class of a noun that the grammar does not know."""
    if word.endswith(("ers", "ors", "ees", "ists", "ians", "men", "women")) and len(word) > 4:
        return "person"
    return "thing"


def _adjectival(items: list[Item], tags: list[str], place: int, phrase: Phrase) -> bool:
    """Tell whether a participle describes the noun after it: "12 convicted traffickers"."""
    entry = items[place].entry
    if phrase.noun not in ("none", "thing") or entry.form not in ("past", "ing"):
        return False
    if entry.verb in _NEVER_BEFORE_NOUN or place + 1 >= len(items):
        return False
    after = tags[place + 1]
    if after == "K" and place + 2 < len(items):
        after = tags[place + 2]
    return after in ("N", "A", "U") and not (entry.form == "ing" and phrase.noun == "thing")


def _partitive(phrase: Phrase, items: list[Item], tags: list[str]) -> None:
    place = phrase.end
    if low(items, place) != "of" or place + 1 >= len(items):
        return
    word = low(items, place + 1)
    if word in _BACK and (
        phrase.noun == "none" or word in ("them", "these", "those", "whom", "which")
    ):
        phrase.partitive = word
        if word in ("the", "these", "those", "their", "its"):
            _back_noun(phrase, items, tags, place + 2)
        else:
            phrase.end = place + 2


def _back_noun(phrase: Phrase, items: list[Item], tags: list[str], place: int) -> None:
    """Take the noun after "of the" or "of these": "74 of the victims"."""
    while (place < len(items) and tags[place] in ("A", "U", "Q", "K", "N")) or (
        place < len(items)
        and tags[place] == "V"
        and items[place].entry.form == "past"
        and place + 1 < len(items)
        and tags[place + 1] in ("N", "U", "A")
    ):
        if tags[place] == "Q":
            phrase.value = items[place].value
        elif items[place].low in ("total", "latter", "former"):
            pass
        else:
            _take(phrase, items[place], tags[place])
        place += 1
    phrase.end = place
