"""Running tasks on this machine, through a process that is warmed once and forks a worker a brief.

That process is started afresh, so that it has no threads and no sockets of the caller's (think of
JupyterLab), and it ends with the caller, however that comes about.
"""

import os
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection

from tipdata.running import warm
from tipdata.running.inputs import package
from tipdata.running.pool import Outcome, Pool, Settings, Task

# How often the process is started in one run, if it is ended from outside.
_STARTS = 4


@dataclass(frozen=True)
class Local:
    """Runs tasks on this machine."""

    settings: Settings

    def run(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Yield the outcome of every task, in the order in which they end."""
        if os.name != "posix":
            yield from _here(self.settings, tasks)
            return
        unfinished = {task.job.id: task for task in tasks}
        why = f"the process that runs the briefs was ended {_STARTS} times"
        for _ in range(_STARTS):
            if not unfinished:
                return
            status = yield from _apart(self.settings, unfinished)
            if status > 0:
                why = f"the process that runs the briefs ended with status {status}"
                break
        for each in list(unfinished):
            yield Outcome(each, "failed", 0.0, why)


def _here(settings: Settings, tasks: Sequence[Task]) -> Iterator[Outcome]:
    pool = Pool(settings)
    try:
        pool.add(tasks)
        while not pool.idle:
            yield from pool.ended()
    finally:
        pool.close()


def _apart(settings: Settings, unfinished: dict[str, Task]) -> Generator[Outcome, None, int]:
    """Run tasks in a process of its own; take each from `unfinished` as it ends."""
    server = Server(settings)
    try:
        server.add(list(unfinished.values()))
        while unfinished:
            outcome = server.next()
            del unfinished[outcome.id]
            yield outcome
    except (EOFError, ConnectionError):
        pass
    finally:
        status = server.stop()
    return status


class Server:
    """A process that is warmed once, and forks a worker for each task."""

    def __init__(self, settings: Settings) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", __name__, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                env=os.environ | warm.ENVIRONMENT,
                start_new_session=True,
            )
        self._control = Connection(ours.detach())
        self._control.send(settings)

    def add(self, tasks: list[Task]) -> None:
        """Hand over tasks."""
        self._control.send(tasks)

    def next(self) -> Outcome:
        """Wait for the next outcome; EOFError or ConnectionError where the process has ended."""
        return self._control.recv()

    def stop(self) -> int:
        """See the process end, which it does by itself, and whatever it started."""
        self._control.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=5)
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        return self._process.wait()


def serve(control: Connection) -> None:
    """Run what comes in by `control` until it is closed."""
    settings = control.recv()
    if settings.fork and not _warmed():
        settings = replace(settings, fork=False)
    if package() != settings.package:
        sys.exit("tipdata: its code, its data or a library was changed as the batch began")
    pool = Pool(settings)
    try:
        while True:
            while control.poll():
                pool.add(control.recv())
            for outcome in pool.ended(control):
                control.send(outcome)
    except (EOFError, ConnectionError):
        return
    finally:
        pool.close()


def _warmed() -> bool:
    try:
        warm.ready()
    except Exception:
        traceback.print_exc()
        print("tipdata: no warm kernels; ordinary ones are used", file=sys.stderr)
        return False
    return True


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
