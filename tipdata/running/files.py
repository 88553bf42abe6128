"""Writing files so that a reader never meets half of one."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Give a hidden, unused path in the folder of `target`; what is left there is removed after.

    Write to the path, then ``replace`` it into its place.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(
        dir=target.parent, prefix=f".{target.stem}.", suffix=target.suffix
    )
    os.close(handle)
    path = Path(name)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def write(target: Path, text: str) -> None:
    """Write `text` to `target` whole or not at all."""
    with beside(target) as path:
        path.write_text(text, encoding="utf-8", newline="\n")
        path.chmod(0o644)
        path.replace(target)
