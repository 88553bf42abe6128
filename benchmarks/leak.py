"""Whether a long batch takes ever more memory or files: a thousand briefs of a tiny notebook."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
import psutil
from nbformat.v4 import new_code_cell, new_notebook

EDITIONS = range(2013, 2019)
PARAMETERS = 'iso3 = "PER"\nedition = 2018'
HEAD = """\
import tipdata
from tipdata.briefing import sections

sections.masthead(tipdata.open_brief(iso3, edition=edition))"""


def leak(briefs: int) -> None:
    """Make so many briefs, and print memory and open files as they go."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        notebook = _notebook(Path(folder) / "tiny.ipynb")
        out = Path(folder) / "out"
        editions = [part for each in EDITIONS for part in ("--edition", str(each))]
        where = ["--notebook", str(notebook), "--out", str(out), "--workers", "2"]
        command = [sys.executable, "-m", "tipdata", "briefs", *editions, *where]
        started = time.monotonic()
        run = subprocess.Popen(
            [*command, "--limit", str(briefs)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        print("memory of a process's own, in MB, and open files")
        print("| briefs | command | its files | warm process | its files | largest worker |")
        print("| --- | --- | --- | --- | --- | --- |")
        for count in (1, briefs // 4, briefs // 2, briefs * 99 // 100):
            _wait(run, out / "log.jsonl", count)
            print(f"| {count} | {_told(psutil.Process(run.pid))} |")
        if run.wait() != 0:
            sys.exit("not all briefs were right")
        print(f"{briefs} briefs in {time.monotonic() - started:.0f} s")


def _notebook(path: Path) -> Path:
    cells = [
        new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]}),
        new_code_cell(HEAD),
    ]
    kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
    metadata = {"kernelspec": kernel, "tipdata": {"sections": ["masthead"]}}
    nbformat.write(new_notebook(cells=cells, metadata=metadata), path)
    return path


def _wait(run: subprocess.Popen, log: Path, count: int) -> None:
    """Wait until so many briefs are made."""
    while not log.exists() or log.read_text().count('"event": "brief"') < count:
        if run.poll() is not None:
            sys.exit("the batch ended before its time")
        time.sleep(0.05)


def _told(command: psutil.Process) -> str:
    (warm,) = command.children()
    workers = [_own(each) for each in warm.children()]
    each = [
        f"{_own(command):.0f}",
        f"{command.num_fds()}",
        f"{_own(warm):.0f}",
        f"{warm.num_fds()}",
        f"{max(workers, default=0):.0f}",
    ]
    return " | ".join(each)


def _own(process: psutil.Process) -> float:
    """Return the megabytes that only this process holds; none where it has just ended."""
    try:
        return process.memory_full_info().uss / 2**20
    except psutil.NoSuchProcess:
        return 0.0
