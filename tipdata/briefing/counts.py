"""UNODC's counts of all persons, without breakdown."""

import pandas as pd

from tipdata.briefing.rows import Rows

DETECTED, PROSECUTED, CONVICTED = (
    "Detected trafficking victims",
    "Persons prosecuted",
    "Persons convicted",
)
WHOLE = {"dimension": "Total", "sex": "Total", "age": "Total"}
_RECENT = 5  # editions look back at most so many years


def totals(rows: Rows, iso3: str) -> pd.DataFrame:
    """Return the counts of a country by indicator and year."""
    return rows.of("unodc", iso3=iso3, **WHOLE).sort_values(["indicator", "year"], kind="stable")


def latest(rows: Rows, iso3: str, *, edition: int) -> pd.DataFrame:
    """Return the latest count of each indicator in the few years before an edition."""
    own = totals(rows, iso3)
    own = own[(own["year"] < edition) & (own["year"] >= edition - _RECENT)]
    return own.drop_duplicates("indicator", keep="last")


def region(rows: Rows, name: str, *, indicator: str, year: int) -> pd.DataFrame:
    """Return the counts of one indicator and year of a region.

    Countries without a known population in that year are left out.
    """
    codes = rows.of("countries", region=name)["iso3"]
    counted = rows.of("unodc", iso3=codes, indicator=indicator, year=year, **WHOLE)
    people = rows.of("population", iso3=codes, year=year)
    return counted[counted["iso3"].isin(people["iso3"])]
