"""Which part of a narrative a sentence stands in: by headings, else by words and their order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import sub

from tipdata.reading.paragraphs import Paragraph
from tipdata.reading.vocabulary import vocabulary

# The order in which parts follow one another; older editions begin with the profile.
ORDER = ("assessment", "recommendations", "prosecution", "protection", "prevention", "profile")

_WORD = re.compile(r"[a-z][a-z'\u2019-]*")
_TITLE = re.compile(
    r".{0,60}\b(?:trafficking in (?:human )?persons|human trafficking|tip) report\b.{0,60}",
    re.IGNORECASE,
)
_TIER = re.compile(r".{0,50}\(?\btier\s[123](?: watch ?list)?\)?[*\u2020]?", re.IGNORECASE)
_ENDED = re.compile(r"[.!?;:,\u2026][\"'\u201d\u2019)\]]*\Z")

# After these a word such as "support" or "staff" is a noun, and the sentence gives no advice.
_AS_NOUN = frozenset(
    ("for", "of", "from", "in", "by", "at", "was", "were", "is", "are", "numbers", "members")
)
# What it costs a reader to believe that the next sentence is of the next part, or of another,
# within a paragraph and between two.
_NEXT = {True: 12.0, False: 1.0}
_OTHER = {True: 24.0, False: 5.0}
_MOST = 12.0


@dataclass(frozen=True)
class Part:
    """A paragraph's prose, its heading left out; `section` is empty where no heading tells it."""

    start: int
    end: int
    section: str = ""


@cache
def _heading() -> re.Pattern:
    names = vocabulary("sections")["headings"]
    either = "|".join(f"(?P<{name}>{words})" for name, words in names.items())
    return re.compile(rf"\s*(?:{either})(?:\s*[:\u2013\u2014]\s*|\s*\Z|\.\s*\Z)", re.IGNORECASE)


@cache
def _capitals() -> re.Pattern:
    """Match a heading in capitals that runs on into its first sentence."""
    names = vocabulary("sections")["headings"]
    return re.compile(
        r"\s*(?:" + "|".join(f"(?P<{name}>(?i:{words})\\b)" for name, words in names.items()) + ")"
    )


@cache
def _boilerplate() -> re.Pattern:
    return re.compile(
        "|".join(f"(?:{each})" for each in vocabulary("sections")["boilerplate"]), re.I
    )


def is_title(line: str) -> bool:
    """Whether a line is the title of a report or of a part of it, not prose."""
    line = line.strip()
    return len(line) <= 160 and not _ENDED.search(line) and _TITLE.fullmatch(line) is not None


def is_boilerplate(line: str) -> bool:
    """Whether a line belongs to the page or blog around a narrative."""
    line = line.strip()
    return len(line) <= 160 and _boilerplate().fullmatch(line) is not None


def heading(line: str) -> tuple[str, int] | None:
    """Return the part that a line's first words name as its heading, and where they end."""
    head = line[:160]
    found = _heading().match(head)
    if found is None:
        found = _capitals().match(head)
        if found is None or not found[0].isupper() or head[found.end() :][:1].islower():
            return None
    return next(name for name in ORDER if found.groupdict().get(name)), found.end()


def parts(text: str, found: Sequence[Paragraph]) -> Iterator[Part]:
    """Yield the prose of the paragraphs; headings, titles and lines of the page are left out."""
    section = ""
    for paragraph in found:
        line = text[paragraph.start : min(paragraph.end, paragraph.start + 200)]
        start = paragraph.start
        named = heading(line)
        if named:
            section, start = named[0], start + named[1]
        elif is_title(line) or is_boilerplate(line) or is_heading(line):
            continue
        if text[start : paragraph.end].strip():
            yield Part(start, paragraph.end, section)


def is_heading(line: str) -> bool:
    """Whether a short line is some heading: a tier, capitals, or a few capitalised words."""
    line = line.strip()
    if _TIER.fullmatch(line):
        return True
    words = line.split()
    if not 1 <= len(words) <= 6 or _ENDED.search(line) or any(each.isdigit() for each in line):
        return False
    return line.isupper() or all(each[:1].isupper() for each in words)


def assigned(texts: Sequence[str], places: Sequence[int], known: Sequence[str]) -> list[str]:
    """Return the section of each sentence.

    Parameters
    ----------
    texts
        The sentences.
    places
        The paragraph of each.
    known
        The section that a heading tells, or "" where none does.
    """
    sections = list(known)
    open_end = next((index for index, each in enumerate(known) if each), len(known))
    if open_end:
        allowed = ORDER if open_end == len(known) else ("profile", "assessment", "recommendations")
        sections[:open_end] = _best_path(texts[:open_end], places[:open_end], allowed)
    return sections


@cache
def _words() -> dict[str, list[tuple[str, float]]]:
    """Return, for each word, the parts that it speaks for and how strongly."""
    words: dict[str, list[tuple[str, float]]] = {}
    for section, by_weight in vocabulary("sections")["words"].items():
        for weight, listed in by_weight.items():
            for word in listed.split():
                words.setdefault(word, []).append((section, float(weight)))
    return words


@cache
def _phrases() -> dict[str, list[tuple[str, str, float]]]:
    """Return, by its first word, each phrase with the part that it speaks for and how strongly."""
    phrases: dict[str, list[tuple[str, str, float]]] = {}
    for section, by_weight in vocabulary("sections")["phrases"].items():
        for weight, listed in by_weight.items():
            for phrase in listed:
                first = phrase.split(" ")[0]
                phrases.setdefault(first, []).append((phrase, section, float(weight)))
    return phrases


@cache
def _advice() -> frozenset[str]:
    return frozenset(vocabulary("sections")["recommendation"].split())


def _scores(sentence: str) -> dict[str, float]:
    """Return how strongly a sentence's words speak for each part, at most so much for each."""
    words, phrases = _words(), _phrases()
    folded = sentence[:2000].casefold().replace("\u2019", "'")
    scores = dict.fromkeys(ORDER, 0.0)
    tokens = _WORD.findall(folded)
    for word in words.keys() & tokens:
        for section, weight in words[word]:
            scores[section] += weight
    scores = {section: min(score, _MOST) for section, score in scores.items()}
    for first in phrases.keys() & tokens:
        for phrase, section, weight in phrases[first]:
            if phrase in folded:
                scores[section] += weight
    advises = (
        bool(tokens)
        and tokens[0] in _advice()
        and folded.startswith(tokens[0])
        and not _AS_NOUN.intersection(tokens[1:2])
    )
    scores["recommendations"] += 2 * _MOST if advises else -_MOST
    return scores


def _best_path(texts: Sequence[str], places: Sequence[int], allowed: Sequence[str]) -> list[str]:
    """Return the likeliest run of parts: each sentence's own words, less the cost of each turn."""
    scores = _scores(texts[0])
    best = [scores[part] for part in allowed]
    costs = {within: _costs(tuple(allowed), within) for within in (True, False)}
    steps = []
    for index in range(1, len(texts)):
        scores = _scores(texts[index])
        step, reached = [], []
        for part, turns in zip(allowed, costs[places[index] == places[index - 1]], strict=True):
            ways = list(map(sub, best, turns))
            most = max(ways)
            step.append(ways.index(most))
            reached.append(most + scores[part])
        steps.append(step)
        best = reached
    path = [best.index(max(best))]
    for step in reversed(steps):
        path.append(step[path[-1]])
    return [allowed[number] for number in reversed(path)]


@cache
def _costs(allowed: tuple[str, ...], within: bool) -> list[list[float]]:
    """Return, for each part, what it costs to turn to it from each part."""
    return [[_turn(before, after, within) for before in allowed] for after in allowed]


def _turn(before: str, after: str, within: bool) -> float:
    if before == after:
        return 0.0
    follows = ORDER.index(after) == (ORDER.index(before) + 1) % len(ORDER)
    return (_NEXT if follows else _OTHER)[within]
