"""Which earlier number a figure is compared with."""

import pandas as pd

# Which part of a whole a figure counts.
BREAKDOWN = ["sex", "age", "exploitation", "nationality", "detail"]
# Figures count the same thing in the same unit for the same people where all of these are equal.
SAME = ["indicator", "unit", "status", *BREAKDOWN, "agency"]
_SENTENCE = ["section", "paragraph", "sentence"]


def pairs(figures: pd.DataFrame) -> dict[str, str]:
    """Return figure_id -> figure_id of the earlier number that the narrative compares it with.

    The figures stand in the order of the text. Of several comparators the latest earlier period
    counts, then the one that stands nearest; each serves one figure.
    """
    rows = figures[list({*SAME, *_SENTENCE, "figure_id", "period", "comparison"})]
    rows = rows.astype("object").to_dict("records")
    before: dict[tuple, dict[int, dict[str, object]]] = {}
    for place, row in enumerate(rows):
        if row["comparison"]:
            before.setdefault(_counted(row), {})[place] = row
    found: dict[str, str] = {}
    for place, row in enumerate(rows):
        if row["comparison"]:
            continue
        same = before.get(_counted(row), {})
        earlier = [each for each in same if same[each]["period"] < row["period"]]
        if earlier:
            best = min(earlier, key=lambda each: (-same[each]["period"], abs(each - place)))
            found[row["figure_id"]] = same.pop(best)["figure_id"]
    return found


def _counted(row: dict[str, object]) -> tuple:
    """Return what a figure counts; what nothing names is the same within a sentence only."""
    nameless = row["indicator"] == "other" and pd.isna(row["detail"])
    columns = [*SAME, *(_SENTENCE if nameless else ())]
    return tuple("" if pd.isna(row[each]) else row[each] for each in columns)


def certainty(now: pd.Series, before: pd.Series) -> str:
    """Return how well the change between two figures is known: "exact", "about" or "unknown".

    A bound or a range leaves the change open, even its direction.
    """
    qualifiers = {now["qualifier"], before["qualifier"]}
    ranged = pd.notna(now["value_max"]) or pd.notna(before["value_max"])
    if ranged or qualifiers & {"at_least", "at_most"}:
        return "unknown"
    return "about" if "approximate" in qualifiers else "exact"


def totals(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures that are neither comparisons nor parts of another figure."""
    return figures[~figures["comparison"] & figures["subset_of"].isna()]
