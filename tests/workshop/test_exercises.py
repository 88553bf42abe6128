"""Exercises with many right answers notice each way of being wrong."""

from types import SimpleNamespace

import matplotlib
import pandas as pd
import pytest

from tipdata.workshop import as_drawn, check, coding
from tipdata.workshop.exercises.charts import BROKEN, detected


@pytest.fixture
def axes():
    """Axes on which the known counts of the broken series are drawn rightly."""
    from matplotlib.figure import Figure

    matplotlib.use("agg")
    drawn = Figure().subplots()
    known = detected(BROKEN).dropna(subset="value")
    for _, part in known.groupby((known["year"].diff() != 1).fillna(True).cumsum()):
        drawn.plot(part["year"].astype(int), part["value"].astype(int), marker="o")
    drawn.set(ylim=(0, None), ylabel="detected victims")
    return drawn


def test_a_right_chart_is_right(axes):
    assert check("charts.axes", axes).state == "right"


def test_a_line_over_a_gap_is_noticed(axes):
    known = detected(BROKEN).dropna(subset="value")
    axes.plot(known["year"].astype(int), known["value"].astype(int))
    assert "joins years between which nothing is known" in check("charts.axes", axes).text


def test_an_axis_that_hides_its_beginning_or_its_meaning_is_noticed(axes):
    axes.set(ylim=(5, None), ylabel="")
    said = check("charts.axes", axes).text
    assert "does not start at zero" in said
    assert "does not say what was counted" in said


def test_a_year_that_nobody_knows_is_noticed(axes):
    axes.plot([1999], [1])
    assert "not the years with a known count" in check("charts.axes", axes).text


def test_points_are_read_back_line_by_line(axes):
    axes.clear()
    axes.plot([1, 2], [3, float("nan")])
    axes.plot([5], [6])
    assert as_drawn(axes)["line"].tolist() == [0, 0, 1]
    assert as_drawn(axes)["y"].isna().tolist() == [False, True, False]


def test_a_correction_that_is_missing_is_named():
    right = coding("machine").set_index("number")
    right.loc[4, "period"] = 2017
    said = check("reading.corrected", right.reset_index()).text
    assert "period of number 4" not in said
    assert "of number 7 ('12')" in said


def test_a_dropped_number_is_no_correction():
    kept = coding("machine").query("number != 7")
    assert "number 7 is gone" in check("reading.corrected", kept).text


def test_a_number_read_rightly_is_no_mistake():
    said = check("reading.mistakes", {1, 4}).text
    assert "number 1 ('46') was read rightly: raids are operations" in said
    assert "more to find" in said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<h2>Method</h2>", "no section of your own; its headings are Method"),
        ("<div data-unchecked><p>words</p></div>", "neither a table with rows nor a chart"),
    ],
)
def test_a_page_without_a_section_of_ones_own(tmp_path, body, said):
    page = tmp_path / "page.html"
    page.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    assert said in check("briefs.section", SimpleNamespace(page=page)).text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("15 4 * * 1", None),
        ("15 04 * * mon", None),
        ("4 15 * * 1", "the minute comes first"),
        ("15 4 * * 0", "the day of the week is '0'"),
        ("15 4 1 * 1", "the day of the month is '1'"),
        ("15 4 * *", "five fields"),
    ],
)
def test_cron(fields, said):
    verdict = check("briefs.cron", fields)
    assert verdict.state == ("not yet" if said else "right")
    assert said is None or said in verdict.text


ROWS = pd.DataFrame({"iso3": ["PER", "CHL"], "year": [2018, 2018], "count": [1234, 5]})


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (ROWS, None),
        (ROWS.head(0), "no row"),
        (ROWS[["count"]], "no column says of what place and time"),
        (pd.concat([ROWS, ROWS.assign(count=7)]), "two rows share the key"),
        (ROWS.assign(more=None), "'more' is all missing"),
    ],
)
def test_a_table_of_ones_own(table, said):
    verdict = check("question.table", table)
    assert verdict.state == ("not yet" if said else "right")
    assert said is None or said in verdict.text


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Peru reported 1,234 in 2018.", None),
        ("Peru reported 1,235 in 2018.", "1235 does not stand in the table"),
        ("Peru reported many.", "no number"),
    ],
)
def test_a_sentence_of_ones_own(sentence, said):
    verdict = check("question.sentence", (sentence, ROWS))
    assert verdict.state == ("not yet" if said else "right")
    assert said is None or said in verdict.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("In how many places did the tier fall?", None),
        ("The tier fell.", "question mark"),
        ("Where? And when?", "more than one question"),
        ("How much trafficking is there in Peru?", "what was found and reported"),
    ],
)
def test_a_question_of_ones_own(question, said):
    verdict = check("question.question", question)
    assert verdict.state == ("not yet" if said else "right")
    assert said is None or said in verdict.text
