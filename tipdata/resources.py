"""Where the packaged tables and notebooks stand: inside a wheel, or at the top of a checkout."""

from functools import cache
from pathlib import Path

from tipdata.errors import TipdataError

_PACKAGE = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """Return the packaged folder `name` ("data" or "notebooks")."""
    for candidate in (_PACKAGE / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise TipdataError(
        f"folder {name!r} is neither in the installed package nor beside it; install tipdata again"
    )


def data_file(name: str) -> Path:
    """Return the path of the file `name` in the packaged data."""
    return folder("data") / name


def notebook(name: str, *, own: Path | str | None = None) -> Path:
    """Return the path of the packaged notebook `name` (without its ending), or of one's `own`."""
    if own is not None:
        return Path(own)
    return folder("notebooks") / f"{name}.ipynb"
