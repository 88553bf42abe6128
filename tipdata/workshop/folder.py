"""A folder to work in: the workshop's notebooks without outputs, and the small data beside them."""

import shutil
from os import PathLike
from pathlib import Path

from tipdata import resources
from tipdata.errors import SourceError
from tipdata.workshop.material import coding_form

FORM = "kelduria"


def lay_out(folder: str | PathLike[str]) -> Path:
    """Copy the workshop to a folder and return it.

    The packaged briefs come too, in the folder ``briefs``, to be changed.

    Notebooks and their solutions lose their outputs, so that a learner makes every one. The
    invented paragraphs, an empty form to code one, and the example of a room's codings come too.

    Raises
    ------
    tipdata.errors.SourceError
        Where the folder holds something already: nobody's answers are written over.
    """
    target = Path(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise SourceError(
            f"{str(target)!r} holds something already; name a new folder, so that no answer is lost"
        )
    packaged = resources.folder("notebooks")
    left_out = shutil.ignore_patterns(".*", "__pycache__")
    shutil.copytree(packaged / "workshop", target, ignore=left_out, dirs_exist_ok=True)
    (target / "briefs").mkdir()
    for notebook in packaged.glob("*.ipynb"):
        shutil.copy(notebook, target / "briefs")
    for notebook in target.rglob("*.ipynb"):
        _clear(notebook)
    coding_form(FORM).to_csv(target / f"form_{FORM}.csv", index=False, lineterminator="\n")
    return target


def notebooks(folder: Path) -> list[Path]:
    """Return the notebooks of a workshop's folder in their order, without the solutions."""
    return sorted(folder.glob("*.ipynb"))


def _clear(notebook: Path) -> None:
    import nbformat

    held = nbformat.read(notebook, as_version=4)
    for cell in held.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    nbformat.write(held, notebook)
