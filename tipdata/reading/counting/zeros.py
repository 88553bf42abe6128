"""Zeros that are said without a number: "no", "none", "nobody"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tipdata.reading.counting.contexts import low
from tipdata.reading.counting.count import Count
from tipdata.reading.counting.items import Item
from tipdata.reading.counting.nouns import Phrase, noun_phrase
from tipdata.reading.counting.patterns import OFFICIALS, decide
from tipdata.reading.grammar import listed, rows

if TYPE_CHECKING:
    from tipdata.reading.counting.reading import Reading

# Nouns of which "no ..." says a zero by itself; of persons a verb has to say what was not done.
SELF = frozenset(
    (
        "investigation", "arrest", "prosecution", "trial", "conviction", "acquittal",
        "operation", "shelter", "permit", "training", "inspection", "call",
    )
)  # fmt: skip
PERSONS = frozenset(("victim", "person", "suspect", "official"))
DOINGS = frozenset(
    (
        "investigate", "arrest", "prosecute", "convict", "acquit", "sentence", "identify",
        "refer", "assist", "repatriate", "train", "inspect", "sanction",
    )
)  # fmt: skip
DENIABLE = SELF | PERSONS | {"case", "agency_firm"}
# Words that may say a zero; "not" does so only beside others.
DENIALS = frozenset(("no", "none", "nobody", "never", "neither"))
_NOBODY = frozenset(("no", "nobody", "no-one"))
_NEGATIVES = _NOBODY | {"none", "not"}
_OFFICIALS = 11  # items after a noun in which officials may be named
_LISTING = frozenset("PDAUNKCXV")
_LISTED = frozenset(("prosecutions", "convictions", "or", "and", "arrests", "including"))
_AGAINST = frozenset(("of", "against", "into", "involving", "for"))
_ASKING = frozenset(("ask", "seek", "request", "claim", "need", "require"))
_NEAR = 6
_SURE, _SURER = 0.7, 0.8  # a denial is taken for a zero where it is so likely judged


def mark_none(items: list[Item]) -> list[Item]:
    """Make "no", "none" and "not a single" numbers whose value is zero."""
    lows = [item.low for item in items]
    if _NEGATIVES.isdisjoint(lows):
        return items
    for place, item in enumerate(items):
        if item.kind == "word" and item.low in ("no", "none"):
            after = low(items, place + 1)
            if after not in ("more", "less", "fewer", "longer", "later", "earlier") and not (
                item.low == "no" and item.capital and _numbered(items, place)
            ):
                item.kind, item.value, item.note = "number", 0.0, "no"
    if "not" in lows:
        _join_not_one(items)
    return items if _NOBODY.isdisjoint(lows) else _no_one(items)


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


def _join_not_one(items: list[Item]) -> None:
    """Join "not a single" and "not one" to a zero."""
    for place in reversed([place for place, item in enumerate(items) if item.low == "not"]):
        width = _of_one(items[place + 1 : place + 3])
        if width:
            item = items[place]
            item.kind, item.value, item.note = "number", 0.0, "no"
            item.end = items[place + width].end
            del items[place + 1 : place + 1 + width]


def _of_one(items: list[Item]) -> int:
    """Return how many of the first items say "one" or "a single"."""
    if items and (items[0].low == "a single" or (items[0].kind, items[0].value) == ("number", 1)):
        return 1
    return 2 if [each.low for each in items] == ["a", "single"] else 0


def denied_phrase(items: list[Item], tags: list[str], index: int) -> Phrase:
    """Return the noun phrase of a "no", also beyond a participle: "no reported investigations"."""
    phrase = noun_phrase(items, tags, index)
    if phrase.noun == "none" and low(items, phrase.end) in ("reported", "recorded", "known"):
        beyond = noun_phrase(items, tags, phrase.end)
        return beyond if beyond.noun in SELF else phrase
    return phrase


def supported(reading: "Reading", count: Count, phrase: Phrase, subject: str | None) -> bool:
    """Tell whether "no ..." says that nothing was done, and not that something is lacking."""
    if _only_possible(reading, count):
        return False
    if count.item.low == "no":
        if phrase.noun in SELF and not count.comparison:
            _by_noun(reading, count, phrase)
        if _by_thing(reading, count, phrase, subject):
            return True
    sure = _surely(reading, count, phrase)
    if count.whole is not None and subject not in DOINGS | {None, "be", "exploit"}:
        return sure and count.sure >= _SURER  # "none of whom had applied"
    if count.item.low in ("nobody", "no-one", "no one") and _active(reading, phrase):
        return False
    body = reading.items[phrase.end - 1].entry.agency is not None
    if body and phrase.noun == "official" and count.event in DOINGS:
        _take_object(reading, count, phrase)
    elif sure:
        return True
    if count.indicator == "other" or count.item.role:
        return False
    if count.item.low == "no" and phrase.noun == "none":
        return False
    if count.comparison or count.whole is not None:
        return phrase.noun in DENIABLE | {"none"}
    if count.noun in SELF and phrase.noun in SELF:
        return True
    if reading.state.doing == "report" and phrase.noun == "victim" and subject is None:
        return True  # "they reported no trafficking victims"
    state = reading.state
    said = {subject, state.doing, reading.participle(phrase), phrase.doing, *state.verbs}
    denied = count.event in DOINGS and count.event in said
    return denied and phrase.noun in PERSONS | {"case", "agency_firm", "none"}


def _only_possible(reading: "Reading", count: Count) -> bool:
    """Tell whether it is said what could be done: "inspectors could make no visits"."""
    at = reading.state.doing_at
    return 0 < at < count.index and reading.low(at - 1) in ("could", "can", "cannot", "may")


def _by_thing(reading: "Reading", count: Count, phrase: Phrase, subject: str | None) -> bool:
    """Tell whether money or services are denied by a verb that gives them, and say so."""
    items, doing = reading.items, subject or reading.state.doing
    given = {doing, items[reading.state.doing_at].entry.verb}
    asked = reading.state.doing_at >= 0 and items[reading.state.doing_at].entry.lemma in _ASKING
    thing = thing_denied(_words(reading, phrase), doing)
    if thing and phrase.noun not in SELF and not asked and not count.comparison:
        count.indicator, count.unit, count.sure = thing["indicator"], thing["unit"], 1.0
        return True
    near = items[count.index + 1 : phrase.end + _NEAR]
    served = items[phrase.end - 1].entry.event == "assist" and phrase.noun == "thing"
    if served and "provide" in given and any(each.entry.noun == "victim" for each in near):
        count.indicator, count.unit = "victims_assisted", "persons"
        return True
    return False


def _by_noun(reading: "Reading", count: Count, phrase: Phrase) -> None:
    """Let the noun of a proceeding say what is denied: "no convictions of officials"."""
    plain, unit, _ = decide("none", phrase.noun)
    if phrase.noun == "training" and _taught(reading, phrase):
        count.indicator, count.unit = "officials_trained", "persons"
    if plain not in OFFICIALS:
        return
    official = of_officials(reading.items, reading.tags, phrase.end)
    if official == "only":
        count.indicator, count.unit = OFFICIALS[plain], unit
    elif official or count.indicator not in (plain, OFFICIALS[plain]):
        count.indicator, count.unit = plain, unit


def _taught(reading: "Reading", phrase: Phrase) -> bool:
    """Tell whether it is denied that officials learned: "judges received no training"."""
    at = reading.state.doing_at
    received = at >= 0 and reading.items[at].entry.lemma == "receive"
    return received or of_training(reading.items, phrase)


def _surely(reading: "Reading", count: Count, phrase: Phrase) -> bool:
    """Tell whether what is denied is judged beyond doubt, and is money or people."""
    if count.indicator == "other" or count.item.role or count.sure < _SURE:
        return False
    thing = thing_denied(_words(reading, phrase), "")
    if thing and thing["indicator"] == count.indicator:
        return True
    return count.item.low != "no" or phrase.noun in PERSONS | {"case", "agency_firm", "recruiter"}


def _words(reading: "Reading", phrase: Phrase) -> list[str]:
    """Return the head of the noun phrase, and the word after it: "funding" is tagged a verb."""
    return [phrase.head, reading.low(phrase.end)]


def thing_denied(words: list[str], doing: str) -> dict[str, str] | None:
    """Return the row of ``deniables.csv`` that one of the words names; `doing` must fit."""
    for row in rows("deniables"):
        fits = not doing or doing in listed(row["verbs"])
        if fits and not set(listed(row["words"])).isdisjoint(words):
            return row
    return None


def of_training(items: list[Item], phrase: Phrase) -> bool:
    """Tell whether the training denied is one of officials: "training to law enforcement"."""
    return any(
        low(items, place) in ("to", "for")
        and any(_is_official(each) for each in items[place + 1 : place + 4])
        for place in range(phrase.end, min(phrase.end + 3, len(items) - 1))
    )


def _is_official(item: Item) -> bool:
    return item.entry.noun == "official" or item.low in ("complicit", "complicity")


def of_officials(items: list[Item], tags: list[str], start: int) -> str:
    """Tell whether proceedings are against officials: only, included among others, or ""."""
    against = included = False
    for place in range(start, min(start + _OFFICIALS, len(items))):
        item, tag = items[place], tags[place]
        beside = item.entry.noun == "suspect" and tags[place + 1 : place + 2] == ["C"]
        included = included or beside or item.low == "including"
        listing = tag == "," and (low(items, place + 1) in _LISTED or tags[place + 1] == "P")
        if tag not in _LISTING and not listing:
            return ""
        against = against or item.low in _AGAINST
        if listing and _acts(items, tags, place):
            return ""  # "for the third year, and judges released many"
        if _is_official(item) and (against or included):
            return "included" if included else "only"
    return ""


def _acts(items: list[Item], tags: list[str], comma: int) -> bool:
    """Tell whether a comma only parts what others do: ", and judges continue"."""
    for place in range(comma + 2, min(comma + 6, len(items))):
        finite = items[place].entry.form in ("base", "s") or low(items, place + 1) == "to"
        if tags[place] == "X" or (tags[place] == "V" and finite):
            return True
        if tags[place] not in ("N", "A", "U", "D", "K"):
            return False
    return False


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
    if subject is not None and phrase.noun not in SELF:
        events = list(_further_verbs(reading, phrase))
        for event in events:
            yield _like(count, event, count.noun)
        if _officials_beside(reading, phrase) and count.indicator in OFFICIALS:
            for event in (count.event, *events):
                yield _like(count, event, "official")
    elif phrase.noun in SELF:
        others = [_like(count, "none", noun) for noun in _further_nouns(reading, phrase)]
        yield from others
        if of_officials(reading.items, reading.tags, phrase.end) == "included":
            yield from (_of_officials_too(each) for each in (count, *others))


def _of_officials_too(count: Count) -> Count:
    other = _like(count, "none", count.noun)
    other.indicator = OFFICIALS.get(count.indicator, count.indicator)
    return other


def _like(count: Count, event: str, noun: str) -> Count:
    other = Count(count.item, count.index, noun=noun, event=event, traits=dict(count.traits))
    other.comparison, other.target, other.whole = count.comparison, count.target, count.whole
    other.indicator, other.unit, other.detail = decide(event, noun)
    if count.indicator.startswith("officials_"):
        other.indicator = OFFICIALS.get(other.indicator, other.indicator)
    return other


def _officials_beside(reading: "Reading", phrase: Phrase) -> bool:
    """Tell whether officials are named beside others: "no traffickers or complicit officials"."""
    if reading.low(phrase.end) not in ("or", "nor"):
        return False
    return any(_is_official(each) for each in reading.items[phrase.end + 1 : phrase.end + 4])


def _further_verbs(reading: "Reading", phrase: Phrase) -> Iterator[str]:
    """Yield what the verbs after the first say: "were investigated, prosecuted, or convicted"."""
    items, tags = reading.items, reading.tags
    place, seen = phrase.end, set()
    while place < min(len(items), phrase.end + 20):
        tag, doing = tags[place], items[place].entry.verb
        if doing in ("receive", "provide") and seen and _cared(items, place):
            doing = "assist"
        if tag == "V" and doing in DOINGS:
            if seen and doing not in seen:
                yield doing
            seen.add(doing)
        elif (seen and tag not in ("C", ",", "K", "X")) or tag in (";", "S", "Q"):
            return
        place += 1


def _cared(items: list[Item], place: int) -> bool:
    """Tell whether what is received is help: "were identified or received protection"."""
    return any(each.entry.event == "assist" for each in items[place + 1 : place + 4])


def _further_nouns(reading: "Reading", phrase: Phrase) -> Iterator[str]:
    """Yield the nouns listed after the first: "no investigations, prosecutions, or convictions"."""
    items, tags = reading.items, reading.tags
    place = phrase.end
    while place < min(len(items), phrase.end + 12):
        if tags[place] in ("C", ",", "A", "K") or tags[place : place + 2] == ["P", "C"]:
            place += 1
        elif tags[place] in ("N", "V", "U") and items[place].entry.noun in SELF:
            after = tags[place + 1] if place + 1 < len(tags) else "."
            if after not in ("N", "U"):
                yield items[place].entry.noun
            place += 1
        else:
            return
