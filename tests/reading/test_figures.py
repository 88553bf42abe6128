"""The figures of a sentence, by tables of cases; `<` marks a number given only to compare with."""

import csv
from pathlib import Path

import pandas as pd
import pytest

import tipdata
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


def _traits(row: pd.Series) -> str:
    traits = [row[name] for name in ("status", "sex", "age", "exploitation", "nationality")]
    return " ".join([f"{row['value']:.10g}", *(each for each in traits if pd.notna(each))])


def _read(text: str, *, edition: int = 2020, iso3: str = "PER") -> pd.DataFrame:
    return figures(narrative_of(text, iso3=iso3, edition=edition))


@pytest.mark.parametrize("case", _cases("breakdowns"))
def test_each_number_has_its_breakdown(case):
    found = [
        _traits(row) for _, row in _read(case["text"], edition=int(case["edition"])).iterrows()
    ]
    assert found == [each.strip() for each in case["rows"].split(";") if each.strip()]


@pytest.mark.parametrize("case", _cases("figures"))
def test_each_number_is_read(case):
    narrative = narrative_of(case["text"], iso3="XAA", edition=int(case["edition"]))
    found = [_said(row) for _, row in figures(narrative).iterrows()]
    assert found == [each.strip() for each in case["rows"].split(";") if each.strip()]


@pytest.mark.parametrize("case", _cases("agencies"))
def test_who_acted_is_read(case):
    found = _read(case["text"])["agency"].tolist()
    assert found == case["agencies"].split("; ")


def test_no_money_is_none_of_the_countrys_own_currency():
    row = _read("The government did not allocate any funding.", iso3="PER").iloc[0]
    assert (row["indicator"], row["value"], row["unit"]) == ("budget", 0, "PEN")


def test_a_row_says_where_its_number_stands():
    text = "The state spent money.\n\nCourts sat. Police arrested at least 31 suspects."
    (row,) = _read(text).to_dict("records")
    assert text[row["start"] : row["end"]] == "31"
    assert (row["paragraph"], row["sentence"], row["qualifier"]) == (2, 2, "at_least")
    assert row["figure_id"] == f"PER-2020-{row['start']}"
    assert (row["agency"], row["method"]) == ("police", "extracted")


def test_a_zero_stands_at_the_verb_denied():
    text = "Courts did not prosecute or convict any traffickers."
    found = _read(text)
    assert [text[row.start : row.end] for row in found.itertuples()] == ["prosecute", "convict"]


def test_further_rows_of_one_number_get_letters():
    found = _read("There were no prosecutions or convictions.")
    assert found["figure_id"].tolist() == ["PER-2020-11", "PER-2020-11b"]


def test_parts_name_their_total():
    found = _read("Police identified 90 victims, including 20 girls.")
    assert found["subset_of"].tolist()[1] == found["figure_id"].tolist()[0]


def test_dollars_are_the_narratives_own_where_it_gives_them():
    found = _read("The state spent 11 million soles ($3.4 million).", edition=2018)
    assert found["usd"].tolist() == [3_400_000]
    assert found["usd_basis"].tolist() == ["narrative"]


def test_dollars_come_from_the_exchange_rate_where_it_gives_none():
    (row,) = _read("The state spent 11 million soles in 2017.", edition=2018).to_dict("records")
    rates = tipdata.exchange_rates(iso3="PER", year=2017)
    rate = rates.set_index("currency").loc["PEN", "lcu_per_usd"]
    assert row["usd"] == pytest.approx(11e6 / rate, abs=0.01)
    assert row["usd_basis"] == "exchange_rate"


def test_a_bare_currency_name_is_the_countrys_own():
    assert _read("It spent 5000 pesos.", iso3="MEX")["unit"].tolist() == ["MXN"]
    assert _read("It spent 5000 pesos.", iso3="COL")["unit"].tolist() == ["COP"]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Police identified 20 victims. Of these, 15 were female and 12 were male.", "parts"),
        ("Courts prosecuted four persons and convicted nine persons.", "convictions_exceed"),
        ("Police arrested 12 in 2019, compared with 10 in 2019.", "year_slip"),
        ("Police arrested 300 in 2019 (12 in 2018).", "jump"),
        ("Police arrested 12 in 2019 (10 in 2018).", ""),
        ("Police identified 20 victims. Of these, 8 were female and 12 were male.", ""),
    ],
)
def test_slips_are_flagged(text, flagged):
    flags = " ".join(_read(text)["flags"].dropna())
    assert flagged in flags if flagged else flags == ""


def test_a_guess_is_less_sure_than_a_direct_reading():
    found = _read("Police arrested 12 suspects and set up 170 watch committees.")
    assert found["confidence"].is_monotonic_decreasing
    assert found["confidence"].nunique() == 2


def test_no_number_gives_an_empty_table():
    found = _read("Dozens of women were rescued.")
    assert found.empty
    assert found.dtypes.equals(tipdata.figures(iso3="PER").dtypes)


def test_a_huge_sentence_is_read_in_linear_time():
    text = "Police arrested " + ", ".join(f"{each:,} men" for each in range(2, 5000)) + "."
    assert len(_read(text)) == 4998
