"""How a batch tells where it stands: a bar for those who watch, else a line for each failure."""

import sys
from typing import Any

from tipdata.running.manifest import Entry


class Progress:
    """Tells of a batch on standard error: briefs done and failed, and the time left."""

    def __init__(self, total: int) -> None:
        self._failed = 0
        self._bar: Any = None
        if total and (sys.stderr.isatty() or _in_notebook()):
            from tqdm import tqdm

            self._bar = tqdm(total=total, unit="brief", desc="briefs", dynamic_ncols=True)

    def tell(self, entry: Entry) -> None:
        """Count a brief that has ended, and tell of it if it failed."""
        self._failed += entry.status == "failed"
        if entry.status == "failed":
            self._line(f"{entry.id} failed: {entry.why}")
        if self._bar is not None:
            self._bar.set_postfix(failed=self._failed, refresh=False)
            self._bar.update()

    def _line(self, text: str) -> None:
        if self._bar is not None:
            self._bar.write(text, file=sys.stderr)
        else:
            print(text, file=sys.stderr, flush=True)

    def close(self) -> None:
        """Leave the bar as it stands."""
        if self._bar is not None:
            self._bar.close()


def _in_notebook() -> bool:
    """Whether this is a kernel: it shows what is written, though it is no terminal."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    return shell is not None and "IPKernelApp" in shell.config
