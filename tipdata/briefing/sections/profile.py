"""The trafficking profile: roles, forms, people, sectors, means, places, and the law named."""

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import absence, page
from tipdata.briefing.content import Brief
from tipdata.briefing.page import Section, cell, section, tag
from tipdata.tables.declaration import table


def profile(brief: Brief) -> Section:
    """Return the traits that the narrative tells, by dimension, and the laws that it names."""
    own = brief.own("profile")
    if own.empty:
        return section("profile", absence.sentence(brief, "profile", "profile"))
    labels = table("profile").column("dimension").categories
    body = [
        tag(
            "tr",
            tag("th", label, scope="row"),
            tag("td", _traits(brief, own[own["dimension"] == code])),
        )
        for code, label in labels.items()
        if (own["dimension"] == code).any()
    ]
    body += _laws(brief)
    source = page.source(brief.rows, own)
    caption = "Trafficking profile; what the narrative gives less weight stands in italics."
    head = ["Aspect", "What the narrative names"]
    return section("profile", page.table(head, body, caption=caption, source=source))


def _traits(brief: Brief, own: pd.DataFrame) -> Markup:
    return Markup(", ").join(_trait(brief, rows) for _, rows in own.groupby("value", sort=False))


def _trait(brief: Brief, rows: pd.DataFrame) -> Markup:
    """Return a trait once, and in brackets the names that the narrative gives for it."""
    general = rows[rows["name"].isna()]
    first = (general if len(general) else rows).iloc[0]
    names = [
        _weighed(row, cell(brief.rows, "profile", "named", row))
        for _, row in rows[rows["name"].notna()].iterrows()
    ]
    shown = cell(brief.rows, "profile", "value", first)
    if names:
        shown += Markup(" ({})").format(Markup(", ").join(names))
    return _weighed(first, shown)


def _weighed(row: pd.Series, shown: Markup) -> Markup:
    return tag("em" if row["emphasis"] == "lesser" else "span", shown)


def _laws(brief: Brief) -> list[Markup]:
    own = brief.own("laws")
    if own.empty:
        return []
    marks = [
        Markup("{} {}").format(
            cell(brief.rows, "laws", "subject", row), cell(brief.rows, "laws", "law", row)
        )
        for _, row in own.iterrows()
    ]
    return [tag("tr", tag("th", "laws named", scope="row"), tag("td", Markup(", ").join(marks)))]
