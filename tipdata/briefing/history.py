"""The tier history of a country: placements in order, and how they moved."""

import pandas as pd

from tipdata.briefing.rows import Rows

# The scale from best to worst; a special case stands apart.
SCALE = ("1", "2", "2W", "3")


def placements(rows: Rows, iso3: str) -> pd.DataFrame:
    """Return the placements of a country up to the last edition, oldest first, with `moved`.

    moved is "up", "down" or "" against the placement of the edition before, where both are on the
    scale; "back" and "apart" where the country comes from or goes to a special case.
    """
    own = rows.of("tiers", iso3=iso3)
    own = own[own["tier"].notna()].sort_values("edition")
    own = own.assign(tier=own["tier"].astype("string"))
    before = own["tier"].shift()
    follows = own["edition"].diff() == 1
    moved = [
        _move(now, then) if next_edition else ""
        for now, then, next_edition in zip(own["tier"], before, follows.fillna(False), strict=True)
    ]
    return own.assign(moved=moved).reset_index(drop=True)


def _move(now: str, before: str) -> str:
    if now == before:
        return ""
    if now == "S":
        return "apart"
    if before == "S":
        return "back"
    return "up" if SCALE.index(now) < SCALE.index(before) else "down"


def since(history: pd.DataFrame, edition: int) -> int | None:
    """Return the first edition of the unbroken run of equal placements that reaches `edition`."""
    until = history[history["edition"] <= edition]
    if until.empty or until["edition"].iloc[-1] != edition:
        return None
    first = edition
    for year, tier in zip(until["edition"][::-1], until["tier"][::-1], strict=True):
        if year < first - 1 or tier != until["tier"].iloc[-1]:
            break
        first = int(year)
    return first


def movers(rows: Rows, region: str, edition: int, direction: str) -> list[str]:
    """Return the places of a region that an edition moved "up" or "down", by name."""
    countries = rows.of("countries", region=region).sort_values("name")
    found = []
    for iso3 in countries["iso3"]:
        own = placements(rows, iso3)
        now = own[own["edition"] == edition]
        if (now["moved"] == direction).any():
            found.append(iso3)
    return found
