"""All that is drawn from a narrative: a pure function from its sentences to tables."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from tipdata.reading.assessments import assessments
from tipdata.reading.corrections import Correction, corrected
from tipdata.reading.figures import figures
from tipdata.reading.flows import flows
from tipdata.reading.narrative import Narrative
from tipdata.reading.not_reported import not_reported
from tipdata.reading.profile import profile
from tipdata.reading.rows import frame

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Extraction:
    """The rows drawn from one narrative, each table with the columns of the packaged one."""

    figures: "pd.DataFrame"
    not_reported: "pd.DataFrame"
    assessments: "pd.DataFrame"
    profile: "pd.DataFrame"
    flows: "pd.DataFrame"

    def tables(self) -> dict[str, "pd.DataFrame"]:
        """Return the tables by their names."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


def extract(narrative: Narrative, *, corrections: Sequence[Correction] = ()) -> Extraction:
    """Return the rows that a narrative holds, with their place in it.

    The same narrative gives the same rows; nothing is fetched, and nothing but the narrative, the
    corrections and the packaged vocabulary is looked at.

    Parameters
    ----------
    narrative
        As `read_narrative` gives it.
    corrections
        As `read_corrections` gives them; those of other narratives are left alone.

    Returns
    -------
    Extraction
        Frames with the columns of the packaged tables: `figures` (one row a number), `not_reported`
        (one row a thing left unreported), `assessments` (one row an aspect judged), `profile` (one
        row a trait) and `flows` (one row a pair of origin and destination for one group of people).
        What the narrative does not say is missing.

    Raises
    ------
    tipdata.errors.NarrativeError
        For a correction whose target is gone or changed.

    Examples
    --------
    >>> narrative = read_narrative("peru-2018.txt")  # doctest: +SKIP
    >>> extract(narrative).figures[["indicator", "value", "period"]]  # doctest: +SKIP
    """
    rows = {
        "figures": figures(narrative),
        "not_reported": not_reported(narrative),
        "assessments": frame("assessments", assessments(narrative)),
        "profile": frame("profile", profile(narrative)),
        "flows": frame("flows", flows(narrative)),
    }
    return Extraction(**corrected(rows, narrative, corrections))
