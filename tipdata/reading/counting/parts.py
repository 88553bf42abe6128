"""Parts and totals: "of these, 302 were children", "including two officials"."""

from tipdata.reading.counting.count import Count
from tipdata.reading.counting.items import NOTHING
from tipdata.reading.counting.nouns import Phrase
from tipdata.reading.counting.patterns import CORE
from tipdata.reading.counting.reading import PERSONS, Reading

_OUT_OF = frozenset(("of", "among", "out of", "amongst", "from among"))
_OWN = frozenset(("its", "their", "whose"))
_INTRODUCING = frozenset(("including", "included", "comprising", "namely", "comprised of"))
_POINTING = frozenset(("whom", "which", "these", "those", "them", "this"))
_NOT_PERSONS = frozenset(
    ("investigation", "prosecution", "conviction", "call", "case", "shelter", "bed", "room",
     "operation", "training")
)  # fmt: skip
_WITHIN = frozenset(("D", "K", "P", ",", "N", "A", "U", "V", "X"))


def total_of(reading: Reading, index: int, phrase: Phrase) -> Count | None:
    """Return the total that the number says it is a part of."""
    state = reading.state
    if (
        phrase.partitive
        and (phrase.noun == "none" or phrase.partitive not in _OWN)
        and (phrase.partitive != "the" or phrase.value is not None or phrase.noun != "none")
    ):
        return antecedent(reading, phrase)
    named = _introduced(reading, index)
    if named is not None:
        named.noun = phrase.noun if named.value is None else "none"
        state.whole = antecedent(reading, named)
        return state.whole
    if state.whole is not None and _newly_done(reading):
        state.whole = None
    if state.whole is not None:
        if phrase.noun in PERSONS and state.whole.noun in _NOT_PERSONS and reading.counts:
            return antecedent(reading, phrase)
        return state.whole
    if _follows_total(reading, index, phrase):
        return antecedent(reading, phrase)
    return _rest_of(reading, index, phrase)


def _rest_of(reading: Reading, index: int, phrase: Phrase) -> Count | None:
    """Return the total of "the remaining six" where its other parts stand before."""
    parted = reading.counts[-1].whole if reading.counts else None
    remaining = reading.items[index].own == "rest" and phrase.noun in PERSONS | {"none"}
    return parted if remaining else None


def _newly_done(reading: Reading) -> bool:
    """Tell whether something else was done since the last part: "resulting in the arrest of"."""
    state, last = reading.state, reading.counts[-1] if reading.counts else None
    if last is None or reading.brackets:
        return False
    return (state.named_at > last.index and state.named in CORE) or (
        state.doing_at > last.index and state.doing in CORE
    )


def main_count(reading: Reading) -> Count | None:
    """Return the last count of the sentence that can be a total, not "in six cases" beside it."""
    able = [each for each in reading.counts[-8:] if not each.comparison]
    main = [each for each in able if not each.aside] or able
    return main[-1] if main else None


def bracketed(reading: Reading, index: int) -> Count:
    """Return the total of the parts in the bracket at `index`: the last that can hold them."""
    last, first = reading.counts[-1], reading.items[index + 1 : index + 2]
    if not first or first[0].kind != "number" or first[0].role or first[0].value <= last.value:
        return last
    holding = (
        each
        for each in reversed(reading.counts[-4:])
        if not each.comparison and not each.item.role and each.value >= first[0].value
    )
    return next(holding, last)


def _done_so(reading: Reading, doing: str) -> Count | None:
    """Return the last total of those to whom it was done, in the latest year."""
    done = [
        each
        for each in reversed(reading.memory.counts[-16:])
        if each.event == doing
        and not each.item.role
        and (each.whole is None or each.whole.event != doing)
    ]
    main = [each for each in done if not each.aside] or done
    return max(main, key=lambda each: each.period, default=None)


def antecedent(reading: Reading, phrase: Phrase) -> Count | None:
    """Return the total that a part points back to."""
    if phrase.value is not None:
        for count in reversed(reading.memory.counts[-20:]):
            if count.value == phrase.value and not count.item.role:
                return count
    if phrase.pointed in CORE:
        done = _done_so(reading, phrase.pointed)
        if done is not None:
            return done
    people = phrase.noun in PERSONS or phrase.partitive == "whom"
    pool = reading.recent()
    for count in reversed(pool):
        if count.comparison and not reading.state.comparing:
            continue
        if count.whole is not None and count.whole in pool and len(pool) > 1:
            continue
        if (count.value == 0 and not count.item.role) or (count.aside and phrase.partitive):
            continue
        if count.whole is not None and phrase.partitive not in ("whom", "which"):
            return count.whole
        if count.item.role == "term" or (people and count.noun in _NOT_PERSONS):
            continue
        return count
    if pool and pool[-1].item.role == "term" and people:
        persons = (each for each in reversed(reading.memory.counts[-8:]) if each.noun in PERSONS)
        return next(persons, pool[-1])
    return pool[-1] if pool else None


def _introduced(reading: Reading, index: int) -> Phrase | None:
    """Return a phrase where "including", "of whom", "of these", "of the 61" stands before."""
    done = reading.items[index - 1].entry.verb if reading.tag(index - 1) == "V" else None
    if done in CORE and reading.tag(index - 2) == ",":
        return None  # the main clause goes on: "five shelters, one of which ..., assisted 243"
    for place in range(index - 1, max(-1, index - 9), -1):
        low, tag, before = reading.low(place), reading.tags[place], reading.low(place - 1)
        if low in _INTRODUCING or (low in _POINTING and before in _OUT_OF):
            pointed = reading.items[place + 1].entry if reading.tag(place + 1) == "V" else NOTHING
            return Phrase(
                partitive=low if low in _POINTING else "",
                pointed=pointed.verb or "none" if pointed.form == "past" else "none",
            )
        if tag in ("Z", "Q"):
            named = before in ("the", "these", "those") and reading.low(place - 2) in _OUT_OF
            return Phrase(value=reading.items[place].value) if named else None
        if tag not in _WITHIN:
            return None
    return None


def _follows_total(reading: Reading, index: int, phrase: Phrase) -> bool:
    """Tell whether the number follows its total after a comma: "87 victims, 79 Belmoran"."""
    before = reading.before(index)
    if not reading.counts or reading.counts[-1].comparison or before not in (",", "C", ";"):
        return False
    if before == ";" and (phrase.noun != "none" or reading.low(phrase.end) != "for"):
        return False
    last, item = reading.counts[-1], reading.items[index]
    if item.role or last.item.role:
        return False
    if phrase.noun == "none":
        if phrase.traits:
            return True
        named = reading.low(phrase.end) in ("of", "for", "from", "in") and last.noun != "none"
        return named and (last.whole is not None or item.value <= last.value)
    if phrase.noun not in PERSONS or not phrase.traits or reading.state.doing_at > last.index:
        return False
    if last.whole is not None:
        return last.noun in PERSONS
    general = not last.traits.keys() & {"sex", "age"}
    return general and before == "," and last.noun in PERSONS and item.value < last.value
