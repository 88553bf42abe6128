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
    process, control = _start()
    try:
        control.send(settings)
        control.send(list(unfinished.values()))
        while unfinished:
            outcome = control.recv()
            del unfinished[outcome.id]
            yield outcome
    except (EOFError, ConnectionError):
        pass
    finally:
        control.close()
        _stop(process)
    return process.returncode


def _start() -> tuple[subprocess.Popen, Connection]:
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", __name__, str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            env=os.environ | warm.ENVIRONMENT,
            start_new_session=True,
        )
    return process, Connection(ours.detach())


def _stop(process: subprocess.Popen) -> None:
    """See the process end, which it does by itself, and whatever it started."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=5)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def serve(control: Connection) -> None:
    """Run what comes in by `control` until it is closed."""
    settings = control.recv()
    if settings.fork and not _warmed():
        settings = replace(settings, fork=False)
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
