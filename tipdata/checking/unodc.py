"""Narratives beside UNODC's counts for the same country, year and thing."""

import pandas as pd


def beside_unodc(
    figures: pd.DataFrame, unodc: pd.DataFrame, indicators: pd.DataFrame
) -> pd.DataFrame:
    """Return narrative totals with the UNODC total of the same year: one row is a pair.

    Columns: iso3, edition, period, indicator, figure_id, value, unodc (empty where withheld),
    unodc_min, unodc_max, and fits: whether the value lies within UNODC's bounds. Stages are not
    defined alike, so a pair that does not fit is no error.
    """
    nearest = indicators.set_index("indicator")["unodc_indicator"].dropna()
    own = figures[
        figures["indicator"].isin(nearest.index)
        & (figures["unit"] == "persons")
        & figures["subset_of"].isna()
        & figures[["sex", "age", "exploitation", "nationality", "detail"]].isna().all(axis=1)
    ]
    own = own.assign(unodc_indicator=own["indicator"].map(nearest))
    whole = unodc[
        (unodc["dimension"] == "Total") & (unodc["sex"] == "Total") & (unodc["age"] == "Total")
    ]
    whole = whole.rename(
        columns={
            "indicator": "unodc_indicator",
            "year": "period",
            "value": "unodc",
            "value_min": "unodc_min",
            "value_max": "unodc_max",
        }
    )
    kept = ["iso3", "period", "unodc_indicator", "unodc", "unodc_min", "unodc_max"]
    both = own.merge(whole[kept], on=["iso3", "period", "unodc_indicator"])
    both["fits"] = (both["value"] >= both["unodc_min"]) & (both["value"] <= both["unodc_max"])
    columns = ["iso3", "edition", "period", "indicator", "figure_id", "value"]
    return both[[*columns, "unodc", "unodc_min", "unodc_max", "fits"]]
