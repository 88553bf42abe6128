"""The half page to take away: what changed, what was judged, in sentences made from the rows."""

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import absence, changes, comparators, counts, glossary
from tipdata.briefing.content import Brief
from tipdata.briefing.page import Section, cell, section, tag, told
from tipdata.briefing.sections.masthead import movement

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
# The sentences: of each group at most so many, those that come first here before others.
_SENTENCES = (
    (("convictions", "prosecutions", "arrests", "operations", "investigations"), 2),
    (("victims_identified", "victims_assisted"), 1),
    (("budget",), 1),
)


def takeaway(brief: Brief) -> Section:
    """Return the sentences and the strip of key figures, with the guard beside rises and falls."""
    own = brief.own("figures")
    pairs = comparators.pairs(own)
    figures = leading(own)
    paragraphs = [
        [_placement(brief), *_judgements(brief)],
        _figures(brief, figures, pairs),
        _silences(brief),
        _elsewhere(brief),
    ]
    said = [tag("p", Markup(" ").join(sentences)) for sentences in paragraphs if sentences]
    if own.empty:
        said.append(absence.sentence(brief, None, "figure", whole=True))
    strip = [_key(brief, row, pairs.get(row["figure_id"])) for _, row in figures.iterrows()]
    return section(
        "takeaway",
        tag("div", *said, class_="sentences"),
        tag("ul", *strip, class_="strip") if strip else "",
        changes.guard() if strip else "",
    )


def _placement(brief: Brief) -> Markup:
    placement = brief.placement
    if pd.isna(placement["tier"]):
        reason = cell(brief.rows, "tiers", "missing", placement)
        who = brief.called[0].upper() + brief.called[1:]
        return Markup("{} has no tier in this edition: {}.").format(who, reason)
    tier = told(brief.rows, "tiers", "tier", placement)
    text = Markup("The {} edition places {} on {}").format(brief.edition, brief.called, tier)
    if placement["tier"] == "S":
        text = Markup("The {} edition treats {} as a {}").format(brief.edition, brief.called, tier)
    moved = movement(brief)
    return Markup("{}{}{}{}.").format(text, ", " if moved else "", moved, _waiver(brief))


def _waiver(brief: Brief) -> Markup:
    """Return how the law moved the placement, where the edition says that it did."""
    own = brief.own("assessments")
    own = own[own["movement"].isin(["waiver", "auto-downgrade"])]
    marks = [told(brief.rows, "assessments", "movement", row) for _, row in own.iterrows()]
    return Markup("").join(Markup(" ({})").format(mark) for mark in marks[:1])


def _judgements(brief: Brief) -> list[Markup]:
    """Return the sentences on the overall judgement and on the pillars."""
    own = brief.own("assessments")
    whole = own["aspect"] == "overall"
    overall = own[whole & _any_of(own, "trend", "meets_standards", "significant_efforts")]
    pillars = own[~whole & _any_of(own, "trend", "adjective")]
    found = [
        Markup("It judges that the government {}.").format(_judged(brief, row))
        for _, row in overall.iterrows()
    ]
    if len(pillars):
        parts = [_judged(brief, row) for _, row in pillars.iterrows()]
        found.append(Markup("By its account the government {}.").format(_listed(parts)))
    return found


def _any_of(own: pd.DataFrame, *columns: str) -> pd.Series:
    """Return which rows say something in any of the columns."""
    return own[list(columns)].notna().any(axis=1)


def _judged(brief: Brief, row: pd.Series) -> Markup:
    return told(brief.rows, "assessments", "told", row)


def _listed(parts: list[Markup]) -> Markup:
    """Return a list in words: a, b and c."""
    if len(parts) == 1:
        return parts[0]
    return Markup(" and ").join([Markup(", ").join(parts[:-1]), parts[-1]])


def _figures(brief: Brief, figures: pd.DataFrame, pairs: dict[str, str]) -> list[Markup]:
    """Return the sentences on leading figures: of each group first those with a comparator."""
    return [
        _sentence(brief, row, pairs.get(row["figure_id"]))
        for group, most in _SENTENCES
        for _, row in _first(figures, group, pairs).head(most).iterrows()
    ]


def _first(figures: pd.DataFrame, group: tuple[str, ...], pairs: dict[str, str]) -> pd.DataFrame:
    own = figures[figures["indicator"].isin(group) & ~_negates_a_part(figures)]
    order = own.assign(
        _alone=~own["figure_id"].isin(pairs), _place=own["indicator"].map(group.index)
    )
    return order.sort_values(["_alone", "_place"], kind="stable")


def _negates_a_part(figures: pd.DataFrame) -> pd.Series:
    """Return where a zero is of something narrower, which a sentence would make too wide."""
    return (figures["value"] == 0) & figures["detail"].notna()


def _sentence(brief: Brief, row: pd.Series, before_id: str | None) -> Markup:
    """Return a figure as a sentence: Police reported 865 operations in 2017, 101 more than ..."""
    said = told(brief.rows, "figures", "told", row)
    compared = "" if before_id is None else changes.told(brief, row, before_id)
    return Markup("{} in {}{}.").format(said, told(brief.rows, "figures", "period", row), compared)


def _silences(brief: Brief) -> list[Markup]:
    own = brief.own("not_reported").drop_duplicates("indicator")
    if own.empty:
        return []
    things = [cell(brief.rows, "not_reported", "thing", row) for _, row in own.iterrows()]
    partly = own["indicator"].isin(brief.own("figures")["indicator"]).any()
    silent = "did not report, or not in full" if partly else "did not report"
    said = glossary.linked(f"The edition says that the government {silent}: ")
    return [Markup("{}{}.").format(said, _listed(things))]


def _elsewhere(brief: Brief) -> list[Markup]:
    """Return the sentence on the latest counts that the country returned to UNODC."""
    own = counts.latest(brief.rows, brief.iso3, edition=brief.edition)
    own = own[own["indicator"].isin([counts.DETECTED, counts.PROSECUTED, counts.CONVICTED])]
    if own.empty:
        return []
    parts = [
        Markup("{} in {}").format(
            told(brief.rows, "unodc", "told", row), cell(brief.rows, "unodc", "year", row)
        )
        for _, row in own.iterrows()
    ]
    return [Markup("UNODC's data hold {}.").format(_listed(parts))]


def leading(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the leading figures: for each leading indicator one total.

    The widest total counts, then the first in the text; of several amounts of money the
    government's before a ministry's.
    """
    totals = comparators.totals(figures)
    totals = totals[totals["indicator"].isin(LEADING)]
    ministry = (totals["indicator"] == "budget") & (totals["agency"] != "government")
    order = totals.assign(
        _place=totals["indicator"].map(LEADING.index),
        _narrow=totals[comparators.BREAKDOWN].notna().sum(axis=1),
        _ministry=ministry.fillna(False),
    )
    order = order.sort_values(["_place", "_narrow", "_ministry"], kind="stable")
    return order.drop_duplicates("indicator").drop(columns=["_place", "_narrow", "_ministry"])


def _key(brief: Brief, row: pd.Series, before_id: str | None) -> Markup:
    indicator = brief.rows.get(f"indicators/{row['indicator']}")
    label = cell(brief.rows, "figures", "indicator", row)
    parts = [
        tag("span", glossary.of_indicator(indicator, label), class_="label"),
        tag("strong", cell(brief.rows, "figures", "quantity", row)),
        tag("span", cell(brief.rows, "figures", "period", row), class_="period"),
    ]
    covers = cell(brief.rows, "figures", "covers", row)
    if covers.striptags():
        parts.insert(2, tag("span", covers, class_="covers"))
    if before_id is not None:
        parts.append(tag("span", changes.beside(brief, row, before_id), class_="change"))
    return tag("li", *parts)
