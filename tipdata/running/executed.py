"""What an executed notebook keeps: everything that follows from its inputs, and nothing else.

Two runs of the same inputs then give the same bytes. When and how long a run took is told by the
manifest and the log of a batch.
"""

from pathlib import Path
from typing import Any


def settle(notebook: Path, *, source: Path) -> None:
    """Take what differs from run to run out of an executed notebook.

    Parameters
    ----------
    notebook
        The executed notebook, which is written anew.
    source
        The notebook that was run; its cells keep their ids, all others are numbered.
    """
    import nbformat

    known = {cell.get("id") for cell in nbformat.read(source, as_version=nbformat.NO_CONVERT).cells}
    run = nbformat.read(notebook, as_version=4)
    run.metadata.papermill = {"parameters": run.metadata.papermill["parameters"]}
    for number, cell in enumerate(run.cells):
        _settle(cell)
        if cell.id not in known:
            cell.id = f"run-{number:02d}"
    nbformat.write(run, notebook)


def _settle(cell: Any) -> None:
    cell.metadata.pop("papermill", None)
    cell.metadata.pop("execution", None)
