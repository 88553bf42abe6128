"""Checks say what is wrong, and nothing wrong passes for right."""

import pandas as pd
import pytest

from tipdata.errors import UnknownValueError
from tipdata.workshop import check, row
from tipdata.workshop.difference import difference
from tipdata.workshop.verdicts import exercises

MISTAKES = [
    (name, wrong, hint)
    for name, exercise in exercises().items()
    for wrong, hint in exercise.mistakes
]


@pytest.mark.parametrize("name", exercises())
def test_three_dots_are_not_done_yet(name):
    assert check(name, ...).state == "not done yet"


@pytest.mark.parametrize("name", exercises())
@pytest.mark.parametrize("odd", [None, "no idea", object(), -1, pd.DataFrame(), {"a": 1}, 1.5])
def test_an_odd_answer_is_wrong_and_never_an_exception(name, odd):
    verdict = check(name, odd)
    assert verdict.state == "not yet"
    assert verdict.text


@pytest.mark.parametrize(("name", "wrong", "hint"), MISTAKES)
def test_a_known_mistake_earns_its_hint(name, wrong, hint):
    verdict = check(name, wrong())
    assert (verdict.state, verdict.text) == ("not yet", hint)


def test_an_unknown_exercise_is_named():
    with pytest.raises(UnknownValueError, match=r"did you mean 'narrative.rows'"):
        check("narrative.row", 1)


def test_a_partly_filled_dict_names_what_is_open():
    verdict = check("charts.bounds", {"least": ..., "most": 1})
    assert verdict.text == "'least' has still its three dots"


def test_a_wrong_cell_of_a_row_is_named_with_the_reason():
    rows = [row("investigations", 27, "cases", 2020, comparison=True)]
    text = check("narrative.rows", rows).text
    assert "the row of '27' has period 2020" in text
    assert "a figure of sentence 2 has no row yet" in text


def test_a_year_taken_for_a_claim_is_named():
    assert "number 2 ('2020') is no claim" in check("narrative.claims", {1, 2}).text


def test_row_refuses_an_indicator_that_does_not_exist():
    with pytest.raises(UnknownValueError, match="did you mean 'convictions'"):
        row("conviction", 1, "persons", 2020)


FRAME = pd.DataFrame({"iso3": ["PER", "CHL"], "value": [1, 2]})


@pytest.mark.parametrize(
    ("given", "right", "said"),
    [
        (3, 5, "3 is too small"),
        (7.0, 5, "7 is too large"),
        (5.0, 5, None),
        (True, 1, "True is True or False, the answer is one number"),
        (float("nan"), 5, "the answer is a number, yours is missing"),
        ("5", 5, "'5' is text, the answer is one number"),
        (" Zero", "zero", None),
        (1, True, "1 is a number, the answer is True or False"),
        (False, True, "False is not so"),
        ("PER", {"PER"}, "'PER' is text, the answer is several things: a set or a list"),
        (["CHL", "PER"], {"PER", "CHL"}, None),
        ({"PER", "X"}, {"PER", "CHL", "BRA"}, "'X' does not belong; 2 are missing"),
        ({"a": 1}, {"a": 1, "b": 2}, "'b' is missing"),
        ({"a": 1, "c": 1}, {"a": 1}, "'c' does not belong"),
        ({"a": 1, "b": 3}, {"a": 1, "b": 2}, "'b': 3 is too large"),
        ([1], FRAME, "a list was given, the answer is a table: a DataFrame"),
        (FRAME.iloc[::-1], FRAME, None),
        (FRAME.assign(more=1), FRAME, None),
        (FRAME[["iso3"]], FRAME, "the table lacks the column 'value'; it has iso3"),
        (FRAME.head(1), FRAME, "the table has 1 rows, that is too few"),
        (
            FRAME.assign(value=[1, 3]),
            FRAME,
            "column 'value' is wrong in 1 rows, first in: iso3 CHL, value 3.0",
        ),
        (FRAME.set_index("iso3")["value"], FRAME.set_index("iso3")["value"], None),
    ],
)
def test_difference(given, right, said):
    assert difference(given, right) == said


def test_a_missing_cell_is_not_a_value():
    holed = FRAME.assign(value=[1.0, None])
    assert difference(holed, holed) is None
    assert "wrong in 1 rows" in difference(holed, FRAME)
    assert "wrong in 1 rows" in difference(FRAME, holed)
