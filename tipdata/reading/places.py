"""Countries, their people, and regions of the world, where a sentence names them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tipdata.reading import grammar
from tipdata.reading.vocabulary import vocabulary
from tipdata.tables.load import whole
from tipdata.tables.names import fold

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019.-][^\W\d_]+)*")
_LONGEST = 8


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
    words = [(fold(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)]
    index = 0
    while index < len(words):
        taken = _longest(text, words, index)
        if taken:
            code, people, length = taken
            if people and text[words[index][1] : words[index][2]].lower() in own_people(own):
                code = own
            yield Place(code, words[index][1], words[index + length - 1][2], people)
        index += taken[2] if taken else 1


def _longest(text: str, words: list[tuple], index: int) -> tuple[str, bool, int] | None:
    """Return the longest name that begins at a word: its code, whether people, its words."""
    known = _names()
    if words[index][0].split(" ")[0] not in _first_words():
        return None
    for length in range(min(_LONGEST, len(words) - index), 0, -1):
        span = text[words[index][1] : words[index + length - 1][2]]
        if re.search(r"[,;:()]", span.rstrip(",")):
            continue
        found = known.get(" ".join(word for word, _, _ in words[index : index + length]))
        if found and (found[0].startswith("X-") or text[words[index][1]].isupper()):
            return *found, length
    return None


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
    return {name: found for name, found in names.items() if name not in vocabulary_not_places()}


def vocabulary_not_places() -> frozenset[str]:
    """Return the names that are more often words of the language than places."""
    return frozenset(("man", "us virgin"))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split(" ")[0] for name in _names())


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
