"""Reading a sentence, item by item, from left to right."""

from dataclasses import replace

from tipdata.reading.counting import comparisons, denials, parts, zeros
from tipdata.reading.counting.count import Count
from tipdata.reading.counting.deciding import settle
from tipdata.reading.counting.items import Item
from tipdata.reading.counting.nouns import Phrase, noun_phrase
from tipdata.reading.counting.patterns import CORE, LIGHT
from tipdata.reading.counting.periods import times
from tipdata.reading.counting.reading import EVENT_NOUNS, PERSONS, Memory, Reading, Topic
from tipdata.reading.counting.subjects import BE, split_verb, subject_doing

_SKIPPED_NOUNS = frozenset(("time", "distance", "ignored", "place"))
_COUNTED_PEOPLE = frozenset(("victim", "suspect"))
_COUNTING_VERBS = frozenset(("number", "total", "amount"))


def read(items: list[Item], tags: list[str], memory: Memory) -> Reading:
    """Return the reading of a sentence, with its counts in the order of the text."""
    last = _last_count(items, tags)
    if last < 0:
        return Reading(items, tags, [], memory)
    reading = Reading(items, tags, times(items, tags, edition=memory.edition), memory)
    steps = _STEPS if "Q" in tags else _DENYING
    for index, tag in enumerate(tags[: last + 1]):
        step = steps.get(tag)
        if step is not None:
            step(reading, index)
        if items[index].low in denials.OPENINGS:
            _negation(reading, index)
    return reading


def _last_count(items: list[Item], tags: list[str]) -> int:
    """Return where a count may stand last, or -1; what follows says nothing of any."""
    for index in range(len(items) - 1, -1, -1):
        if tags[index] in ("Q", "G") or items[index].low in denials.OPENINGS:
            return index
    return -1


# Marks and subordinators ------------------------------------------------------------------------


def _part_ends(reading: Reading, index: int) -> None:
    state = reading.state
    if reading.tags[index] == ";" and (
        state.listing
        or reading.brackets
        or (state.whole is not None and _list_goes_on(reading, index))
    ):
        return
    state.comparing, state.whole = False, None
    state.doing, state.named, state.verbs = "none", "none", []


def _list_goes_on(reading: Reading, index: int) -> bool:
    """Tell whether a semicolon only parts a list: "20 women; and 12 foreigners, ..."."""
    place = index + 1 + (reading.tag(index + 1) == "C")
    if reading.tag(index + 1) != "C" or reading.tag(place) != "Q":
        return False
    return subject_doing(reading, place, noun_phrase(reading.items, reading.tags, place)) is None


def _open(reading: Reading, index: int) -> None:
    state = reading.state
    reading.brackets.append(replace(state))
    if not reading.counts and not comparisons.labelled(reading, index):
        return
    if comparisons.labelled(reading, index):
        state.whole = parts.antecedent(reading, Phrase())
    elif comparisons.bracket_compares(reading, index):
        comparisons.start_comparing(reading, index, reading.counts[-1])
        state.targets = [reading.counts[-1]]
    elif reading.tag(index + 1) != "M":
        state.whole = parts.bracketed(reading, index)


def _close(reading: Reading, index: int) -> None:
    if reading.brackets:
        reading.state = reading.brackets.pop()


def _dash(reading: Reading, index: int) -> None:
    if reading.state.comparing and not reading.brackets and reading.tags[index] == "--":
        reading.state.comparing = reading.tag(index - 1) not in ("Y", "T", "Q", "N")
    if reading.state.whole is not None and not reading.brackets:
        reading.state.whole = None
    else:
        _colon(reading, index)


def _colon(reading: Reading, index: int) -> None:
    if reading.counts:
        reading.state.whole = parts.main_count(reading)


def _list(reading: Reading, index: int) -> None:
    reading.state.comparing = False
    _colon(reading, index)
    reading.state.listing = reading.state.whole is not None


def _comparator(reading: Reading, index: int) -> None:
    if reading.low(index) not in ("following", "after"):
        comparisons.start_comparing(reading, index, None)


# Verbs and nouns --------------------------------------------------------------------------------


def _verb(reading: Reading, index: int) -> None:
    if index < reading.until:
        return
    state, entry = reading.state, reading.items[index].entry
    doing = split_verb(reading, index) or entry.verb or "none"
    if doing == "assist" and reading.low(index - 1) in ("can", "could"):
        doing = "capacity"
    if doing == "trend" or entry.lemma in _COUNTING_VERBS:
        _topic_before(reading, index)
    if _only_describes(reading, index, doing):
        return
    coordinated = _coordinated(reading, index)
    if state.comparing and not reading.brackets and comparisons.ends_at_verb(reading, index):
        state.comparing = False
    if state.whole is not None and not reading.brackets and coordinated and doing in CORE:
        state.whole = None
    _do(reading, index, doing)


def _do(reading: Reading, index: int, doing: str) -> None:
    """Take the verb into the state: beside the one before it, under it, or instead of it."""
    state, link = reading.state, _link(reading, index)
    if link == "stacked":
        state.verbs.append(doing)
        if state.doing in LIGHT and doing != state.doing:
            state.doing = doing
    else:
        if link == "complement" and state.doing in ("begin", "continue"):
            state.manner = {"begin": "begun", "continue": "continued"}[state.doing]
        elif link != "complement":
            state.manner = ""
        if not (link == "complement" and doing in LIGHT and state.doing in CORE):
            state.doing = doing
        state.verbs = [doing]
    state.doing_at, state.named = index, "none"


def _link(reading: Reading, index: int) -> str:
    """Tell how a verb hangs on the one before: stacked, complement or new."""
    start = reading.state.doing_at
    if start < 0 or index - start > 6:
        return "new"
    between = reading.tags[start + 1 : index]
    if between and between[-1] == "P":
        between.pop()
    if any(tag not in ("C", ",", "K", "G", "X") for tag in between):
        return "new"
    if reading.low(start - 1) in BE and reading.tag(index + 1) in ("Q", "D"):
        return "new"
    return "stacked" if "C" in between or "," in between else "complement"


def _coordinated(reading: Reading, index: int) -> bool:
    place = index - 1
    while place >= 0 and reading.tags[place] in ("K", "X", "G"):
        place -= 1
    return reading.tag(place) in ("C", ",") and place >= 0


def _only_describes(reading: Reading, index: int, doing: str) -> bool:
    """Tell whether the verb only describes the noun before it: "victims identified in"."""
    state = reading.state
    if doing == "exploit" and "R" in reading.tags[max(0, index - 5) : index]:
        return True
    if reading.items[index].entry.form not in ("past", "ing") or index == 0:
        return False
    if state.doing not in CORE and not state.comparing:
        return False
    before = reading.tags[index - 1]
    if before == "K" and index > 1:
        before = reading.tags[index - 2]
    after = reading.tag(index + 1)
    if before not in ("N", "U", "A", "Q"):
        return False
    if reading.items[index - 1].entry.agency and after not in ("P", "Y", "T"):
        return False
    return after in ("P", "Y", "T", ".", ",", ")", "K", ";", "C", "--", "V", "M")


def _topic_before(reading: Reading, index: int) -> None:
    """Keep what is said to grow or to number: "investigations increased from 12 to 15"."""
    if reading.state.topic.at > max(reading.state.doing_at, index - 14):
        return
    for place in range(index - 1, max(-1, index - 9), -1):
        if reading.tags[place] in ("Q", ";", "S", "V"):
            return
        noun = reading.items[place].entry.noun
        if noun in EVENT_NOUNS and noun != "sentences":
            reading.state.topic = Topic(noun, at=index)
            return
        if noun in _COUNTED_PEOPLE:
            phrase = noun_phrase(reading.items, reading.tags, place - 1)
            doing = phrase.doing if phrase.doing != "none" else reading.participle(phrase)
            doing = doing if doing in CORE else "none"
            reading.state.topic = Topic(noun, doing, phrase.traits, at=index)
            return


def _unknown(reading: Reading, index: int) -> None:
    """Keep what "the number of ..." counts, for a number that follows later."""
    if (
        reading.low(index) not in ("number", "numbers", "count", "total")
        or reading.low(index + 1) != "of"
    ):
        return
    phrase = noun_phrase(reading.items, reading.tags, index + 1)
    doing = reading.participle(phrase)
    doing = doing if doing in CORE else reading.relative(phrase)
    phrase.traits.pop("detail", None)
    reading.state.topic = Topic(
        phrase.noun, doing if doing in CORE else "none", phrase.traits, at=index
    )


def _noun(reading: Reading, index: int) -> None:
    entry = reading.items[index].entry
    if entry.event is None:
        return
    if reading.tag(index + 1) in ("N", "U") and reading.items[index + 1].entry.event is None:
        return
    reading.state.named, reading.state.named_at = entry.event, index


def _negation(reading: Reading, index: int) -> None:
    kept = {(each.index, each.indicator) for each in reading.counts}
    for count in denials.denied(reading.items, reading.tags, index):
        if (count.index, count.indicator) not in kept:  # "did not try nor convict any" says it once
            reading.keep(count)


# Numbers ----------------------------------------------------------------------------------------


def _number(reading: Reading, index: int) -> None:
    item = reading.items[index]
    phrase_of = zeros.denied_phrase if item.note == "no" else noun_phrase
    phrase = phrase_of(reading.items, reading.tags, index)
    reading.until = max(reading.until, phrase.end)
    if (
        phrase.noun in _SKIPPED_NOUNS
        or _prolongs(reading, phrase, index)
        or _points_back(reading, index)
        or _opens(reading, phrase)
    ):
        return
    count = Count(item, index, noun=phrase.noun, traits=phrase.traits)
    count.doing_at = reading.state.doing_at
    count.aside = reading.low(index - 1) in ("in", "at") and phrase.noun not in PERSONS
    count.detail = phrase.traits.pop("detail", "")
    subject = subject_doing(reading, index, phrase)
    _place(reading, count, phrase, subject)
    if not settle(reading, count, phrase, subject):
        return
    if item.note == "no" and not zeros.supported(reading, count, phrase, subject):
        return
    reading.keep(count)
    if item.value == 0 and not item.role:
        for other in zeros.shared(reading, count, phrase, subject):
            reading.keep(other)


def _points_back(reading: Reading, index: int) -> bool:
    """Tell whether the number only points back: "of the 61 victims"."""
    if (
        reading.low(index - 1) not in ("the", "these", "those")
        or reading.items[index].own == "more"
    ):
        return False
    if index < 2 or reading.tags[index - 2] != "P":
        return False
    value = reading.items[index].value
    return any(each.value == value for each in reading.memory.counts)


def _prolongs(reading: Reading, phrase: Phrase, index: int) -> bool:
    """Tell whether the number is a stay's: "five days, which can be prolonged by three"."""
    if phrase.noun != "none" or reading.low(index - 1) not in ("by", "of", "for", "to"):
        return False
    return reading.low(index - 2).startswith(("prolong", "extend", "extension", "renew"))


def _opens(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether the number only opens a tale: "In one case, ..."."""
    item = reading.items[phrase.end - 1]
    opening = reading.before(phrase.end - 2) == "P" and reading.before(phrase.end - 3) in ("", ";")
    return opening and item.low in ("case", "instance") and reading.tag(phrase.end) == ","


def _place(reading: Reading, count: Count, phrase: Phrase, subject: str | None) -> None:
    """Settle whether the count is compared, a part of a total, or stands for itself."""
    state, index = reading.state, count.index
    if (
        state.comparing
        and not reading.brackets
        and comparisons.ends_at_number(reading, index, subject)
    ):
        state.comparing = False
    if state.comparing:
        count.comparison, count.target = True, comparisons.target(reading, count, phrase)
        count.whole = state.whole if reading.brackets else None
    elif comparisons.from_earlier(reading, index, phrase):
        comparisons.start_comparing(reading, index - 1, None)
        count.comparison, count.target = True, comparisons.target(reading, count, phrase)
    else:
        count.whole = parts.total_of(reading, index, phrase)
        described = subject in ("be", "exploit") and phrase.noun == "none" and not count.item.role
        described = described or _goes_on(reading, phrase, subject)
        described = described or _tells_of_victims(reading, count, phrase, subject)
        if count.whole is None and described:
            count.whole = parts.antecedent(reading, phrase)
        count.comparison = reading.earlier


def _goes_on(reading: Reading, phrase: Phrase, subject: str | None) -> bool:
    """Tell whether the sentence only breaks down the last one's total: "There were 60 women"."""
    if reading.counts or subject is not None or reading.state.doing != "none":
        return False
    return phrase.noun in PERSONS and bool(phrase.traits.keys() & {"sex", "age"})


def _tells_of_victims(reading: Reading, count: Count, phrase: Phrase, subject: str | None) -> bool:
    """Tell whether people said to be exploited are some of those that were found before."""
    if subject != "exploit" or phrase.noun not in PERSONS or reading.memory.section == "profile":
        return False
    recent = reading.recent()
    found = recent[-1].whole or recent[-1] if recent else None
    return found is not None and found.event == "identify" and found.value >= count.value


_STEPS = {
    "Q": _number, "V": _verb, "N": _noun, "M": _comparator, "U": _unknown, "G": _negation,
    ";": _part_ends, "S": _part_ends, "(": _open, "[": _open, ")": _close, "]": _close,
    "--": _dash, ":": _list,
}  # fmt: skip
# What is denied is told by the words around it alone, not by where the reading stands.
_DENYING = {"G": _negation}
