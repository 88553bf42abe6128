"""Bars in a list: the name on the left and the number on the right above each bar."""

from dataclasses import dataclass
from typing import Any

from tipdata.briefing.charts import style

ROW = 0.38  # inches that a bar takes
_HEIGHT = 0.34


@dataclass(frozen=True)
class Bar:
    """A bar: its name, the text of its number, its length, and the earlier number if one is."""

    name: str
    text: str
    value: float
    before: float | None = None
    color: str = style.COLORS[0]


def height(count: int) -> float:
    """Return the height in inches of a chart of `count` bars."""
    return 0.12 + ROW * count


def draw(drawing: Any, bars: list[Bar]) -> None:
    """Draw the bars from top to bottom; a line across a bar marks the earlier number."""
    import seaborn as sns

    axes = drawing.add_subplot()
    most = max(max(each.value, each.before or 0) for each in bars) or 1
    places = [str(place) for place in range(len(bars))]
    sns.barplot(
        x=[each.value for each in bars],
        y=places,
        hue=places,
        palette=[each.color for each in bars],
        saturation=1,
        width=_HEIGHT,
        legend=False,
        ax=axes,
    )
    for place, each in enumerate(bars):
        if each.before is not None:
            ends = [place - _HEIGHT * 0.5, place + _HEIGHT * 0.8]
            axes.plot([each.before] * 2, ends, color=style.INK, linewidth=1.6)
        axes.text(0, place - 0.25, each.name, va="bottom")
        axes.text(most, place - 0.25, each.text, va="bottom", ha="right", weight="bold")
    axes.set(xlim=(-most * 0.004, most * 1.004), ylim=(len(bars) - 0.7, -0.85))
    axes.axis("off")
