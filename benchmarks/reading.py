"""How fast narratives are read: ``uv run python benchmarks/reading.py [MEGABYTES ...]``.

Each line reads so many megabytes of narratives, one after another as a batch does, and prints the
megabytes a second of each step and of all, on one core after start-up, and the most memory used so
far. Linear time shows as a rate that does not fall with size. The last lines read one sentence of
a megabyte, and one of ten thousand numbers.
"""

import resource
import sys
import time

from tipdata import resources
from tipdata.reading.assessments import assessments
from tipdata.reading.extract import extract
from tipdata.reading.figures import figures
from tipdata.reading.flows import flows
from tipdata.reading.narrative import narrative_of
from tipdata.reading.not_reported import not_reported
from tipdata.reading.profile import profile
from tipdata.reading.review import EXAMPLE

SIZES = (1, 4, 16, 64)
STEPS = (figures, not_reported, assessments, profile, flows)


def main(sizes: list[int]) -> None:
    """Print one line a size."""
    prose = (resources.folder("notebooks") / EXAMPLE).read_text(encoding="utf-8")
    extract(narrative_of(prose, iso3="KEN", edition=2019))
    print(
        "     MB  narrative"
        + "".join(f"{step.__name__[:9]:>11}" for step in STEPS)
        + "   extract  peak"
    )
    for size in sizes:
        copies = max(1, size * 1_000_000 // len(prose))
        print(f"{copies * len(prose) / 1e6:7.1f}" + _rates(prose, copies) + f"{_peak():6.0f} MB")
    for name, text in (
        ("one sentence of a megabyte", "the police and the courts of the country " * 24_000),
        ("ten thousand numbers", "Police arrested " + "31 women, " * 10_000 + "in 2018."),
    ):
        seconds = _seconds(lambda text=text: extract(_narrative(text)))
        print(f"{name}: {seconds:.1f} s")


def _narrative(text: str):
    return narrative_of(text, iso3="KEN", edition=2019)


def _rates(prose: str, copies: int) -> str:
    megabytes = copies * len(prose) / 1e6
    narrative = _narrative(prose)
    calls = [lambda: _narrative(prose)]
    calls += [lambda step=step: step(narrative) for step in STEPS]
    calls += [lambda: extract(_narrative(prose))]
    return "".join(f"{megabytes / _seconds(call, copies):11.2f}" for call in calls)


def _seconds(call, times: int = 1) -> float:
    start = time.process_time()
    for _ in range(times):
        call()
    return time.process_time() - start


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or list(SIZES))
