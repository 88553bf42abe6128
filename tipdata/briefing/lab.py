"""What a brief looks like in JupyterLab: the page's own style, in the colours of the lab."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from tipdata.briefing.page import tag
from tipdata.tables.declaration import tables

if TYPE_CHECKING:
    from tipdata.briefing.content import Brief
    from tipdata.briefing.region import Region

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


def shown(brief: "Brief | Region") -> Markup:
    """Return what a notebook shows of a brief: whose it is, and how many rows of which table.

    It brings the style of all sections below it.
    """
    counts = {
        name: len(brief.own(name))
        for name, table in tables().items()
        if {"iso3", "edition"} <= set(table.column_names) and name != "tiers"
    }
    held = ", ".join(f"{name} {count}" for name, count in counts.items() if count) or "none"
    title = tag("strong", f"{brief.name}, edition {brief.edition}")
    return style() + tag("div", title) + tag("div", f"rows by own(...): {held}")
