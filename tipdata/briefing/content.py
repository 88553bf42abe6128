"""One country in one edition: what there is to show, and what there is not."""

from dataclasses import dataclass

import pandas as pd

from tipdata.briefing.rows import Rows
from tipdata.briefing.subject import OneEdition, known_edition
from tipdata.errors import unknown
from tipdata.tables.declaration import table
from tipdata.tables.names import to_iso3

KIND = "country brief"
# Countries whose names take an article in running text.
_THE = {
    *("ARE", "BHS", "CAF", "COD", "COG", "COM", "DOM", "GBR"),
    *("GMB", "MHL", "NLD", "PHL", "SLB", "USA"),
}


@dataclass(frozen=True, repr=False)
class Brief(OneEdition):
    """A country or territory in one edition, and the rows that speak of it."""

    iso3: str
    edition: int
    rows: Rows

    kind = KIND

    @property
    def key(self) -> str:
        """How the files of the page are named: PER-2018."""
        return f"{self.iso3}-{self.edition}"

    @property
    def region(self) -> str:
        """Region of the country."""
        return self.country["region"]

    @property
    def places(self) -> frozenset[str]:
        """Code of the country, alone."""
        return frozenset([self.iso3])

    @property
    def name(self) -> str:
        """Common English name of the country."""
        return self.country["name"]

    @property
    def called(self) -> str:
        """The name as it stands within a sentence: the Gambia, Peru."""
        return f"the {self.name}" if self.iso3 in _THE else self.name

    @property
    def country(self) -> pd.Series:
        """Row of the table countries."""
        return self.rows.get(f"countries/{self.iso3}")

    @property
    def placement(self) -> pd.Series:
        """Row of the table tiers: the placement, or why there is none."""
        return self.rows.get(f"tiers/{self.iso3}|{self.edition}")

    def own(self, name: str) -> pd.DataFrame:
        """Return the rows of the table `name` about this country in this edition."""
        return self.rows.of(name, iso3=self.iso3, edition=self.edition)

    def figures(self, pillar: str) -> pd.DataFrame:
        """Return the figures of one pillar: prosecution, protection, prevention, profile, other."""
        indicators = self.rows.of("indicators", pillar=pillar)["indicator"]
        own = self.own("figures")
        return own[own["indicator"].isin(indicators)]

    def explanations(self, pillar: str) -> pd.DataFrame:
        """Return why figures of a pillar disagree with each other or with an earlier edition."""
        told = set(self.figures(pillar)["figure_id"])
        own = self.own("explanations")
        figures = own["key"].str.split(r"[|:]", regex=True)
        of_figures = figures.map(lambda keys: not told.isdisjoint(keys)).astype(bool)
        of_stages = own["check"].eq("convictions_exceed_prosecutions") & (pillar == "prosecution")
        return own[of_figures | of_stages]

    def reading(self, section: str | None = None) -> str:
        """Return how far the narrative, or one section of it, was read.

        One of "not_covered", "no_placement" (the edition may not cover the country), "not_read",
        "partly_read" and "read". A narrative is "read" where every section was read whole: what no
        row of coverage speaks of was not seen.

        Raises
        ------
        tipdata.errors.UnknownValueError
            For a section that narratives do not have.
        """
        sections = table("coverage").column("section").categories
        if section is not None and section not in sections:
            raise unknown(section, what="section", place="coverage", choices=list(sections))
        wanted = set(sections) if section is None else {section}
        covered = self.own("coverage").set_index("section")["status"]
        covered = covered[covered.index.isin(wanted)]
        if len(covered):
            whole = wanted <= set(covered.index[covered == "read"])
            return "read" if whole else "partly_read"
        missing = self.placement["missing"]
        return missing if missing in ("not_covered", "no_placement") else "not_read"


def open_brief(iso3: str, *, edition: int, narrative: str = "") -> Brief:
    """Return the content of a brief on one country in one edition.

    Parameters
    ----------
    iso3
        Country or territory that the report covers, by code or name.
    edition
        Year in which the edition was issued.
    narrative
        File with a narrative of your own, whose rows then take the place of the packaged ones;
        empty for the packaged rows.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For a place that no edition covers, or an edition that the tables do not reach.

    Examples
    --------
    >>> import tipdata
    >>> brief = tipdata.open_brief("Peru", edition=2018)
    >>> brief.iso3, brief.reading("prosecution"), brief.reading("prevention")
    ('PER', 'read', 'partly_read')
    """
    rows = Rows()
    code = to_iso3(iso3)
    edition = known_edition(rows, edition)
    if narrative:
        from tipdata.briefing.own_narrative import rows_with

        rows = rows_with(narrative, iso3=code, edition=edition)
    return Brief(code, edition, rows)
