"""Origins and destinations that a narrative names, clause by clause."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from tipdata.reading.narrative import Narrative, Sentence
from tipdata.reading.places import Place, places
from tipdata.reading.profile import profile_sentences
from tipdata.reading.rows import where
from tipdata.reading.vocabulary import vocabulary
from tipdata.reading.wording import Wordings

# A clause ends at a semicolon, and before ", and women ... are" after a verb of its own.
_PERSONS = (
    "women|men|girls|boys|child|children|victims|foreigners|nationals|migrants|adults|workers|"
    "[A-Z][a-z]+(?:ans|nos|is)"
)
_WORDS = (
    r"(?:(?!(?:while|but|with|although)\b)[\w'\u2019-]+(?:,(?!\s+(?:and|or)\s+[a-z]))?\s+){0,5}"
)
_JOINT = re.compile(
    r";|,\s+(?:and|while|but|with|although)\s+"
    rf"(?={_WORDS}(?:{_PERSONS})\b[^;]{{0,120}}\b(?:are|were|is|was|being|be|been)\b)"
)
_VERB = re.compile(
    r"\b(?:are|were|is|was|have|has|may|migrate|travel|exploit|subject|force|occurs?)\b"
)
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[a-z]+")
# What a word before a place says of it: that people come from it, end in it, or neither.
# The word stands at most so many words before the place.
_NEAR = 6
_ORIGIN, _DESTINATION, _PASSING = "origin", "destination", "passing"
# What a clause may say of a journey: that there is none, that it ends in the country, that
# trafficking is internal.
_LISTS = ("no_journey", "within", "is_internal")


@dataclass(frozen=True)
class _Leg:
    """A pair of codes that a clause tells, and the place in the clause that tells it."""

    origin: str
    destination: str
    place: Place | None


class _Clause(NamedTuple):
    """A part of a sentence that tells a journey of its own, also in lower case.

    `said` names the lists of which it has a phrase, and the forms of exploitation.
    """

    text: str
    lower: str
    said: frozenset[str]
    places: Sequence[Place]


def flows(narrative: Narrative) -> list[dict[str, Any]]:
    """Return the rows of ``flows``; a pair told again for the same people is told once."""
    rows: dict[tuple, dict[str, Any]] = {}
    for sentence in profile_sentences(narrative):
        for begin, stop in _clauses(sentence.text):
            if not _pattern("exploited").search(sentence.lower, begin, stop):
                continue
            clause = _clause(sentence, begin, stop, narrative.iso3)
            for row in _clause_rows(clause, narrative.iso3):
                start, end = row.pop("span")
                key = tuple(row.values())
                place = where(narrative, sentence, begin + start, begin + end)
                rows.setdefault(key, {**place, **row})
    return list(rows.values())


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for joint in _JOINT.finditer(text):
        if joint[0] == ";" or _VERB.search(text, begin, joint.start()):
            yield begin, joint.start()
            begin = joint.end()
    yield begin, len(text)


def _clause(sentence: Sentence, begin: int, stop: int, own: str) -> _Clause:
    lower = sentence.lower[begin:stop]
    said = frozenset(name for name, _ in _wordings().finditer(lower))
    within = (each for each in places(sentence.text, own=own) if begin <= each.start < stop)
    named = [each._replace(start=each.start - begin, end=each.end - begin) for each in within]
    return _Clause(sentence.text[begin:stop], lower, said, named)


def _clause_rows(clause: _Clause, own: str) -> Iterator[dict[str, Any]]:
    legs = [] if "no_journey" in clause.said else list(_legs(clause, own))
    if not legs:
        return
    people, exploitation = population(clause.lower), exploited_for(clause.said)
    for leg in legs:
        place = leg.place
        yield {
            "origin": leg.origin,
            "destination": leg.destination,
            "population": people,
            "exploitation": exploitation,
            "span": (place.start, place.end) if place else (0, len(clause.text.rstrip())),
        }


def _legs(clause: _Clause, own: str) -> Iterator[_Leg]:
    """Yield the pairs of a clause; the narrative's country stands where one end is not told."""
    told = list(_told(clause, own))
    origins = [place for place, side in told if side == _ORIGIN]
    destinations = [place for place, side in told if side == _DESTINATION]
    abroad = [place for place in destinations if place.code != own]
    foreign = [place for place in origins if place.code != own]
    own_ends = len(abroad) < len(destinations) or "within" in clause.said
    if foreign:
        yield from _pairs(foreign, abroad, own, own_ends=own_ends)
    own_begins = len(foreign) < len(origins) or not (foreign or _only_passed(clause))
    if own_begins:
        for place in abroad:
            yield _Leg(own, place.code, place)
    if _occurs_within(told, own, clause) or (
        own_begins and own_ends and _own_people(told, own, clause)
    ):
        yield _Leg(own, own, next((place for place in origins if place.code == own), None))


def _pairs(
    foreign: Sequence[Place], abroad: Sequence[Place], own: str, *, own_ends: bool
) -> Iterator[_Leg]:
    for origin in foreign:
        for destination in abroad:
            if origin.code != destination.code:
                yield _Leg(origin.code, destination.code, origin)
        if own_ends or not abroad:
            yield _Leg(origin.code, own, origin)


def _own_people(told: list[tuple[Place, str]], own: str, clause: _Clause) -> bool:
    """Whether the clause speaks of the country's own people, or of people without saying whose."""
    if any(place.code == own and side == _ORIGIN for place, side in told):
        return True
    if any(side == _ORIGIN for _, side in told) or not population(clause.lower):
        return False
    at_home = [place for place, _ in told if place.code == own]
    return (
        len(at_home) < len(told) > 1
        or "within" in clause.said
        or any(_WITHIN.search(clause.text, 0, place.start) for place in at_home)
    )


# Before the country's own name: those who are exploited so have not come from elsewhere.
_WITHIN = re.compile(
    r"\b(?:within|throughout|inside|in (?:the )?(?:north|south|east|west|centr)\w*) (?:the )?\Z",
    re.IGNORECASE,
)


def _occurs_within(told: Sequence[tuple[Place, str]], own: str, clause: _Clause) -> bool:
    """Whether the clause says that trafficking occurs in the country, or is internal."""
    if "is_internal" in clause.said:
        return True
    return any(
        place.code == own and _pattern("occurs").search(clause.lower, 0, place.start)
        for place, _ in told
    )


def _only_passed(clause: _Clause) -> bool:
    """Whether the country is said to be one of transit and no source."""
    return bool(_pattern("transit").search(clause.lower)) and not (
        _pattern("source").search(clause.lower)
    )


def _told(clause: _Clause, own: str) -> Iterator[tuple[Place, str]]:
    """Yield the places of a clause that are an origin or a destination."""
    side, end, text = "", 0, clause.text
    skipped = False
    subjects = _subjects(clause, own) if clause.places else {}
    for place in clause.places:
        before = text[end : place.start]
        side = subjects.get(place.start) or _side(before, side, first=end == 0)
        if place.people and side != _PASSING:
            skipped = _of_others(text[place.end : place.end + 60])
            side_here = "" if _STATE.match(text, place.end) else _ORIGIN
        else:
            skipped = skipped if _carries_on(before) else _of_others(before)
            if text[place.end - 1] == "n" and place.code.startswith("X-"):
                skipped = skipped or _of_others(text[place.end : place.end + 30])
            side_here = side
        end = place.end
        if side_here in (_ORIGIN, _DESTINATION) and not skipped:
            if place.code == own and not place.people and side_here == _ORIGIN and not side:
                continue
            yield place, side_here


def _subjects(clause: _Clause, own: str) -> dict[int, str]:
    """Return the side of the places of which a clause says what they are, by where they start.

    "Uganda and Nepal are also sources of victims": origins.
    """
    found = _pattern("said_to_be").search(clause.text)
    if not found:
        return {}
    end, starts = found.start(), []
    for place in reversed([each for each in clause.places if each.end <= end]):
        between = clause.text[place.end : end]
        if place.people or place.code == own or (starts and not _carries_on(between)):
            break
        if not starts and between.strip():
            break
        starts.append(place.start)
        end = place.start
    side = _DESTINATION if found["side"].lower() == "destination" else _ORIGIN
    return dict.fromkeys(starts, side)


def _side(before: str, side: str, *, first: bool) -> str:
    """Return what the words between two places say of the second one."""
    if not first and _carries_on(_pattern("said_to_be").sub("", before)):
        return side
    found = list(_markers().finditer(before))
    if not found or len(before[found[-1].end() :].split()) > _NEAR:
        return ""
    return found[-1].lastgroup


# After these, "Kenyan" speaks of Kenya's ports, waters or families, not of exploited Kenyans.
_STATE = re.compile(
    r"\s+(?:government|authorit\w+|law\w*|waters|territor\w+|ports?|cities|citizenship|police|border|"
    r"companies|famil\w+|society|economy|-flagged|coast|islands|officials|recruit\w+|gangs?)\b"
)


def _of_others(words: str) -> bool:
    """Whether the words name tourists, clients or officials: not people who are exploited."""
    return not _others().isdisjoint(_LETTERS.findall(words.lower()))


def _carries_on(before: str) -> bool:
    return _list_words().fullmatch(before) is not None


def population(lower: str) -> str:
    """Return the code of the people that a clause in lower case names, "" where it names none."""
    named = {_people()[word] for word in _people().keys() & _WORD.findall(lower)}
    for group, code in vocabulary("flows")["groups"]:
        if named.issuperset(group):
            return code
    return ""


def exploited_for(said: frozenset[str]) -> str:
    """Return the one form of exploitation that a clause names, or "" for none or several."""
    named = said & vocabulary("flows")["exploitation"].keys()
    return next(iter(named)) if len(named) == 1 else ""


@cache
def _wordings() -> Wordings:
    """Return what finds the forms of exploitation, and the phrases of each list."""
    told = vocabulary("flows")
    return Wordings.of(told["exploitation"] | {name: told[name] for name in _LISTS})


@cache
def _pattern(name: str) -> re.Pattern:
    return re.compile(vocabulary("flows")[name])


@cache
def _people() -> dict[str, str]:
    """Return who is named by each word that names people who are moved."""
    table = vocabulary("flows")["population"]
    return {word: who for who, words in table.items() for word in words.split()}


@cache
def _markers() -> re.Pattern:
    tables = vocabulary("flows")
    named = "|".join(
        rf"(?P<{side}>\b(?:{'|'.join(tables[side])})\b)"
        for side in (_PASSING, _ORIGIN, _DESTINATION)
    )
    return re.compile(named, re.IGNORECASE)


@cache
def _list_words() -> re.Pattern:
    return re.compile(
        rf"(?:\s*(?:{'|'.join(vocabulary('flows')['carries_on'])})(?![\w-])|\s+|\()*", re.IGNORECASE
    )


@cache
def _others() -> frozenset[str]:
    return frozenset(vocabulary("flows")["not_exploited"].split())
