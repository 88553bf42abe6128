"""Two sources on one narrative: the same number told twice, a zero beside "not reported"."""

from collections.abc import Iterator

import pandas as pd

from tipdata.checking.finding import Finding

_SAME = ["iso3", "edition", "indicator", "period"]


def sources(figures: pd.DataFrame, not_reported: pd.DataFrame) -> Iterator[Finding]:
    """Yield what a digest and a narrative of one edition tell twice, or otherwise.

    A number that both tell would be added to itself; and where one says that nothing was done and
    the other that nothing was reported, only one of them can stand.
    """
    yield from _twice(figures[figures["subset_of"].isna()])
    yield from _zeros(figures[figures["value"] == 0], not_reported)


def _twice(figures: pd.DataFrame) -> Iterator[Finding]:
    columns = [*_SAME, "value", "unit", "figure_id", "source_id"]
    both = figures[columns].merge(figures[columns], on=[*_SAME, "value", "unit"])
    for row in both[both["source_id_x"] < both["source_id_y"]].itertuples():
        key = f"{row.figure_id_x}|{row.figure_id_y}"
        message = f"{row.indicator} {row.value:g} of {row.period} is told by two sources"
        yield Finding("told_by_two_sources", row.iso3, int(row.edition), key, message)


def _zeros(zeros: pd.DataFrame, not_reported: pd.DataFrame) -> Iterator[Finding]:
    both = zeros.merge(not_reported[[*_SAME, "source_id"]], on=_SAME, suffixes=("", "_silent"))
    both = both[both["source_id"] != both["source_id_silent"]].drop_duplicates("figure_id")
    for row in both.itertuples():
        message = (
            f"{row.figure_id} says no {row.indicator} in {row.period}, "
            f"{row.source_id_silent} that they were not reported"
        )
        yield Finding("zero_or_not_reported", row.iso3, int(row.edition), row.figure_id, message)
