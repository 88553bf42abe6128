"""What a page is about: a country, a region or a comparison, in one edition or several."""

from typing import Protocol

import pandas as pd

from tipdata.briefing.rows import Rows
from tipdata.errors import unknown


class Subject(Protocol):
    """What charts and shared sections need to know of that which a page is about."""

    @property
    def rows(self) -> Rows:
        """The tables."""

    @property
    def edition(self) -> int:
        """Year in which the edition, the last of several, was issued."""

    @property
    def editions(self) -> frozenset[int]:
        """Editions whose rows the page may show."""

    @property
    def span(self) -> str:
        """The editions in words: edition 2018."""

    @property
    def name(self) -> str:
        """Name of the country or the region."""

    @property
    def kind(self) -> str:
        """What the page is called: country brief, region brief."""

    @property
    def key(self) -> str:
        """How the files of the page are named: PER-2018, western-hemisphere-2018."""

    @property
    def region(self) -> str:
        """Region to which the subject belongs, or which it is."""

    @property
    def places(self) -> frozenset[str]:
        """Codes of the countries and territories that the page may speak of."""

    def own(self, name: str) -> pd.DataFrame:
        """Return the rows of a table about these places in these editions."""


class Shown:
    """A subject that says what it is, in Python and in a notebook."""

    def __repr__(self: Subject) -> str:
        return f"{type(self).__name__}: {self.name}, {self.span}"

    def _repr_html_(self: Subject) -> str:
        from tipdata.briefing.lab import shown

        return str(shown(f"{self.name}, {self.span}", self.own))


class OneEdition(Shown):
    """A subject in one edition."""

    edition: int

    @property
    def editions(self) -> frozenset[int]:
        """The edition, alone."""
        return frozenset([self.edition])

    @property
    def span(self) -> str:
        """The edition in words."""
        return f"edition {self.edition}"


def known_edition(rows: Rows, edition: int) -> int:
    """Return an edition that the tables reach, or raise.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For any other year, and for what is no year.
    """
    editions = rows.values("tiers", "edition")
    if isinstance(edition, bool) or edition not in editions:
        raise unknown(
            edition,
            what="edition",
            place="tiers",
            choices=[f"{editions[0]} to {editions[-1]}"],
            remedy="Give the year in which the edition was issued.",
        )
    return int(edition)
