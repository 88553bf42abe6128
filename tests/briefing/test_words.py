import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.briefing.frames import figures, rows
from tipdata.briefing import cells, words

SIZES = {"": 1, "million": 1e6, "billion": 1e9, "trillion": 1e12}


def read(text: str) -> float:
    """Return the number that a reader takes from `text`."""
    found = re.fullmatch(r"(\d{1,3}(?:,\d{3})*(?:\.\d+)?) ?(million|billion|trillion)?", text)
    assert found, text
    return float(found[1].replace(",", "")) * SIZES[found[2] or ""]


@given(st.integers(0, 10**13))
def test_a_whole_number_reads_as_itself(value):
    assert read(words.number(value)) == pytest.approx(value, rel=1e-12)


@given(st.floats(0, 1e6, allow_nan=False))
def test_a_fraction_reads_to_two_places(value):
    assert read(words.number(value)) == pytest.approx(value, abs=0.0051)


@given(st.integers(-(10**9), 10**9))
def test_a_change_tells_its_direction(value):
    text = words.signed(value)
    if value == 0:
        assert text == "no change"
    else:
        assert text[0] == ("+" if value > 0 else "\u2212")
        assert read(text[1:]) == abs(value)


@given(st.integers(-1000, 10**6))
def test_a_percentage_tells_its_direction(value):
    assert words.percent(value)[0] == {-1: "\u2212", 0: "\u00b1", 1: "+"}[(value > 0) - (value < 0)]


@given(st.floats(1e-4, 99.9))
def test_a_small_rate_keeps_three_digits(value):
    assert float(words.rate(value)) == pytest.approx(value, rel=0.005)


@pytest.mark.parametrize(
    ("figure", "reads"),
    [
        ({"value": 0}, "0 persons"),
        ({"value": 1}, "1 person"),
        ({"value": 1229}, "1,229 persons"),
        ({"value": 7500000, "unit": "PEN"}, "7.5 million PEN"),
        ({"value": 826000, "unit": "PEN", "qualifier": "approximate"}, "about 826,000 PEN"),
        ({"value": 1, "value_max": 3, "unit": "years"}, "1 to 3 years"),
        ({"value": 6, "unit": "months", "qualifier": "at_least"}, "at least 6 months"),
        ({"value": 40, "qualifier": "at_most"}, "at most 40 persons"),
    ],
)
def test_a_quantity_carries_qualifier_range_and_unit(figure, reads):
    made = rows(figures=figures(figure))
    assert cells.cell(made, "figures", "quantity", made.table("figures").iloc[0]) == reads


def test_what_a_figure_covers_names_every_breakdown():
    one = {"value": 5, "status": "suspected", "sex": "female", "age": "child", "nationality": "AAA"}
    made = rows(figures=figures(one))
    covers = cells.cell(made, "figures", "covers", made.table("figures").iloc[0])
    assert covers == "suspected, female, children, Aarland"


def test_a_suppressed_count_reads_as_its_range():
    hidden = {"row": 1, "year": 2015, "value_min": 1, "value_max": 4, "suppressed": "true"}
    made = rows(unodc=[hidden])
    assert cells.cell(made, "unodc", "count", made.table("unodc").iloc[0]) == "1 to 4"
