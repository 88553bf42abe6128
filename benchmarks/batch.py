"""How long a batch takes beside a loop of commands and beside plain Python.

``uv run python benchmarks/batch.py`` makes the same briefs in each way, in turn, for some rounds,
and prints the medians of each way, by the clock and by the processor, and its ratios to the others
within a round. By the clock they tell of the whole machine; where others use it too, the seconds of
the processor are the fairer ones.

``--way single`` times one brief from the command line and tells its stages, ``--way all`` makes
an edition and tells how the time grows with its size, ``--way leak`` watches memory and files over
a thousand small briefs, ``--way same`` makes an edition twice and compares every byte.
"""

import argparse
import json
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

from leak import leak

import tipdata
from tipdata import resources
from tipdata.running.warm import ENVIRONMENT

HERE = Path(__file__).parent
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
    run(sys.executable, HERE / "floor.py", "2", out, *identifiers)


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
WAYS = ("batch", "single", "all", "leak", "same")
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
    """Print a table of seconds and, for the clock and the processor, one of ratios."""
    rounds = len(next(iter(seconds.values())))
    print(f"{briefs} briefs, {rounds} rounds, load {os.getloadavg()[0]:.1f}\n")
    print("| way | clock, s | processor, s | clock, s a brief | processor, s a brief |")
    print("| --- | --- | --- | --- | --- |")
    for name, found in seconds.items():
        clock, processor = ([each[kind] for each in found] for kind in (0, 1))
        a_brief = [f"{statistics.median(each) / briefs:.2f}" for each in (clock, processor)]
        print(f"| {name} | {spread(clock)} | {spread(processor)} | {' | '.join(a_brief)} |")
    for kind, measured in enumerate(("clock", "processor")):
        print(f"\n| seconds of the {measured}, times those of | {' | '.join(seconds)} |")
        print("| --- |" + " --- |" * len(seconds))
        for name, own in seconds.items():
            cells = [f"{ratio(own, other, kind):.2f}" for other in seconds.values()]
            print(f"| {name} | {' | '.join(cells)} |")


def spread(found: list[float]) -> str:
    """Return the median, the least and the most."""
    return f"{statistics.median(found):.1f} [{min(found):.1f}-{max(found):.1f}]"


def ratio(own: list[tuple], other: list[tuple], kind: int) -> float:
    """Return the median of the ratios within each round."""
    return statistics.median(a[kind] / b[kind] for a, b in zip(own, other, strict=True))


def stages(rounds: int) -> None:
    """Print what one brief from the command line spends its time on."""
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory(prefix="bench-") as out:
            told = subprocess.run(
                [sys.executable, HERE / "stages.py", "PER", str(EDITION), out],
                check=True,
                capture_output=True,
                text=True,
                env=os.environ | ENVIRONMENT,
            )
        for stage, seconds in json.loads(told.stdout.splitlines()[-1]).items():
            found.setdefault(stage, []).append(seconds)
    print("\n| stage of one brief | clock, s |\n| --- | --- |")
    for stage, seconds in found.items():
        median = statistics.median(seconds)
        print(f"| {stage} | {median:.2f} [{min(seconds):.2f}-{max(seconds):.2f}] |")


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


def same(identifiers: list[str]) -> None:
    """Make the briefs twice, and compare every page, notebook and record byte for byte."""
    made = []
    for _ in range(2):
        out = Path(tempfile.mkdtemp(prefix="bench-"))
        started = time.monotonic()
        batch(identifiers, out)
        print(f"{len(identifiers)} briefs made in {time.monotonic() - started:.0f} s")
        held = [*out.glob("*.html"), *out.glob("*.ipynb"), *out.glob("records/*.json")]
        made.append({str(path.relative_to(out)): path.read_bytes() for path in held})
        shutil.rmtree(out)
    one, two = made
    unlike = sorted(name for name in one.keys() | two.keys() if one.get(name) != two.get(name))
    print(f"{len(one)} files, {sum(map(len, one.values())) / 1e6:.1f} MB: {len(unlike)} differ")
    if unlike or len(one) != 3 * len(identifiers):
        sys.exit(f"not the same: {', '.join(unlike[:10])}")


def main() -> None:
    """Parse the options and run what they ask for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--way", choices=WAYS, default="batch")
    parser.add_argument("--briefs", type=int, help="32; for same, all; for leak, 1000")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    identifiers = [job.id for job in tipdata.plan(EDITION).jobs]
    count = options.briefs or 32
    some = identifiers[:: max(len(identifiers) // count, 1)][:count]
    if options.way == "batch":
        compare(BATCH, some, options.rounds)
    elif options.way == "single":
        compare(SINGLE, ["PER-2018"], options.rounds)
        stages(options.rounds)
    elif options.way == "all":
        growth([16, 64, len(identifiers)])
    elif options.way == "same":
        same(identifiers[: options.briefs])
    else:
        leak(options.briefs or 1000)


if __name__ == "__main__":
    main()
