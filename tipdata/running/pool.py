"""Workers: each brief in a process of its own, within limits, whatever becomes of it."""

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from tipdata.running import warm
from tipdata.running.inputs import Package
from tipdata.running.job import Job
from tipdata.running.making import ran
from tipdata.running.store import Store

# Seconds that a worker has to report and clear up once the time of its brief is over.
_GRACE = 20


@dataclass(frozen=True)
class Settings:
    """How briefs are run: where they go, by which package, and within which limits."""

    store: Store
    package: Package
    workers: int = 2
    seconds: float = 600
    megabytes: int = 4096
    fork: bool = True


@dataclass(frozen=True)
class Task:
    """A job, and the hash of what it is made from, but for the data."""

    job: Job
    inputs: str


@dataclass(frozen=True)
class Outcome:
    """What became of a brief; of one that failed, `ran` is its notebook as far as it came."""

    id: str
    status: str  # right or failed
    seconds: float
    why: str = ""
    cell: int | None = None
    ran: bytes | None = field(default=None, repr=False)


class Executor(Protocol):
    """Runs tasks, wherever: on this machine, on a cluster."""

    settings: Settings

    def run(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Yield the outcome of every task, in the order in which they end."""


@dataclass
class _Running:
    task: Task
    process: Any
    answer: Connection
    started: float
    work: TemporaryDirectory


class Pool:
    """At most so many workers at a time; tasks go in, outcomes come out in the order they end."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._waiting: deque[Task] = deque()
        self._running: dict[int, _Running] = {}
        self._context = get_context("fork" if settings.fork else "spawn")

    @property
    def idle(self) -> bool:
        """Whether nothing runs and nothing waits."""
        return not self._running and not self._waiting

    def add(self, tasks: Iterable[Task]) -> None:
        """Take on tasks, and start as many as there are workers for."""
        self._waiting.extend(tasks)
        self._fill()

    def ended(self, *others: Any) -> list[Outcome]:
        """Wait until a worker ends, runs out of time, or one of `others` is ready; say what did."""
        self._wait(others)
        outcomes = [self._end(each) for each in list(self._running.values()) if self._over(each)]
        self._fill()
        return outcomes

    def close(self) -> None:
        """End every worker at once; what was not yet published is not."""
        for each in self._running.values():
            each.process.kill()
            each.process.join()
            each.work.cleanup()
        self._running.clear()

    def _fill(self) -> None:
        while self._waiting and len(self._running) < self._settings.workers:
            self._start(self._waiting.popleft())

    def _start(self, task: Task) -> None:
        work = TemporaryDirectory(prefix="tipdata-", ignore_cleanup_errors=True)
        ours, theirs = self._context.Pipe(duplex=False)
        process = self._context.Process(
            target=_work, args=(task, self._settings, Path(work.name), theirs)
        )
        process.start()
        theirs.close()
        self._running[process.sentinel] = _Running(task, process, ours, time.monotonic(), work)

    def _wait(self, others: Iterable[Any]) -> None:
        limit = self._settings.seconds + _GRACE
        first = min((each.started for each in self._running.values()), default=None)
        left = None if first is None else max(0.0, first + limit - time.monotonic())
        answers = [each.answer for each in self._running.values()]
        wait([*others, *answers, *self._running], timeout=left)

    def _late(self, running: _Running) -> bool:
        return time.monotonic() - running.started > self._settings.seconds + _GRACE

    def _over(self, running: _Running) -> bool:
        """Whether a worker is about to tell, has ended, or is out of time.

        What it tells may not fit into the pipe: it ends only once that has been read.
        """
        return running.answer.poll() or not running.process.is_alive() or self._late(running)

    def _end(self, running: _Running) -> Outcome:
        outcome = None
        with suppress(EOFError, OSError):
            if running.answer.poll():
                outcome = running.answer.recv()
        late = outcome is None and self._late(running)
        if not late:
            running.process.join(_GRACE)
        running.process.kill()
        running.process.join()
        del self._running[running.process.sentinel]
        if outcome is None:
            outcome = self._lost(running, late)
        running.answer.close()
        running.work.cleanup()
        return outcome

    def _lost(self, running: _Running, late: bool) -> Outcome:
        """Return the outcome of a worker that could not tell it itself."""
        code = running.process.exitcode
        why = (
            f"it took longer than {self._settings.seconds:g} s"
            if late
            else f"its process was ended by signal {-code}, perhaps for want of memory"
            if code < 0
            else f"its process ended with status {code}"
        )
        seconds = time.monotonic() - running.started
        left = ran(Path(running.work.name))
        return Outcome(running.task.job.id, "failed", seconds, why, ran=left)


def _work(task: Task, settings: Settings, work: Path, answer: Connection) -> None:
    """Make one brief, in a worker, and tell what became of it."""
    started = time.monotonic()
    manager = None
    _limit(settings.megabytes)
    if settings.fork:
        warm.die_with_parent()
        spare = warm.Spare()
        manager = warm.manager(spare)
    answer.send(_outcome(task, settings, work, started, manager))
    answer.close()
    if settings.fork:
        spare.close()


def _outcome(task: Task, settings: Settings, work: Path, started: float, manager: Any) -> Outcome:
    import traceback

    from tipdata.errors import BriefError
    from tipdata.running.execution import CellError
    from tipdata.running.making import make, publish

    cell = None
    try:
        made = make(task.job, work=work, deadline=started + settings.seconds, manager=manager)
        publish(
            made,
            task.job,
            to=settings.store,
            inputs=task.inputs,
            data=settings.package.data,
        )
        return Outcome(task.job.id, "right", time.monotonic() - started)
    except BriefError as error:
        why = str(error)
        cell = error.cell if isinstance(error, CellError) else None
    except Exception as error:
        traceback.print_exc()
        why = f"unexpected {type(error).__name__}: {error}"
    return Outcome(task.job.id, "failed", time.monotonic() - started, why, cell, ran(work))


def _limit(megabytes: int) -> None:
    """Bound the memory of this process and, each for itself, of its kernel."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = megabytes * 2**20
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
