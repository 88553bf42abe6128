"""UNODC's counts over the years, a panel for each; a withheld count is drawn as its range."""

from typing import Any

import pandas as pd
from markupsafe import Markup

from tipdata.briefing.charts import panels, style
from tipdata.briefing.charts.figure import Point, figure, point
from tipdata.briefing.content import Brief


def unodc(brief: Brief, own: pd.DataFrame) -> Markup:
    """Return the chart of the counts `own`."""
    points = [
        point(brief, row["indicator"], f"{row['year']}", "unodc", "count", row)
        for _, row in own.iterrows()
    ]
    names = list(dict.fromkeys(each.series for each in points))
    years = f"{own['year'].min()} to {own['year'].max()}"
    withheld = " Withheld counts are drawn as their range." if own["suppressed"].any() else ""
    return figure(
        brief,
        "unodc",
        title="Counts reported to UNODC",
        description=(
            f"Yearly counts of {brief.called}, {years}. Last of each: {_last(points, names)}."
            f"{withheld} All numbers stand in the table below."
        ),
        points=points,
        draw=lambda drawing, points: panels.draw(
            drawing, {name: [p for p in points if p.series == name] for name in names}, _panel
        ),
        height=panels.height(len(names)),
    )


def _last(points: list[Point], names: list[str]) -> str:
    last = {each.series: each for each in points}
    return "; ".join(f"{name} {last[name].label}: {last[name].text}" for name in names)


def _panel(axes: Any, points: list[Point]) -> None:
    years = [int(each.row["year"]) for each in points]
    low = [float(each.row["value_min"]) for each in points]
    high = [float(each.row["value_max"]) for each in points]
    middle = [(a + b) / 2 for a, b in zip(low, high, strict=True)]
    known = dict(zip(years, middle, strict=True))
    every = range(min(years), max(years) + 1)
    axes.plot(every, [known.get(year, float("nan")) for year in every], color=style.COLORS[0])
    axes.plot(years, middle, "o", color=style.COLORS[0], markersize=3)
    for year, a, b in zip(years, low, high, strict=True):
        if a < b:
            axes.plot([year, year], [a, b], color=style.COLORS[1], linewidth=3)
    axes.annotate(
        points[-1].text,
        (years[-1], middle[-1]),
        xytext=(5, 0),
        textcoords="offset points",
        va="center",
        fontsize="small",
        weight="bold",
    )
    axes.set_ylim(0, max(high) * 1.15 or 1)
    axes.locator_params(axis="y", nbins=2)
