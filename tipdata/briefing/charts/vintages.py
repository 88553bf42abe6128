"""One indicator of several countries over the years, a panel each, with every vintage."""

from typing import Any

from markupsafe import Markup

from tipdata.briefing.charts import panels, style
from tipdata.briefing.charts.figure import Point, figure, point
from tipdata.briefing.comparison import Comparison

_FEWEST = 3  # points that make a chart worth drawing


def vintages(content: Comparison, indicator: str) -> Markup | None:
    """Return the chart of what the editions say, None where there is too little to draw."""
    series = _series(content, indicator)
    points = [each for found in series.values() for each in found]
    if len(points) < _FEWEST:
        return None
    label = content.rows.get(f"indicators/{indicator}")["label"]
    return figure(
        content,
        f"vintages-{indicator}",
        title=f"{label}, country by country",
        note="A dot for what each edition says of a year; a line where all editions agree.",
        description="; ".join(f"{each.series} {each.label}: {each.text}" for each in points) + ".",
        points=points,
        draw=lambda drawing, _: panels.draw(drawing, series, _panel),
        height=panels.height(len(series)),
    )


def _series(content: Comparison, indicator: str) -> dict[str, list[Point]]:
    """Return the points by country and unit; money of one currency is one unit."""
    found: dict[str, list[Point]] = {}
    for brief in content.briefs:
        for _, row in content.figures(brief.iso3, indicator).iterrows():
            label = f"{row['period']}, edition {row['edition']}"
            name = f"{brief.name}, {row['unit']}"
            one = point(content, name, label, "figures", "quantity", row)
            found.setdefault(name, []).append(one)
    return found


def _panel(axes: Any, points: list[Point]) -> None:
    told: dict[int, set[float]] = {}
    for each in points:
        told.setdefault(int(each.row["period"]), set()).add(each.value)
    every = range(min(told), max(told) + 1)
    if all(len(values) == 1 for values in told.values()):
        line = [min(told[year]) if year in told else float("nan") for year in every]
        axes.plot(every, line, color=style.COLORS[0])
    years = [int(each.row["period"]) for each in points]
    axes.plot(years, [each.value for each in points], "o", color=style.COLORS[0], markersize=4)
    axes.set_ylim(0, max(each.value for each in points) * 1.15 or 1)
    axes.locator_params(axis="y", nbins=2)
