"""The reading of one sentence: its items, its times, and where the reading stands."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tipdata.reading.counting.contexts import low
from tipdata.reading.counting.count import Count
from tipdata.reading.counting.items import Item
from tipdata.reading.counting.nouns import Phrase
from tipdata.reading.counting.periods import Dated, Time

PERSONS = frozenset(("victim", "person", "suspect", "official"))
EVENT_NOUNS = frozenset(
    ("investigation", "arrest", "prosecution", "trial", "conviction", "decision", "acquittal",
     "operation", "shelter", "bed", "room", "permit", "call", "training", "inspection",
     "sentences", "referral")
)  # fmt: skip
_KEPT = 24  # main counts that one sentence leaves to the next


@dataclass(slots=True)
class Memory:
    """What one sentence leaves to the next."""

    iso3: str
    edition: int
    judge: Callable[[Count, list[str]], tuple[str, float]] | None = None
    section: str = ""
    agency: str = ""
    acronyms: dict[str, str] = field(default_factory=dict)  # of bodies: {"mwf": "social_ministry"}
    dated: Dated = field(default_factory=Dated)  # the paragraph's counts so far
    counts: list[Count] = field(default_factory=list)  # the last main counts, oldest first

    def keep(self, count: Count) -> None:
        """Remember a main count, and forget the oldest."""
        self.counts.append(count)
        if len(self.counts) > _KEPT:
            del self.counts[: _KEPT // 2]


@dataclass(slots=True)
class Topic:
    """What a number that follows later counts: "the number of ...", "investigations rose to"."""

    noun: str = "none"
    doing: str = "none"
    traits: dict[str, str] = field(default_factory=dict)
    at: int = -100


@dataclass(slots=True)
class State:
    """Where the reading of a sentence stands."""

    doing: str = "none"  # what the last verb says was done
    doing_at: int = -1
    verbs: list[str] = field(default_factory=list)  # the verbs that share an object
    manner: str = ""  # begun or continued, said by a verb before
    named: str = "none"  # what the last event noun says was done
    named_at: int = -1
    comparing: bool = False
    compare_at: int = -1
    targets: list[Count] = field(default_factory=list)
    listing: bool = False  # whether a colon has begun a list, which semicolons go on with
    whole: Count | None = None  # the total that the numbers here are parts of
    topic: Topic = field(default_factory=Topic)


class Reading:
    """One sentence while it is read."""

    __slots__ = (
        "brackets",
        "counts",
        "earlier",
        "items",
        "memory",
        "state",
        "tags",
        "times",
        "until",
    )

    def __init__(
        self, items: list[Item], tags: list[str], times: list[Time], memory: Memory
    ) -> None:
        self.items, self.tags, self.times, self.memory = items, tags, times, memory
        self.state = State()
        self.brackets: list[State] = []
        self.counts: list[Count] = []
        # Whether all of it tells of an earlier time: "In comparison, it convicted five".
        self.earlier = low(items, 0) in ("in", "by", "for") and low(items, 1) == "comparison"
        self.until = 0  # items before this belong to a noun phrase already read

    def low(self, index: int) -> str:
        """Return the text in lower case at `index`, empty beyond the sentence."""
        return self.items[index].low if 0 <= index < len(self.items) else ""

    def tag(self, index: int) -> str:
        """Return the tag at `index`, a point beyond the sentence."""
        return self.tags[index] if 0 <= index < len(self.tags) else "."

    def keep(self, count: Count) -> None:
        """Add a count to the sentence's, and to what later sentences remember."""
        self.counts.append(count)
        if not count.comparison:
            self.memory.keep(count)

    def before(self, index: int) -> str:
        """Return the tag before the number's article and adverbs; empty at the beginning."""
        place = index - 1
        while place >= 0 and self.tags[place] in ("D", "K"):
            place -= 1
        return self.tags[place] if place >= 0 else ""

    def recent(self) -> list[Count]:
        """Return the last counts of the sentence, or of those before where it has none yet."""
        return (self.counts or self.memory.counts)[-8:]

    def times_between(self, start: int, end: int) -> list[Time]:
        """Return the times that stand between two places."""
        return [each for each in self.times if start < each.index < end]

    def relative(self, phrase: Phrase) -> str:
        """Return what a clause right after a noun says: "persons whom officers identified"."""
        if self.tag(phrase.end) != "R" or self.low(phrase.end) not in ("whom", "that", "which"):
            return "none"
        for place in range(phrase.end + 1, phrase.end + 8):
            tag = self.tag(place)
            if tag == "V":
                return self.items[place].entry.verb or "none"
            if tag not in ("B", "D", "N", "A", "U", "K", "X"):
                break
        return "none"

    def participle(self, phrase: Phrase) -> str:
        """Return what the participle right after a noun says: "victims identified by"."""
        place = phrase.end
        while self.tag(place) == "K":
            place += 1
        if self.tag(place) == "V" and self.items[place].entry.form == "past":
            return self.items[place].entry.verb or "none"
        return "none"
