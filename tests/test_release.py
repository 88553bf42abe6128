"""What a release says of itself in several places is the same everywhere."""

import os
import re
import tomllib
from pathlib import Path

import pytest
import yaml

import tipdata
from tipdata.tables.declaration import data_date, package

ROOT = Path(__file__).parent.parent


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def project():
    return tomllib.loads(text("pyproject.toml"))["project"]


@pytest.fixture(scope="module")
def citation():
    return yaml.safe_load(text("CITATION.cff"))


def test_the_newest_change_is_that_of_this_version():
    headings = re.findall(r"^## (.+)$", text("CHANGELOG.md"), flags=re.MULTILINE)
    assert headings[0] == tipdata.__version__
    assert len(headings) == len(set(headings))


def test_each_version_tells_of_the_data_before_the_code():
    for entry in re.split(r"^## ", text("CHANGELOG.md"), flags=re.MULTILINE)[1:]:
        assert re.findall(r"^### (.+)$", entry, flags=re.MULTILINE) == ["Data", "Code"]


def test_package_and_dataset_are_cited_with_this_version(citation):
    (dataset,) = citation["references"]
    assert (citation["type"], dataset["type"]) == ("software", "dataset")
    for cited in (citation, dataset):
        assert cited["version"] == tipdata.__version__
        assert str(cited["date-released"]) == data_date()
        assert cited["title"]
        assert cited["authors"]
    assert dataset["title"] == package()["title"]
    assert dataset["license"] == package()["licenses"][0]["name"]


def test_the_licence_is_one(citation, project):
    assert citation["license"] == project["license"]
    assert text("LICENSE").startswith("MIT License")


def test_conda_users_get_python_pip_and_this_project_only(project):
    environment = yaml.safe_load(text("environment.yml"))
    python, pip, from_pip = environment["dependencies"]
    assert python == f"python {project['requires-python']}"
    assert pip == "pip"
    ((package_,),) = from_pip.values()
    extras = re.fullmatch(r"-e \.\[(.+)\]", package_)[1].split(",")
    # pdf needs a library of the system, dask a cluster: few have either
    assert set(extras) == set(project["optional-dependencies"]) - {"pdf", "dask"}


def test_the_check_of_every_change_can_be_run():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "uv run pytest" in script.read_text(encoding="utf-8")
