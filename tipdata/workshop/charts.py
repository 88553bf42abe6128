"""What a finished chart shows, read back from its axes: a chart is checked by what it draws."""

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def as_drawn(axes: "Axes") -> pd.DataFrame:
    """Return the points of the lines of a chart, one row a point: line, x, y.

    A y that is missing is a break in the line.
    """
    points = [
        {"line": number, "x": float(x), "y": float(y)}
        for number, line in enumerate(axes.lines)
        for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True)
    ]
    return pd.DataFrame(points, columns=["line", "x", "y"])
