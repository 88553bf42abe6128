"""The breakdown of each count: sex, age, exploitation, status, nationality."""

from tipdata.reading.counting.count import Count
from tipdata.reading.counting.reading import PERSONS, Reading

_REACH = 16
_NO_PEOPLE = frozenset(("term", "money", "share"))


def set_breakdowns(reading: Reading) -> None:
    """Give each count the traits that its phrase, its predicate and its total say."""
    for count in reading.counts:
        if count.item.role in _NO_PEOPLE:
            count.traits = {}
            continue
        own = dict(count.traits)
        _add_predicate(reading, count, own)
        count.traits = _inherited(count) | own
        if count.noun not in ("victim", "person", "none") or not count.indicator.startswith(
            "victims"
        ):
            count.traits.pop("status", None)
        if count.traits.get("nationality") == reading.memory.iso3:
            count.traits["nationality"] = "national"


def _inherited(count: Count) -> dict[str, str]:
    if count.whole is not None:
        return count.whole.traits
    if count.target is not None and count.how == "compared":
        return count.target.traits
    return {}


def _add_predicate(reading: Reading, count: Count, own: dict[str, str]) -> None:
    """Add what stands behind the number: "for sex trafficking", "were female"."""
    forms: set[str] = set()
    end = min(len(reading.tags), count.index + _REACH)
    for place in range(count.index + 1, end):
        tag = reading.tags[place]
        if tag in ("Q", ";", "S", "M", "--", ")", ":"):
            break
        traits = reading.items[place].entry.traits
        if traits.get("exploitation"):
            forms.add(traits["exploitation"])
        if count.noun in PERSONS | {"none"} and _complement(reading, place):
            named = traits | reading.items[place].entry.noun_traits
            for name in ("sex", "age"):
                if name in named:
                    own.setdefault(name, named[name])
    if "exploitation" not in own and len(forms) == 1:
        own["exploitation"] = forms.pop()


def _complement(reading: Reading, place: int) -> bool:
    """Tell whether the word is said of the subject: "40 were female", "15 of them children"."""
    before = place - 1
    while before > 0 and reading.tags[before] in ("D", "K", "A"):
        before -= 1
    return reading.tags[before] == "X" or reading.low(before) in ("them", "whom", "these", "which")
