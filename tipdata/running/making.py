"""Making one brief: run, settled, exported, read back, and only then published."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tipdata.errors import BriefError
from tipdata.running import behind
from tipdata.running.execution import execute
from tipdata.running.export import export
from tipdata.running.inputs import data_hash
from tipdata.running.job import Job
from tipdata.running.kernels import READS
from tipdata.running.readback import read_back
from tipdata.running.record import names, record
from tipdata.running.seen import seen_through
from tipdata.running.store import Store
from tipdata.running.subject import subject
from tipdata.tables import reads
from tipdata.tables.reads import Read

# The notebook of a run that is under way, in its working folder.
RUNNING = "running.ipynb"


@dataclass(frozen=True)
class Made:
    """A finished brief: the page, the executed notebook behind it, and what they read.

    `read` is None where that is not known.
    """

    page: bytes
    notebook: bytes
    read: set[Read] | None


def make(job: Job, *, work: Path, deadline: float | None = None, manager: Any = None) -> Made:
    """Run the notebook of `job` in the folder `work`, export it, and prove the page.

    Raises
    ------
    tipdata.errors.BriefError
        Where a cell failed or the page did not stand up to being read back; the notebook, as far
        as it came, is ``running.ipynb`` in `work`.
    """
    running = work / RUNNING
    with writing(), reads.noting() as here:
        execute(job, to=running, deadline=deadline, manager=manager)
        page = behind.offer(
            export(running, title=job.title), subject(job.parameters).rows, name=f"{job.id}-rows"
        )
        read_back(page, notebook=running, parameters=job.parameters)
        return Made(page.encode(), running.read_bytes(), _read(job, work, here))


def _read(job: Job, work: Path, here: set[Read]) -> set[Read] | None:
    """Return what a brief read, in its kernel and `here`; None where not all of it was seen."""
    there = reads.noted_in(work / READS)
    if there is None or not seen_through(job.notebook) or reads.EVERYTHING in there | here:
        return None
    return there | here


@contextmanager
def writing() -> Iterator[None]:
    """Tell of a full disk or a lost share in one line."""
    try:
        yield
    except OSError as error:
        raise BriefError(f"a file could not be read or written: {error}") from error


def publish(made: Made, job: Job, *, to: Store, inputs: str, data: str) -> None:
    """Write page and notebook; then the record that proves both.

    `inputs` and `data` are the hashes of what the brief was asked to be made from. Where the data
    are no longer those, nobody knows which the kernel read: the record speaks of the data alone.
    """
    page, notebook, record_name, failed = names(job.id)
    read = made.read if data_hash() == data else None
    proof = record(
        job.id, inputs=inputs, data=data, page=made.page, notebook=made.notebook, read=read
    )
    with writing():
        to.write(page, made.page)
        to.write(notebook, made.notebook)
        to.write(record_name, proof.to_json())
        to.remove(failed)


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
