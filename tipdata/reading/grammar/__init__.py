"""The grammar of the reading program: words and patterns as tables that a reviewer can read."""

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
