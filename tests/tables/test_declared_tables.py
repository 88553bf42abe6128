"""Every declared table, as packaged: loaded, compared with its declaration, stable when written."""

import hashlib

import frictionless
import pandas as pd
import pytest

import tipdata
from tipdata import resources
from tipdata.building.package import csv_text, json_text
from tipdata.tables.check import broken_references, problems
from tipdata.tables.declaration import package, table, tables
from tipdata.tables.load import whole

DTYPES = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64",
}
REMEDY = "run `tipdata build`"

every_table = pytest.mark.parametrize("name", list(tables()))


def resource(name):
    return next(each for each in package()["resources"] if each["name"] == name)


@every_table
def test_it_loads_with_the_declared_columns_and_types(name):
    frame = whole(name)
    assert list(frame.columns) == table(name).column_names
    for column in table(name).columns:
        expected = "category" if column.categories else DTYPES[column.type]
        assert str(frame[column.name].dtype).startswith(expected), column.name
        if column.categories:
            assert list(frame[column.name].cat.categories) == list(column.categories)
            assert frame[column.name].cat.ordered == column.ordered


@every_table
def test_it_has_no_problems(name):
    assert problems(whole(name), declared=table(name)) == []


@every_table
def test_its_references_lead_somewhere(name):
    frames = {each: whole(each) for each in tables()}
    assert broken_references(frames, declared=table(name)) == []


@every_table
def test_rows_bytes_and_hash_are_those_of_the_file(name):
    content = resources.data_file(f"{name}.csv").read_bytes()
    assert resource(name)["rows"] == len(whole(name)), REMEDY
    assert resource(name)["bytes"] == len(content), REMEDY
    assert resource(name)["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}", REMEDY


@every_table
def test_it_stands_sorted_and_in_the_fixed_form(name):
    text = resources.data_file(f"{name}.csv").read_text(encoding="utf-8")
    assert csv_text(whole(name), declared=table(name)) == text


@every_table
def test_every_public_table_has_its_function(name):
    assert name in tipdata.__all__
    frame = getattr(tipdata, name)()
    pd.testing.assert_frame_equal(frame, whole(name))


def test_the_declaration_keeps_its_layout():
    text = resources.data_file("datapackage.json").read_text(encoding="utf-8")
    assert json_text(package()) == text


def test_the_version_of_the_data_is_that_of_the_package():
    assert package()["version"] == tipdata.__version__


def test_frictionless_finds_the_package_valid():
    report = frictionless.validate(str(resources.data_file("datapackage.json")))
    assert report.valid, report.flatten(["type", "note", "rowNumber", "fieldName"])[:5]


def test_nothing_else_lies_in_the_folder():
    files = {path.name for path in resources.folder("data").iterdir()}
    assert files == {f"{name}.csv" for name in tables()} | {"datapackage.json"}
