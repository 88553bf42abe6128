"""What a sentence leaves unreported: where it says so, and which things it names."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tipdata.reading.counting.contexts import low
from tipdata.reading.counting.items import Item
from tipdata.reading.counting.nouns import noun_phrase
from tipdata.reading.counting.patterns import CORE, OFFICIALS, decide
from tipdata.reading.counting.reading import EVENT_NOUNS
from tipdata.reading.grammar import listed, rows

_PEOPLE = frozenset(("victim", "person"))
_NAMED = EVENT_NOUNS - {"bed", "shelter", "room"}
_DENYING = frozenset(("did", "has", "have", "had", "does", "do", "could", "can", "was", "were"))
_DENYING_REPORTS = frozenset(
    ("not", "never", "cannot", "nobody", "no one", "none", "without", "nor", "or", "neither")
)
_BEING = frozenset(("was", "were", "is", "are", "be", "been", "remained", "remain", "remains"))
_LACKING = frozenset(("no", "lack", "lacked", "lacking", "neither"))
_AGAINST = frozenset(("of", "against", "government", "complicit", "any", "public", "into"))
# What withholds a thing that is named alone: "sentences were not reported".
_PLAINLY = frozenset(("reported", "unreported", "published", "disclosed"))
_REACH = 40
_NEAR = 6  # items after a verb in which it is said to be data that were not given


@dataclass(frozen=True)
class Silence:
    """A part of a sentence that names what was not reported, and where the part around it lies."""

    start: int
    end: int
    clause: int  # where the clause begins that holds it


@cache
def telling(part: str) -> frozenset[str]:
    """Return the words of a part of ``telling.csv``."""
    return frozenset(
        word for row in rows("telling") if row["part"] == part for word in listed(row["words"])
    )


# Where ------------------------------------------------------------------------------------------


def silences(items: list[Item], tags: list[str]) -> Iterator[Silence]:
    """Yield the parts that say what was not reported, in their order."""
    for index, item in enumerate(items):
        if item.low not in _openings():
            continue
        start = _after_denial(items, tags, index)
        if start:
            clause, end = _clause(items, tags, index), _end(items, tags, start)
            yield Silence(start, end, clause)
            if low(items, start) in ("", ".", ",", ";"):  # "how many, it did not report"
                yield from _asked_before(items, tags, index)
        elif _withheld(items, index):
            clause = _clause(items, tags, index)
            if low(items, index + 1) in ("how", "whether", "what"):
                yield Silence(index + 1, _end(items, tags, index + 1), clause)
            elif items[index].low in _PLAINLY and "V" not in tags[clause : index - 1]:
                yield Silence(clause, index, clause)
            else:
                yield from _asked_before(items, tags, index)
        elif item.low in telling("data") and _lacking(items, index):
            yield Silence(index - 1, _end(items, tags, index + 1), _clause(items, tags, index))


@cache
def _openings() -> frozenset[str]:
    """Return the words at which it may be said that something was not reported."""
    told = [telling(part) for part in ("fails", "wanting", "withheld", "data")]
    return _DENYING_REPORTS.union(*told)


def _after_denial(items: list[Item], tags: list[str], index: int) -> int:
    """Return where begins what a verb is said not to tell: after "did not report"; or 0."""
    verb = _denied_verb(items, tags, index)
    if not verb:
        return 0
    word = items[verb].low
    if word in telling("reports"):
        return verb + 1
    if word in telling("says"):
        after = {low(items, verb + 1), low(items, verb + 2)}
        return verb + 1 if after & {"how", "whether", "number"} else 0
    near = [low(items, place) for place in range(verb + 1, verb + 1 + _NEAR)]
    if "evidence" in near and "efforts" in near:
        return 0  # "did not show evidence of greater efforts" is a judgement
    return verb + 1 if telling("data") & set(near) or "many" in near else 0


def _denied_verb(items: list[Item], tags: list[str], index: int) -> int:
    """Return the index of the verb of telling that "did not", "failed to" or "nor" denies; or 0."""
    item, before = items[index].low, low(items, index - 1)
    if item in ("not", "never", "cannot") and (before in _DENYING or item == "cannot"):
        passed = ("been", "be", "able", "to", "yet")
    elif item in ("nobody", "no one", "none"):
        passed = ("could", "can", "has", "had")
    elif item in telling("fails"):
        passed = ("to",)
    elif item == "without":
        passed = ()
    elif item in ("nor", "or", "neither") and (item != "or" or _denied_before(items, tags, index)):
        return _verb_after_nor(items, tags, index)
    else:
        return 0
    for place in range(index + 1, min(index + 6, len(items))):
        if _tells(items[place]):
            return place
        if tags[place] != "K" and low(items, place) not in passed:
            return 0
    return 0


def _tells(item: Item) -> bool:
    return any(item.low in telling(part) for part in ("reports", "says", "gives"))


def _verb_after_nor(items: list[Item], tags: list[str], index: int) -> int:
    asked = low(items, index + 1) in _DENYING
    for place in range(index + 1, min(index + (8 if asked else 3), len(items))):
        if _tells(items[place]) and items[place].low not in ("had", "have", "number"):
            return place
        if tags[place] not in ("X", "B", "D", "N", "A", "K", "U"):
            return 0
    return 0


def _denied_before(items: list[Item], tags: list[str], index: int) -> bool:
    """Tell whether "or report" goes on with what the clause before said was not done."""
    for place in range(index - 1, -1, -1):
        if tags[place] in (";", "S") or low(items, place) == "but":
            return False
        if items[place].low == "not":
            return True
    return False


def _asked_before(items: list[Item], tags: list[str], index: int) -> Iterator[Silence]:
    """Yield the question or the number that stands before what denies an answer."""
    for place in range(index - 1, -1, -1):
        if tags[place] == ";":
            return
        if _how_many(items, place) or items[place].low in telling("data"):
            yield Silence(max(0, place - 1), index, place)
            return


def _withheld(items: list[Item], index: int) -> bool:
    """Tell whether "were unavailable" or "was not reported" ends here."""
    word = items[index].low
    near = [low(items, index - step) for step in range(1, 4)]
    if word in telling("wanting"):
        return bool(_BEING & set(near))
    return (
        word in telling("withheld")
        and "not" in near[:2]
        and bool(_BEING & set(near))
        and low(items, index + 1) != "to"
    )


def _lacking(items: list[Item], index: int) -> bool:
    """Tell whether "no statistics were available on" or "lacked data on" stands here."""
    if items[index].low in ("number", "numbers", "total", "how many", "evidence"):
        return low(items, index - 1) == "no"
    return bool({low(items, place) for place in range(max(0, index - 4), index)} & _LACKING)


def _clause(items: list[Item], tags: list[str], index: int) -> int:
    """Return where the clause begins that the item at `index` stands in."""
    for place in range(index - 1, -1, -1):
        years = tags[place - 1 : place] == ["Y"] and tags[place + 1 : place + 2] == ["Y"]
        listing = place and tags[place] == "C" and not _verb_between(tags, place, index)
        if tags[place] in (";", "S", ":") or (tags[place] == "C" and not years and not listing):
            return place + 1
    return 0


def _verb_between(tags: list[str], start: int, end: int) -> bool:
    return "X" in tags[start:end] or "V" in tags[start:end]


def _end(items: list[Item], tags: list[str], start: int) -> int:
    """Return where ends what is named from `start` on."""
    last = min(start + _REACH, len(items))
    for place in range(start + (low(items, start) == "whether"), last):
        if tags[place] in (";", "S", "M", ":") or low(items, place) == "but":
            return place
        if tags[place] in (",", "C") and _goes_on_elsewhere(items, tags, place):
            return place
    return last


def _goes_on_elsewhere(items: list[Item], tags: list[str], place: int) -> bool:
    """Tell whether a comma or "and" begins a clause of its own."""
    joined = low(items, place + 1) in ("and", "nor")
    if (
        tags[place] == ","
        and joined
        and ("X" in tags[place : place + 6] or "B" in tags[place + 2 : place + 3])
    ):
        return True
    if items[place].low != "and":
        return False
    after = place + 1
    while after < len(items) and tags[after] == "K":
        after += 1
    return after < len(items) and tags[after] in ("V", "X") and (
        tags[after] == "X" or items[after].entry.form in ("s", "past")
    ) and tags[place - 1] != "V"  # fmt: skip


# What -------------------------------------------------------------------------------------------


def things(items: list[Item], tags: list[str], part: Silence) -> Iterator[tuple[Item, str]]:
    """Yield the words that name what was not reported, each with its indicator."""
    official = _officials(items, tags, part)
    index = part.start
    while index < part.end:
        found, index = _thing(items, tags, index, part, official=official)
        for item, indicator in found:
            if official and indicator in OFFICIALS:
                yield item, OFFICIALS[indicator]
            if not official or official == "included" or indicator not in OFFICIALS:
                yield item, indicator


def _thing(
    items: list[Item], tags: list[str], index: int, part: Silence, *, official: str
) -> tuple[list[tuple[Item, str]], int]:
    """Return what the item at `index` names, with indicators, and where to go on."""
    item, entry = items[index], items[index].entry
    wide = next((width for width in range(_longest(), 0, -1)
                 if _phrase(items, index, width) in wordings()), 0)  # fmt: skip
    if item.low in ("number", "numbers", "total", "whether") or _how_many(items, index):
        found = _counted(items, tags, index, part.end)
        after = next((at for at in range(index, part.end) if tags[at] == ","), part.end)
        return ([(item, found)], after) if found else ([], index + 1)
    if entry.noun == "training" or entry.event == "train":
        return [(item, _training(items, tags, index))], index + 1
    if wide:
        named = wordings()[_phrase(items, index, wide)]
        return [(item, each) for each in named], index + wide
    if tags[index] == "V" and entry.verb in CORE and _named_by_verb(items, tags, index, part):
        noun = "suspect" if official else _object(items, tags, index)
        indicator = decide(entry.verb, noun)[0]
        if indicator == "other":
            indicator = decide(entry.verb, "none")[0]
        return ([(item, indicator)] if indicator != "other" else []), index + 1
    if tags[index] in ("N", "V") and entry.noun in _NAMED:
        return [(item, decide("none", entry.noun)[0])], index + 1
    if _services(items, tags, index, part):
        return [(item, "victims_assisted")], part.end
    if entry.noun in _PEOPLE and low(items, index + 1) in telling("data"):
        return [(item, decide("none", "victim")[0])], index + 2
    return [], index + 1


def _phrase(items: list[Item], index: int, width: int) -> str:
    return " ".join(each.low for each in items[index : index + width])


@cache
def wordings() -> dict[str, list[str]]:
    """Return the indicators that wordings of ``unreported.csv`` stand for."""
    found: dict[str, list[str]] = {}
    for row in rows("unreported"):
        for words in listed(row["words"]):
            found.setdefault(words, []).append(row["indicator"])
    return found


@cache
def _longest() -> int:
    return max(len(words.split()) for words in wordings())


def _how_many(items: list[Item], index: int) -> bool:
    return items[index].low == "how" and low(items, index + 1) == "many"


def _counted(items: list[Item], tags: list[str], start: int, end: int) -> str:
    """Return the indicator of "how many victims were referred", "the number of calls"; or ""."""
    noun, doing = "none", "none"
    for place in range(start + 1, end):
        entry = items[place].entry
        if noun == doing == "none" and tags[place] in ("N", "Q") and entry.noun:
            noun = entry.noun
        told = tags[place - 1] == "X" and tags[place] == "V"  # "those arrested were tried"
        if tags[place] == "V" and entry.verb in CORE | {"exploit"} and (told or doing == "none"):
            doing = entry.verb
        elif doing == "none" and entry.event in CORE and noun in _PEOPLE:
            doing = entry.event
        if told:
            break
    if doing == "exploit":
        doing = "identify"
    if noun == doing == "none":
        return ""
    return decide(doing, noun)[0]


def _training(items: list[Item], tags: list[str], index: int) -> str:
    """Return what training was not reported: courses, or the officials in them."""
    for place in range(index + 1, min(index + 4, len(items))):
        entry = items[place].entry
        if entry.noun == "official" or (entry.agency and tags[place] == "N"):
            return "officials_trained"
        if tags[place] not in ("P", "D", "A", "U"):
            break
    return "trainings"


def _named_by_verb(items: list[Item], tags: list[str], index: int, part: Silence) -> bool:
    """Tell whether a verb names what was not reported: "identifying", "efforts to identify"."""
    entry, before = items[index].entry, low(items, index - 1)
    if entry.form == "ing":
        return True
    if entry.form == "past":
        return before == "having" or (tags[index - 1] == "C" and "having" in _lows(items, part))
    return entry.form == "base" and (
        {"efforts", "effort", "steps"} & set(_lows(items, part)) and "to" in _lows(items, part)
    )


def _lows(items: list[Item], part: Silence) -> list[str]:
    return [items[place].low for place in range(part.start, part.end)]


def _services(items: list[Item], tags: list[str], index: int, part: Silence) -> bool:
    """Tell whether services to victims begin here: "providing protection services to victims"."""
    entry = items[index].entry
    opens = entry.event == "assist" and index == part.start
    if not opens and (entry.verb != "provide" or entry.form != "ing"):
        return False
    later = [items[place].entry for place in range(index, part.end)]
    return any(each.event == "assist" for each in later) and any(
        each.noun == "victim" for each in later
    )


def _officials(items: list[Item], tags: list[str], part: Silence) -> str:
    """Tell whether the things are of officials: only, included among others, or "" for not."""
    for place in range(part.start, part.end):
        named = items[place].entry.noun == "official" and low(items, place - 1) in _AGAINST
        if items[place].low == "complicit" or (named and tags[place + 1 : place + 2] != ["U"]):
            return "included" if low(items, place - 1) == "including" else "only"
    return ""


def _object(items: list[Item], tags: list[str], index: int) -> str:
    """Return the noun that a verb has for its object."""
    phrase = noun_phrase(items, tags, index)
    if phrase.noun == "none":
        for place in range(index + 1, min(index + 8, len(items))):
            if tags[place] not in ("C", "D", ",", "V", "K", "P", "A", "U", "N"):
                break
            if items[place].entry.noun:
                return items[place].entry.noun
    return phrase.noun if phrase.noun != "thing" else "none"
