"""What a brief is made from, as one hash: where it is unchanged, the brief need not be made again.

The hash covers the notebook, the parameters, the files that they name, every file of the packaged
data, every file of the package's code, and the versions of what it runs on. A page shows the
version of the data, so any change of the data is a change of every brief.
"""

import json
import platform
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from tipdata import resources
from tipdata.running.job import Job

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


def inputs(job: Job, *, package: str) -> str:
    """Return the hash of everything that the brief of `job` is made from.

    Parameters
    ----------
    job
        The brief to make.
    package
        What `package_hash` returned.
    """
    said = {
        "notebook": _hash(job.notebook),
        "parameters": dict(job.parameters),
        "files": [_hash(Path(value)) for value in job.parameters.values() if _is_file(value)],
        "package": package,
    }
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def package_hash() -> str:
    """Return the hash of the package: its code, its data, and the versions of what it runs on."""
    root = Path(__file__).parent.parent
    held = [each for each in sorted(root.rglob("*")) if "__pycache__" not in each.parts]
    data = sorted(resources.folder("data").rglob("*"))
    said = {
        "files": [(each.name, _hash(each)) for each in [*held, *data] if each.is_file()],
        "python": platform.python_version(),
        "versions": {name: version(name) for name in _PACKAGES},
    }
    return sha256(json.dumps(said).encode()).hexdigest()


def _is_file(value: object) -> bool:
    return isinstance(value, str) and value != "" and Path(value).is_file()


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
