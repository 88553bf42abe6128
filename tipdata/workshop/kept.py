"""For those who edit the workshop: run its notebooks and keep the outputs that are compared.

``python -m tipdata.workshop.kept`` runs every notebook from top to bottom and writes it back with
output and count of the cells tagged ``nbval-check-output``, and of no other cell. A cell whose
output is kept without its count is never compared, so the two are kept or dropped together.
"""

from pathlib import Path
from typing import Any

from tipdata import resources

COMPARED = "nbval-check-output"


def keep(notebook: Path) -> None:
    """Run a notebook and write it back with the outputs that are compared."""
    import nbformat
    from nbclient import NotebookClient

    held = nbformat.read(notebook, as_version=4)
    client = NotebookClient(held, record_timing=False, kernel_name="python3")
    client.execute(cwd=str(notebook.parent))
    for cell in held.cells:
        if cell.cell_type == "code":
            _settle(cell)
    held.metadata.pop("language_info", None)
    nbformat.write(held, notebook)


def _settle(cell: Any) -> None:
    if COMPARED not in cell.metadata.get("tags", []):
        cell.outputs, cell.execution_count = [], None


def main() -> None:
    """Keep the outputs of all notebooks of the workshop."""
    for notebook in sorted((resources.folder("notebooks") / "workshop").rglob("*.ipynb")):
        keep(notebook)
        print(notebook.name)


if __name__ == "__main__":
    main()
