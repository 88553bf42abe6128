"""Numbers that a brief derives from rows: each a pure function of references, by name.

A page writes the name and the references beside the number, so that reading it back can compute it
again from the tables.
"""

from collections.abc import Callable
from statistics import median

from tipdata.briefing import history
from tipdata.briefing.rows import Rows

_MILLION = 1_000_000


def change(rows: Rows, now: str, before: str) -> float:
    """Return the value of `now` less the value of `before`."""
    return float(rows.get(now)["value"] - rows.get(before)["value"])


def size(rows: Rows, now: str, before: str) -> float:
    """Return by how much the two values differ, without sign."""
    return abs(change(rows, now, before))


def relative(rows: Rows, now: str, before: str) -> float:
    """Return the change in percent of `before`, which is not zero."""
    return change(rows, now, before) / float(rows.get(before)["value"]) * 100


def count(rows: Rows, name: str, iso3: str, edition: str) -> float:
    """Return how many rows the table `name` holds of a country in an edition."""
    return float(len(rows.of(name, iso3=iso3, edition=int(edition))))


def placed(rows: Rows, region: str, edition: str, tier: str) -> float:
    """Return how many countries of a region an edition places on a tier."""
    places = rows.of("countries", region=region)["iso3"]
    return float(len(rows.of("tiers", iso3=places, edition=int(edition), tier=tier)))


def moved(rows: Rows, region: str, edition: str, direction: str) -> float:
    """Return how many places of a region moved up or down since the edition before."""
    return float(len(history.movers(rows, region, int(edition), direction)))


def per_million(rows: Rows, figure: str, population: str) -> float:
    """Return a figure per million people."""
    return float(rows.get(figure)["value"] / rows.get(population)["population"] * _MILLION)


def counted_per_million(rows: Rows, count: str, population: str) -> float:
    """Return a UNODC count per million people; a withheld count at the middle of its range."""
    row = rows.get(count)
    middle = (row["value_min"] + row["value_max"]) / 2
    return float(middle / rows.get(population)["population"] * _MILLION)


def median_counted(rows: Rows, *pairs: str) -> float:
    """Return the median of UNODC counts per million people; `pairs` as for figures."""
    return median(
        counted_per_million(rows, count, people)
        for count, people in zip(pairs[::2], pairs[1::2], strict=True)
    )


def median_per_million(rows: Rows, *pairs: str) -> float:
    """Return the median of figures per million people; `pairs` are figure, population, ..."""
    return median(
        per_million(rows, figure, people)
        for figure, people in zip(pairs[::2], pairs[1::2], strict=True)
    )


DERIVED: dict[str, Callable[..., float]] = {
    each.__name__: each
    for each in (
        change,
        size,
        relative,
        count,
        placed,
        moved,
        per_million,
        median_per_million,
        counted_per_million,
        median_counted,
    )
}
