"""Exercises on charts that do not mislead."""

from collections.abc import Iterator

import pandas as pd

import tipdata
from tipdata.workshop.charts import as_drawn
from tipdata.workshop.verdicts import answered, judged, mistake

COMPARED = ("BHR", "ESP")
BROKEN = "SGP"


def detected(*places: str) -> pd.DataFrame:
    """Return the totals of detected victims of some places."""
    rows = tipdata.unodc(places, indicator="Detected trafficking victims", dimension="Total")
    return rows[(rows["sex"] == "Total") & (rows["age"] == "Total")]


@answered("charts.rates", because="persons per million people can be set side by side")
def rates() -> pd.DataFrame:
    """Return detected victims per million people."""
    return _per(1_000_000)


def _per(people: int) -> pd.DataFrame:
    rows = detected(*COMPARED).merge(tipdata.population(), on=["iso3", "year"])
    rows["per_million"] = rows["value"] / rows["population"] * people
    return rows[["iso3", "year", "per_million"]]


@mistake("charts.rates", "that is per hundred thousand people")
def _per_hundred_thousand() -> pd.DataFrame:
    return _per(100_000)


@mistake("charts.rates", "that is each person's share; multiply by one million")
def _per_person() -> pd.DataFrame:
    return _per(1)


@answered("charts.bounds", because="the truth lies between the two, and the chart may say so")
def bounds() -> dict[str, int]:
    """Return the least and the most victims that the counts allow."""
    rows = detected(BROKEN)
    return {"least": int(rows["value_min"].sum()), "most": int(rows["value_max"].sum())}


@mistake("charts.bounds", "withheld counts were left out, as if they were zero")
def _left_out() -> dict[str, int]:
    known = int(detected(BROKEN)["value"].sum())
    return {"least": known, "most": known}


@judged("charts.axes", because="the chart starts at zero, names what it shows and breaks at gaps")
def axes(answer: object) -> Iterator[str]:
    """Look at what a chart draws of a series with gaps."""
    from matplotlib.axes import Axes

    if not isinstance(answer, Axes):
        yield "the answer is the axes that sns.lineplot(...) returns"
        return
    known = detected(BROKEN).dropna(subset="value")
    drawn = as_drawn(answer)
    if set(drawn["x"]) != {float(each) for each in known["year"]}:
        yield "the years drawn are not the years with a known count"
    if (drawn.groupby("line")["x"].diff() > 1).any():
        yield "a line joins years between which nothing is known; draw each segment apart"
    if answer.get_ylim()[0] != 0:
        yield "the axis of counts does not start at zero"
    if answer.get_ylabel().strip() in ("", "value"):
        yield "the axis does not say what was counted"
