"""Parts against their total."""

from collections.abc import Iterator

import pandas as pd

from tipdata.checking.finding import Finding

# Parts that differ only in one of these split their total and may be added up.
_SPLITS = ("sex", "age", "exploitation", "nationality", "status")


def parts(figures: pd.DataFrame) -> Iterator[Finding]:
    """Yield each part, and each complete split, that is larger than its total."""
    totals = figures.set_index("figure_id")
    with_total = figures[figures["subset_of"].notna()]
    for total_id, group in with_total.groupby("subset_of", sort=True):
        total = totals.loc[total_id]
        same = group[(group["unit"] == total["unit"]) & (group["indicator"] == total["indicator"])]
        yield from _single(total_id, total, same)
        yield from _split(total_id, total, same)


def _most(row: pd.Series) -> float:
    return float(row["value_max"]) if pd.notna(row["value_max"]) else float(row["value"])


def _single(total_id: str, total: pd.Series, group: pd.DataFrame) -> Iterator[Finding]:
    if total["qualifier"] == "at_least":
        return
    for _, part in group.iterrows():
        if part["value"] > _most(total):
            yield Finding(
                "part_exceeds_total",
                total["iso3"],
                int(total["edition"]),
                part["figure_id"],
                f"{part['figure_id']} {part['value']:g} is a part of {total_id} {total['value']:g}",
            )


def _split(total_id: str, total: pd.Series, group: pd.DataFrame) -> Iterator[Finding]:
    for column in _SPLITS:
        others = [each for each in (*_SPLITS, "detail") if each != column]
        here = group[group[column].notna() & group[others].isna().all(axis=1)]
        here = here.drop_duplicates(column)
        added = float(here["value"].sum())
        if len(here) > 1 and added > _most(total) and total["qualifier"] != "at_least":
            yield Finding(
                "parts_exceed_total",
                total["iso3"],
                int(total["edition"]),
                f"{total_id}:{column}",
                f"the parts of {total_id} by {column} add up to {added:g}, "
                f"it is {total['value']:g}",
            )
