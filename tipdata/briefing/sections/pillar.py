"""Every figure of a pillar, and the chart that fits; the profile and the rest are pillars too."""

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import absence, changes, charts, comparators, page
from tipdata.briefing.content import Brief
from tipdata.briefing.page import Section, cell, section, tag

_HEAD = ["Indicator", "Number, year", "Change, number before", "Place"]
# Pillar -> what its table is on, and what one of its rows is.
_NAMES = {
    "other": ("things that no indicator names", "such number"),
    "profile": ("people affected or at risk", "number of people affected"),
}


def pillar(brief: Brief, name: str) -> Section:
    """Return the table of every figure of the pillar `name`, and its charts."""
    own = brief.figures(name)
    if own.empty:
        part = None if name == "other" else name
        _, thing = _NAMES.get(name, (name, "figure"))
        return section(f"pillar-{name}", absence.sentence(brief, part, thing))
    parts = (_table(brief, own, name), *_notes(brief, name), *charts.of_pillar(brief, own, name))
    return section(f"pillar-{name}", *parts)


def _notes(brief: Brief, name: str) -> list[Markup]:
    """Return why numbers of the table disagree, where they do."""
    notes = brief.explanations(name)
    return [
        tag("p", cell(brief.rows, "explanations", "note", row), ".", class_="note")
        for _, row in notes.iterrows()
    ]


def _table(brief: Brief, own: pd.DataFrame, name: str) -> Markup:
    pairs = comparators.pairs(own)
    shown = _ordered(own[~own["figure_id"].isin(pairs.values())])
    placed = own["paragraph"].notna().any()
    body = [
        _row(brief, row, pairs.get(row["figure_id"]), compared=bool(pairs), placed=placed)
        for _, row in shown.iterrows()
    ]
    subject, _ = _NAMES.get(name, (name, "figure"))
    caption = f"Figures on {subject}. A part stands below its total and is not added to it."
    head = [*_HEAD[:2], *(_HEAD[2:3] if pairs else []), *(_HEAD[3:] if placed else [])]
    shown = page.table(head, body, caption=caption, source=page.source(brief.rows, own))
    return shown + changes.guard() if pairs else shown


def _ordered(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures in the order of the text, each part below its total."""
    place = {figure_id: at for at, figure_id in enumerate(figures["figure_id"])}
    whole = [
        place.get(total, at) if pd.notna(total) else at
        for at, total in enumerate(figures["subset_of"])
    ]
    ordered = figures.assign(_whole=whole, _part=figures["subset_of"].notna())
    return ordered.sort_values(["_whole", "_part"], kind="stable").drop(columns=["_whole", "_part"])


def _row(
    brief: Brief, row: pd.Series, before_id: str | None, *, compared: bool, placed: bool
) -> Markup:
    rows = brief.rows
    cells = [
        cell(rows, "figures", "quantity", row)
        + _dollars(brief, row)
        + tag("span", cell(rows, "figures", "period", row), class_="detail"),
        *([_change(brief, row, before_id)] if compared else []),
        *([page.place(rows, "figures", row)] if placed else []),
    ]
    part = "part" if pd.notna(row["subset_of"]) else None
    head = tag("th", what(brief, row), scope="row")
    return tag("tr", head, *(tag("td", each) for each in cells), class_=part)


def what(brief: Brief, row: pd.Series) -> Markup:
    """Return the indicator, and below it what the figure covers and who did or reported it."""
    label = cell(brief.rows, "figures", "indicator", row)
    if row["comparison"]:
        label += " (earlier)"
    marks = [cell(brief.rows, "figures", column, row) for column in ("covers", "by")]
    shown = [mark for mark in marks if mark.striptags()]
    return label + tag("span", Markup("; ").join(shown), class_="detail") if shown else label


def _change(brief: Brief, row: pd.Series, before_id: str | None) -> Markup:
    if before_id is None:
        return Markup("")
    before = brief.rows.get(f"figures/{before_id}")
    earlier = Markup("{}{} in\u00a0{}").format(
        cell(brief.rows, "figures", "quantity", before),
        _dollars(brief, before),
        cell(brief.rows, "figures", "period", before),
    )
    return changes.size(brief, row, before_id) + tag("span", earlier, class_="detail")


def _dollars(brief: Brief, row: pd.Series) -> Markup:
    if pd.isna(row["usd"]):
        return Markup("")
    return Markup(" ({})").format(page.told(brief.rows, "figures", "usd", row))
