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
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

# What the environment of a process must hold from its start, if it is to be forked.
ENVIRONMENT = {
    "MKL_NUM_THREADS": "1",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    "PYTHONHASHSEED": "0",
}

# What a kernel imports on its way to the first chart.
_IMPORTED = (
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.extensions.storemagic",
    "ipykernel.debugger",
    "ipykernel.kernelapp",
    "ipykernel.kernelspec",
    "ipykernel.zmqshell",
    "seaborn",
    "sqlite3",
    "tipdata.briefing.sections",
    "tornado.platform.asyncio",
)


def possible() -> bool:
    """Whether this system forks safely."""
    return sys.platform == "linux"


def prepared() -> bool:
    """Whether this process was started with the environment that forking needs."""
    return possible() and ENVIRONMENT.items() <= os.environ.items()


def ready() -> None:
    """Import and load what every brief needs, and make one by hand; forks then share it all.

    The backend of pyplot is not loaded: it finds its kernel when it is first imported.
    """
    import gc

    import papermill  # noqa: F401

    _import()
    load()
    _throw_away_brief()
    gc.collect()
    gc.freeze()
    check_single_thread()


def load() -> None:
    """Load every table."""
    from tipdata.tables.declaration import tables
    from tipdata.tables.load import index

    for name in tables():
        index(name)


def _import() -> None:
    for name in _IMPORTED:
        import_module(name)


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
    """A forked process that imports what is not yet imported, then waits to become a kernel."""

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
    _import()
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
    if os.getppid() != parent_process().pid:  # it ended before it was watched
        os._exit(1)


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


@contextmanager
def without_iri_grammar() -> Iterator[None]:
    """Keep jsonschema from compiling a grammar that costs a quarter of the import of papermill.

    It checks internationalised addresses, of which notebooks hold none; without the package that
    brings it, jsonschema does without.
    """
    name = "rfc3987_syntax"
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None
    try:
        yield
    finally:
        del sys.modules[name]


def manager(spare: Spare) -> type:
    """Return a kernel manager whose first kernel is the spare, if it can be; any other ordinary."""
    from tipdata.running.kernels import Manager, OrdinaryKernel

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
