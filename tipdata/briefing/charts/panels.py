"""Small panels over the years, one below the other, each with its own scale."""

from collections.abc import Callable
from typing import Any

from tipdata.briefing.charts import style
from tipdata.briefing.charts.figure import Point

PANEL = 0.82  # inches that a panel takes


def height(count: int) -> float:
    """Return the height in inches of a chart of `count` panels."""
    return 0.25 + PANEL * count


def draw(
    drawing: Any, series: dict[str, list[Point]], one: Callable[[Any, list[Point]], None]
) -> None:
    """Draw each series in a panel of its own, named above it; the panels share the years."""
    panels = drawing.subplots(len(series), 1, sharex=True, squeeze=False)[:, 0]
    for axes, (name, points) in zip(panels, series.items(), strict=True):
        one(axes, points)
        axes.set_title(name, loc="left", fontsize="medium", pad=3)
        axes.tick_params(labelsize="small")
    years = {float(year) for axes in panels for year in axes.dataLim.intervalx}
    if len(years) == 1:  # a single year has no width of its own
        panels[-1].set_xlim(min(years) - 1, min(years) + 1)
    style.whole_years(panels[-1])
