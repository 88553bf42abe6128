"""Running a notebook with papermill, in a kernel of its own; the notebook is the log."""

import math
import os
import time
from pathlib import Path
from typing import Any

from tipdata.errors import BriefError, UnknownValueError, unknown
from tipdata.running.executed import settle
from tipdata.running.job import Job


class CellError(BriefError):
    """A cell that failed; `cell` is its number as Jupyter shows it, In [3]."""

    def __init__(self, text: str, cell: int) -> None:
        super().__init__(text)
        self.cell = cell


class KernelStartError(BriefError):
    """A kernel that did not start: nothing of the notebook was run."""


def execute(
    job: Job, *, to: Path, deadline: float | None = None, manager: type | None = None
) -> None:
    """Run the notebook of `job` and write the executed notebook to the file `to`.

    What is written follows from the inputs alone: no times, no paths, no random ids.

    Parameters
    ----------
    job
        What to run.
    to
        File for the executed notebook.
    deadline
        Time by `time.monotonic` at which the run is stopped; None for no limit.
    manager
        Class of jupyter_client's kernel managers to start the kernel with; None for the ordinary.

    Raises
    ------
    CellError
        Where a cell failed, the kernel died or the time was up. The notebook then stands at `to`
        all the same, as far as it came, with the error in it.
    KernelStartError
        Where the kernel did not start, and not at a second try either.
    """
    try:
        _run(job, to, deadline, manager)
    except KernelStartError:
        _run(job, to, deadline, None)
    settle(to, source=job.notebook)


def _run(job: Job, to: Path, deadline: float | None, manager: type | None) -> None:
    import papermill
    from jupyter_client.kernelspec import NoSuchKernel
    from zmq import ZMQError

    from tipdata.running.kernels import Manager

    name, log = job.notebook.name, _Log(to)
    try:
        papermill.execute_notebook(
            str(job.notebook),
            str(to),
            parameters=dict(job.parameters),
            kernel_name=_kernel(job.notebook),
            progress_bar=False,
            log_output=False,
            request_save_on_cell_execute=False,
            on_notebook_start=log.open,
            on_cell_start=log.write,
            coalesce_streams=True,
            record_timing=False,
            shutdown_kernel="immediate",
            timeout_func=_left(deadline),
            kernel_manager_class=manager or Manager,
            config=_transport(to.parent),
        )
    except papermill.PapermillExecutionError as error:
        raise CellError(
            f"cell {error.exec_count} of {name} failed: {error.ename}: {error.evalue}",
            error.exec_count,
        ) from error
    except NoSuchKernel as error:
        raise _no_kernel(name, error.name) from error
    except (RuntimeError, TimeoutError, ZMQError) as error:
        if log.notebook is None:
            raise KernelStartError(f"the kernel of {name} did not start: {error}") from error
        number = log.mark(error)
        raise CellError(
            f"cell {number} of {name} stopped the run: {_said(error)}", number
        ) from error


def _kernel(notebook: Path) -> str:
    """Return the kernel that a notebook names, or the ordinary one of this Python."""
    import nbformat

    metadata = nbformat.read(notebook, as_version=4).metadata
    return metadata.get("kernelspec", {}).get("name", "python3")


def _no_kernel(notebook: str, kernel: str) -> UnknownValueError:
    from jupyter_client.kernelspec import KernelSpecManager

    return unknown(
        kernel, what="kernel", place=notebook, choices=KernelSpecManager().find_kernel_specs()
    )


def _left(deadline: float | None) -> Any:
    """Return the function by which nbclient asks for the seconds that a cell may take."""
    if deadline is None:
        return lambda cell: None
    return lambda cell: max(1, math.ceil(deadline - time.monotonic()))


def _transport(work: Path) -> Any:
    """Return the setting by which kernels talk over sockets in files where the system has them.

    The files stand in the working folder, so that runs side by side never meet in one socket, and
    nothing leaves the machine.
    """
    from traitlets.config import Config

    apart = {"transport": "ipc"} if os.name == "posix" else {}
    return Config({"KernelManager": {"connection_file": str(work / "kernel.json"), **apart}})


def _said(error: BaseException) -> str:
    return str(error).strip().splitlines()[0]


def _runs(cell: Any) -> bool:
    return cell.cell_type == "code" and bool(cell.source.strip())


# Seconds from one writing of a notebook that runs to the next.
_BETWEEN = 1.0


class _Log:
    """Writes the notebook as cells begin, so that it is there whatever they do.

    Not at every cell: a notebook of many quick cells with charts would mostly be written.
    """

    def __init__(self, to: Path) -> None:
        self._to = to
        self._cells = 0
        self._written = -math.inf
        self.notebook: Any = None

    def open(self, notebook: Any) -> None:
        """Take on a notebook whose kernel has started."""
        self.notebook = notebook

    def write(self, cell: Any, cell_index: int) -> None:
        """Write the notebook as it stands before a cell is run."""
        import nbformat

        if _runs(cell):
            self._cells += 1
            if time.monotonic() - self._written > _BETWEEN:
                nbformat.write(self.notebook, self._to)
                self._written = time.monotonic()

    def mark(self, error: Exception) -> int:
        """Write `error` into the cell that was running, and return the number of the cell."""
        import nbformat

        running = [cell for cell in self.notebook.cells if _runs(cell)]
        running[self._cells - 1].outputs.append(
            nbformat.v4.new_output(
                "error", ename=type(error).__name__, evalue=_said(error), traceback=[str(error)]
            )
        )
        nbformat.write(self.notebook, self._to)
        return self._cells
