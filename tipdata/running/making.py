"""Making one brief: run, settled, exported, read back, and only then published."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from tipdata.errors import BriefError
from tipdata.running import behind
from tipdata.running.execution import execute
from tipdata.running.export import export
from tipdata.running.job import Job
from tipdata.running.readback import read_back
from tipdata.running.store import Store
from tipdata.running.subject import subject

# The notebook of a run that is under way, in its working folder.
RUNNING = "running.ipynb"


@dataclass(frozen=True)
class Made:
    """A finished brief: the page and the executed notebook behind it."""

    page: bytes
    notebook: bytes


def make(job: Job, *, work: Path, deadline: float | None = None, manager: Any = None) -> Made:
    """Run the notebook of `job` in the folder `work`, export it, and prove the page.

    Raises
    ------
    tipdata.errors.BriefError
        Where a cell failed or the page did not stand up to being read back; the notebook, as far
        as it came, is ``running.ipynb`` in `work`.
    """
    running = work / RUNNING
    with writing():
        execute(job, to=running, deadline=deadline, manager=manager)
        page = behind.offer(
            export(running, title=job.title), subject(job.parameters).rows, name=f"{job.id}-rows"
        )
        read_back(page, notebook=running, parameters=job.parameters)
        return Made(page.encode(), running.read_bytes())


@contextmanager
def writing() -> Iterator[None]:
    """Tell of a full disk or a lost share in one line."""
    try:
        yield
    except OSError as error:
        raise BriefError(f"a file could not be read or written: {error}") from error


def names(identifier: str) -> tuple[str, str, str, str]:
    """Return the names of a brief's page, notebook, record and failed notebook."""
    return (
        f"{identifier}.html",
        f"{identifier}.ipynb",
        f"records/{identifier}.json",
        f"{identifier}.failed.ipynb",
    )


def publish(made: Made, job: Job, *, to: Store, inputs: str | None = None) -> None:
    """Write page and notebook; then, where `inputs` are told, the record that proves both."""
    page, notebook, record_name, failed = names(job.id)
    with writing():
        to.write(page, made.page)
        to.write(notebook, made.notebook)
        if inputs is not None:
            to.write(record_name, _record(made, job, inputs))
        to.remove(failed)


def _record(made: Made, job: Job, inputs: str) -> bytes:
    said = {
        "id": job.id,
        "inputs": inputs,
        "page": sha256(made.page).hexdigest(),
        "notebook": sha256(made.notebook).hexdigest(),
    }
    return (json.dumps(said, indent=1) + "\n").encode()


@dataclass(frozen=True)
class Kept:
    """The notebook of a failed run: its name in the store, or why it could not be kept."""

    name: str | None
    said: str


def ran(work: Path) -> bytes | None:
    """Return the notebook of a failed run as far as it came, or None where it never began."""
    path = work / RUNNING
    return path.read_bytes() if path.is_file() else None


def keep(identifier: str, content: bytes | None, *, to: Store) -> Kept:
    """Keep the notebook of a failed run beside the finished ones."""
    if content is None:
        return Kept(None, "its notebook did not begin to run")
    failed = names(identifier)[3]
    try:
        to.write(failed, content)
    except OSError as error:
        return Kept(None, f"its notebook could not be kept: {error}")
    return Kept(failed, f"the notebook as it ran is {to}/{failed}")


def record(identifier: str, *, of: Store) -> Mapping[str, Any] | None:
    """Return the record of a brief in a store, or None where there is none."""
    content = of.read(names(identifier)[2])
    return None if content is None else json.loads(content)


def stands(said: Mapping[str, Any], *, place: Store) -> bool:
    """Whether page and notebook of a brief are those that its record speaks of."""
    page, notebook, *_ = names(said["id"])
    for part, name in (("page", page), ("notebook", notebook)):
        held = place.read(name)
        if held is None or sha256(held).hexdigest() != said[part]:
            return False
    return True
