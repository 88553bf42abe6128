"""Batches under attack: kernels that misbehave, processes that are killed, a disk that is full.

They take minutes; run by ``uv run pytest -m attack``.
"""

import json
import os
import random
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import nbformat
import psutil
import pytest

import tipdata
from tests.running import notebooks
from tipdata.running import warm
from tipdata.running.job import job
from tipdata.running.plan import Plan

pytestmark = pytest.mark.attack

# A brief that fails, and the words that tell of it.
FAULTS = {
    "BOL": ("import os\nos._exit(3)", "DeadKernelError"),
    "BRA": ("import ctypes\nctypes.string_at(0)", "DeadKernelError"),
    "CHL": ("while True:\n    pass", "CellTimeoutError"),
    "COL": ("import time\ntime.sleep(3600)", "CellTimeoutError"),
    "CUB": ("held = []\nwhile True:\n    held.append(bytes(2**28))", "MemoryError"),
    "ECU": ("import sys\nsys.exit(1)", "SystemExit"),
    "GUY": ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "DeadKernelError"),
    "HTI": ("import os, signal\nos.kill(os.getppid(), signal.SIGKILL)", "signal 9"),
    "JAM": (
        "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nwhile True:\n    pass",
        "CellTimeoutError",
    ),
}


@pytest.mark.parametrize("fork", [True, False])
def test_a_kernel_that_misbehaves_fails_its_own_brief_only(tmp_path, fork):
    if fork and not warm.possible():
        pytest.skip("kernels are forked on Linux only")
    jobs = [
        job(code, 2018, notebook=notebooks.write(tmp_path / f"{code}.ipynb", cell))
        for code, (cell, _) in FAULTS.items()
    ]
    jobs.append(job("PER", 2018, notebook=notebooks.write(tmp_path / "right.ipynb")))
    out = tmp_path / "out"
    batch = tipdata.briefs(Plan(tuple(jobs), ()), out=out, seconds=25, megabytes=2500, fork=fork)
    assert [each.id for each in batch.having("right")] == ["PER-2018"]
    for code, (_, said) in FAULTS.items():
        told = batch.manifest.briefs[f"{code}-2018"]
        assert told.status == "failed"
        kept = (out / told.notebook).read_text()
        assert said in told.why or said in kept, told.why
        assert told.cell == 4 or code == "HTI", told.why
        nbformat.reads(kept, as_version=4)


COUNTRIES = ["ARG", "BLZ", "BOL", "BRA", "CHL", "COL", "CRI", "CUB", "DOM", "ECU", "GTM", "GUY"]
KILLS, DASK_KILLS = 50, 20
CHANCE = random.Random(2018)


def command(notebook: Path, out: Path) -> list[str]:
    named = [part for code in COUNTRIES for part in ("--country", code)]
    what = ["--edition", "2018", "--notebook", str(notebook), "--out", str(out), "--workers", "2"]
    return [sys.executable, "-m", "tipdata", "briefs", *what, *named]


def contents(folder: Path) -> dict[str, bytes]:
    """Every page, notebook and record of a folder."""
    held = [*folder.glob("*.html"), *folder.glob("*.ipynb"), *folder.glob("records/*")]
    return {str(path.relative_to(folder)): path.read_bytes() for path in held}


def whole(name: str, content: bytes) -> bool:
    if name.endswith(".html"):
        return content.rstrip().endswith(b"</html>")
    return bool(json.loads(content))


def family(process: psutil.Process) -> list[psutil.Process]:
    with suppress(psutil.NoSuchProcess):
        return [process, *process.children(recursive=True)]
    return []


@pytest.fixture(scope="module")
def slow(tmp_path_factory):
    """A notebook that takes a while, so that it is met at all its stages."""
    folder = tmp_path_factory.mktemp("slow")
    return notebooks.write(folder / "own.ipynb", "import time\ntime.sleep(0.2)")


@pytest.fixture(scope="module")
def calm(slow, tmp_path_factory):
    """What a batch makes that nobody disturbs."""
    out = tmp_path_factory.mktemp("calm")
    subprocess.run(command(slow, out), check=True, capture_output=True)
    return contents(out)


def lives(process: psutil.Process) -> bool:
    """Whether a process still runs; one that has ended may wait for its parent to hear of it."""
    with suppress(psutil.NoSuchProcess):
        return process.status() != psutil.STATUS_ZOMBIE
    return False


def below(run: psutil.Process) -> list[psutil.Process]:
    """The command itself in one of eight, else anything below it."""
    alive = family(run)
    return alive[:1] if CHANCE.random() < 0.125 else alive[1:]


def attack(briefs: list[str], out: Path, victims, kills: int, pause: float) -> int:
    """Run a batch again and again, and kill at random until so many are killed; check each time.

    Between two kills at most `pause` seconds pass. Return how many runs came to their own end.
    """
    killed, ended = 0, 0
    while killed < kills:
        run = subprocess.Popen(
            [*briefs, "--force"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        seen: set[psutil.Process] = set()
        while run.poll() is None and killed < kills:
            time.sleep(CHANCE.uniform(0.1, pause))
            seen.update(family(psutil.Process(run.pid)))
            for victim in victims(psutil.Process(run.pid)):
                with suppress(psutil.NoSuchProcess):
                    seen.update(family(victim))
                    victim.kill()
                    killed += 1
        said = run.communicate(timeout=240)[0].decode()
        assert not [each for each in psutil.wait_procs(seen, timeout=15)[1] if lives(each)]
        for name, content in contents(out).items() if out.exists() else ():
            assert whole(name, content), name
        if run.returncode >= 0:
            ended += 1
            check_told(out, run.returncode, said)
    return ended


def check_resumed(briefs: list[str], out: Path, calm: dict[str, bytes]) -> None:
    """Whether one run more gives what a batch gives that nobody disturbs."""
    finished = subprocess.run(briefs, check=False, capture_output=True)
    assert finished.returncode == 0, finished.stderr.decode()
    assert contents(out) == calm
    assert not list(out.glob(".*.part"))


def one_of(found: list[psutil.Process]) -> list[psutil.Process]:
    return [CHANCE.choice(found)] if found else []


def test_fifty_kills_lose_nothing(slow, calm, tmp_path):
    """Kill at random the command, its warm process, workers and kernels, and resume each time."""
    out = tmp_path / "attacked"
    briefs = command(slow, out)
    assert attack(briefs, out, lambda run: one_of(below(run)), KILLS, pause=1.5) > 2
    check_resumed(briefs, out, calm)


@pytest.mark.filterwarnings("ignore")  # Dask leaves sockets and loops of its own behind
def test_kills_on_a_cluster_lose_nothing(slow, calm, tmp_path):
    """Kill at random Dask's workers, what runs below them, and the command."""
    from distributed import LocalCluster

    def victims(run: psutil.Process) -> list[psutil.Process]:
        workers = [psutil.Process(each.pid) for each in cluster.workers.values() if each.pid]
        beneath = [each for worker in workers for each in family(worker)[1:]]
        return one_of(CHANCE.choice([workers, workers, workers, beneath, beneath, [run]]))

    out = tmp_path / "attacked"
    with LocalCluster(2, threads_per_worker=1, dashboard_address=None) as cluster:
        briefs = [*command(slow, out), "--dask", cluster.scheduler_address]
        assert attack(briefs, out, victims, DASK_KILLS, pause=6.0) > 0
        check_resumed(briefs, out, calm)


def check_told(out: Path, status: int, said: str) -> None:
    """Whether a command that came to its end told of every brief, and by its status."""
    written = json.loads((out / "manifest.json").read_text())
    assert written["state"] == "finished"
    statuses = [each["status"] for each in written["briefs"]]
    assert len(statuses) == len(COUNTRIES)
    assert set(statuses) <= {"right", "failed"}
    assert status == (1 if "failed" in statuses else 0)
    for each in written["briefs"]:
        assert (each["status"] == "failed") == (f"{each['id']} failed: " in said)


@contextmanager
def small_disk(folder: Path, kilobytes: int):
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False).returncode:
        pytest.skip("a small disk needs the right to mount one")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_told_and_leaves_only_whole_files(tmp_path):
    notebook = notebooks.write(tmp_path / "own.ipynb")
    with small_disk(tmp_path / "small", 128):
        out = tmp_path / "small"
        run = subprocess.run(command(notebook, out), check=False, capture_output=True, text=True)
        assert run.returncode == 1
        assert "No space left on device" in run.stderr
        held = contents(out)
        assert held
        assert all(whole(name, content) for name, content in held.items())
        assert not list(out.glob(".*.part"))


def test_two_batches_of_the_packaged_brief_give_the_same_bytes(tmp_path):
    plan = tipdata.plan(2018, country=COUNTRIES[:4])
    for name in ("one", "two"):
        assert tipdata.briefs(plan, out=tmp_path / name).right
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert len(contents(tmp_path / "one")) == 12
