"""The kernels that run notebooks: one environment for all, whichever way they are started."""

import math
import time
from pathlib import Path
from queue import Empty
from typing import Any
from uuid import uuid4

from jupyter_client import AsyncKernelClient, AsyncKernelManager
from jupyter_client.provisioning import LocalProvisioner
from traitlets import Type

from tipdata.tables import reads

# The file in which a kernel notes what it reads of the tables, beside its connection file.
READS = "reads.jsonl"

# One thread of arithmetic for each kernel, as many run side by side; one order of sets.
_ENVIRONMENT = {
    "MKL_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
}


class OrdinaryKernel(LocalProvisioner):
    """A kernel started as a program of its own."""

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Add to the kernel's environment what makes runs alike, and where it notes its reads."""
        prepared = await super().pre_launch(**kwargs)
        noted = Path(self.parent.connection_file).with_name(READS)
        return prepared | {"env": prepared["env"] | _ENVIRONMENT | {reads.FILE: str(noted)}}

    async def kill(self, restart: bool = False) -> None:
        """Kill the kernel and see its end; who asks too early asks again a tenth of a second on."""
        await super().kill(restart)
        if self.process is not None:
            self.process.wait()


class Client(AsyncKernelClient):
    """Talks to a kernel as soon as it answers."""

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Wait until the kernel answers and is heard on all channels.

        The client of jupyter_client then listens on for a fifth of a second in which nothing comes,
        lest something of before be left; nbclient passes over what answers no request of its own.
        """
        deadline = time.monotonic() + (math.inf if timeout is None else timeout)
        while not await self._heard():
            if not await self.is_alive():
                raise RuntimeError("the kernel ended before it answered")
            if time.monotonic() > deadline:
                raise RuntimeError(f"the kernel did not answer within {timeout:g} s")

    async def _heard(self) -> bool:
        self.kernel_info()
        try:
            answer = await self.get_shell_msg(timeout=1)
            await self.get_iopub_msg(timeout=0.2)
        except Empty:
            return False
        if answer["msg_type"] != "kernel_info_reply":
            return False
        self._handle_kernel_info_reply(answer)
        return True


class Manager(AsyncKernelManager):
    """Starts ordinary kernels; a subclass may name another kind in `kind`."""

    kind: type[LocalProvisioner] = OrdinaryKernel
    client_factory = Type(Client, klass=AsyncKernelClient)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kernel_id = str(uuid4())
        self.provisioner = self.kind(
            kernel_id=self.kernel_id, kernel_spec=self.kernel_spec, parent=self
        )
