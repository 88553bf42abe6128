"""The clues that tell what a number counts: what stands around it, and what was counted before."""

from collections.abc import Iterable, Iterator

from tipdata.reading.counting.count import Count
from tipdata.reading.counting.items import Item
from tipdata.reading.counting.nouns import Phrase
from tipdata.reading.counting.patterns import CORE, LIGHT, decide
from tipdata.reading.counting.reading import Reading

_LEFT, _RIGHT = 8, 10  # items looked at before and after
_ENDS = frozenset((";", "."))
_NEAR = 3
_GAP = 7
_AGENCY = 15
_OFFICIALS = 11
_LISTING = frozenset("PDAUNKCXV")
_LISTED = frozenset(("prosecutions", "convictions", "or", "and", "arrests"))
_AGAINST = frozenset(("of", "against", "into", "involving", "for"))


def clues(reading: Reading, count: Count, phrase: Phrase, subject: str | None) -> list[str]:
    """Return the clues to what `count` counts, each as a name and mostly a value."""
    return [
        *_own(reading, count, phrase),
        *_done(reading, count, phrase, subject),
        *_before(reading, count),
        *_after(reading, phrase),
        *_verbs(reading, count, phrase),
        *_known(reading, count, phrase),
    ]


def _own(reading: Reading, count: Count, phrase: Phrase) -> Iterator[str]:
    """Yield what the number and its noun say themselves."""
    item = count.item
    yield f"role={item.role}"
    yield f"head={phrase.head}"
    yield f"noun={phrase.noun}"
    yield f"of={phrase.partitive}"
    yield f"described={phrase.doing}"
    yield f"pointed={phrase.pointed}"
    if item.value == 0:
        yield "zero"
    if item.note:
        yield f"note={item.note}"
    if item.qualifier and item.qualifier != "exact":
        yield f"qualifier={item.qualifier}"
    if count.aside:
        yield "aside"
    if count.detail:
        yield f"detail={count.detail}"
        yield f"detail+noun={bool(count.detail)}|{phrase.noun}"
    for name in phrase.traits:
        yield f"trait={name}"
    for place in range(count.index + 1, min(phrase.end, len(reading.items))):
        yield f"in={_word(reading.items[place])}"


def _done(reading: Reading, count: Count, phrase: Phrase, subject: str | None) -> Iterator[str]:
    """Yield what was done, as far as the sentence has been read, alone and with the noun."""
    state, noun = reading.state, phrase.noun
    lemma = reading.items[state.doing_at].entry.lemma if state.doing_at >= 0 else ""
    reduced, relative = reading.participle(phrase), reading.relative(phrase)
    yield f"doing={state.doing}"
    yield f"doing+noun={state.doing}|{noun}"
    yield f"verb={lemma}"
    yield f"verb+noun={lemma}|{noun}"
    yield f"subject={subject}"
    yield f"subject+noun={subject}|{noun}"
    yield f"reduced={reduced}"
    yield f"reduced+noun={reduced}|{noun}"
    yield f"relative={relative}"
    yield f"named={state.named if state.named_at > state.doing_at else ''}"
    yield f"topic={state.topic.noun}|{state.topic.doing}"
    if _against_officials(reading, phrase):
        yield f"against officials={noun}"
    done = subject or (reduced if state.doing in LIGHT and reduced in CORE else state.doing)
    kind = reading.items[count.index].role or noun
    if kind == "none" and reading.counts and subject is None:
        kind = reading.counts[-1].noun
    fitting = decide(done, kind)[0]
    yield f"pattern={fitting}"
    yield f"pattern:{'subject' if subject else 'object'}={fitting}|{noun == 'none'}"
    for doing in state.verbs:
        yield f"shared={doing}"
    if state.manner:
        yield f"manner={state.manner}"
    if state.doing_at >= 0:
        yield f"gap={''.join(reading.tags[state.doing_at + 1 : count.index][:_GAP])}"


def _against_officials(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether proceedings are said to be against officials: "one investigation of a judge"."""
    before = ""
    for place in range(phrase.end, min(phrase.end + _OFFICIALS, len(reading.items))):
        item, tag = reading.items[place], reading.tags[place]
        listed = tag == "," and reading.low(place + 1) in _LISTED
        if tag not in _LISTING and not listed:
            return False
        before = item.low if tag == "P" else before
        if before in _AGAINST and (item.low == "complicit" or item.entry.noun == "official"):
            return True
    return False


def _before(reading: Reading, count: Count) -> Iterator[str]:
    index = count.index
    left = reading.items[max(0, index - _LEFT) : index]
    yield from _beside("before", "left", reversed(left))
    if index < _LEFT and all(item.low not in _ENDS for item in left):
        yield f"before{min(index + 1, _NEAR)}=^"
    for item in reading.items[max(0, index - _AGENCY) : index]:
        if item.entry.agency:
            yield f"agency={item.entry.agency}"


def _after(reading: Reading, phrase: Phrase) -> list[str]:
    return _beside("after", "right", reading.items[phrase.end : phrase.end + _RIGHT])


def _verbs(reading: Reading, count: Count, phrase: Phrase) -> Iterator[str]:
    """Yield the two nearest verbs on either side, alone and with the noun."""
    sides = (
        ("last", range(count.index - 1, -1, -1)),
        ("next", range(phrase.end, len(reading.items))),
    )
    for side, places in sides:
        seen = 0
        for place in places:
            if reading.tags[place] == "V":
                seen += 1
                entry = reading.items[place].entry
                yield f"{side}{seen}={entry.lemma}"
                yield f"{side}{seen}+noun={entry.verb}|{phrase.noun}"
                if seen == 2:
                    break


def _known(reading: Reading, count: Count, phrase: Phrase) -> Iterator[str]:
    """Yield what is known of the counts before: the last one, the total, what it is compared to."""
    yield f"section={reading.memory.section}"
    if count.comparison:
        yield f"compared={count.target.indicator if count.target else ''}|{phrase.noun == 'none'}"
    if count.whole is not None:
        yield f"whole={count.whole.indicator}"
        yield f"whole+noun={count.whole.indicator}|{phrase.noun}"
    if reading.counts:
        last = reading.counts[-1]
        yield f"last={last.indicator}"
        yield f"last+noun={last.indicator}|{phrase.noun}"
        yield f"last+role={last.indicator}|{count.item.role}"
        yield f"last+between={last.indicator}|{_between(reading, last, count)}"
    elif reading.memory.counts:
        yield f"earlier={reading.memory.counts[-1].indicator}"
        yield f"earlier+noun={reading.memory.counts[-1].indicator}|{phrase.noun}"
    else:
        yield "first"


def _between(reading: Reading, last: Count, count: Count) -> str:
    """Return whether a verb, and which mark, stands between two counts."""
    tags = reading.tags[last.index + 1 : count.index]
    return ("V" if "V" in tags else "") + "".join(tags[-2:])


def _word(item: Item) -> str:
    if item.kind == "number":
        return f"#{item.role}"
    return "#year" if item.kind == "year" else item.low


def _beside(place: str, side: str, items: Iterable[Item]) -> list[str]:
    """Return what the items are that stand on one side of the number, the nearest first."""
    found = []
    for step, item in enumerate(items, start=1):
        word, entry = _word(item), item.entry
        if step <= _NEAR:
            found.append(f"{place}{step}={word}")
        if item.low in _ENDS:
            break
        found.append(f"{side}={word}")
        if entry.verb:
            found.append(f"{side}:verb={entry.verb}")
        if entry.noun:
            found.append(f"{side}:noun={entry.noun}")
        if entry.event:
            found.append(f"{side}:event={entry.event}")
    return found
