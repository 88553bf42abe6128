"""Writing files so that a reader never meets half of one."""

import os
import re
from pathlib import Path

_PART = re.compile(r"\..*\.(\d+)\.part")


def write(target: Path, content: bytes | str) -> None:
    """Write `content` to `target` whole or not at all, and see it to the disk."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove what writers that were killed have left half-written in `folder`."""
    import psutil

    for path in folder.glob(".*.part"):
        writer = _PART.fullmatch(path.name)
        if writer and not psutil.pid_exists(int(writer[1])):
            path.unlink(missing_ok=True)
