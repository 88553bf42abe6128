"""Reading one sentence: what each of its numbers counts."""

from dataclasses import dataclass, field
from functools import cache

from tipdata.reading.counting import zeros
from tipdata.reading.counting.contexts import low
from tipdata.reading.counting.count import Count
from tipdata.reading.counting.items import Item
from tipdata.reading.counting.nouns import Phrase, noun_phrase
from tipdata.reading.counting.patterns import CORE, LIGHT, decide
from tipdata.reading.counting.periods import Time, times
from tipdata.reading.grammar import listed, rows

_PERSONS = frozenset(("victim", "person", "suspect", "official", "none"))
_EVENT_NOUNS = frozenset(["investigation", "arrest", "prosecution", "trial", "conviction", "acquittal", "operation", "shelter", "bed", "permit", "call", "training", "inspection", "sentences"])  # fmt: skip
_WINDOW = 8  # how far a look ahead or back may go; keeps reading linear


@dataclass(slots=True)
class Memory:
    """What one sentence leaves to the next."""

    iso3: str
    edition: int
    counts: list[Count] = field(default_factory=list)  # the last main counts, oldest first
    agency: str = ""
    section: str = ""
    event: str = "none"

    def keep(self, count: Count) -> None:
        """Remember a main count; only the last dozen are kept."""
        self.counts.append(count)
        if len(self.counts) > 24:
            del self.counts[:12]


@dataclass(slots=True)
class _State:
    """Where the reading of a sentence stands."""

    doing: str = "none"  # what the last verb says was done
    doing_at: int = -1
    verbs: list[str] = field(default_factory=list)
    manner: str = ""  # begun or continued, said by a verb before the last
    named: str = "none"  # what the last event noun says was done
    named_at: int = -1
    comparing: bool = False
    targets: list[Count] = field(default_factory=list)
    compare_at: int = -1
    whole: Count | None = None
    topic: tuple = ()  # what "the number of ..." or the subject of a trend counts
    topic_at: int = -1
    open_brackets: list[tuple] = field(default_factory=list)


class Reader:
    """Reads one sentence, item by item, from left to right."""

    def __init__(self, items: list[Item], tags: list[str], memory: Memory) -> None:
        self.items, self.tags, self.memory = items, tags, memory
        self.state = _State(doing=memory.event if False else "none")
        self.counts: list[Count] = []
        self.times = times(items, tags, edition=memory.edition)
        self.until = 0  # items before this index belong to a noun phrase already read

    def read(self) -> list[Count]:
        """Return the counts of the sentence, in the order of the text."""
        for index, tag in enumerate(self.tags):
            if tag == "Q":
                self._number(index)
            elif tag == "V":
                self._verb(index)
            elif tag == "N":
                self._noun(index)
            elif tag == "M":
                self._compare(index)
            elif tag == "U" and self.items[index].low in ("number", "numbers"):
                self._number_of(index)
            elif tag in _BOUNDARY:
                getattr(self, _BOUNDARY[tag])(index)
        return self.counts

    # Marks --------------------------------------------------------------------------------------

    def _semicolon(self, index: int) -> None:
        self.state.comparing = False
        self.state.whole = None
        self.state.doing, self.state.named = "none", "none"

    def _subordinate(self, index: int) -> None:
        self.state.comparing = False
        self.state.whole = None
        self.state.doing, self.state.named, self.state.verbs = "none", "none", []

    def _open(self, index: int) -> None:
        state = self.state
        state.open_brackets.append((state.comparing, state.targets, state.whole, state.doing,
                                    state.doing_at, state.named, state.named_at))  # fmt: skip
        if self.counts and self._bracket_compares(index):
            self._start_comparing(index, self.counts[-1])
        elif self._labelled(index):
            state.whole = self._antecedent(Phrase())
        elif self.counts and not self._bracket_marked(index):
            state.whole = self.counts[-1]

    def _labelled(self, index: int) -> bool:
        """Tell whether the bracket numbers a nationality: "Nigerians (71)"."""
        if index == 0 or index + 2 >= len(self.items) or self.tags[index + 1] != "Q":
            return False
        named = self.items[index - 1]
        known = bool(named.entry.traits.get("nationality")) or (
            named.capital and named.low.endswith("s")
        )
        return known and self.tags[index + 2] == ")"

    def _close(self, index: int) -> None:
        state = self.state
        if state.open_brackets:
            (state.comparing, state.targets, state.whole, state.doing, state.doing_at, state.named,
             state.named_at) = state.open_brackets.pop()  # fmt: skip

    def _dash(self, index: int) -> None:
        state = self.state
        if state.whole is not None and state.open_brackets == []:
            state.whole = None
        elif self.counts:
            state.whole = self._main_count()

    def _colon(self, index: int) -> None:
        if self.counts:
            self.state.whole = self._main_count()

    def _bracket_marked(self, index: int) -> bool:
        return index + 1 < len(self.tags) and self.tags[index + 1] == "M"

    def _bracket_compares(self, index: int) -> bool:
        """Tell whether a bracket after a count holds what it was earlier: "(764 in 2016)"."""
        last, first = self.counts[-1], index + 1
        if first >= len(self.items) or self.tags[first] not in ("Q",):
            return False
        if self.items[first].role != last.item.role:
            return False
        inner = self._times_between(index, self._bracket_end(index))
        if inner:
            return True
        phrase = noun_phrase(self.items, self.tags, first)
        if phrase.noun != "none" or phrase.traits or phrase.partitive:
            return False
        if self._labelled(index):
            return False
        return low(self.items, phrase.end) in (")", "]")

    def _bracket_end(self, index: int) -> int:
        for place in range(index + 1, min(index + 40, len(self.items))):
            if self.items[place].low in (")", "]"):
                return place
        return min(index + 40, len(self.items))

    def _times_between(self, start: int, end: int) -> list[Time]:
        return [each for each in self.times if start < each.index < end]

    # Comparators --------------------------------------------------------------------------------

    def _compare(self, index: int) -> None:
        if low(self.items, index) in ("following", "after"):
            return
        self._start_comparing(index, None)

    def _start_comparing(self, index: int, target: Count | None) -> None:
        state = self.state
        if state.comparing and state.targets and target is None:
            return
        state.comparing, state.compare_at = True, index
        if target is not None:
            state.targets = [target]
        else:
            mains = [each for each in self.counts if not each.comparison] or [
                each for each in self.memory.counts[-6:] if not each.comparison
            ]
            state.targets = mains[-6:]
        state.whole = None

    def _main_count(self) -> Count:
        """Return the last count that is a total."""
        for count in reversed(self.counts[-6:]):
            if count.whole is None and not count.comparison:
                return count
        return self.counts[-1].whole or self.counts[-1]

    # Verbs and event nouns ----------------------------------------------------------------------

    def _verb(self, index: int) -> None:
        if index < self.until:
            return
        state, entry = self.state, self.items[index].entry
        doing = self._split_verb(index) or entry.verb
        if doing == "assist" and low(self.items, index - 1) in ("can", "could"):
            doing = "capacity"
        if doing == "trend":
            self._topic_of_trend(index)
        if self._reduced(index) and (state.doing in CORE or state.comparing):
            return
        link = self._link(index)
        if state.comparing and not state.open_brackets and self._ends_comparison(index):
            state.comparing = False
        if state.whole is not None and not state.open_brackets and link != "part":
            if self._coordinated(index) and doing in CORE:
                state.whole = None
        if link == "stacked":
            state.verbs.append(doing)
            if state.doing in LIGHT and (doing in CORE or doing not in LIGHT):
                state.doing = doing
        else:
            if link == "complement" and state.doing in ("begin", "continue"):
                state.manner = {"begin": "begun", "continue": "continued"}[state.doing]
            elif link != "complement":
                state.manner = ""
            if not (link == "complement" and doing in LIGHT and state.doing in CORE):
                state.doing = doing
            state.verbs = [doing]
        state.doing_at = index
        state.named = "none"

    def _link(self, index: int) -> str:
        """Tell how the verb hangs on the one before: stacked, complement or new."""
        state = self.state
        if state.doing_at < 0 or index - state.doing_at > 6:
            return "new"
        between = self.tags[state.doing_at + 1 : index]
        if any(tag not in ("C", ",", "K", "G", "X", "P") for tag in between):
            return "new"
        if "C" in between or "," in between:
            return "stacked"
        return "complement"

    def _coordinated(self, index: int) -> bool:
        place = index - 1
        while place >= 0 and self.tags[place] in ("K", "X", "G"):
            place -= 1
        return place >= 0 and self.tags[place] in ("C", ",")

    def _ends_comparison(self, index: int) -> bool:
        """Tell whether a new clause begins with this verb: after a comma or "and"."""
        for place in range(index - 1, max(self.state.compare_at, index - 9), -1):
            if self.tags[place] in ("C", ","):
                return True
            if self.tags[place] in ("Q", "R", "("):
                return False
        return False

    def _reduced(self, index: int) -> bool:
        """Tell whether a participle only describes the noun before it: "victims identified in"."""
        if self.items[index].entry.form not in ("past", "ing") or index == 0:
            return False
        before = self.tags[index - 1]
        if before == "K" and index > 1:
            before = self.tags[index - 2]
        after = self.tags[index + 1] if index + 1 < len(self.tags) else "."
        if before not in ("N", "U", "A", "Q"):
            return False
        if self.items[index - 1].entry.agency and after not in ("P", "Y", "T"):
            return False
        return after in ("P", "Y", "T", ".", ",", ")", "K", ";", "C", "--", "V", "M")

    def _split_verb(self, index: int) -> str | None:
        """Return the class of a verb whose second part stands later: "found 12 guilty"."""
        lemma = self.items[index].entry.lemma.split(" ")[0]
        phrases = _split_verbs().get(lemma)
        if not phrases:
            return None
        lows: list[str] = []
        for place in range(index + 1, min(index + 14, len(self.items))):
            lows.append(self.items[place].low)
            if self.tags[place] == "Q" and self.tags[place - 1] != "V":
                break
            if self.tags[place] in (";", "S", "V") and place > index + 1:
                break
        text = f" {' '.join(lows)} "
        for phrase, doing in phrases:
            if phrase in text:
                return doing
        return None

    def _topic_of_trend(self, index: int) -> None:
        """Keep what is said to grow or fall: "investigations increased from 12 to 15"."""
        if self.state.topic_at > max(self.state.doing_at, index - 14):
            return
        for place in range(index - 1, max(-1, index - 9), -1):
            if self.tags[place] in ("Q", ";", "S", "V"):
                return
            noun = self.items[place].entry.noun
            if noun in _EVENT_NOUNS and noun != "sentences":
                self.state.topic = (noun, "none", {}, "")
                self.state.topic_at = index
                return

    def _number_of(self, index: int) -> None:
        """Keep what "the number of ..." counts, for a number that follows later."""
        if low(self.items, index + 1) != "of":
            return
        phrase = noun_phrase(self.items, self.tags, index + 1)
        doing = self._participle(phrase)
        traits = {name: value for name, value in phrase.traits.items() if name != "detail"}
        self.state.topic = (phrase.noun, doing if doing in CORE else "none", traits, phrase.head)
        self.state.topic_at = index

    def _noun(self, index: int) -> None:
        entry = self.items[index].entry
        if entry.event is None:
            return
        after = self.tags[index + 1] if index + 1 < len(self.tags) else "."
        if after in ("N", "U") and self.items[index + 1].entry.event is None:
            return
        self.state.named, self.state.named_at = entry.event, index

    # Numbers ------------------------------------------------------------------------------------

    def _number(self, index: int) -> None:
        item = self.items[index]
        phrase = noun_phrase(self.items, self.tags, index)
        self.until = max(self.until, phrase.end)
        if self._backward(index, phrase) or phrase.noun in ("time", "distance", "ignored"):
            return
        if phrase.noun == "place":
            return
        count = Count(item, index, noun=phrase.noun, traits=phrase.traits)
        count.detail = phrase.traits.pop("detail", "")
        subject = self._subject(index, phrase)
        self._enter(index, phrase, count, subject)
        self._decide(count, index, phrase, subject)
        zero = item.note == "no"
        if zero and not zeros.supported(count, phrase, subject):
            return
        self._keep(count)
        if item.value == 0 and not item.role:
            for other in zeros.shared(self, count, phrase, subject):
                self._keep(other)

    def _keep(self, count: Count) -> None:
        self.counts.append(count)
        if not count.comparison:
            self.memory.keep(count)

    def _not(self, index: int) -> None:
        for count in zeros.denied(self.items, self.tags, index):
            self._keep(count)

    def _backward(self, index: int, phrase: Phrase) -> bool:
        """Tell whether the number only points back: "of the 61 victims"."""
        if low(self.items, index - 1) not in ("the", "these", "those"):
            return False
        if self.items[index].own == "more":
            return False
        value = self.items[index].value
        seen = any(each.value == value for each in self.memory.counts[-24:])
        return bool(low(self.items, index - 2) == "of" and seen)

    def _enter(self, index: int, phrase: Phrase, count: Count, subject: str | None) -> None:
        """Settle whether the count is compared, a part, or stands for itself."""
        state = self.state
        if state.comparing and subject and not state.open_brackets and self._fresh(index):
            state.comparing = False
        if state.comparing and not state.open_brackets and self._spent(index):
            state.comparing = False
        if not state.comparing and self._from_earlier(index, phrase):
            self._start_comparing(index, None)
            state.comparing = False
            count.comparison, count.target = True, self._target(count, phrase)
            return
        if state.comparing:
            count.comparison, count.target = True, self._target(count, phrase)
            return
        whole = self._whole(index, phrase)
        if (
            whole is None
            and subject == "be"
            and phrase.noun == "none"
            and (self.counts or self.memory.counts)
            and not count.item.role
        ):
            whole = self._antecedent(phrase)
        if whole is not None:
            count.whole = whole

    def _spent(self, index: int) -> bool:
        """Tell whether the comparison has ended without a number: "the same as in 2017, 54 of"."""
        between = self.tags[self.state.compare_at + 1 : index]
        return "Q" not in between and "," in between and ("Y" in between or "T" in between)

    def _fresh(self, index: int) -> bool:
        place = index - 1
        while place >= 0 and self.tags[place] in ("D", "K"):
            place -= 1
        return place < 0 or (
            self.tags[place] in ("C", ",", "S")
            and place - 1 > self.state.compare_at
            and any(tag in ("Q",) for tag in self.tags[self.state.compare_at : place])
        )

    def _from_earlier(self, index: int, phrase: Phrase) -> bool:
        """Tell whether the number stands after "from", "than the" or "against" as an earlier one."""
        before, second = low(self.items, index - 1), low(self.items, index - 2)
        if before == "the" and second == "than":
            return True
        if before == "than" and second in ("fewer", "more", "less", "lower", "higher"):
            return True
        previous = self.counts or self.memory.counts[-3:]
        if before == "the" and second in ("from", "over", "to"):
            before = second
        if before == "from":
            if self.items[index].role == "term" or phrase.noun in ("place", "group"):
                return False
            trend = self._trend_before(index)
            return trend and (bool(previous) or phrase.noun != "none")
        if before == "over" and self._trend_before(index):
            return True
        if before == "against" and previous and phrase.noun == "none":
            return low(self.items, phrase.end) not in ("of",)
        return False

    def _trend_before(self, index: int) -> bool:
        for place in range(index - 1, max(-1, index - 14), -1):
            entry = self.items[place].entry
            if entry.verb == "trend" or self.items[place].low in ("up", "down", "drop", "decrease",
                                                                  "increase", "fell"):  # fmt: skip
                return True
        return False

    def _target(self, count: Count, phrase: Phrase) -> Count | None:
        """Return the count that a comparator is compared with."""
        targets = self.state.targets
        if not targets:
            return None
        if count.item.role or any(each.item.role for each in targets):
            alike = [each for each in targets if each.item.role == count.item.role
                     and (each.item.role != "term" or each.unit == count.item.unit)]  # fmt: skip
            return alike[-1] if alike else targets[-1]
        if phrase.noun != "none":
            for each in reversed(targets):
                if each.noun == phrase.noun or {each.noun, phrase.noun} <= _PERSONS - {"none"}:
                    if each.whole is None or self.state.open_brackets:
                        return each
        wholes = [each for each in targets if each.whole is None and not each.item.role] or targets
        earlier = [
            each for each in self.counts if each.comparison and each.index > self.state.compare_at
        ]
        if len(targets) == 1:
            return targets[0]
        waiting = self._compared_numbers(count.index)
        same = wholes[-waiting:] if waiting > 1 else []
        if (
            waiting > 1
            and len(same) == waiting
            and len(earlier) < waiting
            and self._no_time_between()
        ):
            return same[len(earlier)]
        return wholes[-1]

    def _compared_numbers(self, index: int) -> int:
        """Return how many bare numbers the comparison lists in a row."""
        number = 0
        for place in range(
            self.state.compare_at + 1, min(self.state.compare_at + 16, len(self.tags))
        ):
            tag = self.tags[place]
            if tag == "Q":
                number += 1
            elif tag in ("Y", "T") and number == 1:
                return 1
            elif tag in ("V", "S", ";", ")", "N"):
                break
        return number

    def _no_time_between(self) -> bool:
        return True

    def _whole(self, index: int, phrase: Phrase) -> Count | None:
        """Return the total that the number is a part of, if it says so."""
        state = self.state
        if phrase.partitive and phrase.partitive not in ("the", "this", "its", "their"):
            return self._antecedent(phrase)
        if phrase.partitive == "the" and (phrase.value is not None or phrase.noun != "none"):
            return self._antecedent(phrase)
        if self._introduced(index):
            state.whole = self._antecedent(self._named_total(index) or phrase)
            return state.whole
        if state.whole is not None:
            return state.whole
        if self._appositive(index, phrase):
            return self._antecedent(phrase)
        return None

    def _introduced(self, index: int) -> bool:
        """Tell whether "including", "of whom", "of these", "among them" stands before."""
        for place in range(index - 1, max(-1, index - 6), -1):
            item, tag = self.items[place], self.tags[place]
            if item.low in ("including", "included", "comprising", "namely", "comprised of"):
                return True
            if item.low in ("whom", "which") and low(self.items, place - 1) in ("of", "among"):
                return True
            if item.low in ("these", "those", "them", "this") and low(self.items, place - 1) in (
                "of",
                "among",
            ):
                return True
            if tag == "Z" or tag == "Q":
                return low(self.items, place - 1) == "the" and low(self.items, place - 2) in (
                    "of",
                    "among",
                )
            if tag not in ("D", "K", "P", ",", "N", "A", "U", "V"):
                return False
        return False

    def _named_total(self, index: int) -> Phrase | None:
        """Return a phrase with the value named in "of the 84 victims, 46 were"."""
        for place in range(index - 1, max(-1, index - 8), -1):
            if self.tags[place] == "Q":
                return Phrase(value=self.items[place].value)
        return None

    def _appositive(self, index: int, phrase: Phrase) -> bool:
        """Tell whether the number follows its total after a comma: "87 victims, 79 Belmoran"."""
        if not self.counts or self.counts[-1].comparison:
            return False
        if self._fixed_before(index) not in (",", "C"):
            return False
        if (
            phrase.noun == "none"
            and low(self.items, phrase.end) in ("of", "for", "from", "in")
            and (self.counts[-1].noun != "none" or self.counts[-1].whole is not None)
        ):
            return (
                not self.items[index].role and self.items[index].value <= self.counts[-1].value
            ) or (self.counts[-1].whole is not None)
        return bool(phrase.noun == "none" and phrase.traits)

    def _fixed_before(self, index: int) -> str:
        place = index - 1
        while place >= 0 and self.tags[place] in ("D", "K"):
            place -= 1
        return self.tags[place] if place >= 0 else ""

    def _antecedent(self, phrase: Phrase) -> Count | None:
        pool = self.counts or self.memory.counts
        if phrase.value is not None:
            for count in reversed(self.memory.counts[-20:]):
                if count.value == phrase.value and not count.item.role:
                    return count
        if not pool:
            return None
        for count in reversed(pool[-8:]):
            if count.comparison and not self.state.comparing:
                continue
            if count.whole is not None and count.whole in pool[-8:] and len(pool) > 1:
                continue
            if count.item.role == "term":
                continue
            return count
        return pool[-1]

    # What the number is the subject of ----------------------------------------------------------

    def _subject(self, index: int, phrase: Phrase) -> str | None:
        """Return what the verb after the number says, where the number is its subject.

        "be" stands for a copula that only describes.
        """
        before = self._fixed_before(index)
        if before not in ("", ",", "C", ";", "S", "R", ":", "--", "(", "V", "P", "B"):
            return None
        if before in ("V", "P"):
            place = index - 1
            if before == "V" and self.items[place].entry.verb not in (
                "report",
                "estimate",
                "involve",
            ):
                return None
            if before == "P":
                return None
        place, end = phrase.end, min(phrase.end + 14, len(self.items))
        while place < end:
            tag = self.tags[place]
            if tag == "X":
                return self._predicate(place)
            if tag == "V":
                after = self.tags[place + 1] if place + 1 < len(self.tags) else "."
                if self.items[place].entry.form == "ing":
                    return None
                if after in ("P", "Y", "T", ".", ",", ")", ";", "C"):
                    if before in ("V",):
                        return None
                    found = self._finite_later(place + 1, end)
                    return found or self._event_of_verb(place)
                return self._event_of_verb(place)
            if tag == "R" and self.tags[place - 1] == "P":
                place += 1
                continue
            if tag in ("C", ",") and self._number_follows(place):
                place = noun_phrase(self.items, self.tags, self._number_follows(place)).end
                end = min(place + 14, len(self.items))
                continue
            if tag not in ("P", "N", "A", "U", "D", "Y", "T", "K", "Z", "(", ")", "Q", "B"):
                return None
            if tag == "Q" and self.tags[place - 1] not in ("(", "D", "P", "M"):
                return None
            place += 1
        return None

    def _number_follows(self, place: int) -> int:
        """Return the index of a number right after a comma or "and", or 0."""
        for after in range(place + 1, min(place + 3, len(self.tags))):
            if self.tags[after] == "Q":
                return after if not self.items[after].role else 0
            if self.tags[after] not in ("C", "D", "K"):
                return 0
        return 0

    def _finite_later(self, start: int, end: int) -> str | None:
        for place in range(start, end):
            if self.tags[place] == "X":
                return self._predicate(place)
            if self.tags[place] in (",", ";", "C", "S", "R", "."):
                return None
        return None

    def _predicate(self, place: int) -> str:
        """Return what is said after an auxiliary: the class of its verb, or "be"."""
        for after in range(place + 1, min(place + 7, len(self.items))):
            tag = self.tags[after]
            if tag in ("X", "K", "G", "B"):
                continue
            if tag == "V":
                return self._event_of_verb(after)
            if tag == "N" and self.items[after].entry.event and self.tags[after - 1] != "D":
                return "be"
            if tag == "P" and low(self.items, after) == "among":
                for later in range(after + 1, min(after + 5, len(self.items))):
                    if self.tags[later] == "V":
                        return self._event_of_verb(later)
            if tag == "P" and low(self.items, after) in ("under", "on", "in"):
                for later in range(after + 1, min(after + 3, len(self.items))):
                    if self.items[later].entry.event:
                        return self.items[later].entry.event
            return "be"
        return "be"

    def _event_of_verb(self, place: int) -> str:
        doing = self._split_verb(place) or self.items[place].entry.verb
        if doing in ("provide", "receive", "conduct", "send", "report"):
            return self._named_after(place) or doing
        return doing

    def _named_after(self, place: int) -> str | None:
        """Return what an event noun after a light verb says: "received shelter"."""
        for after in range(place + 1, min(place + 1 + _WINDOW, len(self.items))):
            if self.tags[after] in (";", "S", ".", "V") or (
                self.tags[after] == "Q" and self.items[after].role != "term"
            ):
                return None
            entry = self.items[after].entry
            if self.items[after].role == "term":
                return "sentence"
            if entry.noun in ("sentences", "penalties"):
                return "sentence"
            if entry.event:
                return entry.event
        return None

    # What it counts -----------------------------------------------------------------------------

    def _decide(self, count: Count, index: int, phrase: Phrase, subject: str | None) -> None:
        event = self._event(index, phrase, subject)
        item = count.item
        noun = item.role or phrase.noun
        if (
            count.comparison
            and count.target is not None
            and (noun == "none" or noun in ("money", "term"))
        ):
            self._copy(count, count.target)
            return
        if noun == "none" and event in LIGHT | {"none", "be"} and not count.comparison:
            noun = self._right_noun(index, phrase) or noun
        if count.whole is not None and noun not in _EVENT_NOUNS and not item.role:
            own = subject if subject in CORE else None
            if (
                own is None
                and subject is None
                and phrase.partitive
                and event in CORE
                and (self.state.doing_at > count.whole.index or count.whole not in self.counts)
            ):
                own = event
            if own is None and count.whole.noun == noun == "official":
                own = None
            reduced = self._participle(phrase)
            if (
                own is None
                and reduced in ("convict", "prosecute", "arrest", "investigate")
                and reduced != count.whole.event
            ):
                own = reduced
            if (
                own is None
                and noun == "official"
                and count.whole.event in ("convict", "prosecute", "investigate", "sentence")
            ):
                own = count.whole.event
            if own is None:
                self._copy(count, count.whole, own_traits=True)
                count.comparison = count.whole.comparison
                return
            event = own
            if noun == "none":
                noun = count.whole.noun
        if count.comparison and count.target is not None and event in LIGHT | {"none", "be"}:
            event = count.target.event
        last = self.counts[-1] if self.counts else None
        if (
            noun == "none"
            and last is not None
            and last.item.role == "term"
            and not subject
            and (
                self._fixed_before(index) in ("C", ",")
                and event not in CORE - {"sentence", "convict"}
            )
        ):
            count.item.unit, count.item.role = last.unit, "term"
            count.indicator, count.unit, count.event, count.noun = (
                last.indicator,
                last.unit,
                last.event,
                "term",
            )
            return
        if noun == "none" and event in LIGHT | {"none", "be"} and self._topical(index):
            noun, doing, traits, _ = self.state.topic
            event = doing if doing != "none" else event
            count.traits = {**traits, **count.traits}
            count.how = "elided"
        if noun == "none" and event in LIGHT | {"none", "be"}:
            last = self._last(item.role)
            if last is not None:
                count.how = "elided"
                count.event, noun = (
                    (
                        last.event
                        if event in ("none", "be", "report", "trend", "involve")
                        else event
                    ),
                    last.noun,
                )
                event = count.event
                if noun == "none" and event in LIGHT:
                    event = last.event
        if (
            noun in ("person", "victim")
            and last is not None
            and last.indicator == "restitution"
            and (last.item.role == "money" and self._fixed_before(index) == "P")
        ):
            event = "pay"
        elif noun in ("person", "victim", "suspect", "thing") and event in LIGHT | {"none", "be"}:
            event = self._inherited(event, noun)
        if noun in ("none",) and event in ("prosecute", "investigate"):
            last = self.counts[-1] if self.counts else None
            if last is not None and last.noun in ("case", "suspect", "person"):
                noun = last.noun
        count.noun, count.event = noun, event
        if item.role == "term":
            self._term(count, index)
            return
        if item.role == "money":
            event = self._money_event(index, event)
        if (
            noun in ("victim", "person", "thing")
            and event in LIGHT | {"none", "be"}
            and self._exploited(index, phrase)
        ):
            event = "exploit"
            noun = "victim"
        count.noun, count.event = noun, event
        count.indicator, unit, detail = decide(event, noun)
        crime = (
            self._other_crime(index, phrase)
            if noun
            in (
                "case",
                "suspect",
                "person",
                "none",
                "victim",
                "arrest",
                "prosecution",
                "conviction",
                "investigation",
                "group",
            )
            else ""
        )
        if crime and count.indicator in (
            "investigations",
            "arrests",
            "prosecutions",
            "convictions",
            "other",
            "acquittals",
        ):
            count.indicator, detail = "other", crime
        count.unit = item.unit if item.role == "money" else unit
        count.detail = count.detail or detail or (self.state.manner if not subject else "")

    def _event(self, index: int, phrase: Phrase, subject: str | None) -> str:
        """Return what was done to what the number counts."""
        if subject is not None:
            return subject
        state = self.state
        before = self._fixed_before(index)
        if len(state.verbs) > 1 and state.verbs[0] in CORE and state.doing == state.verbs[0]:
            return state.doing
        if before == "P" and state.named_at > state.doing_at and state.named != "none":
            return state.named
        if state.doing in LIGHT:
            reduced = self._participle(phrase)
            if reduced in CORE:
                return reduced
            if state.doing in ("provide", "receive", "conduct", "send", "fundwork", "operate"):
                named = self._named_after(phrase.end - 1)
                if named and phrase.noun in _PERSONS:
                    return named
            if state.named != "none" and before == "P":
                return state.named
        return state.doing

    def _topical(self, index: int) -> bool:
        state = self.state
        return bool(state.topic) and state.topic_at >= 0 and index - state.topic_at < 30

    def _participle(self, phrase: Phrase) -> str:
        """Return what the participle right after the noun says: "victims identified by"."""
        place = phrase.end
        while place < len(self.tags) and self.tags[place] == "K":
            place += 1
        if (
            place < len(self.tags)
            and self.tags[place] == "V"
            and self.items[place].entry.form == "past"
        ):
            return self.items[place].entry.verb or "none"
        return "none"

    def _right_noun(self, index: int, phrase: Phrase) -> str | None:
        """Return the noun that a bare number shares with the next one: "12 new and 9 old cases"."""
        place = phrase.end
        if place < len(self.tags) and self.tags[place] in ("C", ",") and place + 1 < len(self.tags):
            if self.tags[place + 1] == "Q" and phrase.modified:
                return noun_phrase(self.items, self.tags, place + 1).noun
        return None

    def _inherited(self, event: str, noun: str) -> str:
        last = self.counts[-1] if self.counts else None
        if (
            last is not None
            and event in ("none", "be")
            and not last.item.role
            and last.noun in _PERSONS | {"case"}
        ):
            return last.event
        return event

    def _last(self, role: str) -> Count | None:
        for count in reversed((self.counts or self.memory.counts)[-6:]):
            if bool(count.item.role) == bool(role):
                return count
        return None

    def _copy(self, count: Count, source: Count, own_traits: bool = True) -> None:
        noun = count.noun
        count.indicator, count.event = source.indicator, source.event
        count.unit = source.unit if not count.item.role else count.item.unit
        count.noun = source.noun if noun == "none" else noun
        count.traits = {**source.traits, **count.traits}
        count.detail = count.detail or ""
        count.how = "part" if count.whole is not None else "compared"
        if noun == "case" and count.unit == "persons":
            count.unit = "cases"
        elif noun in ("suspect", "victim", "person", "official") and count.unit == "cases":
            count.unit = "persons"

    def _term(self, count: Count, index: int) -> None:
        """Tell a term that a law prescribes from one that a court gave."""
        count.unit = count.item.unit
        count.indicator = "penalty" if self._prescribed(index) else "sentence"

    def _money_event(self, index: int, event: str) -> str:
        """Tell a fine and a payment to victims from money spent."""
        for place in range(index - 1, max(-1, index - 14), -1):
            item = self.items[place]
            if item.low == ";":
                break
            if item.low in (
                "bail",
                "assets",
                "bond",
                "seized",
                "confiscated",
                "bribe",
                "bribes",
                "worth",
            ):
                return "bail"
            if item.entry.event in ("fine", "pay"):
                return item.entry.event
            if item.low == "recovered":
                return "pay"
            if item.entry.verb == "prescribe" and item.entry.form != "ing":
                return "prescribe"
            if item.entry.verb == "sanction" and item.low.startswith("fin"):
                return "fine"
            if item.entry.verb == "fundwork":
                break
        for place in range(index + 1, min(len(self.items), index + 9)):
            item = self.items[place]
            if self.tags[place] in (";", "S", "Q"):
                break
            if (
                item.entry.event in ("fine", "pay")
                and item.entry.noun != "sentences"
                or item.low in ("fines",)
            ):
                return item.entry.event
            if item.low in ("bail", "bond"):
                return "bail"
        if event == "pay" and not any(
            each.entry.noun == "victim" or each.low == "ordered"
            for each in self.items[max(0, index - 8) : index + 8]
        ):
            return "fundwork"
        return event if event != "sanction" else "fine"

    def _exploited(self, index: int, phrase: Phrase) -> bool:
        """Tell whether people are said to be exploited, not found: "30,000 children work as"."""
        if self.memory.section == "profile" or self.state.doing == "estimate":
            return True
        if self.items[index].note == "estimated" and self.state.doing == "none":
            return True
        return self._participle(phrase) == "exploit" and self.state.doing in (
            "none",
            "report",
            "estimate",
        )

    def _other_crime(self, index: int, phrase: Phrase) -> str:
        """Return the other crime that the count is about: "26 smuggling rings"."""
        crimes, found = _other_crimes(), ""
        for place in range(index + 1, min(phrase.end + 6, len(self.items))):
            tag, item = self.tags[place], self.items[place]
            if tag in ("Q", ";", ",", "S", "(", ")", "M", "C", "V") and place >= phrase.end:
                break
            if "traffick" in item.low or (
                item.entry.traits.get("exploitation") and item.low != "prostitution"
            ):
                return ""
            found = found or crimes.get(item.low, "")
        return found

    def _prescribed(self, index: int) -> bool:
        """Tell whether the nearest word before the term speaks of a law, not of a judgment."""
        for place in range(index - 1, max(-1, index - 30), -1):
            item = self.items[place]
            if item.low in ("penalties", "penalty", "punishable", "punishment", "punishments"):
                return True
            if (
                item.entry.verb == "prescribe"
                or item.low in ("provides", "provided")
                and low(self.items, place + 1) == "for"
            ):
                return True
            if item.entry.verb in ("sentence", "convict", "receive") or item.low in (
                "sentences", "serving", "served", "given"
            ):  # fmt: skip
                return False
        ahead = self.items[index + 1 : index + 12]
        return any(
            each.entry.verb == "prescribe" or each.low in ("penalty", "penalties") for each in ahead
        )


_BOUNDARY = {"G": "_not", ";": "_semicolon", "S": "_subordinate", "(": "_open", "[": "_open", ")": "_close",
             "]": "_close", "--": "_dash", ":": "_colon"}  # fmt: skip


@cache
def _other_crimes() -> dict[str, str]:
    return {word: row["detail"] for row in rows("other_crimes") for word in listed(row["words"])}


@cache
def _split_verbs() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows("split_verbs"):
        found.setdefault(row["verb"], []).append((f" {row['phrase']} ", row["class"]))
    for phrases in found.values():
        phrases.sort(key=lambda each: -len(each[0]))
    return found
