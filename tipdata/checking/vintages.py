"""The same thing for the same period, as successive editions tell it."""

from collections.abc import Iterator

import pandas as pd

from tipdata.briefing import comparators
from tipdata.checking.finding import Finding

# Two figures are vintages of one value where all of these are equal.
SAME = ["iso3", "period", *comparators.SAME]


def vintages(figures: pd.DataFrame) -> pd.DataFrame:
    """Return pairs of editions that tell one value: one row is a pair of successive tellings.

    Columns: those in SAME, then edition, value and figure_id of the earlier telling, the same of
    the later one (suffix _later), and the difference. Only totals, and only where an edition tells
    the value once.
    """
    totals = figures[figures["subset_of"].isna()]
    keyed = totals.assign(**{each: totals[each].astype("string").fillna("") for each in SAME})
    once = keyed[~keyed.duplicated([*SAME, "edition"], keep=False)]
    once = once.sort_values([*SAME, "edition"], kind="stable")
    kept = ["edition", "value", "figure_id"]
    later = once.groupby(SAME, sort=False)[kept].shift(-1).add_suffix("_later")
    pairs = pd.concat([once[[*SAME, *kept]], later], axis=1)
    pairs = pairs[pairs["edition_later"].notna()]
    return pairs.assign(difference=pairs["value_later"] - pairs["value"]).reset_index(drop=True)


def revisions(figures: pd.DataFrame) -> Iterator[Finding]:
    """Yield each value that a later edition tells differently."""
    pairs = vintages(figures)
    for _, pair in pairs[pairs["difference"] != 0].iterrows():
        yield Finding(
            "revised_by_later_edition",
            pair["iso3"],
            int(pair["edition_later"]),
            f"{pair['figure_id']}|{pair['figure_id_later']}",
            f"{pair['indicator']} of {pair['period']}: {pair['value']:g} in edition "
            f"{pair['edition']}, {pair['value_later']:g} in edition {pair['edition_later']}",
        )
