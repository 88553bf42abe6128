"""Looking for many phrases in one pass over the words of a text."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

_WORD = re.compile(r"\w+")
# "(?:false|fake) offers" begins with one of two words, whatever it may not stand behind.
_BEHIND = r"(?:\(\?<[!=][^()]+\))*"
_CHOICE = re.compile(rf"{_BEHIND}\(\?:(\w[^()|]*(?:\|\w[^()|]*)*)\)(?![?*+{{])")
# The first letters of a phrase, up to one that may be lacking or come again.
_LETTERS = re.compile(rf"{_BEHIND}((?:\w(?![?*+{{]))*)")
_WORD_ENDS = re.compile(r"(?:[ -]|\\b)(?![?*+{])")


class _Phrase(NamedTuple):
    """A regular expression; of those with one `key`, no two are found that overlap."""

    name: Any
    key: int
    regex: str


# Name and key of a phrase, and what matches it at a place of a text.
_Matcher = tuple[Any, int, Callable[[str, int], re.Match | None]]


@dataclass(frozen=True)
class Wordings:
    """Phrases by name, each looked for only at the words with which it may begin.

    `fitting` returns what matches those that a word may begin. Most begin none.
    """

    fitting: Callable[[str], Sequence[_Matcher]]

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
            (_Phrase(name, key, phrase), openings[name] if openings else [phrase])
            for key, (name, several) in enumerate(phrases.items())
            for phrase in several
        ]
        for key, listed in enumerate(lists, start=len(phrases)):
            pairs = [(name, phrase) for name, several in listed.items() for phrase in several]
            pairs.sort(key=lambda each: not each[1].startswith("("))
            known += [(_Phrase(name, key, rf"(?:{each})\b"), [each]) for name, each in pairs]
        return cls(lru_cache(maxsize=50_000)(_by_first_word(known)))

    def finditer(self, text: str) -> Iterator[tuple[Any, re.Match]]:
        """Yield each name with each match of its phrases, in the order of the text."""
        ends: dict[int, int] = {}  # of what was found last, by key
        for word in _WORD.finditer(text):
            for name, key, match in self.fitting(word[0]):
                found = match(text, word.start())
                if found and found.start() > ends.get(key, -1):
                    ends[key] = found.end()
                    yield name, found


def _by_first_word(
    phrases: Sequence[tuple[_Phrase, Sequence[str]]],
) -> Callable[[str], Sequence[_Matcher]]:
    """Return what tells, of a word, the phrases that may begin with it, in their order.

    No phrase is compiled before a text has such a word.
    """
    words, beginnings = defaultdict(set), defaultdict(set)
    for place, (_, openings) in enumerate(phrases):
        for choice in (choice for each in openings for choice in _choices(each)):
            letters = _LETTERS.match(choice)
            known = words if _WORD_ENDS.match(choice, letters.end()) else beginnings
            known[letters[1]].add(place)

    def fitting(word: str) -> Sequence[_Matcher]:
        begun = (beginnings.get(word[:end], ()) for end in range(len(word) + 1))
        places = sorted(words.get(word, set()).union(*begun))
        fit = (phrases[place][0] for place in places)
        return [(each.name, each.key, _compiled(each.regex).match) for each in fit]

    return fitting


@cache
def _compiled(regex: str) -> re.Pattern:
    return re.compile(regex)


def _choices(phrase: str) -> list[str]:
    """Return how a phrase may begin: "(?:false|fake) offers" with "false " or with "fake "."""
    choice = _CHOICE.match(phrase)
    return [each + phrase[choice.end() :] for each in choice[1].split("|")] if choice else [phrase]
