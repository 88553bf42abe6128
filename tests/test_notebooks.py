"""Every notebook keeps to the house rules; that they execute is checked by nbval."""

import ast
import re
from pathlib import Path

import nbformat
import pytest

from tipdata.running.parameters import declared

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").rglob("*.ipynb"))
WORKSHOP = sorted((ROOT / "notebooks" / "workshop").rglob("*.ipynb"))
BRIEFS = [each for each in NOTEBOOKS if each not in WORKSHOP]
COMPARED = "nbval-check-output"
MOST_LINES = 12


def cells(path: Path, kind: str = "code") -> list:
    return [each for each in nbformat.read(path, as_version=4).cells if each.cell_type == kind]


def name(path: Path) -> str:
    return "-".join(path.relative_to(ROOT / "notebooks").with_suffix("").parts)


def faults(source: str) -> list[str]:
    """What in the source of a code cell breaks the rules, one word each."""
    if re.search(r"^\s*[%!]", source, re.MULTILINE):
        return ["magic"]
    tree = ast.parse(source)
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            found.append("def")
        if isinstance(node, ast.Try):
            found.append("try")
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and re.search(r"^\.{0,2}/|[\\/]\w+\.\w{2,5}$|^[A-Z]:\\", text):
            found.append("path")
    if len(source.splitlines()) > MOST_LINES:
        found.append("long")
    return found


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("%matplotlib inline", "magic"),
        ("!ls", "magic"),
        ("def f(): pass", "def"),
        ("f = lambda x: x", "def"),
        ("try:\n    x\nexcept Exception:\n    pass", "try"),
        ("read('../data/tiers.csv')", "path"),
        ("read('/home/me/x')", "path"),
        ("\n".join(["x = 1"] * 13), "long"),
    ],
)
def test_the_rules_catch(source, fault):
    assert fault in faults(source)


def test_the_rules_let_plain_cells_pass():
    assert faults('sections.pillar(brief, "prosecution")') == []
    assert faults('a = 7 / 2\nb = "per million"') == []


@pytest.mark.parametrize("path", BRIEFS, ids=name)
def test_parameters_are_literals_each_with_a_comment(path):
    assert all(each.help for each in declared(path).values())


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_cells_are_plain(path):
    found = {cell.source: faults(cell.source) for cell in cells(path)}
    assert {source: each for source, each in found.items() if each} == {}


@pytest.mark.parametrize("path", BRIEFS, ids=name)
def test_no_output_and_no_count_is_kept(path):
    assert [cell.source for cell in cells(path) if cell.outputs or cell.execution_count] == []


@pytest.mark.parametrize("path", BRIEFS, ids=name)
def test_no_number_is_typed_in_prose(path):
    prose = "\n".join(
        cell.source
        for cell in cells(path, "markdown")
        if "notebook-only" not in cell.metadata.get("tags", [])
    )
    assert re.findall(r"\d+", prose) == []


@pytest.mark.parametrize("path", WORKSHOP, ids=name)
def test_what_is_compared_keeps_output_and_count_and_nothing_else_does(path):
    # nbval compares no cell without a count, and says nothing of it
    for cell in cells(path):
        kept = COMPARED in cell.metadata.get("tags", [])
        assert bool(cell.outputs) == kept, cell.source
        assert (cell.execution_count is not None) == kept, cell.source


@pytest.mark.parametrize("path", WORKSHOP, ids=name)
def test_no_number_is_typed_in_the_prose_of_the_workshop(path):
    prose = "\n".join(cell.source for cell in cells(path, "markdown"))
    assert re.findall(r"\d+", re.sub(r"`[^`]*`", "", prose)) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_ids_are_fixed_and_no_machine_is_named(path):
    text = path.read_text(encoding="utf-8")
    notebook = nbformat.read(path, as_version=4)
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)
    assert not re.search(r"/(?:home|root|tmp|work|Users)/", text)
