"""The words of the grammar, ready to be looked up: every form of every entry."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from tipdata.reading.grammar import listed, pairs, rows

_DOUBLING = (
    "admit",
    "refer",
    "transfer",
    "commit",
    "submit",
    "ban",
    "drop",
    "step",
    "plan",
    "flag",
    "traffic",
    "enrol",
    "permit",
    "allot",
    "expel",
    "shut",
    "run",
    "win",
    "get",
    "cut",
    "set",
    "put",
    "beg",
    "acquit",
    "compel",
    "equip",
)


# What a noun says was done, by its class.
DONE = {"investigation": "investigate", "arrest": "arrest", "prosecution": "prosecute",
         "trial": "prosecute", "conviction": "convict", "acquittal": "acquit", "permit": "permit",
         "training": "train", "sentences": "sentence"}  # fmt: skip


@dataclass(slots=True)
class Entry:
    """What the grammar knows of one word or phrase; None where it knows nothing of a kind."""

    function: str | None = None  # aux, prep, det, conj, sub, rel, pron, neg, skip
    verb: str | None = None  # class of the verb
    form: str = ""  # base, s, past, ing: of the verb
    lemma: str = ""
    noun: str | None = None  # class of the noun
    noun_traits: dict[str, str] = field(default_factory=dict)
    event: str | None = None  # what a noun without a number says was done: "the arrest of"
    traits: dict[str, str] = field(default_factory=dict)  # of a modifier: female, child, labor
    agency: str | None = None


class Vocabulary:
    """Entries by word or phrase; `phrases` lists the rests of phrases by their first two words."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.phrases: dict[str, dict[str, list[tuple[tuple[str, ...], Entry]]]] = {}

    def entry(self, phrase: str) -> Entry:
        """Return the entry of `phrase` (without possessives), made where there is none yet."""
        phrase = phrase.replace("'s ", " ").removesuffix("'s")
        known = self.entries.get(phrase)
        if known is None:
            known = self.entries[phrase] = Entry()
            first, *rest = phrase.split(" ")
            if rest:
                listed = self.phrases.setdefault(first, {}).setdefault(rest[0], [])
                listed.append((tuple(rest), known))
                listed.sort(key=lambda each: -len(each[0]))
        return known


@cache
def vocabulary() -> Vocabulary:
    """Return the whole grammar's words."""
    words = Vocabulary()
    _add_functions(words)
    _add_nouns(words)
    _add_verbs(words)
    return words


def _add_functions(words: Vocabulary) -> None:
    for row in rows("function_words"):
        for phrase in listed(row["words"]):
            words.entry(phrase).function = row["tag"]
    for row in rows("comparators"):
        words.entry(row["marker"]).function = "comp"
    for row in rows("times"):
        for phrase in listed(row["words"]):
            words.entry(phrase).function, words.entry(phrase).lemma = "time", row["time"]


def _bodies() -> Iterator[tuple[str, str]]:
    """Yield the names of bodies by what they are for: "labor department", "ministry of labor"."""
    for row in rows("bodies"):
        for about, body in product(listed(row["about"]), listed(row["bodies"])):
            for name in (f"{about} {body}", f"{body} of {about}", f"{body} for {about}"):
                yield name, row["agency"]


def _add_nouns(words: Vocabulary) -> None:
    for row in rows("agencies"):
        for phrase in listed(row["words"]):
            words.entry(phrase).agency = row["agency"]
    for phrase, agency in _bodies():
        words.entry(phrase).agency = words.entry(phrase).agency or agency
    for row in rows("nouns"):
        shared = pairs(row["traits"])
        for phrase in listed(row["nouns"]):
            phrase, _, own = phrase.partition(":")
            entry = words.entry(phrase)
            entry.noun, entry.noun_traits = row["class"], shared | pairs(own)
    for row in rows("events"):
        for phrase in listed(row["nouns"]):
            words.entry(phrase).event = row["event"]
    for row in rows("other_crimes"):
        for phrase in listed(row["words"]):
            words.entry(phrase)
    for entry in words.entries.values():
        if entry.event is None and entry.noun in DONE:
            entry.event = DONE[entry.noun]
    for row in rows("modifiers"):
        for phrase in listed(row["words"]):
            words.entry(phrase).traits |= pairs(row["trait"])
    for row in rows("demonyms"):
        for phrase in listed(row["words"]):
            words.entry(phrase).traits |= {"nationality": row["iso3"]}


def _add_verbs(words: Vocabulary) -> None:
    for row in rows("verbs"):
        for listed_verb in listed(row["verbs"]):
            lemma, _, irregular = listed_verb.partition(":")
            for form, phrase in _forms(lemma, irregular):
                entry = words.entry(phrase)
                if entry.verb is None and phrase != "trafficking":
                    entry.verb, entry.form, entry.lemma = row["class"], form, lemma


def _forms(lemma: str, irregular: str) -> list[tuple[str, str]]:
    """Return (form, phrase) of each form of a verb; only its first word is inflected."""
    head, _, rest = lemma.partition(" ")
    rest = f" {rest}" if rest else ""
    stem = head + head[-1] if head in _DOUBLING else head
    dropped = stem.removesuffix("e") if not stem.endswith("ee") else stem
    past = [f"{stem}d" if stem.endswith("e") else f"{stem}ed"]
    third = f"{head}s"
    if head.endswith("y") and head[-2] not in "aeiou":
        past, third = [f"{head[:-1]}ied"], f"{head[:-1]}ies"
    elif head.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = f"{head}es"
    forms = [("base", lemma), ("s", third + rest), ("ing", f"{dropped}ing{rest}")]
    if irregular:
        parts = [part.strip() for part in irregular.split("|")]
        return forms + [("past", part if " " in part else part + rest) for part in parts]
    return forms + [("past", form + rest) for form in past]
