"""The tables of rules that stand beside the modules of this folder, and what a module makes."""

from pathlib import Path
from typing import NamedTuple

import pandas as pd

FOLDER = Path(__file__).resolve().parent


class Made(NamedTuple):
    """A table made from raw files, and what its making has to tell (one line each)."""

    table: pd.DataFrame
    notes: list[str]


def rules(name: str) -> pd.DataFrame:
    """Return the table ``<name>.csv`` of this folder, every cell as text."""
    return pd.read_csv(FOLDER / f"{name}.csv", dtype="string", keep_default_na=False)
