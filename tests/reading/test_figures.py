"""The figures of a sentence, by tables of cases; `<` marks a number given only to compare with."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from tipdata.reading.figures import figures
from tipdata.reading.narrative import narrative_of

_CASES = Path(__file__).parent / "cases"


def _cases(name: str) -> list:
    with (_CASES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=row["rule"]) for row in csv.DictReader(file)]


def _said(row: pd.Series) -> str:
    value = f"{row['value']:.10g}"
    if pd.notna(row["value_max"]):
        value += f"-{row['value_max']:.10g}"
    said = f"{row['indicator']} {value} {row['unit']} {row['period']}"
    return said + " <" if row["comparison"] else said


@pytest.mark.parametrize("case", _cases("figures"))
def test_each_number_is_read(case):
    narrative = narrative_of(case["text"], iso3="XAA", edition=int(case["edition"]))
    found = [_said(row) for _, row in figures(narrative).iterrows()]
    assert found == [each.strip() for each in case["rows"].split(";") if each.strip()]
