"""Judging what a number counts from its clues, by weights learned from passages coded by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from pathlib import Path

import numpy as np

INTERCEPT = "(any)"
UNCOUNTED = "none"  # a number that reports nothing: of a law, an age, a place
_SURE = 0.6  # a number is left out only where it surely counts nothing
_GRAMMAR = Path(__file__).resolve().parents[1] / "grammar"
DATING = _GRAMMAR / "weights_of_years.tsv"
WEIGHTS = _GRAMMAR / "weights.tsv"


@dataclass(frozen=True)
class Judge:
    """Clues, indicators and how much each clue speaks for each indicator, in hundredths.

    The packaged weights are whole numbers: their sums are the same on every machine.
    """

    clues: dict[str, int]
    indicators: tuple[str, ...]
    weights: np.ndarray

    def __call__(self, clues: list[str]) -> tuple[str, float]:
        """Return the likeliest indicator, or "none", and how likely it is."""
        known = list(filter(None, map(self.clues.get, clues)))  # row 0 is no clue
        scores = np.add.reduce(self.weights.take(known, axis=0)) + self.weights[0]
        likely = np.exp((scores - scores[scores.argmax()]) / 100)
        likely /= np.add.reduce(likely)
        best = likely.argmax()
        if self.indicators[best] == UNCOUNTED and likely[best] < _SURE:
            likely[best] = 0
            best = likely.argmax()
        return self.indicators[best], float(likely[best])


@cache
def dater() -> Callable[[list[str]], int]:
    """Return what sums the packaged weights of the clues to a year, in hundredths."""
    with DATING.open(encoding="utf-8") as file:
        next(file)
        pairs = (line.rstrip("\n").split("\t") for line in file)
        weights = {clue: int(weight) for clue, weight in pairs}
    return lambda clues: sum(map(weights.get, clues, repeat(0)))


@cache
def judge() -> Judge:
    """Return the judge with the packaged weights."""
    with WEIGHTS.open(encoding="utf-8") as file:
        _, *indicators = next(file).rstrip("\n").split("\t")
        lines = [line.partition("\t") for line in file]
    numbers = np.fromstring("\t".join([rest for *_, rest in lines]), dtype="int32", sep="\t")
    weights = numbers.reshape(len(lines), len(indicators))
    return Judge({clue: row for row, (clue, *_) in enumerate(lines)}, tuple(indicators), weights)
