"""What a count counts: its indicator and unit, from doing, noun, total and comparison."""

from functools import cache

from tipdata.reading.counting.count import Count
from tipdata.reading.counting.nouns import Phrase, noun_phrase
from tipdata.reading.counting.patterns import CORE, LIGHT, OFFICIALS, decide
from tipdata.reading.counting.reading import EVENT_NOUNS, PERSONS, Reading
from tipdata.reading.counting.subjects import named_after
from tipdata.reading.counting.words import DONE
from tipdata.reading.grammar import listed, rows

_VAGUE = LIGHT | {"none", "be"}
_JUSTICE = frozenset(("convict", "prosecute", "arrest", "investigate", "sentence"))
_VICTIMS = frozenset(("victim", "victims", "trafficking victims", "survivors"))
# Doings that a bare number takes no meaning from: it means what the number before meant.
_ECHOING = frozenset(("none", "be", "report", "trend", "involve", "receive"))
_ANYBODY = frozenset(("people", "persons", "individuals", "members"))
_INDICATED = {"investigations": "investigate", "prosecutions": "prosecute",
              "convictions": "convict", "arrests": "arrest"}  # fmt: skip
_HEARD = frozenset(("reports", "contacts", "inquiries", "requests", "complaints", "alerts"))
_LISTED = frozenset(("prosecutions", "convictions", "or", "and", "arrests"))
_AGAINST = frozenset(("of", "against", "into", "involving", "for"))
_FIRMS = frozenset(("agency_firm", "business"))
_LAWS = frozenset(("law", "act", "code", "ordinance", "statute", "section", "article", "decree",
                   "legislation"))  # fmt: skip
_NOT_SPENT = frozenset(
    ("bail", "assets", "bond", "seized", "confiscated", "bribe", "bribes", "worth")
)
_PLACES = frozenset(("shelter", "room", "bed"))
_CRIMES_COUNTED = frozenset(("case", "suspect", "person", "none", "victim", "arrest", "prosecution",
                             "conviction", "investigation", "group"))  # fmt: skip
_CRIME_INDICATORS = frozenset(("investigations", "arrests", "prosecutions", "convictions", "other",
                               "acquittals"))  # fmt: skip


def settle(reading: Reading, count: Count, phrase: Phrase, subject: str | None) -> None:
    """Give `count` its indicator and unit by the first rule that knows them."""
    if count.item.role != "share" and _difference(reading, count, phrase):
        return
    if _like_target(reading, count, phrase):
        return
    if _like_total(reading, count, phrase, subject):
        return
    if _like_term_before(reading, count, phrase, subject):
        return
    if count.item.role == "share":
        count.indicator, count.unit, count.detail = decide("none", "share")
    elif count.item.role == "term":
        _term(reading, count)
    elif count.item.role == "money":
        _money(reading, count, subject)
    else:
        _counted(reading, count, phrase, subject)


def _difference(reading: Reading, count: Count, phrase: Phrase) -> bool:
    """Tell and settle a number that only says how much more: "51 fewer than in 2015"."""
    after, before = reading.low(phrase.end), reading.low(count.index - 1)
    fewer = (
        after in ("fewer", "more", "less", "higher", "lower")
        and reading.low(phrase.end + 1) == "than"
    )
    grown = before in ("of", "by") and reading.items[count.index - 2].low in (
        "increase", "decrease", "decline", "rise", "drop", "reduction", "increased", "decreased",
    )  # fmt: skip
    if not fewer and not grown:
        return False
    count.indicator, count.detail, count.whole = "other", "difference", None
    last = reading.recent()[-1:]
    count.unit = last[0].unit if last and not last[0].item.role else "items"
    if count.item.role == "money":
        count.unit = count.item.unit
    return True


# By what is known already -----------------------------------------------------------------------


def _copy(count: Count, source: Count, how: str) -> None:
    """Give `count` what `source` counts, but its own noun's unit."""
    count.indicator, count.event, count.how = source.indicator, source.event, how
    count.source = source
    count.unit = count.item.unit if count.item.role else source.unit
    if count.noun == "case" and count.unit == "persons":
        count.unit = "cases"
    elif count.noun in PERSONS and count.unit == "cases":
        count.unit = "persons"
    elif count.noun == "none":
        count.noun = source.noun


def _like_target(reading: Reading, count: Count, phrase: Phrase) -> bool:
    """Let a bare number in a comparison count what it is compared with."""
    if not count.comparison or count.target is None:
        return False
    if phrase.noun != "none" and not count.item.role:
        return False
    source, doing = _listed_before(reading, count) or count.target, reading.participle(phrase)
    if doing in CORE and doing != source.event:
        alike = [each for each in reading.counts[-8:] if each.event == doing and not each.item.role]
        source = alike[-1] if alike else source
    _copy(count, source, "compared")
    return True


def _listed_before(reading: Reading, count: Count) -> Count | None:
    """Return the comparator before in the list: "98 investigations in 2017 and 134 in 2016"."""
    last = reading.counts[-1] if reading.counts else None
    if last is None or not last.comparison or last.index < reading.state.compare_at:
        return None
    return last if last.how != "compared" and last.target is count.target else None


def _like_total(reading: Reading, count: Count, phrase: Phrase, subject: str | None) -> bool:
    """Let a part count what its total counts, unless it says what else was done."""
    whole = count.whole
    if whole is None or count.item.role:
        return False
    if phrase.noun not in PERSONS | {"none", "case", "thing", whole.noun} and not (
        phrase.noun == "recruiter" and whole.noun in PERSONS
    ):
        count.whole = None
        return False
    if phrase.noun in EVENT_NOUNS and phrase.noun != whole.noun:
        return False
    if phrase.noun == "thing" and whole not in reading.counts and reading.state.doing_at >= 0:
        count.whole = None
        return False
    if _own_doing(reading, count, phrase, subject) is not None:
        return False
    _copy(count, whole, "part")
    count.comparison = whole.comparison
    return True


def _own_doing(reading: Reading, count: Count, phrase: Phrase, subject: str | None) -> str | None:
    """Return what was done to a part in particular: "three of whom were convicted"."""
    whole, state = count.whole, reading.state
    if subject in CORE:
        return subject
    if phrase.noun == "thing" and _care_left(reading, phrase):
        return "assist"
    if subject is None and (phrase.partitive or not reading.brackets):
        doing = _doing(reading, count, phrase, None)
        newer = state.doing_at > whole.index or whole not in reading.counts
        if doing in CORE and newer:
            return doing
    reduced = reading.participle(phrase)
    if reduced in _JUSTICE and reduced != whole.event:
        return reduced
    official = phrase.noun == "official" or _described_as_official(reading, phrase, subject)
    if official and whole.noun != "official" and whole.event in _JUSTICE:
        count.noun = phrase.noun = "official"
        return whole.event
    return None


def _described_as_official(reading: Reading, phrase: Phrase, subject: str | None) -> bool:
    """Tell whether the part is said to be officials: "two of them were police officers"."""
    if subject != "be":
        return False
    for place in range(phrase.end, min(phrase.end + 6, len(reading.items))):
        if reading.tags[place] == "X":
            after = reading.items[place + 1 : place + 4]
            return any(each.entry.noun == "official" for each in after)
    return False


def _like_term_before(reading: Reading, count: Count, phrase: Phrase, subject: str | None) -> bool:
    """Take a bare number listed after a prison term as one: "up to seven years, or 10 if"."""
    last = reading.counts[-1] if reading.counts else None
    if last is None or last.item.role != "term" or count.item.role:
        return False
    if phrase.noun != "none" or subject is not None or reading.low(count.index + 1) == "of":
        return False
    doing, before = reading.state.doing, reading.before(count.index)
    joined = before in ("C", ",") and doing not in CORE - {"sentence", "convict"}
    if not joined and not (reading.low(count.index - 1) == "to" and doing in ("sentence", "none")):
        return False
    count.item.unit, count.item.role = last.unit, "term"
    count.indicator, count.unit, count.event, count.noun = (
        last.indicator,
        last.unit,
        last.event,
        "term",
    )
    return True


# Terms and money --------------------------------------------------------------------------------


def _term(reading: Reading, count: Count) -> None:
    """Tell a term that a law prescribes from one that a court gave."""
    count.noun, count.unit = "term", count.item.unit
    count.event = "prescribe" if prescribed(reading, count.index) else "sentence"
    count.indicator = "penalty" if count.event == "prescribe" else "sentence"


def prescribed(reading: Reading, index: int) -> bool:
    """Tell whether the nearest word of punishment before a number speaks of a law."""
    if reading.low(index - 1) in ("is", "are"):
        return True
    if reading.state.doing == "sentence" and _only_may(reading):
        return True
    if reading.low(index - 1) == "with" and _after_law(reading, index):
        return True
    last = reading.counts[-1] if reading.counts else None
    if last is not None and last.indicator == "penalty" and reading.before(index) == "C":
        return True
    if reading.low(index - 1) == "of" and _set_by_law(reading, index):
        return True
    for place in range(index - 1, max(-1, index - 30), -1):
        item = reading.items[place]
        if item.low in ("penalties", "penalty") or item.low.startswith("punish"):
            return reading.low(place + 1) not in ("imposed", "given", "ranged")
        if item.entry.verb == "prescribe":
            return True
        if item.low in ("provide for", "provides for", "provided for", "providing for"):
            return True
        if item.low in _LAWS and _acts(reading, place):
            return True
        judged = reading.tags[place] == "V" and item.entry.verb in (
            "sentence",
            "convict",
            "receive",
        )
        if judged or item.low in (
            "sentences", "serving", "served", "given", "judges", "judge", "court", "courts",
        ):  # fmt: skip
            return False
    ahead = reading.items[index + 1 : index + 12]
    return any(
        each.entry.verb == "prescribe" or each.low in ("penalty", "penalties") for each in ahead
    )


def _set_by_law(reading: Reading, index: int) -> bool:
    """Tell whether a law sets what stands before: "terms of two years are provided for"."""
    for place in range(index + 1, min(index + 14, len(reading.items))):
        if reading.tags[place] in (";", "S", "M"):
            return False
        if reading.tags[place] == "X":
            return any(
                each.entry.verb == "prescribe" or each.low == "provided for"
                for each in reading.items[place + 1 : place + 3]
            )
    return False


def _after_law(reading: Reading, index: int) -> bool:
    """Tell whether a law stands right before: "a crime under article 331 of the code, with"."""
    near = reading.items[max(0, index - 14) : index - 1]
    return any(each.low in _LAWS for each in near) and reading.state.doing not in _JUSTICE


def _only_may(reading: Reading) -> bool:
    """Tell whether the verb says what may be done, not what was: "may be sentenced to"."""
    start = reading.state.doing_at
    return any(reading.low(place) in ("may", "can", "could") for place in range(start - 3, start))


def _acts(reading: Reading, place: int) -> bool:
    """Tell whether a law is the subject: "the code punishes", not "sentenced under the law"."""
    for before in range(place - 1, max(-1, place - 6), -1):
        if reading.tags[before] in (";", ",", "S", "C"):
            return True
        if reading.tags[before] in ("P", "V"):
            return False
    return True


def _money(reading: Reading, count: Count, subject: str | None) -> None:
    """Tell fines and payments to victims from money spent."""
    count.noun = "money"
    count.event = _money_doing(reading, count.index, subject or reading.state.doing)
    if count.event == "fine" and prescribed(reading, count.index):
        count.event = "prescribe"
    count.indicator, _, detail = decide(count.event, "money")
    count.unit, count.detail = count.item.unit, count.detail or detail


def _money_doing(reading: Reading, index: int, doing: str) -> str:
    for place in range(index - 1, max(-1, index - 14), -1):
        item = reading.items[place]
        if item.low == ";":
            break
        if item.low in _NOT_SPENT:
            return "bail"
        if item.entry.event in ("fine", "pay"):
            return item.entry.event
        if item.low == "recovered":
            return "pay"
        if item.entry.verb == "sanction" and item.low.startswith("fin"):
            return "fine"
        if item.entry.verb == "fundwork":
            break
    for place in range(index + 1, min(len(reading.items), index + 9)):
        item = reading.items[place]
        if reading.tags[place] in (";", "S", "Q"):
            break
        if item.entry.event in ("fine", "pay"):
            return item.entry.event
        if item.low in ("bail", "bond"):
            return "bail"
    if doing == "pay" and not _paid_to_victims(reading, index):
        return "fundwork"
    return "fine" if doing == "sanction" else doing


def _paid_to_victims(reading: Reading, index: int) -> bool:
    if reading.low(index + 1) == "to" and any(
        each.entry.agency for each in reading.items[index + 2 : index + 4]
    ):
        return False
    near = reading.items[max(0, index - 8) : index + 8]

    return any(each.entry.noun == "victim" or each.low == "ordered" for each in near)


# By doing and noun ------------------------------------------------------------------------------


def _counted(reading: Reading, count: Count, phrase: Phrase, subject: str | None) -> None:
    """Look up what was done and the noun counted, filling in what is left out."""
    doing, noun = _doing(reading, count, phrase, subject), count.item.role or phrase.noun
    if noun == "thing" and _care_left(reading, phrase):
        doing, noun = "assist", "victim"
    if phrase.head in _HEARD and doing != "conduct" and _by_hotline(reading, count.index):
        noun = phrase.noun = "call"
    if count.whole is not None:
        doing = _own_doing(reading, count, phrase, subject) or doing
        noun = count.whole.noun if noun == "none" else phrase.noun
    if count.comparison:
        doing = _compared_doing(reading, count, phrase, subject, doing)
    elif noun == "none":
        noun = _shared_noun(reading, phrase, doing)
    if noun == "none" and reading.participle(phrase) == "operate" and _after_shelters(reading):
        doing, noun = "operate", "shelter"
    if noun == "none" and doing in _VAGUE:
        doing, noun = _left_out(reading, count, doing)
    elif doing in _VAGUE and noun in PERSONS | {"thing", "case"}:
        doing = _doing_before(reading, count, doing, noun)
    if doing in _VAGUE and phrase.doing in CORE and noun in PERSONS | {"case"}:
        doing = phrase.doing
    if noun in PERSONS and _paid(reading, count):
        doing = "pay"
    if noun == "case" and doing in _VAGUE and _in_court(reading, phrase):
        doing = "prosecute"
    if noun == "official" and doing == "arrest" and "prosecute" in reading.state.verbs:
        doing = "prosecute"
    if doing == "train" and phrase.head in _ANYBODY:
        noun = "official"
    if doing in _JUSTICE and phrase.head in _VICTIMS:
        doing = "punish"
    doing, noun = _after_justice(reading, doing, noun)
    if (
        noun in ("victim", "person", "thing")
        and doing in _VAGUE
        and _exploited(reading, count, phrase, doing)
    ):
        doing, noun = "exploit", "victim"
    count.noun, count.event = noun, doing
    count.indicator, count.unit, detail = decide(doing, noun)
    if count.indicator in OFFICIALS and noun in EVENT_NOUNS and _of_officials(reading, phrase):
        count.indicator = OFFICIALS[count.indicator]
    crime = _other_crime(reading, count.index, phrase) if noun in _CRIMES_COUNTED else ""
    if crime and count.indicator in _CRIME_INDICATORS:
        count.indicator, detail = "other", crime
    count.detail = count.detail or detail or ("" if subject else reading.state.manner)


def _seen(reading: Reading) -> bool:
    """Tell whether the last verb is of seeing: "a film seen by 23,000 pupils"."""
    at = reading.state.doing_at
    return at >= 0 and reading.items[at].entry.lemma in ("see", "watch", "view")


def _care_left(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether only the care is named, its people before: "and 51 medium-term assistance"."""
    last = reading.counts[-1] if reading.counts else None
    cared = last is not None and last.event == "assist" and not last.item.role
    return cared and reading.items[phrase.end - 1].entry.event == "assist"


def _by_hotline(reading: Reading, index: int) -> bool:
    """Tell whether a hotline got them: "the hotline took 1,040 reports"."""
    near = reading.items[max(0, index - 16) : index]
    return any(each.low in ("hotline", "hotlines", "helpline", "tip line") for each in near)


def _of_officials(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether proceedings are said to be against officials: "one investigation of a judge"."""
    before = ""
    for place in range(phrase.end, min(phrase.end + 11, len(reading.items))):
        item, tag = reading.items[place], reading.tags[place]
        listed = tag == "," and reading.low(place + 1) in _LISTED
        if tag not in ("P", "D", "A", "U", "N", "K", "C", "X", "V") and not listed:
            return False
        before = item.low if tag == "P" else before
        if before in _AGAINST and (item.low == "complicit" or item.entry.noun == "official"):
            return True
    return False


def _doing(reading: Reading, count: Count, phrase: Phrase, subject: str | None) -> str:
    """Return what was done to what the number counts."""
    if subject is not None:
        return subject
    state, after_preposition = reading.state, reading.before(count.index) == "P"
    reduced = reading.participle(phrase)
    if reduced in _JUSTICE and reading.before(count.index) in (",", "C", "N") and (
        reading.tag(phrase.end + 1) in (",", "(", "C", ".", ";")
    ):  # fmt: skip
        return reduced
    if reading.low(count.index - 1) == "by" and _seen(reading):
        return "reach"
    if (
        reading.low(count.index - 1) == "for"
        and phrase.noun in PERSONS
        and (reading.items[count.index - 2].entry.noun == "shelter")
    ):
        return "capacity"
    if count.index and _members(reading, count.index):
        return "employ"
    if reading.low(count.index - 1) == "out of" and phrase.noun in PERSONS and reading.counts:
        return reading.counts[-1].event
    shared = len(state.verbs) > 1 and state.verbs[0] in CORE and not state.comparing
    if shared and state.doing == state.verbs[0]:
        return state.doing
    if after_preposition and state.named_at > state.doing_at and state.named != "none":
        return state.named
    if after_preposition and state.doing in _VAGUE and phrase.noun in PERSONS:
        given = _given(reading, count.index)
        if given:
            return given
    if reading.low(count.index - 1) == "against" and state.doing in _VAGUE:
        against = _proceedings(reading, count.index)
        if against:
            return against
    if state.doing in LIGHT:
        reduced = reading.participle(phrase)
        if reduced not in CORE:
            reduced = reading.relative(phrase)
        if reduced in CORE:
            return reduced
        if state.doing in ("provide", "receive", "conduct", "send", "fundwork", "operate"):
            named = named_after(reading, phrase.end)
            if named and phrase.noun in PERSONS:
                return named
        if after_preposition and state.named != "none":
            return state.named
    return state.doing


def _members(reading: Reading, index: int) -> bool:
    """Tell whether the number is of a body's members: "a unit of 12 officers"."""
    before = reading.items[index - 1]
    if before.entry.event == "employ":
        return True
    return before.low == "of" and index > 1 and reading.items[index - 2].entry.agency is not None


def _given(reading: Reading, index: int) -> str:
    """Return what went to people, where it is the subject: "care was provided to all 96"."""
    start = reading.state.doing_at
    if start < 0 or index - start > 4:
        return ""
    for place in range(start - 1, max(-1, start - 9), -1):
        if reading.tags[place] in ("Q", ";", "S", "."):
            break
        if reading.items[place].entry.event in ("assist", "permit"):
            return reading.items[place].entry.event
    return ""


def _proceedings(reading: Reading, index: int) -> str:
    """Return what is said to go on against people: "new prosecutions were begun against 31"."""
    if reading.items[index - 2].entry.noun == "case":
        return "prosecute"
    for place in range(index - 2, max(-1, index - 9), -1):
        if reading.tags[place] in ("Q", ";", "S", "."):
            break
        event = reading.items[place].entry.event
        if event in _JUSTICE:
            return event
    return ""


def _compared_doing(
    reading: Reading, count: Count, phrase: Phrase, subject: str | None, doing: str
) -> str:
    """Return the doing of a comparator with a noun of its own: most often its target's."""
    if count.target is None or subject in CORE:
        return doing
    if phrase.noun in PERSONS | {"case"}:
        reduced = reading.participle(phrase)
        if reduced in CORE:
            return reduced
        state = reading.state
        if state.doing_at > state.compare_at and state.verbs and state.verbs[0] in _JUSTICE:
            return state.verbs[0]
        named = (
            reading.state.named_at > reading.state.compare_at and reading.before(count.index) == "P"
        )
        return doing if named else count.target.event
    return count.target.event if doing in _VAGUE else doing


def _shared_noun(reading: Reading, phrase: Phrase, doing: str) -> str:
    """Return the noun that a number shares with the next one: "12 new and nine old cases"."""
    place = phrase.end
    if reading.tag(place) not in ("C", ",") or reading.tag(place + 1) != "Q":
        return "none"
    noun = noun_phrase(reading.items, reading.tags, place + 1).noun
    return noun if (phrase.modified and doing in _VAGUE) or noun in _PLACES else "none"


def _left_out(reading: Reading, count: Count, doing: str) -> tuple[str, str]:
    """Return doing and noun of a bare number with no telling verb."""
    count.how = "elided"
    topic = reading.state.topic
    if count.index - topic.at < 30:
        count.traits = {**topic.traits, **count.traits}
        return (topic.doing if topic.doing != "none" else doing), topic.noun
    plain = [each for each in reading.recent() if not each.item.role]
    if not plain:
        return doing, "none"
    alike = [each for each in plain if each.event == doing != "none"]
    last = (alike or plain)[-1]
    vague = doing in _ECHOING or last.noun == "none"
    return (last.event if vague else doing), last.noun


def _after_shelters(reading: Reading) -> bool:
    return bool(reading.counts) and reading.counts[-1].noun == "shelter"


def _doing_before(reading: Reading, count: Count, doing: str, noun: str) -> str:
    """Return the doing that people counted without a telling verb share with those before them."""
    last = reading.counts[-1] if reading.counts else None
    if last is not None and noun == "suspect":
        if last.noun in DONE or last.event in _JUSTICE:
            return DONE.get(last.noun, last.event)
        if last.indicator in OFFICIALS or last.indicator == "arrests":
            return _INDICATED[last.indicator]
    if last is None or doing not in ("none", "be", "involve"):
        return doing
    if noun == "case" and reading.before(count.index) != "P":
        return doing
    if not last.item.role and last.noun in PERSONS | {"case"}:
        return last.event
    return doing


def _paid(reading: Reading, count: Count) -> bool:
    """Tell whether the people are those that money went to: "paid $9,000 to five victims"."""
    last = reading.counts[-1] if reading.counts else None
    paid = last is not None and last.indicator == "restitution" and last.item.role == "money"
    return paid and reading.before(count.index) == "P"


def _after_justice(reading: Reading, doing: str, noun: str) -> tuple[str, str]:
    """Let what was said of the accused before decide a bare number's noun, and what a fine is."""
    last = reading.counts[-1] if reading.counts else None
    if noun == "none" and doing in _JUSTICE and last is not None:
        if last.noun == "official":
            return doing, "official"
        if doing in ("prosecute", "investigate") and last.noun in ("case", "suspect", "person"):
            return doing, last.noun
    if reading.state.named == "sanction" and noun == "none" and doing == "sanction":
        return doing, "agency_firm"
    if doing == "sanction" and noun == "none" and last is not None and last.noun in _FIRMS:
        return doing, last.noun
    if doing in ("sanction", "close") and noun in ("none", "suspect", "person"):
        plain = [each for each in reading.recent() if not each.item.role]
        if plain and plain[-1].value and plain[-1].event in ("convict", "sentence", "prosecute"):
            return "sentence", "suspect"
    return doing, noun


def _in_court(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether cases are said to wait in court: "18 cases were pending in the courts"."""
    waiting = False
    for place in range(phrase.end, min(phrase.end + 26, len(reading.items))):
        item = reading.items[place]
        if reading.tags[place] in (";", "Q", "S"):
            return False
        waiting = waiting or item.low in (
            "pending",
            "ongoing",
            "awaiting",
            "remained",
            "remain",
            "awaited",
        )
        if waiting and place > phrase.end and _of_prosecutions(reading):
            return True
        if waiting and (item.entry.agency == "courts" or item.entry.event == "prosecute"):
            return True
    return False


def _of_prosecutions(reading: Reading) -> bool:
    return bool(reading.counts) and reading.counts[-1].event == "prosecute"


def _exploited(reading: Reading, count: Count, phrase: Phrase, said: str) -> bool:
    """Tell whether people are said to be exploited, not found: "30,000 children work as"."""
    doing = reading.state.doing
    if reading.memory.section == "profile" and phrase.noun != "none":
        return doing in ("none", "be", "exploit", "estimate", "other")
    if doing == "estimate" or (
        reading.items[count.index].note == "estimated" and (doing == "none" or said == "other")
    ):
        return True
    return reading.participle(phrase) == "exploit" and doing in ("none", "report")


def _other_crime(reading: Reading, index: int, phrase: Phrase) -> str:
    """Return the other crime that the count is about: "26 smuggling rings"."""
    crimes, found = _other_crimes(), ""
    for place in range(index + 1, min(phrase.end + 6, len(reading.items))):
        item = reading.items[place]
        if place >= phrase.end and reading.tags[place] in (
            "Q",
            "C",
            ",",
            ";",
            "S",
            "(",
            ")",
            "M",
            "R",
            "--",
        ):
            break
        exploitation = item.entry.traits.get("exploitation")
        if "traffick" in item.low or (
            exploitation and item.low not in crimes and item.low != "prostitution"
        ):
            return ""
        found = found or crimes.get(item.low, "")
    return found


@cache
def _other_crimes() -> dict[str, str]:
    return {word: row["detail"] for row in rows("other_crimes") for word in listed(row["words"])}
