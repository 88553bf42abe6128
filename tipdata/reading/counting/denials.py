"""Zeros of denied verbs: "did not convict any", "failed to identify a victim", "nor did it pay"."""

from collections.abc import Iterator
from dataclasses import dataclass

from tipdata.reading.counting.contexts import low
from tipdata.reading.counting.count import Count
from tipdata.reading.counting.items import Item
from tipdata.reading.counting.nouns import Phrase, noun_phrase
from tipdata.reading.counting.patterns import OFFICIALS, decide
from tipdata.reading.counting.zeros import (
    DENIABLE,
    DOINGS,
    PERSONS,
    SELF,
    of_officials,
    of_training,
    thing_denied,
)

_HELPING = frozenset(("did", "does", "do", "has", "have", "had", "was", "were", "been", "be"))
# What denies a verb that follows "to"; only of any object at all: "failed to convict anyone".
_FAILING = frozenset(("failed", "fails", "fail", "failing", "unable", "declined", "refused", "yet"))
OPENINGS = _FAILING | {"without", "nor"}
_HEDGES = frozenset(
    (
        "formally", "officially", "criminally", "ever", "yet", "once", "also", "successfully",
        "proactively",
    )
)  # fmt: skip
_DEFINITE = frozenset(
    (
        "the", "these", "those", "its", "their", "all", "every", "each", "this", "that",
        "such", "some", "both", "most", "many", "sufficient", "adequate", "enough",
        "several",
    )
)  # fmt: skip
# What is denied of services that are wanting, not missing: "did not provide adequate care".
_PARTLY = frozenset(
    (
        "adequate", "sufficient", "specialized", "comprehensive", "consistent", "appropriate",
        "additional", "long-term", "specific", "dedicated", "proper", "effective", "full",
        "trafficking-specific", "enough", "complete", "direct", "further",
    )
)  # fmt: skip
_LIGHT = frozenset(
    ("begin", "conduct", "provide", "receive", "operate", "continue", "other", "fundwork")
)
_JUSTICE = frozenset(("investigate", "arrest", "prosecute", "convict"))
_REPORTS = frozenset(("report", "estimate"))
_MONEY = frozenset(("funding", "funds"))  # tagged verbs, but things where a verb stands before
_FUNDING = frozenset(("fund", "finance", "budget", "subsidize"))
_ANY = frozenset(("any", "a", "an", "anyone"))
_PASSED = frozenset(("C", ",", "D", "N", "A", "U", "P", "K"))
_LONGEST = 4  # objects of one verb
_NEAR = 4  # items before "and" that may say how far a thing is denied
_LIST = 16  # items in which a list of denied verbs may go on


@dataclass(frozen=True)
class Object:
    """One noun of what a denied verb is denied of; `any` tells whether "any" stands before it."""

    noun: str
    phrase: Phrase
    start: int
    any: bool


def denied(items: list[Item], tags: list[str], index: int) -> Iterator[Count]:
    """Yield a zero for each verb that the denial at `index` denies of any object."""
    place = _beginning(items, tags, index)
    strict = items[index].low in OPENINGS - {"nor"}
    form, said = "", set()
    while place:
        verbs, after = _verbs(items, tags, place)
        if not verbs and not form and tags[place : place + 1] == ["U"]:
            form = "base"  # a verb that the grammar does not know: "did not reform the law, try"
            place = _next_verb(items, tags, place + 1, form)
            continue
        if not verbs or items[verbs[0]].entry.verb in _REPORTS:
            return
        form = form or items[verbs[0]].entry.form
        objects, after = _objects(items, tags, after)
        if not objects and low(items, after) in ("the", "its"):
            objects = [Object("thing", Phrase(end=after), after, any=False)]
            verbs = [at for at in verbs if items[at].entry.lemma in _FUNDING]
        for each in objects:
            for at in verbs:
                if strict and not each.any and not _tried(items, at, each):
                    continue
                for count in _zeros(items, tags, at, each):
                    if said.isdisjoint(((at, count.indicator), (each.start, count.indicator))):
                        said |= {(at, count.indicator), (each.start, count.indicator)}
                        yield count
        place = _next_verb(items, tags, after, form)


def _tried(items: list[Item], at: int, what: Object) -> bool:
    """Tell whether people were not brought to court: "failed to prosecute traffickers"."""
    return items[at].entry.verb in _JUSTICE and what.noun in ("person", "suspect", "official")


# Where ------------------------------------------------------------------------------------------


def _beginning(items: list[Item], tags: list[str], index: int) -> int:
    """Return where the denied verb may begin, 0 where nothing is denied."""
    word = items[index].low
    if word == "nor":
        return _after_nor(items, tags, index)
    if word == "without":
        return index + 1
    if word in _FAILING:
        held = word != "yet" or low(items, index - 1) in ("has", "have", "had")
        return index + 2 if held and low(items, index + 1) == "to" else 0
    return index + 1 if _denies_verb(items, index) else 0


def _after_nor(items: list[Item], tags: list[str], index: int) -> int:
    """Return where the verb of "nor did the courts convict" or "nor convict" begins."""
    if tags[index + 1 : index + 2] == ["V"]:
        return index + 1 if items[index + 1].entry.form != "ing" else 0
    if low(items, index + 1) not in ("did", "has", "have", "does"):
        return 0
    for place in range(index + 2, min(index + 6, len(items))):
        if tags[place] == "V":
            return place
        if tags[place] not in ("B", "D", "N", "A", "U"):
            return 0
    return 0


def _denies_verb(items: list[Item], index: int) -> bool:
    """Tell whether "not" denies the verb after it: "did not convict", "but not tried"."""
    before = low(items, index - 1)
    if before in _HELPING:
        return True
    if items[index].low in ("never", "neither") or before in ("but", "while", "by", ",", "for"):
        after = items[index + 1].entry.form if index + 1 < len(items) else ""
        return after in ("past", "ing")
    return False


def _verbs(items: list[Item], tags: list[str], place: int) -> tuple[list[int], int]:
    """Return the indices of the verbs that follow, and where their object begins."""
    verbs: list[int] = []
    last = place
    while place < len(items):
        tag = tags[place]
        if _verb_here(items, tags, place, verbs):
            verbs.append(place)
            last = place + 1
        elif tag == "K":
            if not verbs and items[place].low not in _HEDGES:
                return [], place
        elif tag in ("C", ",") and verbs:
            if low(items, place) in ("and", "but") and low(items, place + 1) in ("did", "has"):
                break
        elif tag == "X" and low(items, place) in ("have", "had", "been", "be"):
            if low(items, place) == "have" and tags[place + 1 : place + 2] in (["D"], ["N"], ["V"]):
                return [place], place + 1
        else:
            break
        place += 1
    return verbs, last


def _verb_here(items: list[Item], tags: list[str], place: int, verbs: list[int]) -> bool:
    """Tell whether a denied verb stands here: "convict or sentence any", not "fund funds"."""
    word = low(items, place)
    if word == "sentence" and verbs and tags[place - 1] == "C":
        return tags[place + 1 : place + 2] in (["D"], ["N"], ["U"])
    return tags[place] == "V" and not (verbs and word in _MONEY)


def _next_verb(items: list[Item], tags: list[str], place: int, form: str) -> int:
    """Return where a further denied verb begins: "did not convict a trafficker or fund care"; 0."""
    for at in range(place, len(items)):
        before = at - 1 - (tags[at - 1] == "K")
        before -= low(items, before) == "to"  # "or to identify any"
        listed = form == "base" or _listed_on(items, at, form)
        linked = low(items, before) == "or" or (tags[before] == "," and listed)
        if tags[at] == "V" and at > place and linked:
            return at - (tags[at - 1] == "K") if items[at].entry.form == form else 0
        described = tags[at] == "V" and tags[at - 1] in ("N", "A", "U")
        passed = tags[at] in _PASSED or described or low(items, at) == "do"  # "a plan to do so, or"
        if low(items, at) in ("and", "but") or not passed:
            return 0
    return 0


def _listed_on(items: list[Item], place: int, form: str) -> bool:
    """Tell whether a list of such verbs goes on: "identified any, investigated any, or tried"."""
    return any(
        low(items, later) == "or" and items[later + 1].entry.form == form
        for later in range(place + 1, min(place + _LIST, len(items) - 1))
    )


def _objects(items: list[Item], tags: list[str], place: int) -> tuple[list[Object], int]:
    """Return the nouns of the object, and where they end."""
    found: list[Object] = []
    if low(items, place) == "them":
        return [Object("victim", Phrase(end=place + 1), place, any=False)], place + 1
    while place < len(items) and len(found) < _LONGEST:
        start, any_ = place, False
        while tags[place : place + 1] == ["D"]:
            if low(items, place) in _DEFINITE and not _of_any(items, place):
                return found, place
            any_ = any_ or low(items, place) in _ANY
            place += 1
        any_ = any_ or low(items, place) in _ANY
        phrase = noun_phrase(items, tags, place - 1)
        if any_ and phrase.noun == "none" and low(items, phrase.end) == "of":
            phrase.noun = "person"
        any_ = any_ or bool(found and found[0].any)
        found.append(Object(phrase.noun, phrase, start, any_))
        if phrase.noun == "none" and not any_:
            break
        place = phrase.end + (low(items, phrase.end) == ",")
        joined = low(items, place) in ("or", "nor", "and")
        place += joined
        if place == phrase.end or tags[place : place + 1] == ["V"]:
            break
    return found, found[-1].phrase.end if found else place


def _of_any(items: list[Item], place: int) -> bool:
    """Tell whether "the" begins a proceeding of any: "the prosecution of any offenders"."""
    named = items[place + 1].entry.noun if place + 1 < len(items) else ""
    return named in SELF and [low(items, place + 2), low(items, place + 3)] == ["of", "any"]


# What -------------------------------------------------------------------------------------------


def _zeros(items: list[Item], tags: list[str], at: int, what: Object) -> Iterator[Count]:
    """Yield the zeros of one denied verb and object; officials may be counted beside others."""
    count = _zero(items, tags, at, what)
    if count is None:
        return
    alone = what.noun in PERSONS and low(items, what.phrase.end) in ("or", "nor")
    official = "" if alone else of_officials(items, tags, what.phrase.end)
    named = OFFICIALS.get(count.indicator)
    if named is None or not official:
        yield count
        return
    if official == "included":
        yield _zero(items, tags, at, what)
    count.indicator = named
    yield count


def _zero(items: list[Item], tags: list[str], at: int, what: Object) -> Count | None:
    """Return the zero of one denied verb, None where it denies nothing that is counted."""
    event = "operate" if tags[at] == "X" else items[at].entry.verb or "none"
    if _only_how(items, at, what):
        return None
    thing = _thing(items, tags, at, what)
    doing = (thing["doing"], "none") if thing else _doing(items, what, event)
    if doing is None:
        return None
    indicator, unit, detail = decide(*doing)
    if thing:
        indicator, unit, detail = thing["indicator"], thing["unit"], ""
    if indicator == "other" and not thing:
        return None
    count = Count(_zero_item(items[at]), at, noun=doing[1], event=doing[0])
    count.traits = dict(what.phrase.traits)
    count.detail = count.traits.pop("detail", "") or detail
    count.indicator, count.unit = indicator, unit
    return count


def _only_how(items: list[Item], at: int, what: Object) -> bool:
    """Tell whether it is denied how it was done: "did not sentence anyone to long terms"."""
    lemma = items[at].entry.lemma
    if lemma == "sentence":
        return low(items, what.phrase.end) == "to"
    return lemma == "protect" and not what.any


def _thing(items: list[Item], tags: list[str], at: int, what: Object) -> dict[str, str] | None:
    """Return the row of what is denied: "did not allocate funds", "did not fund the hotline"."""
    some = what.noun == "shelter" and what.any  # "did not fund any of the shelters"
    unfunded = what.noun != "none" and not some and "campaign" not in what.phrase.head
    if items[at].entry.lemma in _FUNDING and unfunded:
        return thing_denied(["budget"], "")
    end = what.start
    while end < len(items) and _belongs(items[end], tags[end]):
        end += 1
    joined = low(items, what.start - 1) in ("and", "or")  # "adequate legal and financial support"
    words = [items[place].low for place in range(what.start - _NEAR * joined, end)]
    if "additional" in words or not _DEFINITE.isdisjoint(words):
        return None
    return thing_denied(words, items[at].entry.verb or "operate")


def _belongs(item: Item, tag: str) -> bool:
    """Tell whether a word may belong to the object; "funding" and "shelters" look like verbs."""
    return tag in ("D", "A", "N", "U", "-") or item.low in _MONEY or item.entry.noun == "shelter"


def _doing(items: list[Item], what: Object, event: str) -> tuple[str, str] | None:
    """Return the doing and the noun that a denied verb and its object say."""
    noun, phrase = what.noun, what.phrase
    if event in _REPORTS or (phrase.partitive and noun in SELF):
        return None
    if not what.any and low(items, phrase.end) in ("among", "as", "from"):
        return None  # "did not identify victims among migrants" says nothing of other victims
    taught = of_training(items, phrase) or event == "receive"
    if noun == "training" and event not in DOINGS and taught:
        return "train", "official"
    if noun == "violation" and event == "investigate":
        return (event, "case") if what.any else None
    if noun == "none" and what.any and event in DOINGS and phrase.end == what.start + 1:
        return event, noun
    if noun not in DENIABLE:
        served, doing = _service(items, phrase, event)
        return None if served is None else (doing, served)
    if noun == "victim" and event == "provide":
        served = any(each.entry.event == "assist" for each in items[phrase.end : phrase.end + 5])
        return ("assist", noun) if served else None
    if noun == "shelter":
        return (event, noun) if event == "operate" else None
    if event in DOINGS:
        return None if noun == "case" and event in ("assist", "refer") else (event, noun)
    begun = event == "begin" and noun in ("investigation", "prosecution")
    if begun or (noun in SELF and what.any and event in _LIGHT):
        return event, noun
    return None


def _service(items: list[Item], phrase: Phrase, event: str) -> tuple[str | None, str]:
    """Return what "did not provide services to victims" denies."""
    if event not in ("provide", "conduct", "identify", "refer", "assist"):
        return None, event
    described = {low(items, place) for place in range(phrase.end - 4, phrase.end)}
    if described & (_PARTLY - {"direct"} if described & _ANY else _PARTLY):
        return None, event
    for place in range(phrase.end - 1, min(phrase.end + 8, len(items))):
        entry = items[place].entry
        if entry.event == "assist" and any(
            items[later].entry.noun == "victim"
            for later in range(place, min(place + 8, len(items)))
        ):
            return "victim", event if event in DOINGS else "assist"
    return None, event


def _zero_item(verb: Item) -> Item:
    item = Item("number", verb.low, verb.start, verb.end)
    item.value, item.qualifier, item.note = 0.0, "exact", "denied"
    return item
