"""Kernels forked from a process that has already imported and loaded what every brief needs.

`ready` is called once, in a process that has a single thread and has never opened a ZeroMQ context.
It forks a worker for each brief, and the worker at once calls `spare`, which forks once more: the
child waits, and becomes the kernel when papermill asks for one. All are real kernels under
papermill, nbclient and jupyter_client as they come. Forking is for Linux; elsewhere, and for
kernels that are not this Python, `tipdata.running.kernels` starts an ordinary one.
"""

import os
import signal
import sys
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from tipdata.running.kernels import Manager, OrdinaryKernel

# What the environment of a process must hold before `ready` is called in it.
ENVIRONMENT = {
    "MKL_NUM_THREADS": "1",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
}


def possible() -> bool:
    """Whether this system forks safely."""
    return sys.platform == "linux"


def ready() -> None:
    """Import and load what every brief needs, and make one by hand; forks then share it all.

    The backend of pyplot is not loaded: it finds its kernel when it is first imported.
    """
    import gc

    import ipykernel.kernelapp
    import ipykernel.zmqshell  # noqa: F401
    import papermill  # noqa: F401
    import seaborn  # noqa: F401

    from tipdata.tables.declaration import tables
    from tipdata.tables.load import whole

    for name in tables():
        whole(name)
    _throw_away_brief()
    gc.collect()
    gc.freeze()
    check_single_thread()


def _throw_away_brief() -> None:
    """Run the cells of the packaged notebook here, without a kernel; export and read back."""
    import nbformat

    from tipdata import resources
    from tipdata.running.export import export
    from tipdata.running.readback import problems

    notebook = resources.notebook("country_brief")
    names: dict[str, Any] = {}
    for cell in nbformat.read(notebook, as_version=4).cells:
        if cell.cell_type == "code":
            exec(cell.source, names)
    wanted = {"iso3": names["iso3"], "edition": names["edition"]}
    problems(export(notebook, title=""), notebook=notebook, parameters=wanted)


def check_single_thread() -> None:
    """Raise where this process may not be forked."""
    threads = len(list(Path("/proc/self/task").iterdir()))
    if threads != 1:
        raise RuntimeError(f"{threads} threads run; a process that is forked may have only one")


class Spare:
    """A forked process that waits to become a kernel."""

    def __init__(self) -> None:
        check_single_thread()
        theirs, self._pipe = get_context("fork").Pipe(duplex=False)
        self.process = get_context("fork").Process(target=_wait, args=(theirs,))
        self.process.start()
        theirs.close()

    def become(self, arguments: list[str], *, env: dict[str, str], cwd: str | None) -> None:
        """Tell the process to become the kernel that these arguments of ipykernel describe."""
        self._pipe.send((arguments, env, cwd))
        self._pipe.close()

    def close(self) -> None:
        """End the process, whether it became a kernel or not."""
        self._pipe.close()
        self.process.kill()
        self.process.join()


def _wait(pipe: Connection) -> None:
    """Wait to be told what to become, in the child; end where the parent ends."""
    die_with_parent()
    os.setsid()
    _close_all_but(pipe.fileno())
    try:
        arguments, env, cwd = pipe.recv()
    except EOFError:
        return
    pipe.close()
    _become(arguments, env, cwd)


def _become(arguments: list[str], env: dict[str, str], cwd: str | None) -> None:
    import random

    import numpy as np
    from ipykernel.kernelapp import IPKernelApp

    os.environ.clear()
    os.environ.update(env)
    if cwd is not None:
        os.chdir(cwd)
    random.seed()
    np.random.seed()
    arguments = [*arguments, f"--IPKernelApp.parent_handle={os.getppid()}"]
    sys.argv = ["ipykernel_launcher", *arguments]
    IPKernelApp.launch_instance(arguments)


def _close_all_but(kept: int) -> None:
    """Close what was inherited: an end of a pipe held open here would keep others waiting."""
    for each in [int(path.name) for path in Path("/proc/self/fd").iterdir()]:
        if each > 2 and each != kept:
            with suppress(OSError):
                os.close(each)


def die_with_parent() -> None:
    """Have the system end this process when the one that forked it ends, however that comes."""
    import ctypes

    set_death_signal = 1
    ctypes.CDLL(None).prctl(set_death_signal, signal.SIGKILL)


class _Process:
    """A forked kernel with the methods of a Popen that jupyter_client uses."""

    stdin = stdout = stderr = None

    def __init__(self, process: Any) -> None:
        self._process = process
        self.pid = process.pid

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self) -> int | None:
        self._process.join()
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        self._process.kill()

    def terminate(self) -> None:
        self._process.terminate()


def manager(spare: Spare) -> type[Manager]:
    """Return a kernel manager whose first kernel is the spare, if it can be; any other ordinary."""
    left = [spare]

    class ForkedKernel(OrdinaryKernel):
        async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
            spec = self.kernel_spec
            fits = cmd[0] == sys.executable and cmd[1:3] == ["-m", "ipykernel_launcher"]
            if not left or not fits or spec.env:
                return await super().launch_kernel(cmd, **kwargs)
            one = left.pop()
            one.become(cmd[3:], env=kwargs["env"], cwd=kwargs.get("cwd"))
            self.process = _Process(one.process)
            self.pid = self.pgid = one.process.pid
            self.cwd = kwargs.get("cwd") or Path.cwd()
            return self.connection_info

    return type("ForkingManager", (Manager,), {"kind": ForkedKernel})
