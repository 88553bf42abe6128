"""The raw source files: known by their SHA-256 in the table sources before anything is read."""

import hashlib
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pandas as pd

from tipdata.errors import SourceError


@dataclass(frozen=True)
class RawFile:
    """A raw file: where it stands in the folder, and its row in the table sources."""

    path: str
    source_id: str


@dataclass(frozen=True)
class RawFolder:
    """A folder whose files are those that the table sources knows."""

    folder: Path

    def text(self, file: RawFile) -> str:
        """Return the text of a file."""
        return (self.folder / file.path).read_text(encoding="utf-8")

    def table(self, file: RawFile) -> pd.DataFrame:
        """Return a CSV file with every cell as text; nothing but emptiness is empty."""
        return pd.read_csv(self.folder / file.path, dtype="string", keep_default_na=False)

    def sheet(self, file: RawFile, *, skip: int) -> pd.DataFrame:
        """Return the first sheet of a workbook below `skip` title rows, every cell as text."""
        needed("openpyxl", file)
        return pd.read_excel(
            self.folder / file.path,
            engine="openpyxl",
            dtype="string",
            keep_default_na=False,
            skiprows=skip,
        )


def needed(package: str, file: RawFile) -> None:
    """Raise unless a package that only the build needs is installed."""
    if find_spec(package) is None:
        raise SourceError(f"{file.path}: reading it needs {package}; install tipdata[build]")


def verified(folder: Path, files: list[RawFile], *, sources: pd.DataFrame) -> RawFolder:
    """Return the folder once every file in it has the SHA-256 that `sources` states.

    Raises
    ------
    tipdata.errors.SourceError
        One line that names every file that is missing, unknown or changed.
    """
    stated = dict(zip(sources["source_id"], sources["sha256"], strict=True))
    wrong = [line for file in files if (line := _wrong(folder, file, stated))]
    if wrong:
        raise SourceError(f"{len(wrong)} of {len(files)} raw files in {folder}: {'; '.join(wrong)}")
    return RawFolder(folder)


def _wrong(folder: Path, file: RawFile, stated: dict[str, str]) -> str | None:
    expected = stated.get(file.source_id, pd.NA)
    if pd.isna(expected):
        return f"{file.path} has no sha256 in data/sources.csv (source_id {file.source_id})"
    path = folder / file.path
    if not path.is_file():
        return f"{file.path} is missing (expected sha256 {expected})"
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != expected:
        return (
            f"{file.path} has changed: expected sha256 {expected}, found {found}; "
            f"restore it, or review the new file and set sha256 of {file.source_id} "
            f"in data/sources.csv"
        )
    return None
