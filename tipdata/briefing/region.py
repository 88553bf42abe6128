"""One region in one edition: its places, and the rows that speak of them."""

import re
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from tipdata.briefing.content import Brief
from tipdata.briefing.rows import Rows
from tipdata.briefing.subject import OneEdition, known_edition
from tipdata.errors import unknown
from tipdata.tables.declaration import table

KIND = "region brief"


@dataclass(frozen=True, repr=False)
class Region(OneEdition):
    """One of the report's regions in one edition."""

    name: str
    edition: int
    rows: Rows

    kind = KIND

    @property
    def key(self) -> str:
        """How the files of the page are named: western-hemisphere-2018."""
        return f"{slug(self.name)}-{self.edition}"

    @property
    def region(self) -> str:
        """The region itself."""
        return self.name

    @cached_property
    def places(self) -> frozenset[str]:
        """Codes of the region's countries and territories."""
        return frozenset(self.rows.of("countries", region=self.name)["iso3"])

    def own(self, name: str) -> pd.DataFrame:
        """Return the rows of a table about the region's places in this edition."""
        return self.rows.of(name, iso3=self.places, edition=self.edition)

    @cached_property
    def briefs(self) -> list[Brief]:
        """The region's places one by one, by name."""
        countries = self.rows.of("countries", region=self.name).sort_values("name")
        return [Brief(iso3, self.edition, self.rows) for iso3 in countries["iso3"]]


def slug(name: str) -> str:
    """Return a name as it stands in the name of a file."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def open_region(region: str, *, edition: int) -> Region:
    """Return the content of a brief on one region in one edition.

    Parameters
    ----------
    region
        One of the report's regions, upper or lower case.
    edition
        Year in which the edition was issued.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For an unknown region, or an edition that the tables do not reach.

    Examples
    --------
    >>> import tipdata
    >>> tipdata.open_region("western hemisphere", edition=2018).name
    'Western Hemisphere'
    """
    rows = Rows()
    names = table("countries").column("region").categories
    found = {each.casefold(): each for each in names}.get(region.strip().casefold())
    if found is None:
        raise unknown(region, what="region", place="countries", choices=names)
    return Region(found, known_edition(rows, edition), rows)
