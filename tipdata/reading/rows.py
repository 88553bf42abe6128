"""Rows drawn from a narrative, as the declared tables."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from tipdata.reading.narrative import Narrative, Sentence
from tipdata.tables.declaration import table
from tipdata.tables.load import typed


def frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Return rows as the declared table `name`; a missing key or an empty text is a missing value.

    Raises
    ------
    tipdata.errors.TableError
        For a value that the column cannot hold.
    """
    declared = table(name)
    listed = list(rows)
    raw = {
        column: pd.Series([_cell(row.get(column)) for row in listed], dtype="string")
        for column in declared.column_names
    }
    return typed(pd.DataFrame(raw), declared=declared)


def _cell(value: Any) -> str | None:
    if value is None or value == "" or value is pd.NA:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def where(narrative: Narrative, sentence: Sentence, start: int, end: int) -> dict[str, Any]:
    """Return the columns that say whose a row is and where ``sentence.text[start:end]`` stands."""
    return {
        "iso3": narrative.iso3,
        "edition": narrative.edition,
        "source_id": narrative.source_id,
        "paragraph": sentence.paragraph,
        "sentence": sentence.number,
        "start": sentence.start + start,
        "end": sentence.start + end,
        "method": "extracted",
    }
