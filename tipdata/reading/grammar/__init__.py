"""The grammar of the reading program: words and patterns as tables that a reviewer can read.

Words: ``verbs`` (class of what is done), ``nouns`` (class of what is counted), ``events`` (what a
noun without a number says was done), ``modifiers`` and ``demonyms`` (breakdown), ``agencies``,
``function_words``, ``split_verbs`` ("found ... guilty"), ``other_crimes``, ``unreported``.
Numbers: ``number_words``, ``number_contexts`` (what makes a number count nothing), ``qualifiers``,
``currencies``, ``currency_symbols``. Time and comparison: ``times``, ``comparators``.

``patterns`` decides: the first row whose doing and noun fit gives indicator, unit and detail. To
teach a word, add it to the row of its class; to settle a case, add a pattern above the more general
ones, with an example; either way add a case under ``tests/reading/cases``.
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
