"""Two to six countries over several editions: the rows that speak of them."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from tipdata.briefing.comparators import BREAKDOWN
from tipdata.briefing.content import Brief
from tipdata.briefing.rows import Rows
from tipdata.briefing.subject import Shown, known_edition
from tipdata.briefing.words import joined
from tipdata.errors import UnknownValueError, unknown
from tipdata.tables.names import to_iso3

KIND = "comparison"
_FEWEST, _MOST = 2, 6
_PARTS = [*BREAKDOWN, "subset_of"]


@dataclass(frozen=True, repr=False)
class Comparison(Shown):
    """Countries side by side, from a first to a last edition."""

    codes: tuple[str, ...]
    indicators: tuple[str, ...]
    first: int
    last: int
    rows: Rows

    kind = KIND
    region = ""

    @property
    def edition(self) -> int:
        """The last edition."""
        return self.last

    @property
    def editions(self) -> frozenset[int]:
        """All editions that the page may speak of."""
        return frozenset(range(self.first, self.last + 1))

    @property
    def span(self) -> str:
        """The editions in words."""
        return f"editions {self.first} to {self.last}"

    @property
    def key(self) -> str:
        """How the files of the page are named: PER-CHL-2017-2023."""
        return f"{'-'.join(self.codes)}-{self.first}-{self.last}"

    @property
    def name(self) -> str:
        """The countries in words."""
        return joined([each.name for each in self.briefs])

    @property
    def places(self) -> frozenset[str]:
        """Codes of the countries."""
        return frozenset(self.codes)

    @property
    def briefs(self) -> list[Brief]:
        """The countries one by one, in the last edition."""
        return [Brief(code, self.last, self.rows) for code in self.codes]

    def own(self, name: str) -> pd.DataFrame:
        """Return the rows of a table about the countries in these editions."""
        frame = self.rows.table(name)
        return frame[frame["iso3"].isin(self.codes) & frame["edition"].isin(self.editions)]

    def figures(self, iso3: str, indicator: str) -> pd.DataFrame:
        """Return what the editions say of one indicator of a country, without any breakdown.

        Sorted by period, unit and edition: rows of one period and unit are vintages of one number.
        """
        own = self.rows.of("figures", iso3=iso3, indicator=indicator)
        own = own[own["edition"].isin(self.editions) & own[_PARTS].isna().all(axis=1)]
        return own.sort_values(["period", "unit", "edition"], kind="stable")


def open_comparison(
    countries: str | Iterable[str], *, indicators: str | Iterable[str], first: int, last: int
) -> Comparison:
    """Return the content of a comparison.

    Parameters
    ----------
    countries
        Two to six countries by code or name; a text may hold several with commas between.
    indicators
        Indicators of the table indicators, likewise.
    first, last
        First and last edition.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For an unknown country, indicator or edition, fewer than two or more than six countries, or
        a last edition before the first.

    Examples
    --------
    >>> import tipdata
    >>> content = tipdata.open_comparison("Peru, CHL", indicators="arrests", first=2017, last=2020)
    >>> content.name
    'Peru and Chile'
    """
    rows = Rows()
    codes = tuple(dict.fromkeys(to_iso3(each) for each in _several(countries)))
    if not _FEWEST <= len(codes) <= _MOST:
        raise UnknownValueError(
            f"{len(codes)} countries are given ({', '.join(codes)}); a comparison takes "
            f"{_FEWEST} to {_MOST}"
        )
    first, last = known_edition(rows, first), known_edition(rows, last)
    if last < first:
        raise UnknownValueError(f"the last edition, {last}, is before the first, {first}")
    known = rows.table("indicators")["indicator"].tolist()
    wanted = tuple(dict.fromkeys(_several(indicators)))
    for each in wanted:
        if each not in known:
            raise unknown(each, what="indicator", place="comparison", choices=known)
    if not wanted:
        raise UnknownValueError(f"no indicator is given; choices: {', '.join(known)}")
    return Comparison(codes, wanted, first, last, rows)


def _several(given: str | Iterable[str]) -> list[str]:
    parts = given.split(",") if isinstance(given, str) else given
    return [each.strip() for each in parts if each.strip()]
