"""Writing data/: tables as CSV in one fixed form, and the facts about them in datapackage.json.

Everything is written beside its place first, read back and checked, and only then moved.
"""

import hashlib
import json
import tempfile
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pandas as pd

from tipdata.errors import TableError
from tipdata.tables.check import broken_references, problems
from tipdata.tables.declaration import Table, from_package
from tipdata.tables.load import read

DECLARATION = "datapackage.json"
_WIDTH = 100


def as_declared(frame: pd.DataFrame, *, declared: Table) -> pd.DataFrame:
    """Return a frame of any cells in the declared columns and types."""
    text = _cells(frame, declared).to_csv(index=False, float_format=_shortest)
    return read(StringIO(text), declared=declared)


def csv_text(frame: pd.DataFrame, *, declared: Table) -> str:
    """Return a typed table as CSV, its rows in the declared order."""
    by = list(dict.fromkeys([*declared.order, *declared.key]))
    ordered = frame.sort_values(by, kind="stable")
    cells = _cells(ordered, declared)
    return cells.to_csv(index=False, lineterminator="\n", float_format=_shortest)


def _shortest(number: float) -> str:
    return f"{number:.12g}"


def _cells(frame: pd.DataFrame, declared: Table) -> pd.DataFrame:
    cells = frame[declared.column_names].copy()
    for column in declared.columns:
        if column.type == "boolean":
            cells[column.name] = cells[column.name].map({True: "true", False: "false"})
        if column.type == "date":
            cells[column.name] = cells[column.name].dt.strftime("%Y-%m-%d")
    return cells


def check_folder(folder: Path, *, tables: dict[str, Table]) -> None:
    """Raise one error with the problems of all declared tables of a folder, if there are any."""
    found: list[str] = []
    frames: dict[str, pd.DataFrame] = {}
    for name, declared in tables.items():
        try:
            frames[name] = read(folder / f"{name}.csv", declared=declared)
            found += [f"{name}: {line}" for line in problems(frames[name], declared=declared)]
        except (TableError, FileNotFoundError) as error:
            found.append(str(error))
    if len(frames) == len(tables):
        for declared in tables.values():
            found += broken_references(frames, declared=declared)
    if found:
        raise TableError(f"{len(found)} problems, nothing is written: {'; '.join(found[:20])}")


def described(package: dict[str, Any], *, folder: Path) -> dict[str, Any]:
    """Return the Data Package with rows, bytes and hash of every table as it stands in `folder`."""
    return package | {
        "resources": [
            _described(resource, (folder / resource["path"]).read_bytes())
            for resource in package["resources"]
        ]
    }


def _described(resource: dict[str, Any], content: bytes) -> dict[str, Any]:
    facts = {
        "rows": len(pd.read_csv(BytesIO(content), dtype="string", keep_default_na=False)),
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
    schema = {"schema": resource["schema"]}
    rest = {key: value for key, value in resource.items() if key not in facts | schema}
    return rest | facts | schema


def json_text(value: Any) -> str:
    """Return JSON in the layout of datapackage.json: what fits into 100 columns is one line."""
    return _compact(value, 0) + "\n"


def _compact(value: Any, indent: int) -> str:
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or indent + len(line) <= _WIDTH:
        return line
    inner = " " * (indent + 2)
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {_compact(each, indent + 2)}" for key, each in value.items()]
        first, last = "{", "}"
    else:
        parts = [_compact(each, indent + 2) for each in value]
        first, last = "[", "]"
    body = ",\n".join(inner + part for part in parts)
    return f"{first}\n{body}\n{' ' * indent}{last}"


def declared_in(folder: Path) -> dict[str, Table]:
    """Return the tables that the datapackage.json of `folder` declares."""
    return from_package(json.loads((folder / DECLARATION).read_text(encoding="utf-8")))


def replace_all(texts: dict[str, str], *, data: Path, out: Path) -> list[str]:
    """Write `texts` and what else `data` declares into `out`, if all of it passes every check.

    Returns the names of the files that changed. After an error nothing has changed.
    """
    out.mkdir(parents=True, exist_ok=True)
    package = json.loads((data / DECLARATION).read_text(encoding="utf-8"))
    paths = [resource["path"] for resource in package["resources"]]
    with tempfile.TemporaryDirectory(prefix=".build-", dir=out) as name:
        draft = Path(name)
        for path in paths:
            content = texts[path].encode() if path in texts else (data / path).read_bytes()
            (draft / path).write_bytes(content)
        check_folder(draft, tables=from_package(package))
        text = json_text(described(package, folder=draft))
        (draft / DECLARATION).write_bytes(text.encode())
        changed = [path for path in [*paths, DECLARATION] if _differs(draft / path, out / path)]
        for path in changed:
            (draft / path).replace(out / path)
    return changed


def _differs(new: Path, old: Path) -> bool:
    return not old.exists() or new.read_bytes() != old.read_bytes()
