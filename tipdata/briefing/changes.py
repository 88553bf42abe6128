"""How a figure changed against the earlier number that the narrative gives, hedged as both are."""

import pandas as pd
from markupsafe import Markup

from tipdata.briefing.comparators import certainty
from tipdata.briefing.content import Brief
from tipdata.briefing.page import cell, derived, tag
from tipdata.briefing.words import is_money, is_none

_GUARD = (
    "Counts measure what was found and reported, not how much trafficking there is: a rise can "
    "mean more crime, more effort or better records."
)


def guard() -> Markup:
    """Return what stands beside every rise and fall."""
    return tag("p", _GUARD, class_="guard")


def told(brief: Brief, row: pd.Series, before_id: str) -> Markup:
    """Return the change as the end of a sentence: 101 more than in 2016 (764)."""
    before = brief.rows.get(f"figures/{before_id}")
    year = cell(brief.rows, "figures", "period", before)
    earlier = cell(brief.rows, "figures", "earlier", before)
    known = certainty(row, before)
    if known == "unknown":
        return Markup(", compared with {} in {}").format(earlier, year)
    money = is_money(row["unit"])
    if row["value"] == before["value"]:
        if is_none(row):
            return Markup(", as in {}").format(year)
        same = "as much as in" if money else "as many as in"
        return Markup(", {}{} {}").format("about " if known == "about" else "", same, year)
    references = f"figures/{row['figure_id']}", f"figures/{before['figure_id']}"
    form = "about" if known == "about" else "number"
    size = derived(brief.rows, "size", *references, form=form)
    direction = "more" if row["value"] > before["value"] else "less" if money else "fewer"
    unit = f" {row['unit']}" if money else ""
    return Markup(", {}{} {} than in {} ({})").format(size, unit, direction, year, earlier)


def beside(brief: Brief, row: pd.Series, before_id: str) -> Markup:
    """Return the change and its year: +101 (+13 %) on 2016; where it is open, the number then."""
    before = brief.rows.get(f"figures/{before_id}")
    year = cell(brief.rows, "figures", "period", before)
    if certainty(row, before) == "unknown":
        return Markup("{} in {}").format(cell(brief.rows, "figures", "earlier", before), year)
    return Markup("{} on {}").format(size(brief, row, before_id), year)


def size(brief: Brief, row: pd.Series, before_id: str) -> Markup:
    """Return the change alone: +101 (+13 %); "open" where a bound or a range leaves it open."""
    rows, now, then = brief.rows, f"figures/{row['figure_id']}", f"figures/{before_id}"
    before = rows.get(then)
    known = certainty(row, before)
    if known == "unknown":
        return Markup("open")
    hedged = known == "about"
    if row["value"] == before["value"]:
        return Markup("about the same" if hedged else "no change")
    text = derived(rows, "change", now, then, form="about_signed" if hedged else "signed")
    if before["value"] > 0:
        percent = derived(rows, "relative", now, then, form="percent")
        text += Markup(" ({})").format(percent)
    return text
