"""The breakdown of each count: sex, age, exploitation, status, nationality."""

from tipdata.reading.counting.count import Count
from tipdata.reading.counting.reading import PERSONS, Reading

_REACH = 16
_LAW_REACH = 26
_SOME = frozenset(("many", "most", "some", "several", "half", "few", "majority"))
_BESIDE = 5  # items between two counts of which the same is said
_JOINING = frozenset(("N", "A", "U", "C", ","))
_STOPS = frozenset(("Q", ";", "S", "M", "--", ")", ":"))
_PLACES = frozenset(("shelter", "bed", "room"))
_JUDGED = frozenset(("convict", "sentence"))
_DESCRIBED = PERSONS | _PLACES | {"none"}


def set_breakdowns(reading: Reading) -> None:
    """Give each count the traits that its phrase, its predicate and its total say."""
    topic = _topic(reading)
    for place, count in enumerate(reading.counts):
        if count.event == "prescribe" and count.item.role:
            before = reading.counts[place - 1] if place else None
            count.traits = _of_fine(count, before) or _of_law(reading, count)
        elif count.item.role == "term":
            count.traits = _of_judged(reading.counts[:place])
        elif count.item.role == "share":
            count.traits = _of_share(reading, count)
        elif count.item.role:
            count.traits = {}
        else:
            _of_people(reading, count, topic)
    for count, after in zip(reading.counts[-2::-1], reading.counts[:0:-1], strict=True):
        if "exploitation" not in count.traits and _share(reading, count, after):
            count.traits["exploitation"] = after.traits["exploitation"]


def _share(reading: Reading, count: Count, after: Count) -> bool:
    """Tell whether what follows is said of both: "12 women and seven girls exploited in labor"."""
    form = after.traits.get("exploitation")
    if not form or not (count.traits.keys() & after.traits.keys() & {"sex", "age"}):
        return False
    between = reading.tags[count.index + 1 : after.index]
    if len(between) > _BESIDE or "C" not in between or not _JOINING.issuperset(between):
        return False
    behind = range(after.index + 1, min(len(reading.tags) - 1, after.index + _BESIDE))
    verb = next((place for place in behind if reading.tags[place] in ("V", "P")), 0)
    own = (reading.items[place].entry.traits for place in range(after.index + 1, verb))
    return bool(verb) and all(each.get("exploitation") is None for each in own)


def _of_people(reading: Reading, count: Count, topic: str) -> None:
    own = dict(count.traits)
    _add_predicate(reading, count, own)
    count.traits = _taken_over(reading, count) | own
    if topic:
        count.traits.setdefault("exploitation", topic)
    victims = count.noun in ("victim", "person", "none") and count.indicator.startswith("victims")
    if not victims:
        count.traits.pop("status", None)
    if count.traits.get("nationality") == reading.memory.iso3:
        count.traits["nationality"] = "national"


def _of_share(reading: Reading, count: Count) -> dict[str, str]:
    """Return whose share is told: "81 percent were female", "58 percent adults"."""
    own: dict[str, str] = {}
    after = reading.tag(count.index + 1) == "X"
    place = count.index + 1 + after
    if place < len(reading.items):
        entry = reading.items[place].entry
        named = entry.traits | entry.noun_traits
        own = {name: named[name] for name in ("sex", "age") if name in named}
    return own


def _taken_over(reading: Reading, count: Count) -> dict[str, str]:
    """Return what a part has of its total, and a bare comparator of what it is compared with."""
    source = count.whole or count.source
    if source is None:
        return {}
    if count.whole is not None and _listed(reading, source):
        return {name: value for name, value in source.traits.items() if name not in ("sex", "age")}
    return source.traits


def _listed(reading: Reading, count: Count) -> bool:
    """Tell whether the count is one of a list of groups: "20 women, 12 girls and 3 men"."""
    if not count.traits.keys() & {"sex", "age"}:
        return False
    others = [
        each
        for each in reading.memory.counts[-8:]
        if each is not count and each.whole is None
        and (each.indicator, each.period) == (count.indicator, count.period)
    ]  # fmt: skip
    return any(each.traits.keys() & {"sex", "age"} for each in others)


def _add_predicate(reading: Reading, count: Count, own: dict[str, str]) -> None:
    """Add what stands behind the number: "for sex trafficking", "were female"."""
    forms: set[str] = set()
    described = count.noun in _DESCRIBED
    meant = _meant_for if count.noun in _PLACES else _complement
    for place in range(count.index + 1, min(len(reading.tags), count.index + _REACH)):
        if reading.tags[place] in _STOPS and not _points_back(reading, count, place):
            break
        traits = reading.items[place].entry.traits
        if traits.get("exploitation") and count.noun != "official":
            forms.add(traits["exploitation"])
        named = traits | reading.items[place].entry.noun_traits
        if described and named and meant(reading, place):
            for name in ("sex", "age"):
                if name in named:
                    own.setdefault(name, named[name])
    if "exploitation" not in own and len(forms) == 1:
        own["exploitation"] = forms.pop()


def _points_back(reading: Reading, count: Count, place: int) -> bool:
    """Tell whether a number only points back: "29 of the 34 were exploited in labor"."""
    return place == count.index + 3 and reading.low(place - 1) in ("the", "these", "those")


def _complement(reading: Reading, place: int) -> bool:
    """Tell whether the word is said of the subject: "40 were female", "15 of them children"."""
    if reading.low(place - 1) == "all":
        return reading.low(place - 2) == ","  # "31 victims, all female"
    before = place - 1
    while before > 0 and reading.tags[before] in ("D", "K", "A"):
        before -= 1
    if reading.low(before - 2) in _SOME:
        return False  # "207 workers, many of them women"
    return reading.tags[before] == "X" or reading.low(before) in ("them", "whom", "these", "which")


def _meant_for(reading: Reading, place: int) -> bool:
    """Tell whether the word says for whom a shelter is: "two shelters for women"."""
    return "for" in (reading.low(place - 1), reading.low(place - 2))


def _topic(reading: Reading) -> str:
    """Return the form of exploitation that the sentence begins with: "As for forced labor, ..."."""
    for place in range(min(6, len(reading.tags))):
        if reading.tags[place] in ("Q", "V", "X"):
            return ""
        form = reading.items[place].entry.traits.get("exploitation")
        if form and reading.tag(place + 1) == "," and "P" in reading.tags[:place]:
            return form
    return ""


def _of_judged(before: list[Count]) -> dict[str, str]:
    """Return the form of exploitation of those who were given the term."""
    for count in reversed(before[-3:]):
        if count.event in _JUDGED and not count.item.role:
            return {name: value for name, value in count.traits.items() if name == "exploitation"}
    return {}


def _of_fine(count: Count, before: Count | None) -> dict[str, str]:
    """Return what a fine has of the penalty that it comes on top of: "12 years and a fine of"."""
    on_top = count.item.role == "money" and before is not None and before.indicator == "penalty"
    return dict(before.traits) if on_top else {}


def _of_law(reading: Reading, count: Count) -> dict[str, str]:
    """Return whom and what a penalty is for: "up to 20 years for offenses against a child"."""
    ahead = _named(
        reading, range(count.index + 1, min(len(reading.tags), count.index + _LAW_REACH))
    )
    back = _named(reading, range(count.index - 1, max(-1, count.index - _LAW_REACH), -1))
    found: dict[str, str] = {}
    for name in ("age", "exploitation", "sex"):
        if name == "sex" and "age" not in found:
            continue
        for near in (ahead, back):
            if near[name]:
                if len(near[name]) == 1:
                    found[name] = next(iter(near[name]))
                break
    return found


def _named(reading: Reading, places: range) -> dict[str, set[str]]:
    """Return the ages and forms named in some places, up to the next prison term."""
    named: dict[str, set[str]] = {"age": set(), "exploitation": set(), "sex": set()}
    for place in places:
        item = reading.items[place]
        if item.low == ";" or item.role == "term":
            break
        for name in named:
            value = (item.entry.traits | item.entry.noun_traits).get(name)
            if value:
                named[name].add(value)
    return named
