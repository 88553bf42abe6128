"""The notebooks of the workshop and their solutions belong together, and are really compared."""

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from tipdata.workshop.questions import quizzes
from tipdata.workshop.verdicts import exercises

FOLDER = Path(__file__).parents[2] / "notebooks" / "workshop"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
_CHECKED = re.compile(r'workshop\.check\("([\w.]+)"')


def sources(path: Path) -> str:
    return "\n".join(cell.source for cell in nbformat.read(path, as_version=4).cells)


def verdicts(path: Path) -> list[str]:
    """What the kept outputs of the checks say."""
    return [
        cell.outputs[0]["data"]["text/plain"]
        for cell in nbformat.read(path, as_version=4).cells
        if cell.cell_type == "code" and _CHECKED.search(cell.source)
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda each: each.stem)
def test_each_exercise_has_its_solution(path):
    asked = _CHECKED.findall(sources(path))
    assert asked
    assert _CHECKED.findall(sources(FOLDER / "solutions" / path.name)) == asked


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda each: each.stem)
def test_untouched_exercises_say_so_and_solutions_are_right(path):
    assert {each.partition(":")[0] for each in verdicts(path)} == {"not done yet"}
    assert {each.partition(":")[0] for each in verdicts(FOLDER / "solutions" / path.name)} == {
        "right"
    }


def test_every_exercise_and_quiz_is_used_once():
    text = "\n".join(map(sources, NOTEBOOKS))
    assert sorted(_CHECKED.findall(text)) == sorted(exercises())
    assert sorted(re.findall(r'workshop\.quiz\("(\w+)"', text)) == sorted(quizzes())


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda each: each.stem)
def test_prose_outweighs_code_and_each_part_is_there(path):
    cells = nbformat.read(path, as_version=4).cells
    prose = "\n".join(each.source for each in cells if each.cell_type == "markdown")
    code = "\n".join(each.source for each in cells if each.cell_type == "code")
    assert len(prose) > len(code)
    for part in ("**Aim.**", "**Time.**", "**You need.**", "## Theory", "## Further reading"):
        assert part in prose
    assert "workshop.quiz(" in code


def test_a_kept_output_that_is_wrong_is_noticed(tmp_path):
    notebook = nbformat.read(NOTEBOOKS[0], as_version=4)
    checked = next(
        n
        for n, cell in enumerate(notebook.cells)
        if "nbval-check-output" in cell.metadata.get("tags", [])
    )
    notebook.cells[checked].outputs[0]["data"]["text/plain"] = "something else"
    notebook.cells = notebook.cells[: checked + 1]
    nbformat.write(notebook, tmp_path / "changed.ipynb")
    command = [sys.executable, "-m", "pytest", "--nbval-lax", "-q", "-p", "no:cacheprovider", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "something else" in done.stdout
