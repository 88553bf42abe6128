"""A user's own document in the place of the packaged rows of one country and edition."""

from pathlib import Path

import pandas as pd

from tipdata.briefing.rows import Rows
from tipdata.reading.document import read_narrative
from tipdata.reading.extract import extract
from tipdata.reading.narrative import Narrative
from tipdata.tables.declaration import table
from tipdata.tables.load import typed, whole

# Tables of which the document's rows replace the packaged ones, none where it gives none.
_REPLACED = (
    *("figures", "not_reported", "assessments", "profile", "flows", "laws", "coverage"),
    "explanations",
)


def rows_with(path: str, *, iso3: str, edition: int) -> Rows:
    """Return the packaged rows, those of one country and edition replaced by a document's.

    Raises
    ------
    tipdata.errors.NarrativeError
        Where the document can not be read, or is of another country or edition.
    """
    narrative = read_narrative(path, country=iso3, edition=edition)
    drawn = extract(narrative).tables() | {"coverage": _coverage(narrative)}
    replaced = {name: _replaced(name, narrative, drawn.get(name)) for name in _REPLACED}
    sources = pd.concat([whole("sources"), _source(narrative, Path(path).name)], ignore_index=True)
    return Rows(replaced | {"sources": sources.drop_duplicates("source_id", keep="last")})


def _replaced(name: str, narrative: Narrative, drawn: pd.DataFrame | None) -> pd.DataFrame:
    packaged = whole(name)
    own = (packaged["iso3"] == narrative.iso3) & (packaged["edition"] == narrative.edition)
    kept = packaged[~own]
    return kept if drawn is None else pd.concat([kept, drawn], ignore_index=True)


def _table(name: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    declared = table(name)
    raw = pd.DataFrame(rows, columns=declared.column_names, dtype="string")
    return typed(raw, declared=declared)


def _coverage(narrative: Narrative) -> pd.DataFrame:
    """Return each section that the document holds as read."""
    sections = dict.fromkeys(sentence.section for sentence in narrative.sentences)
    common = {
        "iso3": narrative.iso3,
        "edition": str(narrative.edition),
        "status": "read",
        "source_id": narrative.source_id,
    }
    return _table("coverage", [common | {"section": section} for section in sections])


def _source(narrative: Narrative, file_name: str) -> pd.DataFrame:
    row = {
        "source_id": narrative.source_id,
        "title": f"Document of your own: {file_name}",
        "publisher": "not stated",
        "licence": "not stated",
    }
    return _table("sources", [row])
