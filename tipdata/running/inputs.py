"""What a brief is made from, as hashes: where it is unchanged, the brief need not be made again.

`inputs` covers the notebook, the parameters, and the files that they name. `Package` is what all
briefs share: the code (every file of the package, the declaration of the data, the versions of what
it runs on) and the data. Of the data, the record of a brief tells which rows it used.
"""

import json
import platform
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tipdata import resources
from tipdata.running.job import Job
from tipdata.tables.declaration import tables

# Packages that take part in what a page or notebook holds.
_PACKAGES = (
    "ipykernel",
    "ipython",
    "matplotlib",
    "nbclient",
    "nbconvert",
    "nbformat",
    "numpy",
    "pandas",
    "papermill",
    "seaborn",
)
_DECLARATION = "datapackage.json"
# What the declaration says of the data as they are, not of what they mean.
_OF_ROWS = ("bytes", "hash", "rows")


@dataclass(frozen=True)
class Package:
    """Hashes of the code and of the data."""

    code: str
    data: str


def inputs(job: Job, *, package: Package) -> str:
    """Return the hash of everything that the brief of `job` is made from, but for the data."""
    return _hash_of(
        {
            "notebook": _hash(job.notebook),
            "parameters": dict(job.parameters),
            "files": [_hash(Path(value)) for value in job.parameters.values() if _is_file(value)],
            "code": package.code,
        }
    )


def package() -> Package:
    """Return the hashes of the code and of the data, as they are now."""
    return Package(_code(), data_hash())


def data_hash() -> str:
    """Return the hash of the packaged data, as they are now."""
    return _hash_of([(each.name, _hash(each)) for each in _files(resources.folder("data"))])


def _code() -> str:
    root, data = Path(__file__).parent.parent, resources.folder("data")
    rows = {data / _DECLARATION, *(data / f"{name}.csv" for name in tables())}
    held = dict.fromkeys([*_files(root), *_files(data)])
    return _hash_of(
        {
            "files": [(each.name, _hash(each)) for each in held if each not in rows],
            "declaration": _declaration(data / _DECLARATION),
            "python": platform.python_version(),
            "versions": {name: version(name) for name in _PACKAGES},
        }
    )


def _files(folder: Path) -> list[Path]:
    found = sorted(folder.rglob("*"))
    return [each for each in found if each.is_file() and "__pycache__" not in each.parts]


def _declaration(path: Path) -> dict[str, Any]:
    """Return what the tables and their columns mean, without the day and size of the data."""
    said = json.loads(path.read_text(encoding="utf-8"))
    resources = [
        {name: value for name, value in each.items() if name not in _OF_ROWS}
        for each in said["resources"]
    ]
    return {name: value for name, value in said.items() if name != "created"} | {
        "resources": resources
    }


def _is_file(value: object) -> bool:
    return isinstance(value, str) and value != "" and Path(value).is_file()


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _hash_of(said: Any) -> str:
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
