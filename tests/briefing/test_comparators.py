import pytest

from tests.briefing.frames import figures
from tipdata.briefing import comparators

NOW = {"value": 31}
BEFORE = {"value": 27, "period": 2016, "comparison": "true"}


def test_a_figure_is_compared_with_the_earlier_number_of_the_same_thing():
    assert comparators.pairs(figures(NOW, BEFORE)) == {"AAA-2018-1": "AAA-2018-2"}


@pytest.mark.parametrize(
    "other",
    [
        {"indicator": "convictions"},
        {"unit": "cases"},
        {"agency": "police"},
        {"sex": "female"},
        {"status": "confirmed"},
        {"nationality": "foreign"},
        {"period": 2017},
        {"comparison": "false"},
    ],
)
def test_another_thing_is_no_comparator(other):
    assert comparators.pairs(figures(NOW, BEFORE | other)) == {}


def test_what_nothing_names_is_compared_within_its_sentence():
    now, before = ({"indicator": "other", "unit": "items"} | each for each in (NOW, BEFORE))
    assert comparators.pairs(figures(now, before)) == {"AAA-2018-1": "AAA-2018-2"}
    assert comparators.pairs(figures(now, before | {"sentence": 2})) == {}
    named = [each | {"detail": "posts"} for each in (now, before | {"sentence": 2})]
    assert comparators.pairs(figures(*named)) == {"AAA-2018-1": "AAA-2018-2"}


def test_the_latest_of_several_earlier_years_counts():
    older = BEFORE | {"period": 2012}
    assert comparators.pairs(figures(NOW, older, BEFORE)) == {"AAA-2018-1": "AAA-2018-3"}


def test_a_comparator_serves_one_figure():
    assert len(comparators.pairs(figures(NOW, NOW | {"value": 9}, BEFORE))) == 1


def test_totals_leave_out_parts_and_comparators():
    made = figures(NOW, BEFORE, {"value": 4, "subset_of": "AAA-2018-1"})
    assert comparators.totals(made)["figure_id"].tolist() == ["AAA-2018-1"]
