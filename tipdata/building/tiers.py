"""Tier placements: a row for every country and edition, with the placement or why there is none."""

import pandas as pd

from tipdata.building import documents
from tipdata.building.inputs import Made, rules
from tipdata.building.names import Names, agree
from tipdata.building.raw import RawFile, RawFolder
from tipdata.errors import SourceError

EARLY = RawFile("tiers/tiers_2001_2015.csv", "tiers-2001-2015")
LATE = RawFile("tiers/tiers_2016_2025.csv", "tiers-2016-2025")
DERIVED = RawFile("tiers/tiers_2016_2025_derived.csv", "tiers-2016-2025-derived")
EVIDENCE = RawFile("tiers/tiers_2016_2025_evidence.csv", "tiers-2016-2025-evidence")
FILES = [EARLY, LATE, DERIVED, EVIDENCE]

EDITIONS = range(2001, 2026)
_CELL = ["iso3", "edition"]
_COLUMNS = [*_CELL, "tier", "missing", "basis", "strength", "source_id"]


def make(raw: RawFolder, *, names: Names, countries: pd.DataFrame) -> Made:
    """Return the table tiers: the full grid of countries and editions."""
    placements = pd.concat(
        [_early(raw), _late(raw), _derived(raw), _read_since()], ignore_index=True
    )
    codes = names.codes(placements["country"], source="tiers")
    agree(codes, placements["iso3"], placements["country"], source="tiers")
    placements["edition"] = placements["edition"].astype("Int64")
    twice = placements.duplicated(_CELL)
    if twice.any():
        iso3, edition = placements.loc[twice, _CELL].iloc[0]
        raise SourceError(f"tiers: {iso3} has two placements in edition {edition}")
    grid = _with_reasons(_grid(countries).merge(placements, on=_CELL, how="left"))
    if grid["tier"].notna().sum() != len(placements):
        outside = sorted(set(placements["iso3"]) - set(countries["iso3"]))
        raise SourceError(f"tiers: placements outside the countries and editions: {outside}")
    return Made(grid[_COLUMNS], _notes(grid))


def _early(raw: RawFolder) -> pd.DataFrame:
    frame = raw.table(EARLY)
    basis = dict(rules("tier_documents_2001_2015")[["source", "basis"]].itertuples(index=False))
    return frame.assign(basis=frame["source"].map(basis), source_id=documents.ids(frame["source"]))


def _late(raw: RawFolder) -> pd.DataFrame:
    frame, evidence = raw.table(LATE), raw.table(EVIDENCE)
    used = evidence[evidence["used"] == "yes"]
    cited = frame.merge(used, on=[*_CELL, "tier", "source"], how="left", validate="1:1")
    basis = _basis(cited["how"].fillna("no evidence"), EVIDENCE.path)
    return frame.assign(basis=basis.to_numpy(), source_id=documents.ids(frame["source"]))


def _read_since() -> pd.DataFrame:
    """Return what was read after the raw files were drawn up."""
    frame = rules("tiers_read_since")
    basis = _basis(frame["how"], "tiers_read_since.csv")
    return frame.assign(basis=basis, source_id=documents.ids(frame["source"]))


def _basis(how: pd.Series, place: str) -> pd.Series:
    known = dict(rules("tier_readings")[["how", "basis"]].itertuples(index=False))
    unknown = sorted(set(how) - set(known))
    if unknown:
        raise SourceError(f"{place}: readings without a basis in tier_readings.csv: {unknown}")
    return how.map(known)


def _derived(raw: RawFolder) -> pd.DataFrame:
    return raw.table(DERIVED).assign(basis="derived", source_id=DERIVED.source_id)


def _grid(countries: pd.DataFrame) -> pd.DataFrame:
    cells = pd.MultiIndex.from_product([countries["iso3"], EDITIONS], names=_CELL)
    return cells.to_frame(index=False).astype({"iso3": "string", "edition": "Int64"})


def _with_reasons(grid: pd.DataFrame) -> pd.DataFrame:
    """Return the grid with a reason for every empty tier, from the rules in tier_gaps.csv."""
    empty = grid["tier"].isna()
    grid["missing"] = pd.Series(pd.NA, index=grid.index, dtype="string")
    for rule in rules("tier_gaps").itertuples():
        years = range(int(rule.first_edition), int(rule.last_edition) + 1)
        meant = (grid["iso3"] == rule.iso3) & grid["edition"].isin(years)
        if (meant & ~empty).any() or not meant.any():
            raise SourceError(
                f"tier_gaps.csv: {rule.iso3} {rule.first_edition} to {rule.last_edition} "
                f"is {rule.missing}, but the sources hold a placement, or the cells do not exist"
            )
        grid.loc[meant, "missing"] = rule.missing
    open_cells = empty & grid["missing"].isna()
    grid.loc[open_cells & (grid["edition"] <= 2015), "missing"] = "no_placement"
    unexplained = grid[open_cells & (grid["edition"] > 2015)]
    if len(unexplained):
        iso3, edition = unexplained[_CELL].iloc[0]
        raise SourceError(
            f"tiers: {len(unexplained)} empty cells without a reason, first {iso3} {edition}; "
            f"add them to tier_gaps.csv"
        )
    return grid


def _notes(grid: pd.DataFrame) -> list[str]:
    counts = grid["basis"].value_counts()
    gaps = grid["missing"].value_counts()
    return [
        f"tiers: {counts.sum():,} placements in ("
        + ", ".join(f"{name} {count:,}" for name, count in counts.sort_index().items())
        + f"); {len(grid):,} cells out, {gaps.sum():,} without a tier ("
        + ", ".join(f"{name} {count:,}" for name, count in gaps.sort_index().items())
        + ")"
    ]
