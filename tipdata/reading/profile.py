"""Traits of trafficking in a country: who is exploited, how, where, by what means."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from tipdata.reading.narrative import Narrative, Sentence
from tipdata.reading.places import own_names, own_people, places
from tipdata.reading.rows import where
from tipdata.reading.vocabulary import vocabulary
from tipdata.reading.wording import Wordings

# Whose phrases overlap one another: each value is looked for by itself.
_OVERLAPPING = ("role", "exploitation", "means")
_LISTED = ("population", "sector", "vulnerability", "place")
_ASIDE = ("scope", "exploiters")  # what is said of traits, or not of those exploited

_Said = tuple[str, str, int, int]  # dimension, value, start, end

_ROLE = re.compile(
    r"\b(?:a|primarily|predominantly|also) (?:source|destination|transit|country of origin)\b"
    r"|\btraffickers exploit\b"
)
_ROLE_WORDS = frozenset(("source", "destination", "transit", "country", "traffickers"))
_BEGINS = re.compile(r"\s*(?:(?:while|and|but|the)\s+)*", re.IGNORECASE)
_SCOPES = {"compared": re.compile(r",?[^,;.]{0,60}"), "counted": re.compile(r",?[^,;.]{0,100}")}


class _Trait(NamedTuple):
    dimension: str
    value: str
    start: int
    end: int
    lesser: bool
    name: str = ""
    stands: bool = False


class _Scope(NamedTuple):
    """What ``text[start:end]`` tells is of lesser extent; with a `dimension`, only its traits.

    `stands` where the whole country is spoken of: no later mention makes the trait a main one.
    """

    start: int
    end: int
    dimension: str
    stands: bool


def profile(narrative: Narrative) -> list[dict[str, Any]]:
    """Return the rows of ``profile``: each trait once, where it is first told as a main one."""
    rows: dict[tuple, dict[str, Any]] = {}
    settled = set()
    for sentence in profile_sentences(narrative):
        for trait in _traits(sentence, narrative.iso3):
            key = (trait.dimension, trait.value, trait.name)
            if key in settled or (key in rows and trait.lesser):
                continue
            if trait.stands or not trait.lesser:
                settled.add(key)
            rows[key] = {
                **where(narrative, sentence, trait.start, trait.end),
                "dimension": trait.dimension,
                "value": trait.value,
                "name": trait.name,
                "emphasis": "lesser" if trait.lesser else "main",
            }
    return list(rows.values())


def profile_sentences(narrative: Narrative) -> Iterator[Sentence]:
    """Yield the sentences that tell of trafficking itself, not of what was done against it."""
    for sentence in narrative.sentences:
        role = sentence.section == "assessment" and not _ROLE_WORDS.isdisjoint(sentence.words)
        if sentence.section == "profile" or (role and _ROLE.search(sentence.lower)):
            yield sentence


def _traits(sentence: Sentence, iso3: str) -> Iterator[_Trait]:
    text, lower = sentence.text, sentence.lower
    found = list(_said(_veiled(lower, iso3)))
    named = [each for each in found if each[0] not in _ASIDE]
    scopes = list(_scopes(lower, named, [each for each in found if each[0] == "scope"]))
    told_of_others = [(start, end) for kind, _, start, end in found if kind == "exploiters"]
    for dimension, value, start, end in named:
        if dimension == "population" and _within(start, told_of_others):
            continue
        if dimension == "role" and _of_another(text, start, iso3):
            continue
        yield _weighed(scopes, dimension, value, start, end)
        if dimension == "place":
            yield from _named_places(text, value, end)
    for place in places(text, own=iso3):
        if _is_foreigner(text, place, iso3) and not _within(place.start, told_of_others):
            nation = "" if place.code.startswith("X-") else place.code
            span = place.start, place.end
            yield _weighed(scopes, "population", "foreign_nationals", *span, name=nation)


def _weighed(
    scopes: list[_Scope], dimension: str, value: str, start: int, end: int, *, name: str = ""
) -> _Trait:
    """Return a trait with the emphasis that the words before it give."""
    over = [
        scope
        for scope in scopes
        if scope.start <= start < scope.end and scope.dimension in ("", dimension)
    ]
    stands = any(scope.stands for scope in over)
    return _Trait(dimension, value, start, end, bool(over), name, stands)


def _of_another(text: str, start: int, iso3: str) -> bool:
    """Whether the clause begins by saying what another country is: "Uganda is a destination"."""
    begin = text.rfind(";", 0, start) + 1
    told = (each for each in places(text, own=iso3) if begin <= each.start and each.end <= start)
    first = next(told, None)
    if first is None or first.code == iso3 or first.people:
        return False
    return _BEGINS.fullmatch(text, begin, first.start) is not None


def _named_places(text: str, value: str, end: int) -> Iterator[_Trait]:
    """Yield a trait for each place that the text names as an example: "areas such as Lima"."""
    listed = _SUCH_AS.match(text, end)
    for name in _PROPER.finditer(text, listed.start(1), listed.end()) if listed else ():
        yield _Trait("place", value, *name.span(), lesser=False, name=name[0])


def _said(text: str) -> Iterator[_Said]:
    """Yield what a veiled text says, in the order of the text."""
    for (dimension, value), found in _wordings().finditer(text):
        yield dimension, value, *found.span()


_PROPER = re.compile(r"[A-Z][\w'\u2019-]*(?: (?:de |del |la )?[A-Z][\w'\u2019-]*)*")
_SUCH_AS = re.compile(
    rf",? (?:such as|including|like) ((?:(?:,| |and|or|the|in)*(?:{_PROPER.pattern}))+)"
)
_PERSONS = re.compile(
    r"[\s,]*(?:(?:and|or|ethnic|young|male|female|migrant|domestic|adult|foreign|poor|child|"
    r"North|South|East|West|Middle|to a lesser extent|[A-Z]\w+(?:n|ese|i|o|ish|ch))[\s,]+)*"
    r"(?:women|men|girls|boys|child\w*|victims|workers|nationals|migrants?|adults|"
    r"citizens|laborers|refugees|persons|people|females|males|youths?|farm|employment|minors)\b"
)
_FROM = re.compile(
    # The look behind stands after a letter so that most of a text is passed over fast.
    r"(?:f(?<!\wf)rom|o(?<!\wo)riginate in)\s+"
    r"(?:(?:other parts of|as well as|and|or|but|the|countries|states|"
    r"such as|including|primarily|mainly|mostly|especially|particularly|possibly|also|elsewhere|"
    r"rural|in|of|other|neighboring|nearby|[A-Z][\w'\u2019.-]*)[\s,()]+)*\(?\Z"
)

# "Nepal and Laos are also sources of victims."
_SOURCES = re.compile(
    r"(?:[\s,]+(?:and|or|the|of|[A-Z][\w'\u2019.-]*))*\s+(?:is|are) (?:also )?(?:\w+ )?sources? of "
    r"(?:trafficking )?(?:victims|women|men|girls|boys|children)\b"
)


def _is_foreigner(text: str, place: Any, iso3: str) -> bool:
    """Whether a mention is of foreign people exploited: "Nepali men", "women from Nepal"."""
    if place.code == iso3:
        return False
    if place.people:
        return _PERSONS.match(text, place.end) is not None or text[place.end - 1] == "s"
    if _FROM.search(text, max(0, place.start - 300), place.start):
        return True
    return _SOURCES.match(text, place.end) is not None


def _scopes(text: str, named: Sequence[_Said], lesser: Sequence[_Said]) -> Iterator[_Scope]:
    """Yield how far the words reach that say: to a lesser extent; `named` in order of place."""
    for _, said, _, start in lesser:
        end = _SCOPES[said].match(text, start).end()
        if said == "counted":
            yield _Scope(start, end, "", stands=False)
            continue
        kind = next((each[0] for each in named if start <= each[2] < end), "")
        clause = text.rfind(";", 0, start) + 1
        stands = any(each[0] == "role" and clause <= each[2] < end for each in named)
        yield _Scope(start, end, kind, stands)


def _within(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


@cache
def _wordings() -> Wordings:
    """Return what finds the values of each dimension in a veiled text, by dimension and value."""
    alone = {name: each for kind in _OVERLAPPING for name, each in _phrases(kind).items()}
    told = vocabulary("profile")
    alone |= {("scope", kind): told[kind] for kind in _SCOPES}
    alone["exploiters", ""] = told["exploiters"]
    return Wordings.of(alone, *map(_phrases, _LISTED))


def _phrases(dimension: str) -> dict[tuple[str, str], list[str]]:
    """Return the phrases of each value of a dimension, as a veiled text says them."""
    listed = vocabulary("profile")[dimension].items()
    return {(dimension, value): [_unnamed(each) for each in said] for value, said in listed}


# The letters that the country's names and its people's are veiled with, so that the same patterns
# do for every country: to compile them for one takes as long as to read two narratives.
_COUNTRY, _PEOPLE = "\u01c1", "\u01c2"


def _unnamed(phrase: str) -> str:
    """Return a phrase as a veiled text says it."""
    country, people = (rf"{veil}{veil}*(?:\W{{1,2}}{veil}+)*\b" for veil in (_COUNTRY, _PEOPLE))
    return phrase.replace("{country}", f"(?:the )?{country}").replace("{people}", people)


def _veiled(text: str, iso3: str) -> str:
    """Return a text in lower case with each letter of the country's and its people's names veiled.

    Examples
    --------
    >>> _veiled("women from south sudan", "SSD").count(_COUNTRY)
    10
    """
    return _own(iso3).sub(lambda found: _LETTER.sub(_veil(found), found[0]), text)


def _veil(found: re.Match) -> str:
    return _COUNTRY if found["country"] else _PEOPLE


_LETTER = re.compile(r"\w")


@cache
def _own(iso3: str) -> re.Pattern:
    """Match the names of a country and of its people in lower case, the longest ones first."""
    country, people = (
        "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)"
        for names in (map(str.lower, own_names(iso3)), own_people(iso3))
    )
    return re.compile(rf"\b(?:(?P<country>{country})|{people})\b")
