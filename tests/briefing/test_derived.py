import pytest

from tests.briefing.frames import figures, rows
from tipdata.briefing import derived
from tipdata.errors import TipdataError

TWO = figures({"value": 30}, {"value": 40, "period": 2016, "comparison": "true"})
NOW, BEFORE = "figures/AAA-2018-1", "figures/AAA-2018-2"


def test_change_size_and_percentage_of_two_rows():
    made = rows(figures=TWO)
    assert derived.change(made, NOW, BEFORE) == -10
    assert derived.size(made, NOW, BEFORE) == 10
    assert derived.relative(made, NOW, BEFORE) == -25


def test_a_reference_without_a_row_is_an_error():
    with pytest.raises(TipdataError, match="AAA-2018-9"):
        derived.change(rows(figures=TWO), NOW, "figures/AAA-2018-9")


def test_a_rate_is_per_million_people_of_that_year():
    made = rows(figures=TWO, population=[{"year": 2017, "population": 2_000_000}])
    assert derived.per_million(made, NOW, "population/AAA|2017") == 15


def test_the_median_takes_each_country_once():
    many = [{"year": 2017, "population": 1_000_000}, {"year": 2016, "population": 10_000_000}]
    made = rows(figures=TWO, population=many)
    pairs = (NOW, "population/AAA|2017", BEFORE, "population/AAA|2016")
    assert derived.median_per_million(made, *pairs) == 17


def test_placed_counts_the_region_only():
    places = [
        {"iso3": code, "name": code, "report_name": code, "region": region}
        for code, region in [("AAA", "Africa"), ("BBB", "Africa"), ("CCC", "Europe")]
    ]
    tiers = [{"iso3": code, "tier": "2"} for code in ("AAA", "BBB", "CCC")]
    made = rows(countries=places, tiers=tiers)
    assert derived.placed(made, "Africa", "2018", "2") == 2
    assert derived.placed(made, "Africa", "2018", "3") == 0
