"""A batch: a failure does not stop the rest, each is told of, a rerun makes what is missing."""

import json

import nbformat
import pytest

import tipdata
from tests.running import notebooks
from tipdata.cli import main
from tipdata.errors import BriefError
from tipdata.running.job import job
from tipdata.running.plan import LeftOut, Plan

# What kernels print, draw and show, in every way that a notebook's outputs come about; then a cell
# that fails for one country.
CELLS = (
    "import matplotlib.pyplot as plt\nplt.plot([1, 2]);",
    "import pandas as pd\npd.DataFrame({'a': [1, 2]})",
    "import os\nos.system('echo from a child'); print('printed')",
    "{each for each in 'abcdefgh'}",
    "import sys\n(__name__, sys.path[0], sys.flags.hash_randomization)",
    "get_ipython().run_line_magic('pwd', '') == os.getcwd()",
    "{'PER': 'made'}[iso3]",
)
FAILING_CELL = 3 + len(CELLS)
WRONG = 'brief = tipdata.open_brief("MEX", edition=2018)\nsections.masthead(brief)'


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    return notebooks.write(tmp_path_factory.mktemp("own") / "own.ipynb", *CELLS)


@pytest.fixture(scope="module")
def plan(own, tmp_path_factory):
    """A plan of a right brief, one that fails, and one that is of another country."""
    wrong = notebooks.write(tmp_path_factory.mktemp("wrong") / "wrong.ipynb", WRONG, tag="shown")
    named = {"PER": own, "BOL": own, "CHL": wrong}
    jobs = tuple(job(code, 2018, notebook=notebook) for code, notebook in named.items())
    return Plan(jobs, (LeftOut("KIR-2018", "not covered"),))


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    return tmp_path_factory.mktemp("out")


@pytest.fixture(scope="module")
def batch(plan, out):
    return tipdata.briefs(plan, out=out)


def statuses(batch):
    return {each.id[:3]: each.status for each in batch.manifest.briefs.values()}


def test_one_failure_does_not_stop_the_rest(batch):
    assert statuses(batch) == {"PER": "right", "BOL": "failed", "CHL": "failed", "KIR": "left_out"}
    assert not batch.right


def test_a_failing_cell_is_told_with_its_number_and_the_notebook_that_ran(batch, out):
    told = batch.manifest.briefs["BOL-2018"]
    assert told.why.startswith(f"cell {FAILING_CELL} of own.ipynb failed: KeyError: 'BOL'")
    assert str(out / "BOL-2018.failed.ipynb") in told.why
    assert (told.cell, told.page) == (FAILING_CELL, None)
    kept = nbformat.read(out / told.notebook, as_version=4)
    assert "KeyError" in str(kept.cells[-2].outputs)


def test_a_page_of_another_country_is_a_failure(batch, out):
    told = batch.manifest.briefs["CHL-2018"]
    assert "did not stand up to being read back" in told.why
    assert "2 mastheads" in told.why
    assert not (out / "CHL-2018.html").exists()


def test_the_folder_holds_what_the_manifest_names_and_nothing_else(batch, out):
    named = {"PER-2018.html", "PER-2018.ipynb", "BOL-2018.failed.ipynb", "CHL-2018.failed.ipynb"}
    held = {each.name for each in out.iterdir()}
    assert held == named | {"manifest.json", "log.jsonl", "records", ".lock"}
    rows = batch.to_frame()
    assert {*rows["page"].dropna(), *rows["notebook"].dropna()} == named


def test_manifest_and_log_say_the_same_as_the_result(batch, out):
    written = json.loads((out / "manifest.json").read_text())
    assert written["state"] == "finished"
    assert {each["id"][:3]: each["status"] for each in written["briefs"]} == statuses(batch)
    log = [json.loads(line) for line in (out / "log.jsonl").read_text().splitlines()]
    assert [log[0]["event"], log[-1]["event"]] == ["start", "end"]
    ran = {each["id"][:3]: each["status"] for each in log if each["event"] == "brief"}
    assert ran == {"PER": "right", "BOL": "failed", "CHL": "failed"}


def test_ordinary_kernels_make_the_same_bytes_and_the_command_tells_of_the_failure(
    batch, out, own, tmp_path, capfd
):
    what = ["--edition", "2018", "--country", "PER", "--country", "BOL", "--notebook", str(own)]
    assert main(["briefs", *what, "--out", str(tmp_path / "ordinary"), "--no-fork"]) == 1
    said = capfd.readouterr()
    assert said.out.splitlines()[-1] == f"{tmp_path / 'ordinary'}: 1 made, 1 failed"
    assert f"BOL-2018 failed: cell {FAILING_CELL} of own.ipynb failed: KeyError" in said.err
    for name in ("PER-2018.html", "PER-2018.ipynb", "records/PER-2018.json"):
        assert (tmp_path / "ordinary" / name).read_bytes() == (out / name).read_bytes()


def test_a_rerun_makes_only_what_does_not_stand(batch, plan, out):
    first = batch.manifest.briefs["PER-2018"].ended
    only = Plan(plan.jobs[:1], ())
    again = tipdata.briefs(only, out=out)
    assert statuses(again) == {"PER": "skipped"}
    assert again.right
    assert again.manifest.briefs["PER-2018"].ended == first
    page = out / "PER-2018.html"
    whole = page.read_bytes()
    page.write_bytes(whole[:-100])
    assert statuses(tipdata.briefs(only, out=out)) == {"PER": "right"}
    assert page.read_bytes() == whole


def test_a_second_batch_keeps_out_of_the_folder_of_a_first(tmp_path):
    from tipdata.running.store import Folder

    with Folder(tmp_path).lock(), pytest.raises(BriefError, match="another batch is writing to"):
        tipdata.briefs(Plan((), ()), out=tmp_path)
    assert tipdata.briefs(Plan((), ()), out=tmp_path).right


def test_a_failure_with_a_long_notebook_is_told_at_once(tmp_path):
    """What a worker tells is then longer than a pipe holds."""
    own = notebooks.write(tmp_path / "own.ipynb", "print(('x' * 99 + '\\n') * 10**4)", "1 / 0")
    plan = Plan((job("PER", 2018, notebook=own),), ())
    told = tipdata.briefs(plan, out=tmp_path / "out", seconds=60).manifest.briefs["PER-2018"]
    assert "ZeroDivisionError" in told.why
    assert told.seconds < 60
    assert (tmp_path / "out" / told.notebook).stat().st_size > 10**6
