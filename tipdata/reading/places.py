"""Countries, their people, and regions of the world, where a sentence names them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from tipdata.reading import grammar
from tipdata.reading.vocabulary import vocabulary
from tipdata.tables.load import whole
from tipdata.tables.names import fold

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019.-][^\W\d_]+)*")
_APART = re.compile(r"[,;:()]")
_LONGEST = 8
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


@dataclass(frozen=True)
class Place:
    """A mention ``text[start:end]`` of a country, its people or a region.

    `code` is the country's iso3 or a region's code (X-...); `people` tells "Kenyan" from "Kenya".
    """

    code: str
    start: int
    end: int
    people: bool


def places(text: str, *, own: str = "") -> Iterator[Place]:
    """Yield what `text` names, the longest name at each place, from left to right.

    A people that two countries share (Congolese) is that of the country `own`, if it is one.

    Examples
    --------
    >>> [(each.code, each.people) for each in places("Nepali men in South Sudan and West Africa")]
    [('NPL', True), ('SSD', False), ('X-WEST_AFRICA', False)]
    """
    words = list(_WORD.finditer(text))
    index = 0
    while index < len(words):
        taken = _longest(text, words, index) if _may_begin(words[index][0]) else None
        taken = taken or _elided(text, words[index])
        if taken:
            code, people, length = taken
            if code.startswith("X-"):
                people = _people_of_a_region(text, words[index + length - 1])
            if people and words[index][0].lower() in own_people(own):
                code = own
            yield Place(code, words[index].start(), words[index + length - 1].end(), people)
        index += taken[2] if taken else 1


def _may_begin(word: str) -> bool:
    """Whether a name may begin with a word, told by its first word alone."""
    if not (word[0].isupper() or word in _small_first_words()):
        return False
    return _folded(word).split(" ")[0] in _first_words()


def _longest(text: str, words: list[re.Match], index: int) -> tuple[str, bool, int] | None:
    """Return the longest name that begins at a word: its code, whether people, its words."""
    start = words[index].start()
    for length in range(min(_LONGEST, len(words) - index), 0, -1):
        span = text[start : words[index + length - 1].end()]
        found = _names().get(_folded(span)) if not _APART.search(span) else None
        if found and (found[0] == "X-NEIGHBORS" or any(each.isupper() for each in span)):
            return *found, length
    return None


def _elided(text: str, word: re.Match) -> tuple[str, bool, int] | None:
    """Return the region that a direction stands for, where the next of the list names its head."""
    found = _ELIDED.match(text, word.start()) if word[0][0] in "NSEWC" else None
    region = _names().get(_folded(f"{found[0]} {found[1]}")) if found else None
    return (*region, 1) if region and found.end() == word.end() else None


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
    countries, printed = whole("countries"), whole("country_names")
    for frame, column in ((countries, "name"), (countries, "report_name"), (printed, "printed")):
        pairs = zip(frame[column], frame["iso3"], strict=True)
        names |= {fold(name): (code, False) for name, code in pairs if len(name) > 3}
    names |= {
        short: (code, False) for short, code in (("us", "USA"), ("uk", "GBR"), ("uae", "ARE"))
    }
    return {name: found for name, found in names.items() if name not in _NO_PLACES}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split(" ")[0] for name in _names())


@cache
def _small_first_words() -> frozenset[str]:
    """Return the first words of regions that may stand in lower case: neighboring, southern."""
    spoken = [each for names in vocabulary("regions").values() for each in names]
    return frozenset(each.split(" ")[0] for each in spoken if each[0].islower()) - {"the"}


def own_names(iso3: str) -> list[str]:
    """Return how prose names a country: its names in the tables, as printed."""
    countries, printed = whole("countries"), whole("country_names")
    names = [*countries.loc[countries["iso3"] == iso3, ["name", "report_name"]].to_numpy().ravel()]
    names += list(printed.loc[printed["iso3"] == iso3, "printed"])
    return list(dict.fromkeys(str(name).removeprefix("The ") for name in names if len(name) > 3))


@cache
def own_people(iso3: str) -> list[str]:
    """Return how prose names the people of a country, in lower case."""
    return [
        word
        for row in grammar.rows("demonyms")
        if row["iso3"] == iso3
        for word in grammar.listed(row["words"])
    ]
