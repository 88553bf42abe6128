"""Learning what numbers count, and when: from passages coded by hand to the weights of clues.

``uv run --group learn python -m tipdata.reading.learning FOLDER ...`` learns from folders of coded
passages and writes the packaged weights anew; the packaged ones come from ``tests/gold/taught`` and
``tests/gold/tune``. Run it after a change of clues or passages.

A folder holds text files. In them a line ``== CODE EDITION SECTION`` begins a passage, and each
number that is to be counted stands in braces with its indicator and period:
``Police arrested {at least 31|arrests|2018} suspects``; one numeral with several rows lists their
indicators, parted by commas. Numbers without braces are not to be counted. The passages of
``cases.txt``, single sentences that settle a rule, weigh more than others. A folder with a
``passages.csv`` is one of those that `tipdata.reading.evaluation` describes.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from tipdata.errors import SourceError
from tipdata.reading.counting.count import Count
from tipdata.reading.counting.dating import basis
from tipdata.reading.counting.dating import years as years_of
from tipdata.reading.counting.judging import DATING, INTERCEPT, UNCOUNTED, WEIGHTS, Judge
from tipdata.reading.counting.reading import Reading
from tipdata.reading.evaluation import anchored, narratives_of
from tipdata.reading.figures import counts_of
from tipdata.reading.narrative import Narrative, Sentence, narrative_of

_HEAD = re.compile(r"^== (?P<iso3>\w{3}) (?P<edition>\d{4}) \w+ *$", re.MULTILINE)
_MARK = re.compile(r"\{(?P<words>[^{}|]*)\|(?P<indicators>[^{}|]*)\|(?P<period>\d{4})\}")
_SEEN = 2  # examples that a clue must occur in
_OF_CASES = 4.0  # sentences that each settle a rule, in cases.txt
_STRENGTH = 0.03  # inverse of the penalty on large weights
_STRENGTH_OF_YEARS = 0.1
# So that of judgements that are 0.7 sure seven in ten are right, on passages coded by hand.
_SHARPNESS = 3
_LEAST = 15  # hundredths: a clue with no greater weight is left out


@dataclass(frozen=True)
class Mark:
    """A number coded by hand: where its words stand, what it counts and when."""

    start: int
    end: int
    indicators: tuple[str, ...]
    period: int


@dataclass(frozen=True)
class Passage:
    """A passage with its marks; `weight` is how many passages it stands for."""

    narrative: Narrative
    marks: tuple[Mark, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Example:
    """The clues to one number, what it counts, and how many examples it stands for."""

    clues: tuple[str, ...]
    indicator: str
    weight: float = 1.0


@dataclass(frozen=True)
class Year:
    """The clues to one of the years that a number may be of, and whether it is."""

    clues: tuple[str, ...]
    right: bool


def passages(folder: Path) -> Iterator[Passage]:
    """Yield the coded passages of a folder.

    Raises
    ------
    tipdata.errors.SourceError
        For a folder without texts, a file that does not begin with a head line, or a brace that is
        no mark.
    """
    if (folder / "passages.csv").exists():
        yield from _gold(folder)
        return
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise SourceError(f"{folder.name} holds no coded passages: text files, or a passages.csv")
    for path in paths:
        text = path.read_text(encoding="utf-8")
        heads = list(_HEAD.finditer(text))
        if not heads or heads[0].start():
            raise SourceError(f"{path.name} must begin with a line like '== XAA 2019 protection'")
        ends = [each.start() for each in heads[1:]] + [len(text)]
        weight = _OF_CASES if path.stem == "cases" else 1.0
        for head, end in zip(heads, ends, strict=True):
            yield _passage(path.name, head, text[head.end() : end].strip(), weight=weight)


def _gold(folder: Path) -> Iterator[Passage]:
    """Yield the passages of a gold folder."""
    marks: dict[str, dict[tuple[int, int, int], list[str]]] = {}
    for row in anchored(folder):
        place = (row.start, row.end, int(row.period))
        marks.setdefault(row.passage, {}).setdefault(place, []).append(row.indicator)
    for passage, narrative in narratives_of(folder).items():
        coded = sorted(marks.get(passage, {}).items())
        yield Passage(
            narrative, tuple(Mark(*place[:2], tuple(names), place[2]) for place, names in coded)
        )


def _passage(name: str, head: re.Match, coded: str, *, weight: float) -> Passage:
    marks, plain, after = [], "", 0
    for match in _MARK.finditer(coded):
        plain += coded[after : match.start()]
        start = len(plain)
        plain += match["words"]
        indicators = tuple(match["indicators"].split(","))
        marks.append(Mark(start, len(plain), indicators, int(match["period"])))
        after = match.end()
    plain += coded[after:]
    if "{" in plain or "}" in plain:
        raise SourceError(f"{name}: a brace is no mark {{words|indicator|period}}: {plain[:60]!r}")
    return Passage(
        narrative_of(plain, iso3=head["iso3"], edition=int(head["edition"])),
        tuple(marks),
        weight,
    )


def examples(passage: Passage) -> tuple[list[Example], list[Year]]:
    """Return the clues to each number of a passage, as if those before were all judged right.

    Beside them stand the clues to each year that a number may be of.
    """
    found: list[Example] = []
    dated: list[Year] = []

    def marked(sentence: Sentence, count: Count) -> Mark | None:
        start, end = sentence.start + count.item.first, sentence.start + count.item.end
        marks = (each for each in passage.marks if each.start < end and start < each.end)
        return next(marks, None)

    def told(sentence: Sentence, count: Count, clues: list[str]) -> tuple[str, float]:
        mark = marked(sentence, count)
        indicator = mark.indicators[0] if mark else UNCOUNTED
        found.append(Example(tuple(dict.fromkeys(clues)), indicator, passage.weight))
        return indicator, 1.0

    def date(sentence: Sentence, reading: Reading, carried: int | None) -> None:
        for count in reading.counts:
            mark = marked(sentence, count)
            if mark is not None:
                options = years_of(reading, count, carried=carried)
                dated.extend(Year(tuple(why), mark.period == year) for year, why in options.items())
        for count in reading.counts:
            mark = marked(sentence, count)
            if mark is not None and mark.period != count.period:
                count.period, count.basis = mark.period, basis(reading, mark.period)

    for _ in counts_of(passage.narrative, told, date):
        pass
    return found, dated


def learned(found: Iterable[Example]) -> Judge:
    """Return the judge of what numbers count that examples of three indicators or more teach."""
    found = list(found)
    names, matrix = _matrix([each.clues for each in found])
    labels, sizes = zip(*((each.indicator, each.weight) for each in found), strict=True)
    model = _model(matrix, labels, strength=_STRENGTH, weights=sizes)
    weights = np.vstack([model.intercept_, model.coef_.T]) * _SHARPNESS * 100
    places = {name: place for place, name in enumerate([INTERCEPT, *names])}
    return Judge(places, tuple(model.classes_.tolist()), weights)


def learned_years(found: Iterable[Year]) -> dict[str, float]:
    """Return the weights of the clues to years, in hundredths."""
    found = list(found)
    names, matrix = _matrix([each.clues for each in found])
    model = _model(matrix, [each.right for each in found], strength=_STRENGTH_OF_YEARS)
    return dict(zip(names, (model.coef_[0] * 100).tolist(), strict=True))


def _matrix(rows: list[tuple[str, ...]]) -> tuple[list[str], Any]:
    """Return the clues that occur often enough, and which row has which."""
    from scipy.sparse import csr_array

    seen = Counter(clue for row in rows for clue in set(row))
    names = sorted(clue for clue, times in seen.items() if times >= _SEEN)
    places = {name: place for place, name in enumerate(names)}
    columns = [sorted({places[clue] for clue in row if clue in places}) for row in rows]
    ends = np.cumsum([0, *map(len, columns)], dtype="int32")
    flat = np.array([place for each in columns for place in each], dtype="int32")
    return names, csr_array((np.ones(len(flat)), flat, ends), shape=(len(rows), len(names)))


def _model(
    matrix: Any, labels: Sequence, *, strength: float, weights: Sequence[float] | None = None
) -> Any:
    from sklearn.svm import LinearSVC

    return LinearSVC(C=strength, random_state=0).fit(matrix, labels, sample_weight=weights)


def write(judge: Judge, years: dict[str, float], *, folder: Path, learned_from: str) -> None:
    """Write the weights as tables, in hundredths: a clue a row, an indicator a column.

    The first column's name says which passages they were learned from.
    """
    telling = (clue for clue, place in judge.clues.items() if _telling(judge.weights[place]))
    rows = ([clue, *_whole(judge.weights[judge.clues[clue]])] for clue in telling)
    _table(folder / WEIGHTS.name, [learned_from, *judge.indicators], rows)
    rows = ([clue, *_whole([weight])] for clue, weight in years.items())
    _table(folder / DATING.name, [learned_from, "year"], rows)


def _telling(weights: np.ndarray) -> bool:
    """Tell whether a clue says enough of any indicator to be kept."""
    return bool(np.abs(weights).max() >= _LEAST)


def _whole(weights: Iterable[float]) -> list[str]:
    return [str(round(each)) for each in weights]


def _table(path: Path, names: list[str], rows: Iterable[list[str]]) -> None:
    lines = ("\t".join(row) + "\n" for row in [names, *rows])
    path.write_text("".join(lines), encoding="utf-8")


def stamp(folders: Iterable[Path]) -> str:
    """Return what tells the files of some folders from any others."""
    found = sha256()
    for path in sorted(each for folder in folders for each in folder.iterdir()):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]


def main(folders: list[Path]) -> None:
    """Learn from the folders and write the packaged weights."""
    taught = [examples(passage) for folder in folders for passage in passages(folder)]
    judge = learned(each for found, _ in taught for each in found)
    years = learned_years(each for _, dated in taught for each in dated)
    write(judge, years, folder=WEIGHTS.parent, learned_from=stamp(folders))
    print(f"learned from {sum(len(found) for found, _ in taught)} numbers")


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:]])
