"""Zeros that are said without a number: "no", "none", "did not convict any"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tipdata.reading.counting.contexts import low
from tipdata.reading.counting.count import Count
from tipdata.reading.counting.items import Item
from tipdata.reading.counting.nouns import Phrase, noun_phrase
from tipdata.reading.counting.patterns import OFFICIALS, decide

if TYPE_CHECKING:
    from tipdata.reading.counting.reading import Reading

# Nouns of which "no ..." says a zero by itself; of persons a verb has to say what was not done.
_SELF = frozenset(
    (
        "investigation", "arrest", "prosecution", "trial", "conviction", "acquittal",
        "operation", "shelter", "permit", "training", "inspection", "call",
    )
)  # fmt: skip
_PERSONS = frozenset(("victim", "person", "suspect", "official"))
_DOINGS = frozenset(
    (
        "investigate", "arrest", "prosecute", "convict", "acquit", "sentence", "identify",
        "refer", "assist", "repatriate", "train", "inspect", "sanction",
    )
)  # fmt: skip
_LIGHT_DOINGS = frozenset(
    ("begin", "conduct", "provide", "receive", "operate", "continue", "other", "fundwork")
)
_DENIABLE_NOUNS = _SELF | _PERSONS | {"case", "agency_firm"}
# Words that may say a zero; "not" does so only after the words that _PAST lists.
DENIALS = frozenset(("no", "none", "nobody", "never", "neither", "not a", "not one"))
_NEGATIVES = frozenset(("no", "none", "nobody", "no-one", "not"))
_PAST = frozenset(("did", "has", "have", "had", "was", "were", "been", "be"))
_HEDGES = frozenset(
    ("formally", "officially", "criminally", "ever", "yet", "once", "also", "successfully")
)
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
_AWARDS = frozenset(("restitution", "compensation", "damages"))
_AWARDING = frozenset(("pay", "provide", "other"))
_REPORTS = frozenset(("report", "estimate"))


def mark_none(items: list[Item]) -> list[Item]:
    """Make "no", "none" and "not a single" numbers whose value is zero."""
    if _NEGATIVES.isdisjoint([item.low for item in items]):
        return items
    kept: list[Item] = []
    for place, item in enumerate(items):
        if item.kind == "word" and item.low in ("no", "none"):
            after = low(items, place + 1)
            if after not in ("more", "less", "fewer", "longer", "later", "earlier") and not (
                item.low == "no" and item.capital and _numbered(items, place)
            ):
                item.kind, item.value, item.note = "number", 0.0, "no"
        kept.append(item)
    return _no_one(_not_one(kept))


def _no_one(items: list[Item]) -> list[Item]:
    """Join "no one" and "nobody" to a zero of persons."""
    kept: list[Item] = []
    for item in items:
        if item.kind == "number" and item.value == 1 and kept and kept[-1].low == "no":
            kept[-1].low, kept[-1].end = "no one", item.end
            continue
        if item.low in ("nobody", "no-one"):
            item.kind, item.value, item.note = "number", 0.0, "no"
        kept.append(item)
    return kept


def _numbered(items: list[Item], place: int) -> bool:
    return low(items, place + 1) == "." and place + 2 < len(items) and items[place + 2].digits


def _not_one(items: list[Item]) -> list[Item]:
    """Join "not a single" and "not one"."""
    kept: list[Item] = []
    index = 0
    while index < len(items):
        item = items[index]
        if item.low == "not" and index + 1 < len(items):
            width = 0
            if items[index + 1].kind == "number" and items[index + 1].value == 1:
                width = 2
            elif [each.low for each in items[index + 1 : index + 3]] == ["a", "single"]:
                width = 3
            elif items[index + 1].low == "a single":
                width = 2
            if width:
                item.kind, item.value, item.note = "number", 0.0, "no"
                item.end = items[index + width - 1].end
                index += width
                kept.append(item)
                continue
        kept.append(item)
        index += 1
    return kept


def supported(reading: "Reading", count: Count, phrase: Phrase, subject: str | None) -> bool:
    """Tell whether "no ..." says that nothing was done, and not that something is lacking."""
    if count.whole is not None and subject not in _DOINGS | {None, "be", "exploit"}:
        return False  # "none of whom had applied"
    if count.item.low in ("nobody", "no-one", "no one") and _active(reading, phrase):
        return False
    body = reading.items[phrase.end - 1].entry.agency is not None
    if body and phrase.noun == "official" and count.event in _DOINGS:
        _take_object(reading, count, phrase)
    if count.indicator == "other" or count.item.role:
        return False
    if count.item.low == "no" and phrase.noun == "none":
        return False
    if count.comparison or count.whole is not None:
        return phrase.noun in _DENIABLE_NOUNS | {"none"}
    if count.noun in _SELF and phrase.noun in _SELF:
        return True
    if count.event == "report" and phrase.noun == "victim" and subject is None:
        return True  # "they reported no trafficking victims"
    return count.event in _DOINGS and phrase.noun in _PERSONS | {"case", "agency_firm", "none"}


def _active(reading: "Reading", phrase: Phrase) -> bool:
    """Tell whether what nobody did is said, and not what was done to nobody."""
    near = [low(reading.items, place) for place in range(phrase.end, phrase.end + 3)]
    return bool({"has", "had", "did"} & set(near)) and "been" not in near


def _take_object(reading: "Reading", count: Count, phrase: Phrase) -> None:
    """Let "no court convicted a trafficker" count the object of its verb."""
    for place in range(phrase.end, min(phrase.end + 6, len(reading.items))):
        if reading.tags[place] == "V" and reading.tag(place + 1) in ("D", "N", "A", "U"):
            start = place + (reading.tag(place + 1) == "D")
            noun = noun_phrase(reading.items, reading.tags, start).noun
            count.noun, count.traits = noun, {}
            count.indicator, count.unit, _ = decide(count.event, noun)


def shared(
    reading: "Reading", count: Count, phrase: Phrase, subject: str | None
) -> Iterator[Count]:
    """Yield the further zeros that one "no" says: of other nouns, or of other verbs."""
    if subject is not None and phrase.noun not in _SELF:
        for event in _further_verbs(reading, phrase):
            yield _like(count, event, count.noun)
    elif phrase.noun in _SELF:
        for noun in _further_nouns(reading, phrase):
            other = _like(count, "none", noun)
            yield other


def _like(count: Count, event: str, noun: str) -> Count:
    other = Count(count.item, count.index, noun=noun, event=event, traits=dict(count.traits))
    other.comparison, other.target, other.whole = count.comparison, count.target, count.whole
    other.indicator, other.unit, other.detail = decide(event, noun)
    if count.indicator.startswith("officials_"):
        other.indicator = OFFICIALS.get(other.indicator, other.indicator)
    return other


def _further_verbs(reading: "Reading", phrase: Phrase) -> Iterator[str]:
    """Yield what the verbs after the first say: "were investigated, prosecuted, or convicted"."""
    items, tags = reading.items, reading.tags
    place, seen = phrase.end, set()
    while place < min(len(items), phrase.end + 20):
        tag, doing = tags[place], items[place].entry.verb
        if tag == "V" and doing in _DOINGS:
            if seen and doing not in seen:
                yield doing
            seen.add(doing)
        elif (seen and tag not in ("C", ",", "K", "X")) or tag in (";", "S", "Q"):
            return
        place += 1


def _further_nouns(reading: "Reading", phrase: Phrase) -> Iterator[str]:
    """Yield the nouns listed after the first: "no investigations, prosecutions, or convictions"."""
    items, tags = reading.items, reading.tags
    place = phrase.end
    while place < min(len(items), phrase.end + 12):
        if tags[place] in ("C", ",", "A", "K"):
            place += 1
        elif tags[place] in ("N", "V", "U") and items[place].entry.noun in _SELF:
            after = tags[place + 1] if place + 1 < len(tags) else "."
            if after not in ("N", "U"):
                yield items[place].entry.noun
            place += 1
        else:
            return


# Denied verbs -----------------------------------------------------------------------------------


def denied(items: list[Item], tags: list[str], index: int) -> Iterator[Count]:
    """Yield a zero for each verb that "did not", "has never" or "without" denies of any object."""
    if items[index].low == "nor":
        start = _after_nor(items, tags, index)
    else:
        start = index + 1 if _past(items, tags, index) else 0
    if not start:
        return
    verbs, place = _verbs(items, tags, start)
    if not verbs or items[verbs[0]].entry.verb in _REPORTS:
        return
    said: set[tuple[int, str]] = set()
    for noun, phrase, any_ in _objects(items, tags, place):
        for at in verbs:
            count = _zero(items, at, noun, phrase, any_)
            if count is not None and (at, count.indicator) not in said:
                said.add((at, count.indicator))
                yield count


def _after_nor(items: list[Item], tags: list[str], index: int) -> int:
    """Return where the verb of "nor did the courts convict" begins, 0 where none does."""
    if low(items, index + 1) not in ("did", "has", "have"):
        return 0
    for place in range(index + 2, min(index + 6, len(items))):
        if tags[place] == "V":
            return place
        if tags[place] not in ("B", "D", "N", "A", "U"):
            return 0
    return 0


def _past(items: list[Item], tags: list[str], index: int) -> bool:
    before = low(items, index - 1)
    if before in _PAST:
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
        if tag == "V":
            verbs.append(place)
            last = place + 1
        elif tag == "K":
            if not verbs and items[place].low not in _HEDGES:
                return [], place
        elif tag in ("C", ",") and verbs:
            if low(items, place) in ("and", "but") and low(items, place + 1) in ("did", "has"):
                break
        elif tag == "X" and low(items, place) in ("have", "had", "been", "be"):
            pass
        else:
            break
        place += 1
    return verbs, last


def _objects(items: list[Item], tags: list[str], place: int) -> list[tuple[str, Phrase, bool]]:
    """Return the nouns of the object, each with whether "any" or "a" stands before it."""
    found: list[tuple[str, Phrase, bool]] = []
    while place < len(items):
        any_ = False
        while tags[place : place + 1] == ["D"]:
            if low(items, place) in _DEFINITE:
                return found
            any_ = any_ or low(items, place) in ("any", "a")
            place += 1
        phrase = noun_phrase(items, tags, place - 1)
        if low(items, phrase.end) == "of" and any_ and phrase.noun in ("none",):
            phrase.noun = "person"
        if phrase.noun == "none" and not any_:
            return found
        found.append((phrase.noun, phrase, any_ or bool(found and found[0][2])))
        place = phrase.end + (low(items, phrase.end) == ",")
        place += low(items, place) in ("or", "nor", "and")
        if place > phrase.end and len(found) < 4:
            continue
        return found
    return found


def _zero(items: list[Item], at: int, noun: str, phrase: Phrase, any_: bool) -> Count | None:
    """Return the zero of one denied verb, None where it denies nothing that is counted."""
    entry = items[at].entry
    denied = _denied(items, phrase, entry.verb or "none", noun, any_)
    if denied is None:
        return None
    event, noun = denied
    indicator, unit, detail = decide(event, noun)
    if indicator == "other":
        return None
    count = Count(_zero_item(items[at]), at, noun=noun, event=event, traits=dict(phrase.traits))
    count.detail = count.traits.pop("detail", "") or detail
    count.indicator, count.unit = indicator, unit
    return count


def _denied(
    items: list[Item], phrase: Phrase, event: str, noun: str, any_: bool
) -> tuple[str, str] | None:
    """Return the doing and the noun that a denied verb and its object say."""
    if event in _REPORTS or (phrase.partitive and noun in _SELF):
        return None
    if not any_ and low(items, phrase.end) in ("among", "as", "from"):
        return None  # "did not identify victims among migrants" says nothing of other victims
    if noun == "training" and event not in _DOINGS and _trained(items, phrase):
        return "train", "official"
    if any(low(items, at) in _AWARDS for at in range(max(0, phrase.end - 3), phrase.end)):
        return ("pay", "victim") if event in _AWARDING else None
    if noun not in _DENIABLE_NOUNS:
        served, doing = _service(items, phrase, event)
        return None if served is None else (doing, served)
    if noun == "shelter":
        return (event, noun) if event == "operate" else None
    if event in _DOINGS:
        return None if noun == "case" and event in ("assist", "refer") else (event, noun)
    begun = event == "begin" and noun in ("investigation", "prosecution")
    if begun or (noun in _SELF and any_ and event in _LIGHT_DOINGS):
        return event, noun
    return None


def _trained(items: list[Item], phrase: Phrase) -> bool:
    """Tell whether the training denied is one of officials: "training to law enforcement"."""
    return any(
        low(items, place) in ("to", "for") and items[place + 1].entry.noun == "official"
        for place in range(phrase.end, min(phrase.end + 3, len(items) - 1))
    )


def _service(items: list[Item], phrase: Phrase, event: str) -> tuple[str | None, str]:
    """Return what "did not provide services to victims" denies."""
    if event not in ("provide", "conduct", "identify", "refer", "assist"):
        return None, event
    if any(low(items, place) in _PARTLY for place in range(phrase.end - 4, phrase.end)):
        return None, event
    for place in range(phrase.end - 1, min(phrase.end + 8, len(items))):
        entry = items[place].entry
        if entry.event == "assist" and any(
            items[later].entry.noun == "victim"
            for later in range(place, min(place + 8, len(items)))
        ):
            return "victim", event if event in _DOINGS else "assist"
    return None, event


def _zero_item(verb: Item) -> Item:
    item = Item("number", verb.low, verb.start, verb.end)
    item.value, item.qualifier, item.note = 0.0, "exact", "denied"
    return item
