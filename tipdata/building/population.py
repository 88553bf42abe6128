"""Mid-year population of the countries that the report covers."""

import pandas as pd

from tipdata.building.inputs import Made
from tipdata.building.names import Names, agree, places
from tipdata.building.raw import RawFile, RawFolder

FILE = RawFile("population/population.csv", "world-bank-population")


def make(raw: RawFolder, *, names: Names, countries: pd.DataFrame) -> Made:
    """Return the table population, without aggregates and places outside the report."""
    frame = raw.table(FILE)
    kept, dropped = places(frame, source="population")
    codes = names.codes(kept["country"], source="population")
    agree(codes, kept["iso3"], kept["country"], source="population")
    kept = kept.assign(iso3=codes, source_id=FILE.source_id)
    covered = kept["iso3"].isin(countries["iso3"])
    table = kept[covered].astype({"year": "Int64", "population": "Int64"})
    lacking = sorted(set(countries["iso3"]) - set(table["iso3"]))
    notes = [
        f"population: {len(frame):,} rows in, {len(table):,} out; left out {dropped:,} of "
        f"aggregates (not_places.csv) and {(~covered).sum():,} of places outside the report: "
        f"{', '.join(sorted(kept.loc[~covered, 'iso3'].unique()))}",
        f"population: not in the source: {', '.join(lacking) or 'none'}",
    ]
    return Made(table.drop(columns="country"), notes)
