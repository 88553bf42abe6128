"""How charts look: one width, one type size, colours that hold in light, dark and greyscale."""

from typing import Any

# Stands for the colour of the text around a chart; replaced by it in the finished drawing.
INK = "#010203"
SOFT = "#8c8c8c"
# Told apart in greyscale and by the colour-blind, and legible on white as on near-black.
COLORS = ("#3b82c4", "#d0762a", "#3f9b75", "#b0588f")
OTHERS = "#9aa5b1"
TIER_COLORS = {"1": "#7fb5d5", "2": "#3d85b8", "2W": "#d0762a", "3": "#8f2d50", "S": SOFT}
TIER_LABELS = {
    "1": "Tier 1",
    "2": "Tier 2",
    "2W": "Watch List",
    "3": "Tier 3",
    "S": "Special Case",
}
WIDTH = 5.2  # inches; narrow, so that the type stays legible on a phone


def settings(salt: str) -> dict[str, Any]:
    """Return matplotlib's settings for a chart whose ids are made from `salt`."""
    import seaborn as sns

    inked = ("text.color", "axes.edgecolor", "axes.labelcolor", "xtick.color", "ytick.color")
    return {
        **sns.axes_style("ticks"),
        **dict.fromkeys(inked, INK),
        "axes.linewidth": 0.6,
        "axes.spines.right": False,
        "axes.spines.top": False,
        "font.family": "sans-serif",
        "font.size": 9.5,
        "lines.linewidth": 1.6,
        "svg.fonttype": "none",
        "text.parse_math": False,  # a name with dollar signs is no formula
        "svg.hashsalt": salt,
        "xtick.major.width": 0.6,
        "ytick.major.width": 0.6,
    }


def whole_years(axes: Any) -> None:
    """Label the horizontal axis with whole years, at most nine of them."""
    from matplotlib.ticker import MaxNLocator

    axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=9))
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:.0f}")
