"""Reading many files into one set of tables: one bad file does not stop the rest."""

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from tipdata.building.package import csv_text
from tipdata.errors import NarrativeError, TableError, TipdataError
from tipdata.reading.corrections import Correction
from tipdata.reading.document import read_narratives
from tipdata.reading.extract import Extraction, extract
from tipdata.reading.narrative import Narrative
from tipdata.tables.check import check
from tipdata.tables.declaration import table

_SUFFIXES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".pdf")


@dataclass(frozen=True)
class Batch:
    """What came of reading files: narratives with their rows, and files with their errors."""

    read: tuple[tuple[Path, Narrative, Extraction], ...]
    failed: tuple[tuple[Path, TipdataError], ...]

    @cached_property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The rows of all narratives, table by table."""
        parts = [extraction.tables() for _, _, extraction in self.read]
        return {
            name: pd.concat([each[name] for each in parts], ignore_index=True)
            for name in (parts[0] if parts else ())
        }


def files(paths: Iterable[Path]) -> list[Path]:
    """Return the files among `paths`, and those that are narratives by name in its folders.

    Raises
    ------
    NarrativeError
        For a folder without a narrative.
    """
    listed: list[Path] = []
    for path in paths:
        held = [path]
        if path.is_dir():
            held = [each for each in sorted(path.iterdir()) if each.suffix.lower() in _SUFFIXES]
            if not held:
                raise NarrativeError(
                    f"folder {path} holds no file ending in {', '.join(_SUFFIXES)}"
                )
        listed += held
    return list(dict.fromkeys(listed))


def read_files(
    paths: Sequence[Path],
    *,
    country: str | None = None,
    edition: int | None = None,
    corrections: Sequence[Correction] = (),
    progress: Callable[[str], None] = lambda line: None,
) -> Batch:
    """Return what all files hold; `progress` is told each file before it is read."""
    read, failed = [], []
    known: dict[tuple[str, int], Path] = {}
    for number, path in enumerate(paths, start=1):
        progress(f"[{number}/{len(paths)}] {path.name}")
        try:
            for narrative in read_narratives(path, country=country, edition=edition):
                _once(narrative, known)
                read.append((path, narrative, extract(narrative, corrections=corrections)))
                known[narrative.iso3, narrative.edition] = path
        except TipdataError as error:
            failed.append((path, error))
    return _checked(Batch(tuple(read), tuple(failed)))


def _once(narrative: Narrative, known: Mapping[tuple[str, int], Path]) -> None:
    path = known.get((narrative.iso3, narrative.edition))
    if path is not None:
        raise NarrativeError(
            f"{narrative.country} {narrative.edition} was read from {path.name} already; read "
            "each narrative once"
        )


def _checked(batch: Batch) -> Batch:
    """Return a batch without the narratives whose rows break the declaration of their table.

    All rows are checked at once, and those of each narrative only where that finds a problem: to
    check a narrative takes longer than to read it.
    """
    problem = _problem(batch.tables)
    if problem is None:
        return batch
    problems = [_problem(extraction.tables()) for *_, extraction in batch.read]
    if not any(problems):
        raise problem
    told = list(zip(batch.read, problems, strict=True))
    failed = tuple((path, error) for (path, *_), error in told if error)
    return Batch(tuple(read for read, error in told if not error), batch.failed + failed)


def _problem(tables: dict[str, pd.DataFrame]) -> TableError | None:
    """Return the error of the first table that breaks its declaration."""
    try:
        for name, rows in tables.items():
            check(rows, declared=table(name))
    except TableError as error:
        return error
    return None


def save(tables: dict[str, pd.DataFrame], folder: Path) -> list[Path]:
    """Write each table as CSV in the packaged form; all are written aside first, then moved."""
    texts = {name: csv_text(rows, declared=table(name)) for name, rows in tables.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".writing-") as aside:
            for name, text in texts.items():
                (Path(aside) / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
            for name in texts:
                (Path(aside) / f"{name}.csv").replace(folder / f"{name}.csv")
    except OSError as error:
        raise TableError(f"cannot write to {folder}: {error.strerror}") from error
    return [folder / f"{name}.csv" for name in texts]
