"""The kernels that run notebooks: one environment for all, whichever way they are started."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from jupyter_client import AsyncKernelManager
from jupyter_client.provisioning import LocalProvisioner

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


class Manager(AsyncKernelManager):
    """Starts ordinary kernels; a subclass may name another kind in `kind`."""

    kind: type[LocalProvisioner] = OrdinaryKernel

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kernel_id = str(uuid4())
        self.provisioner = self.kind(
            kernel_id=self.kernel_id, kernel_spec=self.kernel_spec, parent=self
        )
