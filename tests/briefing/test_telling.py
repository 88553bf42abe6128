# ruff: noqa: E501
"""A row told as a sentence: who, how much, and how it changed, with the right grammar."""

import pytest
from markupsafe import Markup

from tests.briefing.frames import brief, figures
from tipdata.briefing import telling
from tipdata.briefing.sections import takeaway

BEFORE = {"period": 2016, "comparison": "true"}


def sentences(**tables) -> str:
    shown = Markup(takeaway(brief(**tables))._repr_html_().split('<ul class="strip"')[0])
    return " ".join(shown.striptags().split())


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        ({"value": 410, "agency": "police"}, {"value": 427}, "Police arrested 410 suspects in 2017, 17 fewer than in 2016 (427)."),
        ({"value": 1, "agency": "police"}, {"value": 0}, "Police arrested 1 suspect in 2017, 1 more than in 2016 (none)."),
        ({"value": 0, "agency": "police"}, {"value": 3}, "Police arrested no suspects in 2017, 3 fewer than in 2016 (3)."),
        ({"value": 0, "agency": "police"}, {"value": 0}, "Police arrested no suspects in 2017, as in 2016."),
        ({"value": 7, "agency": "police"}, {"value": 7}, "Police arrested 7 suspects in 2017, as many as in 2016."),
        ({"value": 5}, {"value": 3}, "The edition reports 5 suspects in 2017, 2 more than in 2016 (3)."),
        ({"value": 5, "qualifier": "at_least", "agency": "police"}, {"value": 9}, "Police arrested at least 5 suspects in 2017, compared with 9 in 2016."),
        ({"value": 2, "value_max": 4, "agency": "police"}, {"value": 3}, "Police arrested 2 to 4 suspects in 2017, compared with 3 in 2016."),
        (
            {"value": 7_500_000, "unit": "PEN", "indicator": "budget", "agency": "interior_ministry", "usd": 2_300_000, "usd_basis": "narrative"},
            {"value": 826_000, "qualifier": "approximate"},
            "The ministry of the interior reported 7.5 million PEN ($2.3 million) for anti-trafficking work in 2017, about 6.7 million PEN more than in 2016 (about 826,000 PEN).",
        ),
        ({"value": 5, "unit": "EUR", "indicator": "budget", "agency": "government"}, {"value": 5}, "The government reported 5 EUR for anti-trafficking work in 2017, as much as in 2016."),
        (
            {"value": 30, "status": "suspected", "age": "child", "exploitation": "sex", "indicator": "victims_identified", "agency": "courts"},
            {"value": 20},
            "Courts identified 30 suspected child victims of sex trafficking in 2017, 10 more than in 2016 (20).",
        ),
    ],
)  # fmt: skip
def test_a_figure_and_its_change_are_told(now, before, told):
    kept = ("unit", "indicator", "agency", "status", "age", "exploitation")
    earlier = {key: now[key] for key in kept if key in now} | BEFORE | before
    assert told in sentences(figures=figures(now, earlier))


def test_a_bound_leaves_the_direction_open():
    now, before = {"value": 5, "qualifier": "at_most"}, BEFORE | {"value": 9}
    shown = sentences(figures=figures(now, before))
    assert "fewer" not in shown
    assert "more than" not in shown


def test_an_indicator_without_wording_names_itself():
    row = figures({"value": 3, "indicator": "recruiters_sanctioned", "unit": "cases"}).iloc[0]
    told = telling.clause(row, label="Recruiters sanctioned")
    assert told == "The edition reports 3 cases under \u201crecruiters sanctioned\u201d"


@pytest.mark.parametrize(
    ("judged", "told"),
    [
        ({"aspect": "overall", "meets_standards": "true"}, "fully meets the minimum standards"),
        (
            {"aspect": "overall", "meets_standards": "false", "significant_efforts": "true"},
            "does not fully meet the minimum standards but makes significant efforts",
        ),
        (
            {"aspect": "overall", "meets_standards": "false", "significant_efforts": "false"},
            "does not fully meet the minimum standards and does not make significant efforts",
        ),
        (
            {"aspect": "overall", "trend": "none"},
            "compared with the year before, it showed no increase in efforts",
        ),
        (
            {"aspect": "protection", "trend": "maintained", "adjective": "weak"},
            "maintained weak protection efforts",
        ),
        ({"aspect": "prosecution", "trend": "none"}, "made no prosecution efforts"),
    ],
)
def test_a_judgement_is_told(judged, told):
    assert told in sentences(assessments=[judged])


def test_what_was_not_reported_is_told_and_hedged_where_a_number_stands_beside_it():
    silent = [{"indicator": "convictions"}]
    assert "did not report: convictions." in sentences(not_reported=silent)
    both = sentences(not_reported=silent, figures=figures({"value": 5, "indicator": "convictions"}))
    assert "did not report, or not in full: convictions." in both


def test_a_zero_of_something_narrower_is_not_told_as_a_zero_of_all():
    narrow = {"value": 0, "indicator": "convictions", "detail": "served_prison", "agency": "courts"}
    assert "no traffickers" not in sentences(figures=figures(narrow))


def test_the_widest_total_leads():
    women = {"value": 37, "indicator": "victims_identified", "sex": "female", "agency": "police"}
    everyone = {"value": 90, "indicator": "victims_identified", "agency": "courts"}
    shown = sentences(figures=figures(women, everyone))
    assert "Courts identified 90 victims in 2017." in shown
    assert "37" not in shown
