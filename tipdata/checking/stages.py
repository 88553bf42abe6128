"""Figures of one narrative against each other: stages, jumps, years."""

from collections.abc import Iterator

import pandas as pd

from tipdata.briefing.comparators import pairs, totals
from tipdata.checking.finding import Finding

_JUMP = 20


def stages(figures: pd.DataFrame) -> Iterator[Finding]:
    """Yield convictions beyond prosecutions, jumps against the comparator, and year slips."""
    for (iso3, edition), own in figures.groupby(["iso3", "edition"], sort=True):
        yield from _beyond(iso3, int(edition), own)
        yield from _jumps(iso3, int(edition), own)
        yield from _late(iso3, int(edition), own)


def _beyond(iso3: str, edition: int, own: pd.DataFrame) -> Iterator[Finding]:
    """Yield years with more convicted than prosecuted: possible, since cases last, but rare."""
    rows = totals(own)
    rows = rows[(rows["unit"] == "persons") & rows["exploitation"].isna()]
    for period, year in rows.groupby("period"):
        most = year.groupby("indicator")["value"].max()
        known = {"prosecutions", "convictions"} <= set(most.index)
        if known and most["convictions"] > most["prosecutions"]:
            message = (
                f"{most['convictions']:g} convicted, {most['prosecutions']:g} prosecuted "
                f"in {period}"
            )
            key = f"{iso3}|{edition}|{period}"
            yield Finding("convictions_exceed_prosecutions", iso3, edition, key, message)


def _jumps(iso3: str, edition: int, own: pd.DataFrame) -> Iterator[Finding]:
    by_id = own.set_index("figure_id")
    for now, before in pairs(own).items():
        low, high = sorted([float(by_id.loc[now, "value"]), float(by_id.loc[before, "value"])])
        if low >= 5 and high / low > _JUMP:
            message = f"{by_id.loc[now, 'indicator']} {low:g} and {high:g} are compared"
            yield Finding("jump", iso3, edition, f"{now}|{before}", message)


def _late(iso3: str, edition: int, own: pd.DataFrame) -> Iterator[Finding]:
    for _, row in own[own["period"] > edition].iterrows():
        message = f"{row['figure_id']} is of {row['period']}, after the edition"
        yield Finding("year_after_edition", iso3, edition, row["figure_id"], message)
