"""Names as printed: one code each, and nothing for what is no country of the report."""

import csv
from pathlib import Path

import pytest

import tipdata
from tipdata.errors import UnknownValueError
from tipdata.tables.load import whole
from tipdata.tables.names import country_name, fold, lookup

FOLDER = Path(__file__).parent.parent / "names"
SOURCES = sorted(FOLDER.glob("*.tsv"))


def cases(path):
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["printed"], row["iso3"]) for row in csv.DictReader(file, delimiter="\t")]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_every_name_of_a_source_has_its_code(path):
    expected = dict(cases(path))
    assert len(expected) > 100
    assert {name: lookup(name) for name in expected} == expected


@pytest.mark.parametrize(("printed", "iso3"), cases(FOLDER / "often_confused.txt"))
def test_names_that_are_often_confused(printed, iso3):
    assert tipdata.to_iso3(printed) == iso3


@pytest.mark.parametrize(
    "name", (FOLDER / "should_not_match.txt").read_text(encoding="utf-8").splitlines()
)
def test_what_is_no_country_of_the_report_has_no_code(name):
    with pytest.raises(UnknownValueError, match=r"is unknown in countries"):
        tipdata.to_iso3(name)


def test_no_two_codes_share_a_name():
    countries, names = whole("countries"), whole("country_names")
    pairs = {
        (fold(key), code)
        for frame, column in (
            (countries, "iso3"),
            (countries, "iso2"),
            (countries, "name"),
            (countries, "report_name"),
            (names, "printed"),
        )
        for key, code in zip(frame[column], frame["iso3"], strict=True)
    }
    folded = [key for key, _ in pairs]
    assert sorted(key for key in set(folded) if folded.count(key) > 1) == []


def test_every_country_is_found_by_each_of_its_names():
    for row in whole("countries").itertuples():
        for name in (row.iso3, row.iso2, row.name, row.report_name, row.name.upper()):
            assert tipdata.to_iso3(name) == row.iso3


def test_a_name_is_compared_without_accents_case_and_punctuation():
    assert fold("C\u00f4te d\u2019Ivoire") == fold("COTE D'IVOIRE") == "cote divoire"
    assert fold("St. Lucia") == fold("Saint Lucia")
    assert fold("The Bahamas") == fold("Bahamas")
    assert fold("Antigua & Barbuda") == "antigua and barbuda"
    assert fold("The") == "the"


def test_the_common_name_of_a_code():
    assert country_name("MMR") == "Myanmar"
    with pytest.raises(UnknownValueError, match="'AND'"):
        country_name("AND")


def test_an_alias_is_no_name_that_a_source_prints():
    names = whole("country_names")
    aliases = set(names.loc[names["kind"] == "alias", "printed"])
    printed = {name for path in SOURCES for name, _ in cases(path)}
    assert aliases & printed == set()
    assert printed == set(names.loc[names["kind"] == "printed", "printed"])
