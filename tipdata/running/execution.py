"""Running a notebook with papermill, in a kernel of its own; the notebook is the log."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tipdata.errors import BriefError
from tipdata.running.executed import settle


def execute(notebook: Path, *, parameters: Mapping[str, object], to: Path) -> None:
    """Run `notebook` with `parameters` and write the executed notebook to the file `to`.

    What is written follows from the inputs alone: no times, no paths, no random ids.

    Raises
    ------
    tipdata.errors.BriefError
        Where a cell failed or the kernel died. The notebook then stands at `to` all the same, as
        far as it came, with the error in it.
    """
    import papermill
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    try:
        papermill.execute_notebook(
            str(notebook),
            str(to),
            parameters=dict(parameters),
            kernel_name="python3",
            progress_bar=False,
            log_output=False,
            autosave_cell_every=0,
            coalesce_streams=True,
            record_timing=False,
            config=_transport(),
        )
    except papermill.PapermillExecutionError as error:
        raise BriefError(
            f"cell {error.exec_count} of {notebook.name} failed: {error.ename}: {error.evalue}"
        ) from error
    except (DeadKernelError, CellTimeoutError) as error:
        raise BriefError(f"the kernel of {notebook.name} ended: {error}") from error
    settle(to, source=notebook)


def _transport() -> Any:
    """Return the setting by which kernels talk over sockets in files where the system has them.

    Runs side by side then never ask for the same port, and nothing leaves the machine.
    """
    from traitlets.config import Config

    return Config({"KernelManager": {"transport": "ipc"}} if os.name == "posix" else {})
