"""What a brief looks like in JupyterLab: the page's own style, in the colours of the lab."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from tipdata.briefing.page import tag
from tipdata.tables.declaration import tables

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

# Three times, to weigh more than the lab's own rules for tables.
_SECTIONS = Markup("section" + 3 * "[data-section]")
# What of the page's colours the lab decides, so that its dark theme is dark here too; where there
# is no lab, the text around the section does.
_COLOURS = """
& {
  --ink: var(--jp-content-font-color1, currentcolor);
  --accent: var(--jp-content-link-color, currentcolor);
  --soft: var(--jp-content-font-color2, currentcolor); --tint: var(--jp-layout-color2, transparent);
  --line: var(--jp-border-color2, color-mix(in srgb, currentcolor 25%, transparent));
  --ground: transparent; color-scheme: inherit;
  max-width: 47rem; color: var(--ink); font: 1.0625rem/1.55 var(--serif);
}
"""


@cache
def style() -> Markup:
    """Return the page's style for sections that stand in a notebook, and for nothing else there."""
    page = files("tipdata.running") / "template" / "brief" / "brief.css"
    rules = page.read_text(encoding="utf-8").replace(":root", "&")
    return Markup("<style>{} {{ {} }}</style>").format(_SECTIONS, Markup(rules + _COLOURS))


def shown(title: str, own: "Callable[[str], pd.DataFrame]") -> Markup:
    """Return what a notebook shows of a brief: what it is about, and the style of its sections.

    Parameters
    ----------
    title
        What it is about.
    own
        Gives its rows of a table by the table's name, which are then counted.
    """
    counts = {
        name: len(own(name))
        for name, table in tables().items()
        if {"iso3", "edition"} <= set(table.column_names) and name != "tiers"
    }
    held = ", ".join(f"{name} {count}" for name, count in counts.items() if count)
    rows = tag("div", f"rows by own(...): {held or 'none'}")
    return style() + tag("div", tag("strong", title)) + rows
