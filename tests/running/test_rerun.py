"""A rerun after the data have changed makes the briefs that used the rows, and no others."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import tipdata
from tests.running import notebooks

pytestmark = pytest.mark.attack


@pytest.fixture
def root(tmp_path):
    """A tipdata of its own, whose data may be changed."""
    source = Path(tipdata.__file__).parent.parent
    for name in ("tipdata", "data", "notebooks"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(source / name, tmp_path / "root" / name, ignore=ignored)
    return tmp_path / "root"


def run(root, notebook, out, *more):
    """Make the briefs of Peru and Chile by a tipdata; return what became of each."""
    what = ["--edition", "2018", "--country", "PER", "--country", "CHL"]
    where = ["--notebook", str(notebook), "--out", str(out), *more]
    subprocess.run(
        [sys.executable, "-m", "tipdata", "briefs", *what, *where],
        check=True,
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
    )
    told = json.loads((out / "manifest.json").read_text())
    return {each["id"][:3]: each["status"] for each in told["briefs"]}


def change(root, table, rows, column, value):
    path = root / "data" / f"{table}.csv"
    frame = pd.read_csv(path, dtype="string", keep_default_na=False)
    frame.loc[frame.query(rows).index[0], column] = value
    frame.to_csv(path, index=False)


SKIPPED = {"CHL": "skipped", "PER": "skipped"}
LATEST = "year == '2017'"


@pytest.mark.parametrize("kernel", [[], ["--no-fork"]])
def test_only_what_used_a_changed_row_is_made_again(root, tmp_path, kernel):
    own, out = notebooks.write(tmp_path / "own.ipynb"), tmp_path / "out"
    assert set(run(root, own, out, *kernel).values()) == {"right"}
    change(root, "population", f"iso3 == 'FRA' and {LATEST}", "population", "1")
    assert run(root, own, out, *kernel) == SKIPPED
    change(root, "population", f"iso3 == 'PER' and {LATEST}", "population", "1")
    assert run(root, own, out, *kernel) == SKIPPED | {"PER": "right"}
    assert 'value="1" data-row="population/PER|2017"' in (out / "PER-2018.html").read_text()
    code = root / "tipdata" / "briefing" / "words.py"
    code.write_text(code.read_text() + "\n")
    assert set(run(root, own, out, *kernel).values()) == {"right"}


def test_a_notebook_that_may_read_unseen_is_made_again_after_any_change(root, tmp_path):
    own = notebooks.write(tmp_path / "own.ipynb", "import pandas as pd")
    out = tmp_path / "out"
    assert set(run(root, own, out).values()) == {"right"}
    assert run(root, own, out) == SKIPPED
    change(root, "population", f"iso3 == 'FRA' and {LATEST}", "population", "1")
    assert set(run(root, own, out).values()) == {"right"}
