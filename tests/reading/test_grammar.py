"""The grammar's tables hold only codes that are declared, and their examples are true."""

import re

import pytest

import tipdata
from tipdata.reading.figures import figures
from tipdata.reading.grammar import listed, pairs, rows
from tipdata.reading.narrative import narrative_of
from tipdata.reading.not_reported import not_reported
from tipdata.tables.declaration import table

PATTERNS = rows("patterns")


def _codes(column: str) -> set[str]:
    return set(table("figures").column(column).categories)


def test_patterns_give_declared_indicators_and_units():
    assert {row["indicator"] for row in PATTERNS} <= set(tipdata.indicators()["indicator"])
    unit = table("figures").column("unit").pattern
    assert all(re.fullmatch(unit, row["unit"]) for row in PATTERNS if row["unit"])


def test_patterns_name_known_doings_and_nouns():
    doings = {row["class"] for row in rows("verbs")} | {row["event"] for row in rows("events")}
    doings |= {row["class"] for row in rows("split_verbs")}
    doings |= {"none", "*", "bail", "seize", "punish"}
    nouns = {row["class"] for row in rows("nouns")}
    nouns |= {"none", "*", "thing", "money", "term", "share"}
    for row in PATTERNS:
        assert set(row["event"].split("|")) <= doings, row
        assert set(row["noun"].split("|")) <= nouns, row


def test_the_last_pattern_fits_everything():
    assert (PATTERNS[-1]["event"], PATTERNS[-1]["noun"]) == ("*", "*")


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=row["example"]) for row in PATTERNS if row["example"]]
)
def test_the_examples_are_true(row):
    found = figures(narrative_of(row["example"] + ".", iso3="XAA", edition=2020))
    assert row["indicator"] in set(found["indicator"]), found[["indicator", "value"]]


@pytest.mark.parametrize("row", rows("deniables"), ids=lambda row: row["indicator"])
def test_what_may_be_denied_is_a_zero(row):
    found = figures(narrative_of(row["example"] + ".", iso3="XAA", edition=2020))
    assert found[["indicator", "value"]].values.tolist() == [[row["indicator"], 0]]


@pytest.mark.parametrize("row", rows("telling"), ids=lambda row: row["part"])
def test_what_tells_of_nothing_names_it(row):
    text = f"The government {row['example']}."
    assert len(not_reported(narrative_of(text, iso3="XAA", edition=2020)))


def test_what_is_denied_or_left_unreported_is_declared():
    named = {row["indicator"] for name in ("deniables", "unreported") for row in rows(name)}
    assert named <= set(tipdata.indicators()["indicator"])


def test_traits_and_agencies_are_declared():
    for row in rows("modifiers"):
        for name, value in pairs(row["trait"]).items():
            assert name in ("nationality", "detail") or value in _codes(name), row
    assert {row["agency"] for row in rows("agencies")} <= _codes("agency")
    assert {row["qualifier"] for row in rows("qualifiers")} <= _codes("qualifier")


@pytest.mark.parametrize("row", rows("bodies"), ids=lambda row: row["example"])
def test_bodies_are_known_by_what_they_are_for(row):
    text = f"T{row['example'][1:]} counted four victims."
    found = figures(narrative_of(text, iso3="XAA", edition=2020))
    assert row["agency"] in _codes("agency")
    assert found["agency"].tolist() == [row["agency"]]


def test_currencies_and_nationalities_are_codes():
    codes = {row["code"] for name in ("currencies", "currency_symbols") for row in rows(name)}
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert all(re.fullmatch("[A-Z]{3}", row["iso3"]) for row in rows("demonyms"))


@pytest.mark.parametrize("name", ["verbs", "nouns", "agencies", "events"])
def test_no_word_stands_in_two_rows_of_a_table(name):
    column = {"verbs": "verbs", "nouns": "nouns", "agencies": "words", "events": "nouns"}[name]
    words = [each.partition(":")[0] for row in rows(name) for each in listed(row[column])]
    assert sorted({each for each in words if words.count(each) > 1}) == []
