"""What an edition judges of a government: tier, standards, movement, and each pillar's efforts."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from tipdata.reading.narrative import Narrative, Sentence
from tipdata.reading.rows import where
from tipdata.reading.vocabulary import vocabulary
from tipdata.reading.wording import Wordings

_PILLARS = ("prosecution", "protection", "prevention")
_TIER = re.compile(
    r"\bTier\s+(?P<number>1|2|3|one|two|three)\b(?P<watch>\s*[-\u2013\u2014:(]?\s*Watch[- ]?list)?"
    r"|(?<!special )\bWatch[- ]?list\b|(?P<special>\bSpecial Case\b)",
    re.IGNORECASE,
)
_NUMBERS = {"one": "1", "two": "2", "three": "3"}
# The fields of the whole, each with the words without one of which a sentence does not tell it.
_FIELDS = {
    "meets_standards": frozenset(("standards",)),
    "significant_efforts": frozenset(("effort", "efforts")),
    "movement": frozenset(
        ("tier", "watch", "waiver", "upgraded", "downgrade", "downgraded", "special", "again")
    ),
    "trend": frozenset(("efforts", "achievements", "sustained")),
}
_EFFORTS = (
    *("effort", "progress", "improvement", "strides", "advances", "work", "performance"),
    *("response", "assistance", "activities", "steps", "measures"),
)
# Protection itself, where the word does not only say what a permit, an order or money is for.
_PILLAR = (
    r"(?:protection|prevention|prosecution|law enforcement)(?! (?:permits?|orders?|funding|funds|"
    r"budgets?|officers?|units?|officials|agenc\w+|efforts?|activities|measures|work|response))"
)
_EFFORT = rf"(?:(?:{'|'.join(_EFFORTS)})s?|{_PILLAR})"
_NEGATED = re.compile(
    r"\b(?:not(?! only)|never|without|fail(?:ed|s|ing|ure)?|lack(?:s|ed|ing)?)"
    r"(?:\s+(?!but\b|and\b|yet\b)\w+){0,5}\s+\Z",
    re.IGNORECASE,
)
# What efforts are for, where that is less than the whole of trafficking.
_NARROWER = re.compile(
    r"\s+(?:to (?!(?:\w+ly )?(?:combat|address|fight|eliminate|counter|tackle|meet|comply|do so)\b)"
    r"|(?:in|at) \w+ing\b)",
    re.IGNORECASE,
)
# A sentence without any of these words judges no efforts.
_JUDGED = frozenset(
    (*_EFFORTS, *(f"{each}s" for each in _EFFORTS), "protection", "prevention", "prosecution",
     "enforcement", "services", "nothing", "little")
)  # fmt: skip
_WORD = re.compile(r"[a-z][a-z-]*")


def assessments(narrative: Narrative) -> list[dict[str, Any]]:
    """Return the rows of ``assessments``: one for each aspect that the narrative judges."""
    judged = _of_efforts(narrative)
    overall = judged.pop("overall", {}) | _overall(narrative)
    rows = [overall] if overall else []
    return rows + [judged[pillar] for pillar in _PILLARS if pillar in judged]


def _overall(narrative: Narrative) -> dict[str, Any]:
    """Return the judgement of the whole: each field from the first sentence that tells it."""
    row: dict[str, Any] = {}
    for sentence in narrative.sentences:
        if sentence.section == "recommendations":
            continue
        for field, value, start, end in _stated(sentence, known=row.keys()):
            row = {**where(narrative, sentence, start, end), **row, field: value}
    tier = row.get("tier") or _tier_of_heading(narrative)
    if tier and not row and narrative.sentences:
        row = where(narrative, narrative.sentences[0], 0, len(narrative.sentences[0].text))
    return {**row, "aspect": "overall", "tier": tier} if row else {}


def _stated(sentence: Sentence, *, known: Collection[str]) -> Iterator[tuple[str, str, int, int]]:
    """Yield what a sentence says of the whole that is not yet known: field, value and place."""
    if _WORDS_ABOUT_ALL.isdisjoint(sentence.words) or not _ABOUT_ALL.search(sentence.lower):
        return
    for field, words in _FIELDS.items():
        if field in known or words.isdisjoint(sentence.words):
            continue
        for value, pattern in _overall_patterns()[field]:
            found = pattern.search(sentence.lower)
            if found and (field != "trend" or _of_the_whole(sentence.text, found)):
                yield field, value, *found.span()
                break
    placed = _placed(sentence.text) if "tier" not in known else None
    if placed:
        yield "tier", placed[0], placed[1].start(), placed[1].end()


def _of_the_whole(text: str, found: re.Match) -> bool:
    """Whether a trend is affirmed, and of all efforts rather than of those for one purpose."""
    return not (_NARROWER.match(text, found.end()) or _NEGATED.search(text, 0, found.start()))


# What a sentence in lower case says nothing of the whole without, and one word of each.
_ABOUT_ALL = re.compile(
    r"minimum standards|tier|watch[- ]?list|special case|significant effort|demonstrat|waiver|"
    r"key achievements|anti-trafficking efforts|overall"
)
_WORDS_ABOUT_ALL = frozenset(
    ("standards", "tier", "tiers", "watch", "watchlist", "special", "significant", "demonstrate",
     "demonstrated", "demonstrates", "demonstrating", "waiver", "waivers", "achievements",
     "efforts", "overall")
)  # fmt: skip


def _placed(text: str) -> tuple[str, re.Match] | None:
    """Return the tier that a sentence places the country on, not one it left or might fall to."""
    for found in reversed(list(_TIER.finditer(text))):
        if not _elsewhere().search(text, max(0, found.start() - 80), found.start()):
            return _code(found), found
    return None


def _code(found: re.Match) -> str:
    if found["special"]:
        return "S"
    number = _NUMBERS.get((found["number"] or "2").lower(), found["number"] or "2")
    return "2W" if found["watch"] or not found["number"] else number


def _tier_of_heading(narrative: Narrative) -> str:
    """Return the tier that stands in a heading above the prose, as in "KENYA (Tier 2)"."""
    if not narrative.sentences:
        return ""
    found = _TIER.search(narrative.text, 0, narrative.sentences[0].start)
    return _code(found) if found else ""


def _of_efforts(narrative: Narrative) -> dict[str, dict[str, Any]]:
    """Return the judgement of the efforts of each aspect: the first sentence that gives one."""
    found: dict[str, dict[str, Any]] = {}
    for sentence in narrative.sentences:
        if sentence.section in ("profile", "recommendations") or _JUDGED.isdisjoint(sentence.words):
            continue
        for judged, (start, end) in _judged(sentence):
            place = where(narrative, sentence, start, end)
            found.setdefault(judged["aspect"], {**place, **judged})
    return found


def _judged(sentence: Sentence) -> Iterator[tuple[dict[str, str], tuple[int, int]]]:
    """Yield aspect, trend and adjective that a sentence gives to efforts, and where it does."""
    told = 0
    said = [
        (form, found)
        for form, found in _forms().finditer(sentence.lower)
        if form in _SELF_NEGATED or not _NEGATED.search(sentence.lower, 0, found.start())
    ]
    for form, found in said:
        words = _WORD.findall(found.groupdict().get("between") or "")
        if found.start() < told or not set(words) <= _between() | {"no"}:
            continue
        aspect = _aspect(form, found, sentence)
        trend, adjective = _judgement(form, found, words)
        if aspect and (trend or adjective):
            told = found.end()
            yield {"aspect": aspect, "trend": trend, "adjective": adjective}, found.span()


# Forms whose own words deny, or that a denial before them leaves true.
_SELF_NEGATED = ("none", "short", "its")


def _aspect(form: str, found: re.Match, sentence: Sentence) -> str:
    """Return the pillar that the words at the efforts name, else that of the section."""
    text = sentence.lower
    own = text[found.start() : found.end()]
    lead = _LEAD.search(text, 0, found.start())[0] if form in ("were", "itself") else ""
    for words in (own, lead, _AFTER.split(text[found.end() : found.end() + 60])[0]):
        named = [(said.search(words), pillar) for pillar, said in _said()]
        first = [(match.start(), pillar) for match, pillar in named if match]
        if first:
            return min(first)[1]
    if sentence.section in _PILLARS and (sentence.number == 1 or len(text) < _SHORT):
        return sentence.section
    return "overall" if _WHOLE.match(text, found.end()) else ""


# The words that may stand before efforts and say whose they are: "victim-protection measures".
_LEAD = re.compile(r"(?:[\w-]+ ){0,2}\Z")
# What stands after these is how the efforts were made, not whose they are.
_AFTER = re.compile(r"[,;:.]|\b(?:by|including|through|which|that|as)\b")
_WHOLE = re.compile(
    r"\s+to\s+(?:\w+ly\s+)?(?:combat|address|fight|eliminate|counter|tackle)\b.{0,30}\btraffick"
)
# A sentence so short that says only "The government increased efforts." speaks of its section.
_SHORT = 60


def _judgement(form: str, found: re.Match, words: list[str]) -> tuple[str, str]:
    """Return trend and adjective, as the form of the sentence tells them."""
    adjective = next((word for word in words if word in _adjectives()), "")
    if form == "little":
        return "", "little"
    if form == "none" and _BETTER.match(found.groupdict().get("effort") or ""):
        return "maintained", found["left"] or ""
    if form == "none" or words[:1] == ["no"]:
        return "none", ""
    if form == "short":
        return "", f"in{found['enough']}"
    if form == "its":
        return "", adjective
    if form == "were":
        state = found["state"].replace("at the same level", "unchanged")
        return _trends().get(state, ""), state if state in _adjectives() else ""
    trend = next((_trends()[word] for word in words if word in _trends()), "")
    if form == "noun":
        trend, adjective = _nouns()[found["noun"]], found["degree"] or ""
    elif form in ("verb", "itself"):
        trend = "mixed" if trend == "mixed" else _trends()[found["verb"].replace(" ", "-")]
    elif not trend and _progress().fullmatch(found["effort"]):
        trend = "increased"
    return trend, adjective


# Without improvements, what was there stays.
_BETTER = re.compile("improvement")


@cache
def _progress() -> re.Pattern:
    return re.compile(vocabulary("assessments")["progress"])


@cache
def _said() -> list[tuple[str, re.Pattern]]:
    return [
        (pillar, re.compile(rf"\b(?:{said})\b"))
        for pillar, said in vocabulary("assessments")["pillars"].items()
    ]


@cache
def _trends() -> dict[str, str]:
    listed = vocabulary("assessments")["trend"]
    return {verb: trend for trend, verbs in listed.items() for verb in verbs.split()}


@cache
def _nouns() -> dict[str, str]:
    return vocabulary("assessments")["nouns"]


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(vocabulary("assessments")["adjectives"].split())


@cache
def _between() -> frozenset[str]:
    """Return the words that may stand between the verb and the efforts."""
    tables = vocabulary("assessments")
    plain = frozenset(tables["adverbs"].split()) | frozenset(tables["named"].split())
    return _adjectives() | plain | frozenset(_trends())


@cache
def _forms() -> Wordings:
    """Return how efforts are judged: none made, a verb over them, some made, what they were."""
    verbs, adjectives = "|".join(_trends()), "|".join(_adjectives())
    states, nouns = f"{verbs}|{adjectives}", "|".join(_nouns())
    make = "make|take|demonstrate|undertake|show|provide"
    made = "made|makes|demonstrated|demonstrates|showed|shows|provided|undertook|took"
    between = rf"(?P<between>(?:[\w-]+[ ,]+){{0,7}}?)(?P<effort>{_EFFORT})\b"
    gap = r"(?:(?:[^.;,]|(?:, \w+)+, (?:and|or) ){0,60}?(?:, however,)?)"
    forms = {
        "none": rf"(?:(?:{made}) no"
        rf"|(?:did not|has not|failed to) (?:{make})(?: any|(?= efforts? to\b))"
        rf"|there were no|saw no) {between}"
        rf"(?: (?:to|in) (?:its|their|the) (?P<left>{adjectives})\b)?|did nothing to",
        "short": rf"(?:did|does|do|has|have) not (?:yet )?(?:{make}|made|taken) "
        rf"(?P<enough>adequate|sufficient) {between}",
        "its": rf"(?:its|their) (?={adjectives}){between}",
        "passive": rf"(?=(?:no|some|{states})\b){between} (?:was|were|is|are|ha(?:s|ve) been)"
        r"(?: being)? (?:made|taken|undertaken)\b",
        "noun": rf"an? (?:(?P<degree>{adjectives}) )?(?P<noun>{nouns}) in {between}",
        "verb": rf"(?P<verb>{verbs}|stepped up|scaled back) (?:to (?:{make}) )?{between}",
        "made": rf"(?:{made}) {between}",
        "were": rf"(?:{_EFFORT}|services)\b{gap} ?\b"
        r"(?:were|was|remain(?:ed|s)?|are|is|stay(?:ed|s)?) (?:\w+ly |very )?"
        rf"(?P<state>{states}|at the same level)\b",
        "little": r"did (?:very )?little to",
        "itself": rf"{_EFFORT}\b{gap} ?\b(?P<verb>increased|improved|decreased|declined|weakened|"
        r"deteriorated|worsened)\b(?! (?:the|its|their|by))",
    }
    efforts = [*_EFFORTS, _PILLAR]
    openings = {
        "none": [f"(?:{made}) ", "(?:did|has) ", "failed ", "there ", "saw "],
        "short": ["(?:did|does|do|has|have) "],
        "its": ["(?:its|their) "],
        "passive": [rf"(?:no|some|{states})\b"],
        "noun": ["(?:a|an) "],
        "verb": [rf"(?:{verbs}|stepped|scaled)\b"],
        "made": [f"(?:{made}) "],
        "were": [*efforts, "services"],
        "little": ["did "],
        "itself": efforts,
    }
    return Wordings.of({name: [form] for name, form in forms.items()}, openings=openings)


@cache
def _overall_patterns() -> dict[str, list[tuple[str, re.Pattern]]]:
    return {
        field: [
            (value, re.compile("|".join(f"(?:{each})" for each in said)))
            for value, said in values.items()
        ]
        for field, values in vocabulary("assessments")["overall"].items()
    }


@cache
def _elsewhere() -> re.Pattern:
    return re.compile(vocabulary("assessments")["tier"]["not_placed"], re.IGNORECASE)
