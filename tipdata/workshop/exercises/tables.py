"""Exercises on loading, filtering and joining the tables, and on what is missing."""

import pandas as pd

import tipdata
from tipdata.workshop.verdicts import answered, mistake

EDITION = 2020
YEARS = range(2010, 2021)


@answered("tables.tier3", because="a code is text, and one edition is one snapshot")
def on_tier_3() -> int:
    """Return how many places one edition puts on Tier 3."""
    return len(tipdata.tiers(edition=EDITION, tier="3"))


@mistake(
    "tables.tier3", "that is all editions; a place on Tier 3 for ten years was counted ten times"
)
def _all_editions() -> int:
    return len(tipdata.tiers(tier="3"))


@mistake("tables.tier3", "none was found: tier is text, so compare with '3' in quotes, not with 3")
def _compared_with_a_number() -> int:
    return 0


@answered("tables.regions", because="the key iso3 brings the region to the placement")
def regions() -> pd.Series:
    """Return the number of places on Tier 3 in each region that has any."""
    placed = tipdata.tiers(edition=EDITION, tier="3").merge(tipdata.countries(), on="iso3")
    return placed.groupby("region", observed=True).size()


@mistake("tables.regions", "those are all places of a region, whatever their tier")
def _all_places() -> pd.Series:
    placed = tipdata.tiers(edition=EDITION).merge(tipdata.countries(), on="iso3")
    return placed.groupby("region", observed=True).size()


@answered(
    "tables.join", because="a left join keeps what it could not match, so that you can see it"
)
def without_population() -> set[str]:
    """Return the places of the edition without a population of that year."""
    placed = set(tipdata.tiers(edition=EDITION)["iso3"])
    return placed - set(tipdata.population(year=EDITION)["iso3"])


@mistake("tables.join", "an inner join drops the places without a match; use how='left'")
def _inner() -> set[str]:
    return set()


def _identified() -> pd.DataFrame:
    return tipdata.figures("Peru", edition=2018, indicator="victims_identified")


@answered("tables.totals", because="what is left may be shown as the number of this edition")
def totals_only() -> pd.DataFrame:
    """Return the figures that are neither comparators nor parts."""
    rows = _identified()
    return rows.loc[~rows["comparison"] & rows["subset_of"].isna(), ["figure_id", "value"]]


@mistake("tables.totals", "the parts are still in it: their subset_of is not missing")
def _parts_kept() -> pd.DataFrame:
    rows = _identified()
    return rows.loc[~rows["comparison"], ["figure_id", "value"]]


@mistake("tables.totals", "last year's number is still in it: its comparison is true")
def _comparators_kept() -> pd.DataFrame:
    rows = _identified()
    return rows.loc[rows["subset_of"].isna(), ["figure_id", "value"]]


@answered(
    "tables.convictions",
    because="a withheld count lies between two bounds, and no row is no answer, not a zero",
)
def convictions() -> dict[str, int]:
    """Return zeros, withheld counts and absent rows among the totals of persons convicted."""
    rows = _totals()
    return {
        "zero": int((rows["value"] == 0).sum()),
        "withheld": int(rows["suppressed"].sum()),
        "no row": tipdata.countries()["iso3"].nunique() * len(YEARS) - len(rows),
    }


@mistake(
    "tables.convictions", "you took the countries without a row for zeros; they did not answer"
)
def _absent_as_zero() -> dict[str, int]:
    right = convictions()
    return {**right, "zero": right["zero"] + right["no row"]}


@mistake("tables.convictions", "you took withheld counts for zeros; each is at least one person")
def _withheld_as_zero() -> dict[str, int]:
    right = convictions()
    return {**right, "zero": right["zero"] + right["withheld"]}


def _totals() -> pd.DataFrame:
    """Return UNODC's totals of persons convicted in places that the report covers."""
    rows = tipdata.unodc(year=YEARS, indicator="Persons convicted", dimension="Total")
    whole = rows[(rows["sex"] == "Total") & (rows["age"] == "Total")]
    return whole[whole["iso3"].isin(tipdata.countries()["iso3"])]


@answered("tables.read", because="only in these may an absent figure mean that the text gives none")
def narratives_read() -> int:
    """Return how many narratives were read, at least in part."""
    return len(tipdata.coverage().drop_duplicates(["iso3", "edition"]))


@mistake("tables.read", "those are sections; a narrative has several, so drop the duplicates")
def _sections_read() -> int:
    return len(tipdata.coverage())


@answered("tables.kinds", because="three empty places, three different sentences in a brief")
def kinds() -> dict[str, str]:
    """Return why each place shows no number of convictions."""
    return {
        "Peru 2018": "not_reported",
        "United States 2005": "not_covered",
        "Iceland 2012": tipdata.open_brief("Iceland", edition=2012).reading("prosecution"),
    }
