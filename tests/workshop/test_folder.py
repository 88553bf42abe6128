"""The workshop comes to a folder whole and clean, and never over somebody's answers."""

import nbformat
import pytest

from tipdata.cli import main
from tipdata.workshop import codings
from tipdata.workshop.folder import lay_out


def test_notebooks_come_without_outputs_and_else_unchanged(tmp_path, packaged):
    folder = lay_out(tmp_path / "course")
    for source in sorted(packaged.rglob("*.ipynb")):
        copy = nbformat.read(folder / source.relative_to(packaged), as_version=4)
        for cell, original in zip(
            copy.cells, nbformat.read(source, as_version=4).cells, strict=True
        ):
            assert (cell.source, cell.id) == (original.source, original.id)
            assert cell.cell_type != "code" or (cell.outputs, cell.execution_count) == ([], None)


def test_the_small_data_come_too(tmp_path):
    folder = lay_out(tmp_path)
    assert (folder / "form_kelduria.csv").is_file()
    assert (folder / "briefs" / "country_brief.ipynb").is_file()
    assert codings(folder / "material" / "codings").equals(codings())


def test_a_folder_that_holds_something_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("my answer")
    assert main(["workshop", str(tmp_path)]) == 1
    assert "holds something already; name a new folder" in capsys.readouterr().err
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


def test_the_command_says_how_to_start(tmp_path, capsys):
    assert main(["workshop", str(tmp_path / "course")]) == 0
    said = capsys.readouterr().out
    first = said.splitlines()[1].partition("jupyter lab ")[2]
    assert first.endswith("01_narrative_to_rows.ipynb")
    assert nbformat.read(first, as_version=4).cells


@pytest.fixture
def packaged():
    from tipdata import resources

    return resources.folder("notebooks") / "workshop"
