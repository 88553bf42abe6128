"""Which earlier number a figure is compared with."""

import pandas as pd

# Which part of a whole a figure counts.
BREAKDOWN = ["sex", "age", "exploitation", "nationality", "detail"]
# Figures count the same thing in the same unit for the same people where all of these are equal.
SAME = ["indicator", "unit", "status", *BREAKDOWN, "agency"]


def pairs(figures: pd.DataFrame) -> dict[str, str]:
    """Return figure_id -> figure_id of the earlier number that the narrative compares it with.

    The figures stand in the order of the text. Of several comparators the latest earlier period
    counts, then the one that stands nearest; each serves one figure.
    """
    figures = figures.reset_index(drop=True)
    keys = _keys(figures)
    now = figures[~figures["comparison"]]
    before = figures[figures["comparison"]]
    found: dict[str, str] = {}
    for place, row in now.iterrows():
        free = before[
            (keys[before.index] == keys[place])
            & (before["period"] < row["period"])
            & ~before["figure_id"].isin(found.values())
        ]
        if len(free):
            order = pd.DataFrame({"period": -free["period"], "distance": abs(free.index - place)})
            best = order.sort_values(["period", "distance"], kind="stable").index[0]
            found[row["figure_id"]] = free.loc[best, "figure_id"]
    return found


def _keys(figures: pd.DataFrame) -> pd.Series:
    """Return what each figure counts; what nothing names is the same within a sentence only."""
    nameless = (figures["indicator"] == "other") & figures["detail"].isna()
    sentence = figures[["section", "paragraph", "sentence"]].where(nameless)
    counted = pd.concat([figures[SAME], sentence], axis=1)
    return counted.astype("string").fillna("").agg("|".join, axis=1)


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
