"""Running tasks on a Dask cluster: one on this machine, or one that is already there.

Dask schedules, and gives the tasks of a worker that is lost to another. A task brings its notebook
along; a worker whose tipdata, data or libraries are not those of the caller refuses it. Briefs go
straight from the workers to the store, which all of them must reach.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tipdata.errors import BriefError
from tipdata.running.inputs import inputs, package
from tipdata.running.local import Server
from tipdata.running.pool import Outcome, Settings, Task

# How often the warm process beside a Dask worker is started for one task, if it is ended.
_STARTS = 2


@dataclass(frozen=True)
class Dask:
    """Runs tasks on the cluster at an address such as ``tcp://host:8786``, or ``local``."""

    settings: Settings
    address: str

    def run(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Yield the outcome of every task, in the order in which they end."""
        from distributed import as_completed

        with self._client() as client:
            named = {}
            for task in tasks:
                notebook = task.job.notebook.read_bytes()
                future = client.submit(run_task, task, notebook, self.settings, pure=False)
                named[future] = task.job.id
            for future in as_completed(named):
                yield _outcome(future, named[future])

    @contextmanager
    def _client(self) -> Iterator[Any]:
        """Connect to the cluster; one of this machine is started, and taken down afterwards."""
        try:
            from distributed import Client, LocalCluster
        except ImportError:
            raise BriefError("Dask is not installed; install tipdata[dask]") from None
        if self.address != "local":
            try:
                with Client(self.address, timeout=30) as client:
                    yield client
            except OSError as error:
                raise BriefError(f"no Dask scheduler answers at {self.address}: {error}") from error
            return
        workers = self.settings.workers
        with (
            LocalCluster(
                n_workers=workers, threads_per_worker=1, dashboard_address=None
            ) as cluster,
            Client(cluster) as client,
        ):
            yield client


def _outcome(future: Any, identifier: str) -> Outcome:
    if future.status == "finished":
        return future.result()
    error = future.exception()
    return Outcome(identifier, "failed", 0.0, f"Dask gave it up: {type(error).__name__}: {error}")


class _Beside(threading.local):
    """The warm process beside a thread of a Dask worker, and the settings that it was given."""

    server: Server | None = None
    settings: Settings | None = None

    def run(self, task: Task, settings: Settings) -> Outcome:
        """Run a task by the warm process, which stays for the next task of the same settings."""
        if self.settings != settings:
            self.stop()
        if self.server is None:
            self.server, self.settings = Server(settings), settings
        self.server.add([task])
        return self.server.next()

    def stop(self) -> None:
        """End the warm process."""
        if self.server is not None:
            self.server.stop()
        self.server = self.settings = None


_beside = _Beside()


def run_task(task: Task, notebook: bytes, settings: Settings) -> Outcome:
    """Run a task, in a thread of a Dask worker."""
    with TemporaryDirectory(prefix="tipdata-") as folder:
        path = Path(folder) / task.job.notebook.name
        path.write_bytes(notebook)
        here = replace(task, job=replace(task.job, notebook=path))
        own = package()
        if own != settings.package or inputs(here.job, package=own) != task.inputs:
            why = "this worker has another tipdata, other data or other libraries than the caller"
            return Outcome(task.job.id, "failed", 0.0, why)
        for _ in range(_STARTS):
            try:
                return _beside.run(here, replace(settings, workers=1))
            except (EOFError, ConnectionError):
                _beside.stop()
        return Outcome(task.job.id, "failed", 0.0, f"its process was ended {_STARTS} times")
