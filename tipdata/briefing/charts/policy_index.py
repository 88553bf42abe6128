"""The scores of the policy index over the years, a panel for each pillar."""

from typing import Any

import pandas as pd
from markupsafe import Markup

from tipdata.briefing.charts import panels, style
from tipdata.briefing.charts.figure import Point, figure, point
from tipdata.briefing.content import Brief

_PILLARS = ("prosecution", "protection", "prevention")


def policy_index(brief: Brief, own: pd.DataFrame) -> Markup:
    """Return the chart of the scores `own`."""
    points = [
        point(brief, name.capitalize(), f"{row['year']}", "policy_index", name, row)
        for name in _PILLARS
        for _, row in own.iterrows()
        if pd.notna(row[name])
    ]
    names = dict.fromkeys(each.series for each in points)
    series = {name: [each for each in points if each.series == name] for name in names}
    last = "; ".join(f"{name} {p[-1].label}: {p[-1].text}" for name, p in series.items())
    return figure(
        brief,
        "policy-index",
        title="Anti-trafficking policy index, scores from one to five",
        description=f"Scores of {brief.called} by year; last of each: {last}. Five is best.",
        points=points,
        draw=lambda drawing, _: panels.draw(drawing, series, _panel),
        height=panels.height(len(series)),
    )


def _panel(axes: Any, points: list[Point]) -> None:
    known = {int(each.row["year"]): each.value for each in points}
    every = range(min(known), max(known) + 1)
    scores = [known.get(year, float("nan")) for year in every]
    axes.step(every, scores, where="mid", color=style.COLORS[0])
    axes.plot(list(known), list(known.values()), "o", color=style.COLORS[0], markersize=3)
    last = max(known)
    axes.annotate(
        points[-1].text,
        (last, known[last]),
        xytext=(6, 0),
        textcoords="offset points",
        va="center",
        weight="bold",
    )
    axes.set(ylim=(0.7, 5.3), yticks=[1, 3, 5])
