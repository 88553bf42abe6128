"""Filters that filter, and one line for whatever a column can not hold."""

import numpy as np
import pandas as pd
import pytest

import tipdata
from tipdata.errors import UnknownValueError
from tipdata.tables.declaration import tables
from tipdata.tables.load import empty, whole


def test_no_condition_gives_the_whole_table():
    assert len(tipdata.tiers()) == len(whole("tiers"))


@pytest.mark.parametrize(
    ("conditions", "column", "expected"),
    [
        ({"iso3": "PER"}, "iso3", {"PER"}),
        ({"iso3": ["PER", "NAM"]}, "iso3", {"PER", "NAM"}),
        ({"edition": 2018}, "edition", {2018}),
        ({"edition": range(2018, 2020)}, "edition", {2018, 2019}),
        ({"edition": np.int64(2018)}, "edition", {2018}),
        ({"edition": pd.Series([2018, 2019])}, "edition", {2018, 2019}),
        ({"tier": "S"}, "tier", {"S"}),
        ({"tier": ["1", "3"]}, "tier", {"1", "3"}),
    ],
)
def test_a_condition_keeps_its_rows_and_no_others(conditions, column, expected):
    frame, all_rows = tipdata.tiers(**conditions), whole("tiers")
    assert set(frame[column]) == expected
    assert len(frame) == all_rows[column].isin(list(expected)).sum() < len(all_rows)


def test_conditions_are_joined_by_and():
    frame = tipdata.tiers("Peru", edition=[2017, 2018])
    assert frame[["iso3", "edition"]].to_numpy().tolist() == [["PER", 2017], ["PER", 2018]]


def test_none_is_no_condition_but_an_empty_list_keeps_nothing():
    assert len(tipdata.tiers(None, edition=None)) == len(whole("tiers"))
    assert len(tipdata.tiers(edition=[])) == 0


@pytest.mark.parametrize("name", ["Peru", "peru", "PER", "per", "PE", "pe"])
def test_a_country_is_known_by_code_and_name(name):
    assert tipdata.countries(name)["iso3"].tolist() == ["PER"]


def test_namibia_and_norway_are_no_missing_values_and_no_booleans():
    assert tipdata.countries("NA")["name"].item() == "Namibia"
    assert tipdata.countries("NO")["name"].item() == "Norway"
    assert whole("countries")["iso2"].isna().sum() == 0
    assert whole("countries").set_index("iso3").loc[["NAM", "NOR"], "iso2"].tolist() == ["NA", "NO"]


def test_the_rows_come_sorted_and_numbered_from_zero():
    frame = tipdata.tiers(["PER", "AFG"], edition=[2019, 2018])
    assert frame.index.tolist() == [0, 1, 2, 3]
    assert frame["iso3"].tolist() == ["AFG", "AFG", "PER", "PER"]


def test_columns_choose_columns_also_one_alone():
    assert list(tipdata.tiers("PER", columns=["tier", "edition"]).columns) == ["tier", "edition"]
    assert list(tipdata.tiers("PER", columns="tier").columns) == ["tier"]


@pytest.mark.parametrize("name", list(tables()))
def test_no_row_leaves_columns_and_types(name):
    nothing = empty(name)
    assert len(nothing) == 0
    assert nothing.dtypes.to_dict() == whole(name).dtypes.to_dict()


def test_an_answer_without_rows_keeps_columns_and_types():
    frame = tipdata.exchange_rates("North Korea")
    assert len(frame) == 0
    assert frame.dtypes.to_dict() == whole("exchange_rates").dtypes.to_dict()


def test_a_changed_answer_does_not_change_the_table():
    frame = tipdata.countries()
    frame.loc[:, "name"] = "changed"
    assert "changed" not in set(tipdata.countries()["name"])


@pytest.mark.parametrize(
    ("call", "parts"),
    [
        (lambda: tipdata.tiers("Peruu"), ["country 'Peruu'", "'Peru'", "tipdata.countries()"]),
        (lambda: tipdata.tiers(["PER", "XXX"]), ["country 'XXX'"]),
        (lambda: tipdata.tiers("Andorra"), ["country 'Andorra'"]),
        (lambda: tipdata.tiers(""), ["country ''"]),
        (lambda: tipdata.tiers(edition=1999), ["edition 1999", "2001 to 2025"]),
        (lambda: tipdata.tiers(edition=2026), ["edition 2026", "2001 to 2025"]),
        (lambda: tipdata.tiers(edition="2018"), ["edition '2018'", "a whole number"]),
        (lambda: tipdata.tiers(edition=2018.0), ["edition 2018.0", "a whole number"]),
        (lambda: tipdata.tiers(edition=True), ["edition True", "a whole number"]),
        (lambda: tipdata.tiers(tier="2w"), ["tier '2w'", "'2W'", "tipdata.codebook('tiers')"]),
        (lambda: tipdata.tiers(columns=["teir"]), ["column 'teir'", "'tier'"]),
        (lambda: tipdata.figures(indicator="conviction"), ["indicator", "'convictions'"]),
        (lambda: tipdata.unodc(indicator="Persons convictd"), ["'Persons convicted'"]),
        (lambda: tipdata.unodc(year=1900), ["year 1900"]),
        (lambda: tipdata.exchange_rates(currency="PNE"), ["currency 'PNE'"]),
        (lambda: tipdata.countries(region="Africaa"), ["region 'Africaa'", "'Africa'"]),
        (lambda: tipdata.sources("unodc"), ["source_id 'unodc'"]),
    ],
)
def test_what_a_column_can_not_hold_is_one_line(call, parts):
    with pytest.raises(UnknownValueError) as caught:
        call()
    message = str(caught.value)
    assert "\n" not in message
    for part in parts:
        assert part in message


def test_a_place_outside_the_report_is_found_where_the_table_holds_it():
    assert set(tipdata.unodc("Andorra")["iso3"]) == {"AND"}
