"""Whether all that a notebook reads is seen: whether it goes to the tables through tipdata alone.

Where it does, the rows that it reads are noted as it runs (`tipdata.tables.reads`). A notebook that
imports anything else, calls what might open a file, or holds a magic could read the data behind our
back, and is taken to have read them all.
"""

import ast
import builtins
import json
from collections.abc import Iterator
from pathlib import Path

import tipdata

# Functions of Python that reach nothing but their arguments.
_HARMLESS = """
abs all any bool dict enumerate filter float frozenset int isinstance len list map max min print
range repr reversed round set sorted str sum tuple zip
"""
_OF_IPYTHON = ("In", "Out", "exit", "get_ipython", "quit")


def seen_through(notebook: Path) -> bool:
    """Return whether no cell of a notebook can read data but through tipdata."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(each["source"]) for each in cells if each["cell_type"] == "code"]
    try:
        trees = [ast.parse(each) for each in sources]
    except SyntaxError:  # a magic, or another language
        return False
    return all(_harmless(node) for tree in trees for node in ast.walk(tree))


def _harmless(node: ast.AST) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom():
            return all(_ours(name) for name in _imported(node))
        case ast.Attribute(value=ast.Name(id="tipdata")):
            return _ours(f"tipdata.{node.attr}")
        case ast.Attribute():
            return not node.attr.startswith(("_", "read_")) and node.attr != "open"
        case ast.Name():
            return node.id in _HARMLESS.split() or not (
                hasattr(builtins, node.id) or node.id in _OF_IPYTHON
            )
    return True


def _imported(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    """Yield what is imported; under another name it is no longer known."""
    before = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
    for each in node.names:
        yield f"{before}{each.name}" if each.asname is None else ""


def _ours(name: str) -> bool:
    public = {f"tipdata.{each}" for each in tipdata.__all__ if not each.startswith("read_")}
    return name == "tipdata" or name in public or name.startswith("tipdata.briefing.")
