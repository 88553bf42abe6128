"""Notebooks that run green and make a wrong brief: each is caught by the read-back.

Each wrong of wrongs.yml is a change of the packaged notebook, run in one batch. It takes minutes;
run by ``uv run pytest -m attack``. What is wrong on a page alone is in test_readback.py.
"""

from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
import yaml

import tipdata
from tipdata import resources
from tipdata.running.job import job
from tipdata.running.plan import Plan

pytestmark = pytest.mark.attack

WRONGS = yaml.safe_load((Path(__file__).parent / "wrongs.yml").read_text(encoding="utf-8"))


def seeded(wrong: dict, path: Path) -> Path:
    """Write the packaged notebook with one thing wrong."""
    notebook = nbformat.read(resources.notebook("country_brief"), as_version=4)
    cells = {cell.id: cell for cell in notebook.cells}
    for change in (wrong, wrong.get("also")):
        if change:
            cell = cells[change["cell"]]
            assert change["old"] in cell.source, cell.source
            cell.source = cell.source.replace(change["old"], change["new"], 1)
            cell.metadata.tags = [] if wrong.get("untagged") else cell.metadata.get("tags", [])
    nbformat.write(notebook, path)
    return path


@pytest.fixture(scope="module")
def batch(tmp_path_factory):
    """Every wrong, and the notebook as it is."""
    folder = tmp_path_factory.mktemp("wrongs")
    right = job("Chile", 2019, notebook=resources.notebook("country_brief"))
    jobs = [
        replace(right, id=f"wrong-{number}", notebook=seeded(wrong, folder / f"{number}.ipynb"))
        for number, wrong in enumerate(WRONGS)
    ]
    return tipdata.briefs(Plan((right, *jobs), ()), out=folder / "out")


def test_the_notebook_as_it_is_stands(batch):
    assert [each.id for each in batch.having("right")] == ["CHL-2019"]
    assert len(WRONGS) >= 20


@pytest.mark.parametrize("number", range(len(WRONGS)), ids=[each["wrong"] for each in WRONGS])
def test_a_wrong_brief_is_caught_by_reading_it_back(batch, number):
    why = batch.manifest.briefs[f"wrong-{number}"].why
    assert "did not stand up to being read back" in why
    assert WRONGS[number]["told"] in why
