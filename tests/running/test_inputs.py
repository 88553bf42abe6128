"""A brief is made again where anything that it is made from has changed, and only then."""

import json
import shutil

import pytest

from tests.running import notebooks
from tipdata import resources
from tipdata.running import inputs as module
from tipdata.running.inputs import Package, inputs, package
from tipdata.running.job import job

ONE, OTHER = Package("one", "data"), Package("other", "data")


@pytest.fixture
def own(tmp_path):
    return notebooks.write(tmp_path / "own.ipynb")


def test_the_hash_changes_with_notebook_parameters_code_and_the_files_they_name(own, tmp_path):
    told = tmp_path / "told.txt"
    told.write_text("one")

    def hashed(code="PER", **parameters):
        return inputs(job(code, 2018, notebook=own, parameters=parameters), package=ONE)

    first, with_file = hashed(), hashed(narrative=str(told))
    assert first == hashed()
    assert len({first, with_file, hashed("CHL")}) == 3
    told.write_text("two")
    assert hashed(narrative=str(told)) != with_file
    notebooks.write(own, "1")
    assert hashed() != first
    assert inputs(job("PER", 2018, notebook=own), package=OTHER) != hashed()


@pytest.fixture
def data(tmp_path, monkeypatch):
    """The folder of the data, which may be changed."""
    folder = tmp_path / "data"
    shutil.copytree(resources.folder("data"), folder)
    monkeypatch.setattr(
        resources, "folder", lambda name: folder if name == "data" else pytest.fail(name)
    )
    return folder


def test_a_row_changes_the_data_and_not_the_code(data):
    first = package()
    assert first == package()
    with (data / "figures.csv").open("a") as file:
        file.write("\n")
    declared = json.loads((data / "datapackage.json").read_text())
    declared["created"] = "2031-01-01T00:00:00Z"
    declared["resources"][0] |= {"rows": 1, "bytes": 1, "hash": "1"}
    (data / "datapackage.json").write_text(json.dumps(declared))
    assert package().code == first.code
    assert package().data != first.data


def test_what_the_data_mean_is_code(data):
    first = package()
    declared = json.loads((data / "datapackage.json").read_text())
    declared["resources"][0]["title"] = "Otherwise"
    (data / "datapackage.json").write_text(json.dumps(declared))
    changed = package()
    assert changed.code != first.code
    (data / "map.json").write_text("{}")
    assert package().code not in (first.code, changed.code)


def test_a_library_is_code(monkeypatch):
    first = package()
    monkeypatch.setattr(module, "version", lambda name: "0")
    assert package().code != first.code
    assert package().data == first.data
