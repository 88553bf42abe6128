"""The grammar of the reading program: words and patterns as tables that a reviewer can read.

Words: ``verbs`` (class of what is done), ``nouns`` (class of what is counted), ``events`` (what a
noun without a number says was done), ``modifiers`` and ``demonyms`` (breakdown), ``agencies``,
``function_words``, ``split_verbs`` ("found ... guilty"), ``other_crimes``; ``deniables`` (things of
which "no ..." says a zero); ``telling`` (what says that something was not reported) and
``unreported`` (what it names).
Numbers: ``number_words``, ``number_contexts`` (what makes a number count nothing), ``qualifiers``,
``currencies``, ``currency_symbols``. Time and comparison: ``times``, ``comparators``.

What a number counts is judged by ``weights.tsv``: how much each clue (a word beside the number, the
verb over it, the count before it) speaks for each indicator, in hundredths; of which year it is, by
``weights_of_years.tsv``. Both are learned from passages coded by hand, never edited: see
`tipdata.reading.learning`. ``patterns`` gives the strongest clue (the first row whose doing and
noun fit), and decides alone what a denied verb says; ``units`` gives the unit of an indicator and a
noun.

To teach a word, add it to the row of its class; to settle a case, code passages that hold it under
``tests/gold/taught`` and learn anew; either way add a case under ``tests/reading/cases``.
"""

import csv
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of ``NAME.csv``, each cell as text, in the order of the file."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def listed(cell: str) -> list[str]:
    """Return the entries of a cell that lists several, parted by semicolons."""
    return [each.strip() for each in cell.split(";") if each.strip()]


def pairs(cell: str) -> dict[str, str]:
    """Return the ``name=value`` pairs of a cell, parted by spaces."""
    return dict(each.split("=", 1) for each in cell.split())
