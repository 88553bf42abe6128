"""How fast narratives are read: ``uv run python benchmarks/reading.py [MEGABYTES ...]``.

Each line reads so many megabytes of narratives, one after another as a batch does, each of another
country, and prints the megabytes a second of each step and of all, on one core after start-up, and
the most memory used so far. Linear time shows as a rate that does not fall with size. The last
lines read one sentence of a megabyte, and one of ten thousand numbers.

The narratives are of usual length and density, about 10,000 letters with a figure every 250 to 350.
Each is composed of the example narrative's sentences that report no number, told several times
under their headings, and of a coded passage of ``tests/gold/taught`` for each pillar.
"""

import re
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from tipdata import resources
from tipdata.reading.assessments import assessments
from tipdata.reading.extract import extract
from tipdata.reading.figures import figures
from tipdata.reading.flows import flows
from tipdata.reading.narrative import Narrative, narrative_of
from tipdata.reading.not_reported import not_reported
from tipdata.reading.profile import profile
from tipdata.reading.review import EXAMPLE
from tipdata.tables.load import whole

SIZES = (1, 4, 16, 64)
STEPS = (figures, not_reported, assessments, profile, flows)
TAUGHT = Path(__file__).parents[1] / "tests" / "gold" / "taught"
PILLARS = ("prosecution", "protection", "prevention")
HEADINGS = {
    "assessment": "OSTRAVIA: Tier 2 Watch List",
    "recommendations": "PRIORITIZED RECOMMENDATIONS:",
    **{pillar: pillar.upper() for pillar in PILLARS},
    "profile": "TRAFFICKING PROFILE",
}
PLAIN_TIMES = 5
NARRATIVES = 40


def main(sizes: list[int]) -> None:
    """Print one line a size."""
    texts = list(islice(composed(), NARRATIVES))
    found = [len(extract(narrative_of(text, iso3="KEN", edition=2019)).figures) for text in texts]
    letters = sum(map(len, texts))
    print(f"{letters / len(texts):,.0f} letters a narrative, {letters / sum(found):.0f} a figure")
    print(
        "     MB  narrative"
        + "".join(f"{step.__name__[:9]:>11}" for step in STEPS)
        + "   extract  peak"
    )
    for size in sizes:
        print(_rates(texts, size) + f"{_peak():6.0f} MB")
    for name, text in (
        ("one sentence of a megabyte", "the police and the courts of the country " * 24_000),
        ("ten thousand numbers", "Police arrested " + "31 women, " * 10_000 + "in 2018."),
    ):
        seconds = _seconds(lambda told: extract(_narrative(told)), [(text, "KEN")])
        print(f"{name}: {seconds:.1f} s")


def composed() -> Iterator[str]:
    """Yield narratives: under each heading a passage, where it is a pillar, and plain sentences."""
    plain, taught = _plain(), _passages()
    for passages in zip(taught, taught, taught, strict=False):
        pillars = dict(zip(PILLARS, passages, strict=True))
        parts = [
            "\n\n".join([heading, pillars.get(section, ""), *[plain[section]] * PLAIN_TIMES])
            for section, heading in HEADINGS.items()
        ]
        yield "\n\n".join(parts)


def _plain() -> dict[str, str]:
    """Return the sentences of each section of the example that report no number."""
    example = (resources.folder("notebooks") / EXAMPLE).read_text(encoding="utf-8")
    narrative, plain = _narrative((example, "KEN")), dict.fromkeys(HEADINGS, "")
    counted = set(figures(narrative)[["paragraph", "sentence"]].itertuples(index=False, name=None))
    for sentence in narrative.sentences:
        if (sentence.paragraph, sentence.number) not in counted:
            plain[sentence.section] += f"{sentence.text} "
    return plain


def _passages() -> Iterator[str]:
    """Yield the coded passages without their marks."""
    for path in sorted(TAUGHT.glob("*.txt")):
        for passage in re.split(r"^== .*$", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
            if passage.strip():
                yield re.sub(r"\{([^{}|]*)\|[^{}]*\}", r"\1", passage).strip()


def _narrative(told: tuple[str, str]) -> Narrative:
    text, iso3 = told
    return narrative_of(text, iso3=iso3, edition=2019)


def _rates(texts: Sequence[str], size: int) -> str:
    countries = cycle(whole("countries")["iso3"].dropna())
    number = round(size * 1e6 / len("".join(texts)) * len(texts))
    read = list(islice(zip(cycle(texts), countries, strict=False), number))
    narratives = [_narrative(told) for told in islice(cycle(read), NARRATIVES)]
    again = list(islice(cycle(narratives), len(read)))
    seconds = [_seconds(_narrative, read)]
    seconds += [_seconds(step, again) for step in STEPS]
    seconds += [_seconds(lambda told: extract(_narrative(told)), read)]
    megabytes = sum(len(text) for text, _ in read) / 1e6
    return f"{megabytes:7.1f}" + "".join(f"{megabytes / each:11.2f}" for each in seconds)


def _seconds(call: Callable[[Any], Any], given: Iterable[Any]) -> float:
    start = time.process_time()
    for each in given:
        call(each)
    return time.process_time() - start


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or list(SIZES))
