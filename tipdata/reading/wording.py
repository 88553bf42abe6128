"""Looking for many phrases in one pass over the words of a text."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

_WORD = re.compile(r"\w+")
# "(?:false|fake) offers" begins with one of two words, whatever it may not stand behind.
_BEHIND = r"(?:\(\?<[!=][^()]+\))*"
_CHOICE = re.compile(rf"{_BEHIND}\(\?:(\w[^()|]*(?:\|\w[^()|]*)*)\)(?![?*+{{])")
# The first letters of a phrase, up to one that may be lacking or come again.
_LETTERS = re.compile(rf"{_BEHIND}((?:\w(?![?*+{{]))*)")
_WORD_ENDS = re.compile(r"(?:[ -]|\\b)(?![?*+{])")


@dataclass(frozen=True)
class _Phrase:
    """A regular expression; of those with one `key`, no two are found that overlap."""

    name: Any
    key: Hashable
    regex: str

    @cached_property
    def match(self) -> Callable[[str, int], re.Match | None]:
        """Return the match of the phrase at a place of a text."""
        return re.compile(self.regex).match


@dataclass(frozen=True)
class Wordings:
    """Phrases by name, each looked for only at the words with which it may begin.

    `fitting` tells which ones a word may begin. Most begin none.
    """

    fitting: Callable[[str], Sequence[_Phrase]]

    @classmethod
    def of(
        cls,
        phrases: Mapping[Any, Sequence[str]],
        *lists: Mapping[Any, Sequence[str]],
        openings: Mapping[Any, Sequence[str]] | None = None,
    ) -> "Wordings":
        """Return what finds phrases, regular expressions that begin with a word.

        Parameters
        ----------
        phrases
            By name. Those of one name do not overlap; of several that fit, the first one is found.
        lists
            Further phrases, which end with a word, and of which those of one list do not overlap:
            of several that fit, those are found first that begin with a choice in brackets.
        openings
            How the phrases of a name begin, where they do not tell it themselves.

        Examples
        --------
        >>> wordings = Wordings.of({"sea": ["at sea", "farms? at"], "farm": ["farms?"]})
        >>> [(name, match.span()) for name, match in wordings.finditer("A farm at sea")]
        [('sea', (2, 9)), ('farm', (2, 6))]
        """
        known = [
            (_Phrase(name, name, phrase), openings[name] if openings else [phrase])
            for name, several in phrases.items()
            for phrase in several
        ]
        for place, listed in enumerate(lists):
            pairs = [(name, phrase) for name, several in listed.items() for phrase in several]
            pairs.sort(key=lambda each: not each[1].startswith("("))
            known += [(_Phrase(name, place, rf"(?:{each})\b"), [each]) for name, each in pairs]
        return cls(lru_cache(maxsize=50_000)(_by_first_word(known)))

    def finditer(self, text: str) -> Iterator[tuple[Any, re.Match]]:
        """Yield each name with each match of its phrases, in the order of the text."""
        ends: dict[Hashable, int] = {}
        for word in _WORD.finditer(text):
            for phrase in self.fitting(word[0]):
                start = word.start()
                match = phrase.match(text, start) if start > ends.get(phrase.key, -1) else None
                if match:
                    ends[phrase.key] = match.end()
                    yield phrase.name, match


def _by_first_word(
    phrases: Sequence[tuple[_Phrase, Sequence[str]]],
) -> Callable[[str], Sequence[_Phrase]]:
    """Return what tells, of a word, the phrases that may begin with it, in their order."""
    words, beginnings = defaultdict(set), defaultdict(set)
    for place, (_, openings) in enumerate(phrases):
        for choice in (choice for each in openings for choice in _choices(each)):
            letters = _LETTERS.match(choice)
            known = words if _WORD_ENDS.match(choice, letters.end()) else beginnings
            known[letters[1]].add(place)

    def fitting(word: str) -> Sequence[_Phrase]:
        begun = (beginnings.get(word[:end], ()) for end in range(len(word) + 1))
        return [phrases[place][0] for place in sorted(words.get(word, set()).union(*begun))]

    return fitting


def _choices(phrase: str) -> list[str]:
    """Return how a phrase may begin: "(?:false|fake) offers" with "false " or with "fake "."""
    choice = _CHOICE.match(phrase)
    return [each + phrase[choice.end() :] for each in choice[1].split("|")] if choice else [phrase]
