"""Looking for many phrases in one pass over a text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

# "(?:false|fake) offers" stands for as many phrases as it has first words.
_CHOICE = re.compile(r"\(\?:([a-z][\w -]*(?:\|[a-z][\w -]*)+)\)(?![?*+{])")
_PLAIN = re.compile(r"[a-z -](?![?*+{])")

_Phrase = tuple[str, str]  # what is left of a phrase, and its name


def beginnings(phrases: Sequence[str]) -> re.Pattern:
    """Return what matches the mark before any of the phrases.

    Examples
    --------
    >>> found = beginnings(["farms?", "(?:on|at) sea"]).finditer(" a farm at sea")
    >>> [each.start() for each in found]
    [2, 7]
    """
    return re.compile(rf"\W(?={_tree([(each, '') for each in phrases])})")


def listing(phrases: Mapping[str, Sequence[str]]) -> re.Pattern:
    r"""Return what matches any of the phrases, from the mark before it to the end of its last word.

    The match's `lastgroup` is the name of the phrase, two underscores and a number. Where several
    phrases fit, those that begin with a choice go first, then those that stand first.

    Examples
    --------
    >>> pattern = listing({"farms": ["farm\\w*"], "sea": ["fish(?:ing)?", "(?:on|at) sea"]})
    >>> [each.lastgroup.partition("__")[0] for each in pattern.finditer(" fish, farmers")]
    ['sea', 'farms']
    """
    named = [(each, name) for name, listed in phrases.items() for each in listed]
    return re.compile(rf"\W{_tree(named)}")


@dataclass(frozen=True)
class Wordings:
    """Phrases by name, each looked for by itself: those of several names may overlap.

    No pattern is tried but after a mark that `marks` matches, one of `beginnings`.
    """

    patterns: Mapping[str, re.Pattern]
    marks: re.Pattern

    @classmethod
    def of(cls, phrases: Mapping[str, Sequence[str]]) -> "Wordings":
        """Return what finds phrases, which begin with a word and have no alternatives unbracketed.

        Examples
        --------
        >>> wordings = Wordings.of({"sea": ["at sea", "farms? at"], "farm": ["farms?"]})
        >>> [(name, match.span()) for name, match in wordings.finditer("A farm at sea")]
        [('sea', (2, 9)), ('farm', (2, 6))]
        """
        patterns = {name: re.compile("|".join(several)) for name, several in phrases.items()}
        return cls(patterns, beginnings([each for several in phrases.values() for each in several]))

    def finditer(self, text: str) -> Iterator[tuple[str, re.Match]]:
        """Yield each name with each match of its phrases, in the order of the text."""
        ends: dict[str, int] = {}
        for mark in self.marks.finditer(f" {text}"):
            start = mark.start()  # of the word: the space shifts the mark by one
            for name, pattern in self.patterns.items():
                match = pattern.match(text, start)
                if match and start > ends.get(name, -1):
                    ends[name] = match.end()
                    yield name, match


def _tree(phrases: Sequence[_Phrase]) -> str:
    """Return the phrases as a tree of letters: most are passed over at a glance."""
    chosen = [(each, name) for phrase, name in phrases for each in _choices(phrase)]
    plain = [each for each in phrases if _PLAIN.match(each[0])]
    return _branch(chosen + plain, count())


def _choices(phrase: str) -> list[str]:
    if _PLAIN.match(phrase):
        return []
    choice = _CHOICE.match(phrase)
    return [each + phrase[choice.end() :] for each in choice[1].split("|")] if choice else [phrase]


def _branch(phrases: Sequence[_Phrase], numbers: Iterator[int]) -> str:
    """Join phrases letter by letter; the order is kept of those that may fit at one place."""
    branches, by_letter = [], {}
    for rest, name in phrases:
        if _PLAIN.match(rest):
            by_letter.setdefault(rest[0], []).append((rest[1:], name))
            continue
        branches += [letter + _branch(each, numbers) for letter, each in by_letter.items()]
        by_letter = {}
        end = rf"(?P<{name}__{next(numbers)}>(?:{rest})\b)" if name else f"(?:{rest})"
        branches.append(end)
    branches += [letter + _branch(each, numbers) for letter, each in by_letter.items()]
    return f"(?:{'|'.join(branches)})"
