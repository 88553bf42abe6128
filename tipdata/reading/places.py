"""Countries, their people, and regions of the world, where a sentence names them."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from string import ascii_lowercase
from typing import NamedTuple

from tipdata.reading import grammar
from tipdata.reading.vocabulary import vocabulary
from tipdata.tables.load import whole
from tipdata.tables.names import fold

_LETTER, _JOINT = r"[^\W\d_]", r"['\u2019.-]"
_WORD = re.compile(rf"{_LETTER}+(?:{_JOINT}{_LETTER}+)*")
_APART = re.compile(r"[,;:()]")
# "South and Southeast Asia": a direction whose region stands with the last of the list.
_DIRECTION = r"(?:North|South|East|West|Central|South-?east|North-?east)(?:ern)?"
_ELIDED = re.compile(
    rf"{_DIRECTION}(?=(?:, {_DIRECTION})*,? (?:and|or) {_DIRECTION} (Asia|Africa|America|Europe))"
)
# "West African girls" are people, "West African countries" a place.
_OF_A_REGION = re.compile(r"(?:n|ns|Arabs?|Islanders)\Z")
_PEOPLE = re.compile(
    r"(?:,? (?:and|or) [A-Z][\w-]+(?: [A-Z][\w-]+)?| young| migrant| adult| domestic| child)*"
    r" (?:wom[ae]n|m[ae]n|girls?|boys?|child(?:ren)?|adults|migrants|workers|nationals|victims|"
    r"laborers)\b"
)
# More often words of the language than places.
_NO_PLACES = frozenset(("man", "us virgin"))


class Place(NamedTuple):
    """A mention ``text[start:end]`` of a country, its people or a region.

    `code` is the country's iso3 or a region's code (X-...); `people` tells "Kenyan" from "Kenya".
    """

    code: str
    start: int
    end: int
    people: bool


@lru_cache(maxsize=1_000)
def places(text: str, *, own: str = "") -> tuple[Place, ...]:
    """Return what `text` names, the longest name at each place, from left to right.

    A people that two countries share (Congolese) is that of the country `own`, if it is one.

    Examples
    --------
    >>> [(each.code, each.people) for each in places("Nepali men in South Sudan and West Africa")]
    [('NPL', True), ('SSD', False), ('X-WEST_AFRICA', False)]
    """
    return tuple(_places(text, own))


def _places(text: str, own: str) -> Iterator[Place]:
    end = 0
    for word in _beginnings().finditer(text):
        if word.start() < end:
            continue
        taken = _longest(text, word) or _elided(text, word)
        if taken:
            (code, people), last = taken
            end = last.end()
            if code.startswith("X-"):
                people = _people_of_a_region(text, last)
            if people and word[0].lower() in own_people(own):
                code = own
            yield Place(code, word.start(), end, people)


@cache
def _beginnings() -> re.Pattern:
    """Match the words that a name may begin with: those with a capital, or small first words."""
    small = _small_first_words()
    passed = "".join(set(ascii_lowercase) - {word[0] for word in small})
    begun = "|".join(f"(?<={word[0]})(?={word[1:]})" for word in sorted(small))
    return re.compile(
        rf"[^\W\d_{passed}](?<!{_LETTER}.)(?<!{_LETTER}{_JOINT}.)(?:(?<![a-z])|{begun})"
        rf"{_LETTER}*(?:{_JOINT}{_LETTER}+)*"
    )


def _longest(text: str, word: re.Match) -> tuple[tuple[str, bool], re.Match] | None:
    """Return the longest name that begins at a word, what it names, and its last word."""
    if not (word[0][0].isupper() or word[0] in _small_first_words()):
        return None
    most = _lengths().get(_folded(word[0]).split(" ")[0], 0)
    for last in reversed(list(islice(_WORD.finditer(text, word.start()), most))):
        span = text[word.start() : last.end()]
        found = None if _APART.search(span) else _names().get(_folded(span))
        if found and (found[0] == "X-NEIGHBORS" or any(each.isupper() for each in span)):
            return found, last
    return None


def _elided(text: str, word: re.Match) -> tuple[tuple[str, bool], re.Match] | None:
    """Return the region that a direction stands for, where the next of the list names its head."""
    found = _ELIDED.match(text, word.start()) if word[0][0] in "NSEWC" else None
    region = _names().get(_folded(f"{found[0]} {found[1]}")) if found else None
    return (region, word) if region and found.end() == word.end() else None


def _people_of_a_region(text: str, last: re.Match) -> bool:
    """Whether a region's name, with this last word, is said of people."""
    if not _OF_A_REGION.search(last[0]):
        return False
    return last[0].endswith("s") or _PEOPLE.match(text, last.end()) is not None


@lru_cache(maxsize=100_000)
def _folded(words: str) -> str:
    return fold(words)


@cache
def _names() -> dict[str, tuple[str, bool]]:
    """Return each folded name with the code it stands for and whether it names people."""
    names = {}
    for region, spoken in vocabulary("regions").items():
        names |= {fold(each): (f"X-{region}", False) for each in spoken}
    for row in grammar.rows("demonyms"):
        names |= {fold(each): (row["iso3"], True) for each in grammar.listed(row["words"])}
    names |= {fold(name): (code, False) for name, code in _named()}
    names |= {
        short: (code, False) for short, code in (("us", "USA"), ("uk", "GBR"), ("uae", "ARE"))
    }
    return {name: found for name, found in names.items() if name not in _NO_PLACES}


def _named() -> Iterator[tuple[str, str]]:
    """Yield the names that the tables give to countries, as told and as printed, each with iso3."""
    countries, printed = whole("countries"), whole("country_names")
    for frame, column in ((countries, "name"), (countries, "report_name"), (printed, "printed")):
        pairs = zip(frame[column], frame["iso3"], strict=True)
        yield from ((name, code) for name, code in pairs if len(name) > 3)


@cache
def _lengths() -> dict[str, int]:
    """Return, for each word that names begin with, of how many words the longest of them is."""
    lengths: dict[str, int] = {}
    for name in _names():
        first, *rest = name.split(" ")
        lengths[first] = max(lengths.get(first, 0), 1 + len(rest))
    return lengths


@cache
def _small_first_words() -> frozenset[str]:
    """Return the first words of regions that may stand in lower case: neighboring, southern."""
    spoken = [each for names in vocabulary("regions").values() for each in names]
    return frozenset(each.split(" ")[0] for each in spoken if each[0].islower()) - {"the"}


def own_names(iso3: str) -> list[str]:
    """Return how prose names a country: its names in the tables, as printed."""
    return _all_names().get(iso3, [])


@cache
def _all_names() -> dict[str, list[str]]:
    """Return the names of each country, each once."""
    names: dict[str, dict[str, None]] = {}
    for name, code in _named():
        names.setdefault(code, {})[name.removeprefix("The ")] = None
    return {code: list(each) for code, each in names.items()}


@cache
def own_people(iso3: str) -> frozenset[str]:
    """Return how prose names the people of a country, in lower case."""
    return frozenset(
        word
        for row in grammar.rows("demonyms")
        if row["iso3"] == iso3
        for word in grammar.listed(row["words"])
    )
