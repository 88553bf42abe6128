"""UNODC counts: no row lost, bounds for what is withheld, no number that is none."""

import pytest

import tipdata
from tipdata.building import unodc
from tipdata.building.names import Names
from tipdata.building.package import as_declared, declared_in
from tipdata.building.raw import RawFolder
from tipdata.errors import SourceError
from tipdata.tables.load import read


@pytest.fixture
def make(world):
    def made(*rows_and_values):
        if rows_and_values:
            world.sheet(
                [row for row, _ in rows_and_values], [value for _, value in rows_and_values]
            )
        tables = declared_in(world.data)
        names = Names(read(world.data / "country_names.csv", declared=tables["country_names"]))
        return unodc.make(RawFolder(world.raw), names=names)

    return made


def row(category="Total", dimension="Total", country="Peru", code="PER"):
    return [code, country, "R", "S", "Persons convicted", dimension, category, "Total", "Total"]


def test_each_row_of_the_sheet_is_a_row_in_its_order(make, world):
    table, notes = make()
    frame = as_declared(table, declared=declared_in(world.data)["unodc"])
    assert frame["row"].tolist() == [1, 2, 3, 4]
    assert frame["iso3"].tolist() == ["PER", "PER", "CRQ", "NAM"]
    assert frame["year"].tolist() == [2018] * 4
    assert frame["category"].tolist() == ["Total", "Total", "Peru", "Not stated"]
    assert frame["category_iso3"].fillna("").tolist() == ["", "", "PER", ""]
    assert notes == [
        "unodc: 4 rows in, 4 out, none left out: 2 counts, 1 withheld (1 to 4), "
        "1 cells that are no counts"
    ]


def test_a_count_is_exact_a_withheld_one_bounded_a_fault_empty(make):
    table, _ = make()
    bounds = table[["value", "value_min", "value_max"]].astype(object)
    bounds = bounds.where(bounds.notna(), None).to_numpy().tolist()
    assert bounds == [[1234, 1234, 1234], [None, 1, 4], [7, 7, 7], [None, None, None]]
    assert table["suppressed"].tolist() == [False, True, False, False]
    assert table["fault"].fillna("").tolist() == ["", "", "", "field_number"]


@pytest.mark.parametrize("value", ["", "-1", "5.5", "<10", "12,34", "many", "1 234"])
def test_what_is_neither_a_count_nor_withheld_is_an_error(make, world, value):
    world.rule("unodc_citizenships", "printed,category,iso3\n")
    with pytest.raises(SourceError, match=r"neither a count nor <5, first .* in row 2"):
        make((row(), "5"), (row(), value))


def test_a_category_that_is_not_listed_is_an_error_and_one_that_is_gone_too(make):
    with pytest.raises(SourceError) as caught:
        make((row("Atlantean", "by citizenship"), "5"), (row("Q1", "by citizenship"), "6"))
    assert "lacks: ['Atlantean']" in str(caught.value)
    assert "does not print: ['PERUANA ']" in str(caught.value)


def test_a_fault_that_was_repaired_is_an_error(make):
    rows = (row("PERUANA ", "by citizenship"), "5"), (row("Q1", "by citizenship"), "6")
    with pytest.raises(SourceError, match="0 rows, expected 1; was the source repaired"):
        make(*rows)


def test_a_code_that_is_not_the_names_is_an_error(make):
    with pytest.raises(SourceError, match="'Peru' with code NAM"):
        make((row(code="NAM"), "5"))


def test_the_packaged_table_holds_every_source_row():
    frame = tipdata.unodc()
    assert len(frame) == 58_769
    assert frame["row"].tolist() == list(range(1, 58_770))
    withheld = frame[frame["suppressed"]]
    assert (withheld["value"].isna() & (withheld["value_min"] == 1)).all()
    assert (withheld["value_max"] == 4).all()
    exact = frame[frame["value"].notna()]
    assert ((exact["value"] == exact["value_min"]) & (exact["value"] == exact["value_max"])).all()
    lost = frame["value"].isna() & ~frame["suppressed"] & frame["fault"].isna()
    assert lost.sum() == 0


def test_no_packaged_count_is_a_field_number():
    assert tipdata.unodc()["value"].max() < 100_000
    assert set(tipdata.unodc(["Namibia", "Norway"])["iso3"]) == {"NAM", "NOR"}
