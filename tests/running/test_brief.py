"""One brief from notebook to page."""

import nbformat
import pytest

from tests.running import notebooks
from tipdata.errors import BriefError, UnknownValueError
from tipdata.running.brief import brief


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The packaged brief, made twice in two folders."""
    return [brief("Peru", 2018, out=tmp_path_factory.mktemp("out")) for _ in range(2)]


def test_two_runs_give_the_same_bytes(made):
    first, second = made
    assert first.page.read_bytes() == second.page.read_bytes()
    assert first.notebook.read_bytes() == second.notebook.read_bytes()


def test_the_notebook_tells_what_it_was_made_from_and_not_when(made):
    run = nbformat.read(made[0].notebook, as_version=4)
    wanted = {"iso3": "PER", "edition": 2018, "narrative": ""}
    assert run.metadata.papermill == {"parameters": wanted}
    assert not any({"papermill", "execution"} & set(cell.metadata) for cell in run.cells)


def test_nothing_else_is_left_in_the_folder(made):
    names = {each.name for each in made[0].page.parent.iterdir()}
    assert names == {"PER-2018.html", "PER-2018.ipynb"}


def test_a_failing_cell_keeps_its_notebook_and_the_older_page(tmp_path):
    (tmp_path / "PER-2018.html").write_text("older")
    bad = notebooks.write(tmp_path / "bad.ipynb", "1 / 0")
    with pytest.raises(BriefError, match=r"cell 4 of bad.ipynb failed: ZeroDivisionError") as told:
        brief("Peru", 2018, out=tmp_path, notebook=bad)
    failed = tmp_path / "PER-2018.failed.ipynb"
    assert str(failed) in str(told.value)
    assert any(
        "ZeroDivisionError" in str(cell.get("outputs")) for cell in nbformat.read(failed, 4).cells
    )
    assert (tmp_path / "PER-2018.html").read_text() == "older"
    assert {each.name for each in tmp_path.iterdir()} == {
        "bad.ipynb",
        "PER-2018.html",
        "PER-2018.failed.ipynb",
    }


def test_an_unknown_country_stops_before_anything_runs(tmp_path):
    with pytest.raises(UnknownValueError, match="did you mean 'Peru'"):
        brief("Perru", 2018, out=tmp_path / "out")
    assert not (tmp_path / "out").exists()
