"""One brief to make: a notebook and every parameter of it, checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tipdata.briefing import content, region
from tipdata.errors import BriefError
from tipdata.running.parameters import Literal, resolved
from tipdata.running.subject import subject
from tipdata.tables.names import country_name


@dataclass(frozen=True)
class Job:
    """One brief to make; its files are named by `id`."""

    id: str
    notebook: Path
    parameters: Mapping[str, Literal]

    @property
    def title(self) -> str:
        """Title of the page."""
        if "countries" in self.parameters:
            content_of = subject(self.parameters)
            return f"{content_of.name}, {content_of.span}: {content_of.kind}"
        edition = self.parameters["edition"]
        if "region" in self.parameters:
            return f"{self.parameters['region']}, edition {edition}: {region.KIND}"
        name = country_name(str(self.parameters["iso3"]))
        return f"{name}, edition {edition}: {content.KIND}"

    def of(self, iso3: str) -> "Job":
        """Return the same job for another country, by its code."""
        return _job(self.notebook, {**self.parameters, "iso3": iso3})


def job(
    country: str,
    edition: int,
    *,
    notebook: Path,
    parameters: Mapping[str, object] | None = None,
    texts: Mapping[str, str] | None = None,
) -> Job:
    """Return the job of one country in one edition; nothing runs yet.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For a country, edition or parameter that is not known.
    """
    for name in ("iso3", "edition"):
        if name in {**(parameters or {}), **(texts or {})}:
            raise BriefError(
                f"parameter {name!r} is set by the country and the edition; leave it out"
            )
    given = {"iso3": country, "edition": edition, **(parameters or {})}
    return _job(notebook, resolved(notebook, given=given, texts=texts))


def region_job(name: str, edition: int, *, notebook: Path) -> Job:
    """Return the job of one region in one edition; nothing runs yet.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For a region or edition that is not known.
    """
    return _job(notebook, resolved(notebook, given={"region": name, "edition": edition}))


def comparison_job(
    countries: str, *, indicators: str, first: int, last: int, notebook: Path
) -> Job:
    """Return the job of a comparison; nothing runs yet.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For a country, indicator or edition that is not known, or too few or too many countries.
    """
    given = {"countries": countries, "indicators": indicators, "first": first, "last": last}
    return _job(notebook, resolved(notebook, given=given))


def _job(notebook: Path, values: Mapping[str, Literal]) -> Job:
    if "countries" in values:
        return Job(subject(values).key, notebook, values)
    whose = region.slug(str(values["region"])) if "region" in values else values["iso3"]
    return Job(f"{whose}-{values['edition']}", notebook, values)
