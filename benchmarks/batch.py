"""How long a batch takes beside a loop of commands and beside plain Python.

``uv run python benchmarks/batch.py`` makes the same briefs in each way, in turn, for some rounds,
and prints the median of each way and its ratios. Seconds vary with the machine; ratios within one
round hardly do. ``--way single`` times one brief from the command line, ``--way all`` an edition.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import tipdata
from tipdata import resources
from tipdata.running.warm import ENVIRONMENT

BIN = Path(sys.executable).parent
EDITION = 2018


def run(*command: str | Path) -> None:
    """Run a command, quietly; stop the benchmark where it fails."""
    subprocess.run(
        [str(each) for each in command],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | ENVIRONMENT,
    )


def by_commands(identifier: str, out: Path) -> None:
    """Make one brief by papermill and nbconvert, as users do today."""
    iso3, edition = identifier.split("-")
    ran = out / f"{identifier}.ipynb"
    notebook = resources.notebook("country_brief")
    run(BIN / "papermill", notebook, ran, "-p", "iso3", iso3, "-p", "edition", edition)
    run(BIN / "jupyter", "nbconvert", "--to", "html", "--no-input", ran)


def loop(workers: int) -> Callable[[list[str], Path], None]:
    """Return the loop of commands, so many at a time."""

    def made(identifiers: list[str], out: Path) -> None:
        with ThreadPoolExecutor(workers) as pool:
            list(pool.map(lambda each: by_commands(each, out), identifiers))

    return made


def batch(identifiers: list[str], out: Path, *more: str) -> None:
    """Make the briefs by ``tipdata briefs``."""
    only = [part for each in identifiers for part in ("--only", each)]
    run(
        BIN / "tipdata",
        "briefs",
        "--edition",
        str(EDITION),
        "--out",
        out,
        "--workers",
        "2",
        *only,
        *more,
    )


def ordinary(identifiers: list[str], out: Path) -> None:
    """Make the briefs by ``tipdata briefs`` with ordinary kernels."""
    batch(identifiers, out, "--no-fork")


def floor(identifiers: list[str], out: Path) -> None:
    """Make the briefs by plain Python; see floor.py."""
    run(sys.executable, Path(__file__).parent / "floor.py", "2", out, *identifiers)


def single(identifiers: list[str], out: Path) -> None:
    """Make one brief by ``tipdata brief``."""
    iso3, edition = identifiers[0].split("-")
    run(BIN / "tipdata", "brief", iso3, edition, "--out", out)


def one(identifiers: list[str], out: Path) -> None:
    """Make one brief by papermill and nbconvert."""
    by_commands(identifiers[0], out)


BATCH = {
    "commands, one at a time": loop(1),
    "commands, two at a time": loop(2),
    "tipdata briefs": batch,
    "tipdata briefs --no-fork": ordinary,
    "plain Python, no Jupyter": floor,
}
SINGLE = {"papermill, nbconvert": one, "tipdata brief": single}


def timed(way: Callable, identifiers: list[str], out: Path) -> tuple[float, float]:
    """Return the wall and processor seconds of one way."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    way(identifiers, out)
    wall = time.monotonic() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(ways: dict[str, Callable], identifiers: list[str], rounds: int) -> None:
    """Run every way in every round, and print medians and ratios to the first way."""
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    proof = Path(tempfile.mkdtemp(prefix="bench-"))
    if "plain Python, no Jupyter" in ways:
        batch(identifiers, proof)
    for number in range(rounds):
        for name, way in ways.items():
            out = proof if way is floor else Path(tempfile.mkdtemp(prefix="bench-"))
            seconds[name].append(timed(way, identifiers, out))
            print(f"round {number + 1}: {name}: {seconds[name][-1][0]:.1f} s", file=sys.stderr)
            if out is not proof:
                shutil.rmtree(out)
    shutil.rmtree(proof)
    report(seconds, len(identifiers))


def report(seconds: dict[str, list[tuple[float, float]]], briefs: int) -> None:
    """Print a table: a row a way, a column for the ratio to each way."""
    rounds = len(next(iter(seconds.values())))
    print(f"{briefs} briefs, {rounds} rounds, load {os.getloadavg()[0]:.1f}")
    print("| way | wall s, median [least-most] | CPU s a brief | throughput, times the first |")
    print("| --- | --- | --- | --- |")
    names = list(seconds)
    for name in names:
        wall = [each[0] for each in seconds[name]]
        cpu = statistics.median(each[1] for each in seconds[name]) / briefs
        ratio = statistics.median(
            first[0] / own[0] for first, own in zip(seconds[names[0]], seconds[name], strict=True)
        )
        spread = f"{statistics.median(wall):.1f} [{min(wall):.1f}-{max(wall):.1f}]"
        print(f"| {name} | {spread} | {cpu:.2f} | {ratio:.2f} |")


def growth(counts: list[int]) -> None:
    """Print time and memory of batches of growing size."""
    identifiers = [job.id for job in tipdata.plan(EDITION).jobs]
    for count in counts:
        out = Path(tempfile.mkdtemp(prefix="bench-"))
        wall, cpu = timed(batch, identifiers[:count], out)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        size = min(count, len(identifiers))
        print(f"{size} briefs: {wall:.1f} s, {wall / size:.2f} s a brief, CPU {cpu / size:.2f} s")
        print(f"  largest process {peak:.0f} MB")
        shutil.rmtree(out)


def main() -> None:
    """Parse the options and run what they ask for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--way", choices=("batch", "single", "all"), default="batch")
    parser.add_argument("--briefs", type=int, default=32)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    identifiers = [job.id for job in tipdata.plan(EDITION).jobs]
    step = len(identifiers) // options.briefs
    some = identifiers[:: max(step, 1)][: options.briefs]
    if options.way == "batch":
        compare(BATCH, some, options.rounds)
    elif options.way == "single":
        compare(SINGLE, ["PER-2018"], options.rounds)
    else:
        growth([16, 64, len(identifiers)])


if __name__ == "__main__":
    main()
