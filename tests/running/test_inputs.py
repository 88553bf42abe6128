"""A brief is made again where anything that it is made from has changed, and only then."""

import shutil

import pytest

from tests.running import notebooks
from tipdata import resources
from tipdata.running import inputs as module
from tipdata.running.inputs import inputs, package_hash
from tipdata.running.job import job


@pytest.fixture
def own(tmp_path):
    return notebooks.write(tmp_path / "own.ipynb")


def test_the_hash_changes_with_notebook_parameters_and_the_files_they_name(own, tmp_path):
    told = tmp_path / "told.txt"
    told.write_text("one")

    def hashed(code="PER", **parameters):
        return inputs(job(code, 2018, notebook=own, parameters=parameters), package="p")

    first, with_file = hashed(), hashed(narrative=str(told))
    assert first == hashed()
    assert len({first, with_file, hashed("CHL")}) == 3
    told.write_text("two")
    assert hashed(narrative=str(told)) != with_file
    notebooks.write(own, "1")
    assert hashed() != first
    assert inputs(job("PER", 2018, notebook=own), package="q") != hashed()


def test_the_hash_of_the_package_changes_with_any_row_of_the_data(tmp_path, monkeypatch):
    data = tmp_path / "data"
    shutil.copytree(resources.folder("data"), data)
    monkeypatch.setattr(resources, "folder", lambda name: data)
    first = package_hash()
    assert first == package_hash()
    with (data / "figures.csv").open("a") as file:
        file.write("\n")
    assert package_hash() != first


def test_the_hash_of_the_package_changes_with_a_library(monkeypatch):
    first = package_hash()
    monkeypatch.setattr(module, "version", lambda name: "0")
    assert package_hash() != first
