import re

import pytest

from tests.briefing.frames import brief, figures, rows
from tipdata.briefing import charts
from tipdata.briefing.content import Brief

STAGES = [
    {"value": 12, "indicator": "investigations", "edition": 2017, "period": 2016},
    {"value": 7, "indicator": "convictions", "edition": 2017, "period": 2016},
    {"value": 30, "indicator": "investigations"},
    {"value": 5, "indicator": "convictions"},
]


def cascade(edition: int) -> str:
    made = rows(figures=figures(*STAGES), tiers=[{"tier": "2", "edition": edition}])
    content = Brief("AAA", edition, made)
    return str(charts.of_pillar(content, content.own("figures"), "prosecution")[0])


def test_charts_of_two_editions_rest_on_different_rows():
    digests = [re.search(r'data-digest="(\w+)"', cascade(edition))[1] for edition in (2017, 2018)]
    assert digests[0] != digests[1]
    assert "12 persons" in cascade(2017)
    assert "12 persons" not in cascade(2018)


def test_a_chart_says_what_it_shows_to_those_who_can_not_see_it():
    drawn = cascade(2018)
    assert re.search(r"<title[^>]*>[^<]+Aarland, edition 2018</title>", drawn)
    assert "30 persons" in re.search(r"<desc[^>]*>([^<]+)</desc>", drawn)[1]


def test_the_same_rows_give_the_same_bytes():
    assert cascade(2018) == cascade(2018)


@pytest.mark.parametrize("given", [[], STAGES[2:3]])
def test_too_little_to_draw_gives_no_chart(given):
    content = brief(figures=figures(*given))
    assert charts.of_pillar(content, content.own("figures"), "prosecution") == []


@pytest.mark.parametrize("years", [[2019], [2019, 2021]])
def test_the_years_of_a_chart_are_those_counted(years):
    counts = [{"year": year, "value": 5, "value_min": 5, "value_max": 5} for year in years]
    own = brief(unodc=counts)
    drawn = str(charts.unodc(own, own.rows.table("unodc")))
    labels = {int(each) for each in re.findall(r">((?:19|20|21)\d\d)</text>", drawn)}
    assert set(years) <= labels <= set(range(2018, 2022))
