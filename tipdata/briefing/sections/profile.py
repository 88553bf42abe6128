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
    marks = [
        tag(
            "em" if row["emphasis"] == "lesser" else "span",
            cell(brief.rows, "profile", "trait", row),
        )
        for _, row in own.iterrows()
    ]
    return Markup(", ").join(marks)


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
