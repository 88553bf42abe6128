"""A plan: which briefs a run shall make, and which not and why; to be read before it is run."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tipdata import resources
from tipdata.errors import unknown
from tipdata.running.job import Job, job
from tipdata.tables.declaration import table
from tipdata.tables.load import whole
from tipdata.tables.names import to_iso3


@dataclass(frozen=True)
class LeftOut:
    """A brief that the plan does not make, and why."""

    id: str
    why: str


@dataclass(frozen=True)
class Plan:
    """The briefs of a run, in order, and what was left out."""

    jobs: tuple[Job, ...]
    left_out: tuple[LeftOut, ...]

    def __str__(self) -> str:
        return "\n".join(
            [
                *(f"{job.id}  {job.title}" for job in self.jobs),
                *(f"{each.id}  left out: {each.why}" for each in self.left_out),
                f"{len(self.jobs)} briefs to make, {len(self.left_out)} left out",
            ]
        )


def plan(
    edition: int | Iterable[int],
    *,
    region: str | Iterable[str] | None = None,
    country: str | Iterable[str] | None = None,
    notebook: Path | str | None = None,
    parameters: Mapping[str, object] | None = None,
    texts: Mapping[str, str] | None = None,
    only: str | Iterable[str] | None = None,
    limit: int | None = None,
) -> Plan:
    """Return the plan of all briefs that are asked for, sorted by identifier.

    Parameters
    ----------
    edition
        Edition or editions.
    region
        Region or regions of the report; together with `country`, the briefs of both.
    country
        Countries by code or name. Where neither is given: every country with a placement.
    notebook
        A notebook of your own; None for the packaged one.
    parameters
        Further parameters of the notebook, the same for all briefs.
    texts
        The same as text, as from a command line.
    only
        Identifiers; all others are left out.
    limit
        How many briefs to make at most; the others are left out.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For an edition, region, country, parameter or identifier that is not known.

    Examples
    --------
    >>> import tipdata
    >>> print(tipdata.plan(2018, country=["Peru", "Chile"]))
    CHL-2018  Chile, edition 2018: country brief
    PER-2018  Peru, edition 2018: country brief
    2 briefs to make, 0 left out
    """
    source = resources.notebook("country_brief", own=notebook)
    regions = [_region(each) for each in _several(region)]
    named = {to_iso3(each) for each in _several(country)}
    codes = _asked(regions, named)
    jobs, left_out = [], []
    for year in _several(edition):
        first = job(codes[0], year, notebook=source, parameters=parameters, texts=texts)
        for iso3 in codes:
            made = first.of(iso3)
            why = None if iso3 in named else _why_not(iso3, year)
            if why is None:
                jobs.append(made)
            else:
                left_out.append(LeftOut(made.id, why))
    whole_plan = Plan(_in_order(jobs), _in_order(left_out))
    return _limited(_chosen(whole_plan, _several(only)), limit)


def _in_order(each: Iterable[Any]) -> tuple[Any, ...]:
    """Return jobs or what was left out, sorted by identifier, each once."""
    return tuple({one.id: one for one in sorted(each, key=lambda one: one.id)}.values())


def _several(value: Any) -> list[Any]:
    if value is None:
        return []
    return [value] if isinstance(value, str | int) else list(value)


def _region(name: str) -> str:
    known = table("countries").column("region").categories
    if name not in known:
        raise unknown(name, what="region", place="countries", choices=known)
    return name


def _asked(regions: list[str], named: set[str]) -> list[str]:
    countries = whole("countries")
    if not regions and not named:
        return countries["iso3"].tolist()
    return countries.loc[
        countries["region"].isin(regions) | countries["iso3"].isin(named), "iso3"
    ].tolist()


def _why_not(iso3: str, edition: int) -> str | None:
    tiers = whole("tiers")
    row = tiers[(tiers["iso3"] == iso3) & (tiers["edition"] == edition)]
    missing = row["missing"].item()
    if missing not in ("not_covered", "no_placement"):
        return None
    return table("tiers").column("missing").categories[missing]


def _chosen(whole_plan: Plan, only: list[str]) -> Plan:
    if not only:
        return whole_plan
    known = [each.id for each in (*whole_plan.jobs, *whole_plan.left_out)]
    for name in only:
        if name not in known:
            raise unknown(name, what="identifier", place="the plan", choices=known)
    others = tuple(
        LeftOut(each.id, "not among the identifiers asked for")
        for each in whole_plan.jobs
        if each.id not in only
    )
    kept = tuple(each for each in whole_plan.jobs if each.id in only)
    return Plan(kept, whole_plan.left_out + others)


def _limited(chosen: Plan, limit: int | None) -> Plan:
    if limit is None:
        return chosen
    if limit < 1:
        raise unknown(limit, what="limit", place="the plan", choices=["a number from 1 on"])
    beyond = tuple(LeftOut(each.id, f"beyond the limit of {limit}") for each in chosen.jobs[limit:])
    return Plan(chosen.jobs[:limit], chosen.left_out + beyond)
