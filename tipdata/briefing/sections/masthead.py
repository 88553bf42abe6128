"""The head of the page: which country, which edition, which tier, which data."""

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import colophon, history
from tipdata.briefing.content import Brief
from tipdata.briefing.page import Section, cell, label, section, tag
from tipdata.tables.declaration import data_stamp, table

_MOVES = {"up": "moved up from", "down": "moved down from", "apart": "was", "back": "was"}


def masthead(brief: Brief) -> Section:
    """Return the masthead: country, edition, region, tier and movement, population, version."""
    facts = [
        ("Region", cell(brief.rows, "countries", "region", brief.country)),
        ("Population", _population(brief)),
        ("Data", colophon.version()),
    ]
    return section(
        "masthead",
        tag("p", "Country brief from the Trafficking in Persons Report", class_="kicker"),
        tag(
            "h1",
            cell(brief.rows, "countries", "name", brief.country),
            " ",
            tag("span", f"edition {brief.edition}", class_="edition"),
        ),
        _ladder(brief),
        tag("p", _placement(brief), class_="placement"),
        tag("dl", *(tag("div", tag("dt", k), tag("dd", v)) for k, v in facts)),
        data_subject=brief.key,
        data_stamp=data_stamp(),
    )


def _ladder(brief: Brief) -> Markup:
    """Return all tiers in order, the one of the placement marked; nothing where there is none."""
    placement = brief.placement
    if pd.isna(placement["tier"]):
        return Markup("")
    steps = []
    for code in table("tiers").column("tier").categories:
        current = code == placement["tier"]
        shown = (
            cell(brief.rows, "tiers", "tier", placement)
            if current
            else label("tiers", "tier", code)
        )
        step = tag(
            "li", shown, class_=f"tier-{code.lower()}", aria_current="true" if current else None
        )
        steps.append(step)
    return tag("ol", *steps, class_="ladder", aria_label="Tiers from best to worst")


def _placement(brief: Brief) -> Markup:
    placement = brief.placement
    if pd.isna(placement["tier"]):
        return Markup("No tier: ") + cell(brief.rows, "tiers", "missing", placement)
    tier = cell(brief.rows, "tiers", "tier", placement)
    moved = movement(brief)
    return Markup("{}{}{}").format(tag("strong", tier), ", " if moved else "", moved)


def movement(brief: Brief) -> Markup:
    """Return how the placement came about: unchanged since, moved up from, first placement."""
    own = history.placements(brief.rows, brief.iso3)
    first = history.since(own, brief.edition)
    if first is None:
        return Markup("")
    place = own.index[own["edition"] == first][0]
    year = cell(brief.rows, "tiers", "edition", own.loc[place])
    if first < brief.edition:
        since = "unchanged since at least " if _unknown(brief, first - 1) else "unchanged since "
        return tag("span", since, year, class_="movement")
    move = own.loc[place, "moved"]
    if not move:
        return tag("span", _without(brief, first - 1), class_="movement")
    before = cell(brief.rows, "tiers", "tier", own.loc[place - 1])
    return tag("span", f"{_MOVES[move]} ", before, f" in {brief.edition - 1}", class_="movement")


def _without(brief: Brief, edition: int) -> str:
    """Return why there is nothing to compare with in the edition before."""
    if brief.rows.of("tiers", edition=edition).empty:
        return "the first edition"
    said = "no placement known" if _unknown(brief, edition) else "not covered"
    return f"{said} in the edition before"


def _unknown(brief: Brief, edition: int) -> bool:
    """Return whether an edition may have placed the country where our sources do not say."""
    missing = brief.rows.of("tiers", iso3=brief.iso3, edition=edition)["missing"]
    return bool(missing.isin(["not_read", "no_placement"]).any())


def _population(brief: Brief) -> Markup:
    known = brief.rows.of("population", iso3=brief.iso3)
    known = known[known["year"] < brief.edition]
    if known.empty:
        return Markup("not in our sources")
    latest = known.iloc[-1]
    people = cell(brief.rows, "population", "population", latest)
    year = cell(brief.rows, "population", "year", latest)
    return Markup("{} ({})").format(people, year)
