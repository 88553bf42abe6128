import pytest

from tipdata.errors import TipdataError
from tipdata.reading.corrections import read_corrections
from tipdata.reading.extract import extract
from tipdata.reading.narrative import narrative_of

TEXT = "Police arrested 31 suspects in 2018, and courts convicted nine traffickers in 2018."
ENTRY = """\
- action: {action}
  table: figures
  iso3: KEN
  edition: 2019
{rest}
  reason: The sentence says so.
  author: A. Reviewer
  date: 2026-11-24
"""
ARRESTS = "  expect: {indicator: arrests, value: 31, period: 2018}"


@pytest.fixture
def narrative():
    return narrative_of(TEXT, iso3="KEN", edition=2019)


@pytest.fixture
def file(tmp_path):
    def written(action, rest):
        path = tmp_path / "corrections.yml"
        path.write_text(ENTRY.format(action=action, rest=rest), encoding="utf-8")
        return read_corrections(path)

    return written


def figures(narrative, corrections):
    return extract(narrative, corrections=corrections).figures


def test_a_change_sets_columns_and_marks_the_row_reviewed(narrative, file):
    rows = figures(narrative, file("change", f"{ARRESTS}\n  set: {{value: 32, agency: courts}}"))
    row = rows[rows["indicator"] == "arrests"].iloc[0]
    assert (row["value"], row["agency"], row["method"]) == (32, "courts", "reviewed")
    assert set(rows.loc[rows["indicator"] != "arrests", "method"]) == {"extracted"}


def test_a_drop_takes_the_row_out(narrative, file):
    assert "arrests" not in set(figures(narrative, file("drop", ARRESTS))["indicator"])


def test_an_added_row_stands_at_its_anchor(narrative, file):
    added = (
        "  anchor: Police [[arrested]] 31\n"
        "  set: {indicator: operations, value: 1, unit: operations, period: 2018,"
        " period_basis: stated, comparison: false, qualifier: exact}"
    )
    rows = figures(narrative, file("add", added))
    row = rows[rows["indicator"] == "operations"].iloc[0]
    assert TEXT[row["start"] : row["end"]] == "arrested"
    assert (row["figure_id"], row["method"], row["paragraph"]) == ("KEN-2019-7", "coded", 1)


def test_a_correction_survives_being_applied_anew(narrative, file):
    corrections = file("change", f"{ARRESTS}\n  set: {{value: 32}}")
    assert figures(narrative, corrections).equals(figures(narrative, corrections))


def test_a_correction_of_another_narrative_is_left_alone(file):
    other = narrative_of(TEXT, iso3="UGA", edition=2019)
    assert "arrests" in set(figures(other, file("drop", ARRESTS))["indicator"])


@pytest.mark.parametrize(
    ("action", "rest", "message"),
    [
        ("drop", ARRESTS.replace("31", "30"), "is gone or changed"),
        ("drop", "  expect: {period: 2018}", "is not the only one"),
        ("drop", "  expect: {colour: red}", "column 'colour' is unknown"),
        ("change", f"{ARRESTS}\n  set: {{agency: martians}}", "'martians' is no declared code"),
        ("change", ARRESTS, "lacks set"),
        ("drop", f"{ARRESTS}\n  set: {{value: 1}}", "has no use for set"),
        ("remove", ARRESTS, "action 'remove' is unknown"),
        ("add", "  anchor: no [[such]] words\n  set: {value: 1}", "must occur once"),
        ("add", "  anchor: arrested [[31]] sus\n  set: {indicator: arrests}", "by now"),
    ],
)
def test_a_correction_that_does_not_fit_fails(narrative, file, action, rest, message):
    with pytest.raises(TipdataError, match=message):
        figures(narrative, file(action, rest))


@pytest.mark.parametrize("content", ["{", "a: 1", "- 5", ""])
def test_a_file_that_is_no_list_of_corrections_is_an_error(tmp_path, content):
    path = tmp_path / "corrections.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TipdataError, match="correction"):
        read_corrections(path)
