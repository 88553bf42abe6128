"""What is said of a number that is the subject of its clause."""

from functools import cache

from tipdata.reading.counting.nouns import Phrase, noun_phrase
from tipdata.reading.counting.reading import Reading
from tipdata.reading.grammar import rows

_OPENERS = frozenset(("", ",", "C", ";", "S", "R", ":", "--", "(", "B"))
_PASSED = frozenset(("P", "N", "A", "U", "D", "Y", "T", "K", "Z", "(", ")", "Q", "B"))
_ENDS = frozenset(("P", "Y", "T", ".", ",", ")", ";", "C"))
_LEADING = frozenset(("U", "A", "K", "T", "Y", "D", "P"))
BE = frozenset(("was", "were", "is", "are", "been", "be", "being"))
_REACH = 14
_AFTER_VERB = 8
_LONGEST_LIST = 80
_LIGHT = frozenset(("provide", "receive", "conduct", "send", "report"))


def subject_doing(reading: Reading, index: int, phrase: Phrase) -> str | None:
    """Return what the verb after the number says, where the number is its subject.

    "be" stands for a copula, which only describes; None says that the number is no subject.
    """
    if not _may_open_clause(reading, index):
        return None
    tags, items = reading.tags, reading.items
    place = listed = phrase.end
    end, relative = min(place + _REACH, len(items)), 0
    while place < end:
        tag = tags[place]
        if relative == 3 or (relative == 2 and tag not in ("X", "V", "K", "G")):
            relative = 0  # the relative clause has had its verb
        if relative and tag in ("X", "V", "K", "G"):
            relative = {"X": 2, "V": 3}.get(tag, relative)
        elif tag == "R" and place == phrase.end:
            relative, end = 1, min(place + _REACH + 4, len(items))
        elif tag == "," and place == phrase.end and _beyond_apposition(reading, place):
            place = _beyond_apposition(reading, place)
            end = min(place + _REACH, len(items))
        elif (tag in ("(", "--") and place == phrase.end) or (
            tag == "," and reading.low(place + 1) == "including"
        ):
            place = _beyond_aside(reading, place)
            end = min(place + _REACH, len(items))
        elif tag == "X":
            return predicate(reading, place)
        elif tag == "V":
            return _verb_after(reading, index, place, end)
        elif tag == "R" and tags[place - 1] == "P":
            pass
        elif place - index > _LONGEST_LIST:
            return None
        elif tag in ("C", ",") and place == listed and _number_follows(reading, place):
            if tag == "," and reading.before(index) == "C":
                return None  # a clause of its own follows: "four cases and 31 others, two were"
            place = listed = noun_phrase(items, tags, _number_follows(reading, place)).end
            end = min(place + _REACH, len(items))
            continue
        elif (tag == "C" and place == listed and reading.tag(place + 1) in ("N", "A")) or (
            tag in (",", "C") and _lists_people(reading, place)
        ):
            pass
        elif tag not in _PASSED or (tag == "Q" and tags[place - 1] not in ("(", "D", "P", "M")):
            return None
        place += 1
    return None


def _lists_people(reading: Reading, place: int) -> bool:
    """Tell whether a comma only lists people: "600 judges, prosecutors, and police attended"."""
    after = place + 1 + (reading.tag(place + 1) == "C")
    while reading.tag(after) in ("A", "U") and after < place + 4:
        after += 1
    return reading.tag(after) == "N" and reading.items[after].entry.noun == "official"


def _beyond_aside(reading: Reading, start: int) -> int:
    """Return the index of the mark that closes an aside in brackets or dashes, or its beginning."""
    mark = {"(": ")", ",": ","}.get(reading.tags[start], "--")
    for place in range(start + 1, min(start + 24, len(reading.tags))):
        if reading.tags[place] == mark:
            return place
    return start if mark == "--" else len(reading.tags)


def _beyond_apposition(reading: Reading, start: int) -> int:
    """Return the index of the comma that closes "two men, a judge and a clerk, were", or 0."""
    if reading.low(start + 1) not in ("a", "an"):
        return 0
    for place in range(start + 2, min(start + 14, len(reading.tags))):
        if reading.tags[place] == ",":
            return place if reading.tag(place + 1) == "X" else 0
        if reading.tags[place] in ("X", "Q", ";", "R"):
            return 0
    return 0


def _may_open_clause(reading: Reading, index: int) -> bool:
    before = reading.before(index)
    if before in ("U", "A", "K", "T", "Y"):
        before = _before_adverbs(reading, index)
    if before == "V":
        return reading.items[index - 1].entry.verb in ("report", "estimate", "involve")
    if before == "P":
        return reading.low(index - 1) in ("with", "after", "as")
    return before in _OPENERS


def _before_adverbs(reading: Reading, index: int) -> str:
    """Return what stands before the time words or adverbs of the clause: "so far one"."""
    place = index - 1
    while place >= 0 and index - place < 8 and reading.tags[place] in _LEADING:
        place -= 1
    return reading.tags[place] if place >= 0 else ""


def _verb_after(reading: Reading, index: int, place: int, end: int) -> str | None:
    if reading.items[place].entry.form == "ing":
        return doing_of_verb(reading, place) if reading.low(index - 1) == "with" else None
    if reading.tag(place + 1) in _ENDS:
        if reading.before(index) == "V":
            return None
        return _finite_later(reading, place + 1, end) or doing_of_verb(reading, place)
    return _done_or_did(reading, place, passive=False)


def _done_or_did(reading: Reading, place: int, *, passive: bool) -> str:
    """Return what was done to the subject; paying is not done to those who pay."""
    doing = doing_of_verb(reading, place)
    pays = doing == "pay" and reading.items[place].entry.verb == "pay"
    return "other" if pays and not passive else doing


def _finite_later(reading: Reading, start: int, end: int) -> str | None:
    for place in range(start, end):
        if reading.tags[place] == "X":
            return predicate(reading, place)
        if reading.tags[place] == "V" and reading.low(place).startswith("received"):
            return doing_of_verb(reading, place)
        if reading.tags[place] in (",", ";", "C", "S", "R", "."):
            return None
    return None


def _number_follows(reading: Reading, place: int) -> int:
    """Return the index of a number right after a comma or "and", or 0."""
    for after in range(place + 1, min(place + 3, len(reading.tags))):
        if reading.tags[after] == "Q":
            return after if not reading.items[after].role else 0
        if reading.tags[after] not in ("C", "D", "K"):
            return 0
    return 0


def predicate(reading: Reading, place: int) -> str:
    """Return what is said after an auxiliary: the class of its verb, or "be"."""
    for after in range(place + 1, min(place + 7, len(reading.items))):
        tag = reading.tags[after]
        if tag in ("X", "K", "G", "B"):
            continue
        if tag == "V":
            passive = any(reading.low(at) in BE for at in range(place, after))
            return _done_or_did(reading, after, passive=passive)
        if tag == "P":
            return _prepositional(reading, after) or "be"
        return "be"
    return "be"


def _prepositional(reading: Reading, at: int) -> str | None:
    """Return what "were among those convicted" or "are under investigation" says."""
    preposition = reading.low(at)
    for later in range(at + 1, min(at + 5, len(reading.items))):
        if preposition == "among" and reading.tags[later] == "V":
            return doing_of_verb(reading, later)
        if (
            preposition in ("under", "on", "in")
            and later < at + 3
            and reading.items[later].entry.event
        ):
            return reading.items[later].entry.event
    return None


def doing_of_verb(reading: Reading, place: int) -> str:
    """Return the class of the verb at `place`, seen with what belongs to it."""
    doing = split_verb(reading, place) or reading.items[place].entry.verb or "none"
    if doing in _LIGHT:
        return named_after(reading, place + 1) or doing
    return doing


def named_after(reading: Reading, start: int) -> str | None:
    """Return what an event noun after a light verb says: "received shelter"."""
    for after in range(start, min(start + _AFTER_VERB, len(reading.items))):
        item, tag = reading.items[after], reading.tags[after]
        if item.role == "term":
            return "sentence"
        if tag in (";", "S", ".", "V") or (
            tag == "Q" and reading.tags[after - 1] != "C" and item.role != "money"
        ):
            return None
        if item.entry.noun in ("sentences", "penalties"):
            return "sentence"
        if item.entry.event:
            return item.entry.event
    return None


def split_verb(reading: Reading, index: int) -> str | None:
    """Return the class of a verb whose second part stands later: "found 12 guilty"."""
    phrases = _split_verbs().get(reading.items[index].entry.lemma.split(" ")[0])
    if not phrases:
        return None
    lows: list[str] = []
    depth = 0
    for place in range(index + 1, min(index + _REACH, len(reading.items))):
        tag = reading.tags[place]
        depth += (tag == "(") - (tag == ")")
        if depth == 0 and tag != ")":
            lows.append(reading.low(place))
        if tag == "Q" and depth == 0 and reading.before(place) not in ("V", "C"):
            break
        if tag in (";", "S", "V") and place > index + 1:
            break
    text = f" {' '.join(lows)} "
    return next((doing for phrase, doing in phrases if phrase in text), None)


@cache
def _split_verbs() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows("split_verbs"):
        found.setdefault(row["verb"], []).append((f" {row['phrase']} ", row["class"]))
    for phrases in found.values():
        phrases.sort(key=lambda each: -len(each[0]))
    return found
