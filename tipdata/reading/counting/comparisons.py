"""Numbers that are given only to compare with: what marks them, what they are compared with."""

from tipdata.reading.counting.count import Count
from tipdata.reading.counting.nouns import Phrase, noun_phrase
from tipdata.reading.counting.reading import PERSONS, Reading

_TREND_NOUNS = frozenset(("up", "down", "drop", "decrease", "increase", "decline", "rise"))
_SHARES = frozenset(
    ("whom", "them", "which", "mostly", "mainly", "chiefly", "primarily", "all", "most", "majority")
)
_LESS = frozenset(("fewer", "more", "less", "lower", "higher"))


def start_comparing(reading: Reading, index: int, target: Count | None) -> None:
    """Begin a comparison with `target`, or with whatever was counted before."""
    state = reading.state
    if state.comparing and state.targets and target is None:
        return
    state.comparing, state.compare_at, state.whole = True, index, None
    if target is not None:
        state.targets = [target]
        return
    mains = [each for each in reading.counts if not each.comparison and each.detail != "difference"]
    mains = mains or [each for each in reading.memory.counts[-6:] if not each.comparison]
    state.targets = mains[-6:]


def bracket_compares(reading: Reading, index: int) -> bool:
    """Tell whether a bracket after a count holds what it was earlier: "(764 in 2016)"."""
    first = index + 1
    while first - index < 4 and reading.tag(first) in ("P", "Y", "T", "D", ","):
        first += 1
    if reading.tag(first) != "Q" or reading.items[first].role != reading.counts[-1].item.role:
        return False
    if reading.times_between(index, closing(reading, index)):
        return True
    phrase = noun_phrase(reading.items, reading.tags, first)
    if phrase.noun != "none" or phrase.traits or phrase.partitive or labelled(reading, index):
        return False
    return reading.low(phrase.end) in (")", "]")


def labelled(reading: Reading, index: int) -> bool:
    """Tell whether the bracket numbers a nationality: "Nigerians (71)"."""
    if index == 0 or reading.tag(index + 1) != "Q" or reading.tag(index + 2) != ")":
        return False
    named = reading.items[index - 1]
    if named.low in _SHARES:
        return True
    return bool(named.entry.traits.get("nationality")) or (
        named.kind == "word" and named.capital and not named.entry.noun and not named.entry.agency
    )


def closing(reading: Reading, index: int) -> int:
    """Return the index of the bracket that closes the one at `index`."""
    for place in range(index + 1, min(index + 40, len(reading.items))):
        if reading.items[place].low in (")", "]"):
            return place
    return min(index + 40, len(reading.items))


def from_earlier(reading: Reading, index: int, phrase: Phrase) -> bool:
    """Tell whether "from", "than the", "over" or "against" makes the number an earlier one."""
    before, second = reading.low(index - 1), reading.low(index - 2)
    if phrase.noun == "none" and reading.counts and reading.before(index) in (",", "C"):
        dated = [each for each in reading.times if phrase.end <= each.index <= phrase.end + 3]
        if dated and reading.tag(phrase.end) in ("P", "D", "T", "Y"):
            return dated[0].year <= reading.memory.edition - 2 and _later_before(reading, index)
    if second == "than" and before == "the":
        return True
    if before == "than" and second in _LESS:
        return True
    if before == "the" and second in ("from", "over"):
        before = second
    if before == "from":
        if phrase.noun in ("place", "group"):
            return False
        return _trend_before(reading, index) and (bool(reading.recent()) or phrase.noun != "none")
    if before == "over":
        return _trend_before(reading, index)
    if before == "after" and reading.recent() and reading.tag(index - 2) in (",", ")", "N"):
        dated = reading.times_between(index, phrase.end + 4)
        return bool(dated) and dated[0].year <= reading.memory.edition - 2
    if before == "against" and reading.recent():
        if phrase.noun == "none":
            return reading.low(phrase.end) != "of"
        dated = bool(reading.times_between(index, phrase.end + 6))
        return dated and reading.tag(index - 2) in (",", "--", "Y", "T")
    return False


def _later_before(reading: Reading, index: int) -> bool:
    """Tell whether the count before speaks of a later time, or of none."""
    last = reading.counts[-1].index
    dated = reading.times_between(last, index) or [
        each for each in reading.times if each.index < last
    ]
    return not dated or dated[-1].year >= reading.memory.edition - 1


def _trend_before(reading: Reading, index: int) -> bool:
    for place in range(index - 1, max(-1, index - 14), -1):
        item = reading.items[place]
        if item.entry.verb == "trend" or item.low in _TREND_NOUNS:
            return True
    return False


def ends_at_verb(reading: Reading, index: int) -> bool:
    """Tell whether a new clause begins with this verb: after a comma or "and"."""
    start = reading.state.compare_at + 1
    if reading.items[index].entry.form == "ing" and reading.items[start].entry.form == "ing":
        return False
    for place in range(index - 1, max(reading.state.compare_at, index - 9), -1):
        if reading.tags[place] in ("C", ","):
            return True
        if reading.tags[place] in ("Q", "R", "("):
            return False
    return False


def ends_at_number(reading: Reading, index: int, subject: str | None) -> bool:
    """Tell whether the comparison is over before this number."""
    start = reading.state.compare_at
    if reading.low(index - 1) == "to" and reading.low(start).endswith("from"):
        return True
    between = reading.tags[start + 1 : index]
    if "Q" not in between:
        return "," in between and ("Y" in between or "T" in between)
    if _compared_itself(reading, index, between):
        return True
    place = index - 1
    while place >= 0 and reading.tags[place] in ("D", "K"):
        place -= 1
    new_clause = reading.tag(place) in ("C", ",", "S") and place - 1 > start
    return subject is not None and new_clause and _finite(reading, index)


def _compared_itself(reading: Reading, index: int, between: list[str]) -> bool:
    """Tell whether a comparison of its own follows: "12 in 2013, and eight compared to two"."""
    dated = any(tag in between for tag in ("Y", "T")) and "," in between
    return dated and "M" in reading.tags[index + 1 : index + 8]


def _finite(reading: Reading, index: int) -> bool:
    """Tell whether the verb after the number is finite, unlike in "102 suspects held in 2019"."""
    for place in range(index + 1, min(index + 10, len(reading.tags))):
        if reading.tags[place] == "X":
            return True
        if reading.tags[place] == "V":
            return reading.tag(place + 1) not in ("P", "Y", "T", ".", ",", ")", ";", "C", "D")
    return False


def target(reading: Reading, count: Count, phrase: Phrase) -> Count | None:
    """Return the count that a comparator is compared with."""
    targets = reading.state.targets
    if not targets:
        return None
    role = count.item.role
    alike = [
        each
        for each in targets
        if each.item.role == role and (role != "term" or each.unit == count.item.unit)
    ]
    targets = alike or targets
    if role:
        return targets[-1]
    wholes = [each for each in targets if each.whole is None] or targets
    if phrase.noun != "none":
        pool = targets if reading.brackets else wholes
        alike = [each for each in pool if _same_noun(each.noun, phrase.noun)]
        if alike:
            return alike[-1]
    if len(targets) == 1:
        return targets[0]
    listed = _bare_numbers(reading)
    done = sum(each.comparison and each.index > reading.state.compare_at for each in reading.counts)
    if 1 < listed <= len(wholes) and done < listed:
        return wholes[-listed:][done]
    direct = [each for each in wholes if not each.aside]
    return (direct or wholes)[-1]


def _same_noun(one: str, other: str) -> bool:
    return one == other or (one in PERSONS and other in PERSONS)


def _bare_numbers(reading: Reading) -> int:
    """Return how many bare numbers the comparison lists in a row: "with 97 and 22"."""
    number, start = 0, reading.state.compare_at + 1
    for place in range(start, min(start + 15, len(reading.tags))):
        tag = reading.tags[place]
        if tag == "Q":
            number += 1
        elif tag in ("Y", "T") and number == 1:
            return 1
        elif tag in ("V", "S", ";", ")", "N"):
            break
    return number
