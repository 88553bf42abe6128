"""The half page to take away: what changed, what was judged, in sentences made from the rows."""

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import absence, comparators
from tipdata.briefing.content import Brief
from tipdata.briefing.page import Section, cell, derived, section, tag
from tipdata.briefing.sections.masthead import movement
from tipdata.briefing.words import joined
from tipdata.tables.declaration import table

# The indicators that lead, in the order of the strip.
LEADING = (
    "operations",
    "investigations",
    "arrests",
    "prosecutions",
    "convictions",
    "victims_identified",
    "victims_assisted",
    "budget",
)
_MOST_CHANGES = 3
GUARD = (
    "Counts measure what was found and reported, not how much trafficking there is: a rise can "
    "mean more crime, more effort or better records."
)
_TRENDS = {
    "increased": "increased",
    "maintained": "were maintained",
    "decreased": "decreased",
    "mixed": "were mixed",
    "none": "were absent",
}


def takeaway(brief: Brief) -> Section:
    """Return three to five sentences and the strip of key figures."""
    sentences = [_placement(brief), *_judgements(brief), *_changes(brief), *_silences(brief)]
    if brief.own("figures").empty:
        sentences.append(absence.sentence(brief, None, "figure"))
    return section(
        "takeaway",
        tag("div", *sentences, class_="sentences"),
        _strip(brief),
        tag("p", GUARD, class_="guard"),
    )


def _placement(brief: Brief) -> Markup:
    placement = brief.placement
    if pd.isna(placement["tier"]):
        reason = cell(brief.rows, "tiers", "missing", placement)
        return tag("p", f"{brief.name} has no tier in this edition: ", reason, ".")
    tier = cell(brief.rows, "tiers", "tier", placement)
    text = Markup("The {} edition places {} on {}").format(brief.edition, brief.name, tier)
    if placement["tier"] == "S":
        text = Markup("The {} edition treats {} as a {}").format(brief.edition, brief.name, tier)
    moved = movement(brief)
    return tag("p", text, Markup(", ") + moved if moved else "", ".")


def _judgements(brief: Brief) -> list[Markup]:
    """Return the sentences on the overall judgement and on the pillars."""
    own = brief.own("assessments")
    overall = own[own["aspect"] == "overall"]
    pillars = [_pillar(brief, row) for _, row in own[own["aspect"] != "overall"].iterrows()]
    found = [_overall(brief, row) for _, row in overall.iterrows()]
    if pillars:
        found.append(tag("p", "It calls efforts in ", Markup("; in ").join(pillars), "."))
    return found


def _overall(brief: Brief, row: pd.Series) -> Markup:
    parts = []
    if pd.notna(row["meets_standards"]):
        parts.append("fully meets" if row["meets_standards"] else "does not fully meet")
        parts[-1] += " the minimum standards"
    if pd.notna(row["significant_efforts"]):
        parts.append(
            f"{'makes' if row['significant_efforts'] else 'does not make'} significant efforts"
        )
    text = (
        f"It judges that the government {joined(parts)}" if parts else "Of the government it says"
    )
    trend = (
        f"{', and ' if parts else ' '}that efforts {_TRENDS[row['trend']]}"
        if pd.notna(row["trend"])
        else ""
    )
    return tag("p", _judged(brief, row, text + trend), ".")


def _pillar(brief: Brief, row: pd.Series) -> Markup:
    said = [row["adjective"]] if pd.notna(row["adjective"]) else []
    if pd.notna(row["trend"]):
        said.append(table("assessments").column("trend").categories[row["trend"]])
    aspect = table("assessments").column("aspect").categories[row["aspect"]]
    return _judged(brief, row, f"{aspect} {joined(said)}")


def _judged(brief: Brief, row: pd.Series, text: str) -> Markup:
    return tag("span", text, data_judgement=f"{row['iso3']}|{row['edition']}|{row['aspect']}")


def _changes(brief: Brief) -> list[Markup]:
    """Return the sentences on the leading figures that have a comparator."""
    own = brief.own("figures")
    pairs = comparators.pairs(own)
    rows = leading(own)
    rows = rows[rows["figure_id"].isin(pairs)]
    return [
        _change(brief, row, pairs[row["figure_id"]])
        for _, row in rows.head(_MOST_CHANGES).iterrows()
    ]


def leading(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the leading figures: for each leading indicator one total.

    The first in the text counts; of several amounts of money the government's before a ministry's.
    """
    totals = comparators.totals(figures)
    totals = totals[totals["indicator"].isin(LEADING)]
    ministry = (totals["indicator"] == "budget") & (totals["agency"] != "government")
    order = totals.assign(
        _place=totals["indicator"].map(LEADING.index), _ministry=ministry.fillna(False)
    )
    order = order.sort_values(["_place", "_ministry", "start"], kind="stable")
    return order.drop_duplicates("indicator").drop(columns=["_place", "_ministry"])


def _change(brief: Brief, row: pd.Series, before_id: str) -> Markup:
    before = brief.rows.get(f"figures/{before_id}")
    now_ref, before_ref = f"figures/{row['figure_id']}", f"figures/{before_id}"
    difference = derived(brief.rows, "size", now_ref, before_ref)
    direction = "more than" if row["value"] > before["value"] else "fewer than"
    if row["unit"].isupper():
        direction = direction.replace("fewer", "less")
    compared = Markup("{} {} the {} of {}").format(
        difference,
        direction,
        cell(brief.rows, "figures", "quantity", before),
        cell(brief.rows, "figures", "period", before),
    )
    if row["value"] == before["value"]:
        compared = Markup("as in {}").format(cell(brief.rows, "figures", "period", before))
    return tag(
        "p",
        cell(brief.rows, "figures", "indicator", row),
        ": ",
        cell(brief.rows, "figures", "quantity", row),
        " in ",
        cell(brief.rows, "figures", "period", row),
        ", ",
        compared,
        ".",
    )


def _silences(brief: Brief) -> list[Markup]:
    own = brief.own("not_reported").drop_duplicates("indicator")
    if own.empty:
        return []
    things = [cell(brief.rows, "not_reported", "indicator", row) for _, row in own.iterrows()]
    return [tag("p", "The government did not report: ", Markup(", ").join(things), ".")]


def _strip(brief: Brief) -> Markup:
    own = brief.own("figures")
    pairs = comparators.pairs(own)
    return tag(
        "ul", *(_key(brief, row, pairs) for _, row in leading(own).iterrows()), class_="strip"
    )


def _key(brief: Brief, row: pd.Series, pairs: dict[str, str]) -> Markup:
    parts = [
        tag("span", cell(brief.rows, "figures", "indicator", row), class_="label"),
        tag("strong", cell(brief.rows, "figures", "quantity", row)),
        tag("span", cell(brief.rows, "figures", "period", row), class_="period"),
    ]
    if row["figure_id"] in pairs:
        now, before = f"figures/{row['figure_id']}", f"figures/{pairs[row['figure_id']]}"
        change = derived(brief.rows, "change", now, before, form="signed")
        year = cell(brief.rows, "figures", "period", brief.rows.get(before))
        parts.append(tag("span", change, " on ", year, class_="change"))
    return tag("li", *parts)
