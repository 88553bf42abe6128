"""What a narrative says of the tier, against the table of tiers."""

from collections.abc import Iterator

import pandas as pd

from tipdata.briefing.history import SCALE
from tipdata.checking.finding import Finding


def movements(assessments: pd.DataFrame, tiers: pd.DataFrame) -> Iterator[Finding]:
    """Yield each stated tier or movement that the table of tiers contradicts."""
    placed = {
        (row.iso3, row.edition): str(row.tier) for row in tiers[tiers["tier"].notna()].itertuples()
    }
    for row in assessments[assessments["aspect"] == "overall"].itertuples():
        now = placed.get((row.iso3, row.edition))
        before = placed.get((row.iso3, row.edition - 1))
        key = f"{row.iso3}|{row.edition}"
        if pd.notna(row.tier) and now is not None and row.tier != now:
            message = f"the narrative says tier {row.tier}, the table {now}"
            yield Finding("tier_differs", row.iso3, int(row.edition), key, message)
        if pd.notna(row.movement) and not _fits(str(row.movement), before, now):
            message = f"the narrative says {row.movement}, the table {before} to {now}"
            yield Finding("movement_differs", row.iso3, int(row.edition), key, message)


def _fits(movement: str, before: str | None, now: str | None) -> bool:
    """Whether a movement fits two placements; what is not known or not on the scale fits."""
    if before not in SCALE or now not in SCALE:
        return True
    step = SCALE.index(now) - SCALE.index(before)
    return {
        "upgraded": step < 0,
        "downgraded": step > 0,
        "auto-downgrade": step > 0,
        "remained": step == 0,
        "waiver": step == 0,
    }[movement]
