"""What one brief from the command line spends its time on.

``python benchmarks/stages.py ISO3 EDITION OUT`` makes a brief as ``tipdata brief`` does once it has
the environment that it wants, and prints the seconds of each stage as JSON.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import psutil

_seconds: Counter[str] = Counter()


def timed(stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function, which adds its seconds to those of a stage."""

    def called(*arguments: Any, **named: Any) -> Any:
        started = time.time()
        try:
            return function(*arguments, **named)
        finally:
            _seconds[stage] += time.time() - started

    return called


def main(iso3: str, edition: str, out: str) -> None:
    """Make the brief, and print the seconds of each stage."""
    started = psutil.Process().create_time()
    _seconds["start of Python"] = time.time() - started
    _import()
    _watch()
    from tipdata import cli

    status = cli.main(["brief", iso3, edition, "--out", out])
    _seconds["cells"] = _seconds.pop("execute") - _seconds["kernel"]
    _seconds["rest"] = time.time() - started - sum(_seconds.values())
    print(json.dumps(_seconds))
    sys.exit(status)


def _import() -> None:
    started = time.time()
    import tipdata.cli
    import tipdata.running.brief  # noqa: F401

    _seconds["imports"] = time.time() - started


def _watch() -> None:
    """Have each stage tell its time; they follow one another, and none holds another."""
    from tipdata.running import brief, execution, making, store

    opened = execution._Log.open
    begun: list[float] = []

    def execute(*arguments: Any, **named: Any) -> None:
        begun.append(time.time())
        run(*arguments, **named)

    def opening(log: Any, notebook: Any) -> None:
        _seconds["kernel"] += time.time() - begun[-1]
        opened(log, notebook)

    run = making.execute
    making.execute = timed("execute", execute)
    execution._Log.open = opening
    brief._forked = timed("tables, papermill, fork", brief._forked)
    making.export = timed("export", making.export)
    making.behind.offer = timed("rows to save", making.behind.offer)
    making.read_back = timed("read-back", making.read_back)
    store.Folder.write = timed("write", store.Folder.write)


if __name__ == "__main__":
    main(*sys.argv[1:])
