"""What a narrative says was not reported, by a table of cases."""

import csv
from pathlib import Path

import pytest

from tipdata.reading.narrative import narrative_of
from tipdata.reading.not_reported import not_reported

_CASES = Path(__file__).parent / "cases" / "not_reported.csv"


def _cases() -> list:
    with _CASES.open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=row["rule"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize("case", _cases())
def test_each_thing_is_named(case):
    found = not_reported(narrative_of(case["text"], iso3="XAA", edition=int(case["edition"])))
    said = [f"{row.indicator} {row.period}" for row in found.itertuples()]
    assert said == [each.strip() for each in case["rows"].split(";") if each.strip()]


def test_the_evidence_is_the_word_that_names_the_thing():
    text = "Police arrested five. Officials did not report any convictions."
    (row,) = not_reported(narrative_of(text, iso3="PER", edition=2020)).to_dict("records")
    assert text[row["start"] : row["end"]] == "convictions"
    assert (row["sentence"], row["agency"], row["method"]) == (2, "government", "extracted")
