"""Outputs that are compared are kept with their counts, and no others."""

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from tipdata.workshop.kept import COMPARED, keep


def test_marked_cells_keep_output_and_count_and_others_lose_them(tmp_path):
    path = tmp_path / "lesson.ipynb"
    cells = [
        new_code_cell("1 + 1", metadata={"tags": [COMPARED]}, id="marked"),
        new_code_cell("2 + 2", id="other", execution_count=9, outputs=[]),
        new_code_cell("1 / 0", metadata={"tags": [COMPARED, "raises-exception"]}, id="fails"),
    ]
    nbformat.write(new_notebook(cells=cells), path)
    keep(path)
    marked, other, fails = nbformat.read(path, as_version=4).cells
    assert (marked.execution_count, marked.outputs[0]["data"]["text/plain"]) == (1, "2")
    assert (other.execution_count, other.outputs) == (None, [])
    assert (fails.execution_count, fails.outputs[0]["ename"]) == (3, "ZeroDivisionError")
    before = path.read_bytes()
    keep(path)
    assert path.read_bytes() == before
