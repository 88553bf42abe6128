"""What is worked on in the workshop: invented paragraphs, their coding, and a room's codings."""

from dataclasses import dataclass
from os import PathLike
from pathlib import Path

import pandas as pd

from tipdata import resources
from tipdata.errors import SourceError, unknown
from tipdata.reading.narrative import Narrative, narrative_of
from tipdata.tables.load import whole

# How a number of a paragraph is coded; every column is empty where it is no figure.
CODED = ["indicator", "unit", "period", "comparison", "part"]
_EDITIONS = {"velmora": 2021, "kelduria": 2019}


def material(name: str) -> Path:
    """Return the path of a file or folder of the packaged material."""
    return resources.folder("notebooks") / "workshop" / "material" / name


@dataclass(frozen=True)
class Paragraph:
    """An invented paragraph in the report's manner; countries, bodies and numbers do not exist."""

    narrative: Narrative
    numbers: pd.DataFrame

    def __repr__(self) -> str:
        head = f"{self.narrative.country} (invented), edition {self.narrative.edition}"
        return "\n".join([head, *(f"{each.number}. {each.text}" for each in self._sentences)])

    def _repr_html_(self) -> str:
        from html import escape

        items = "".join(f"<li>{escape(each.text)}</li>" for each in self._sentences)
        country = escape(self.narrative.country)
        return (
            f"<p><strong>{country}</strong> (invented), edition {self.narrative.edition}</p>"
            f"<ol style='max-width: 45em'>{items}</ol>"
        )

    @property
    def _sentences(self) -> tuple:
        return self.narrative.sentences


def paragraph(name: str) -> Paragraph:
    """Return one of the invented paragraphs.

    Its `numbers` has one row for every number in the text, in words or digits, figure or not:
    number (counted from 1), sentence, printed.

    Examples
    --------
    >>> from tipdata import workshop
    >>> workshop.paragraph("velmora").numbers["printed"].tolist()[:3]
    ['31', '2020', '27']
    """
    if name not in _EDITIONS:
        raise unknown(name, what="paragraph", place="the workshop", choices=_EDITIONS)
    text = material(f"{name}.txt").read_text(encoding="utf-8").strip()
    narrative = narrative_of(text, iso3="XXA", edition=_EDITIONS[name], country=name.title())
    return Paragraph(narrative, gold(name)[["number", "sentence", "printed"]])


def gold(name: str) -> pd.DataFrame:
    """Return how a paragraph is coded by the guide: one row a number, with the reason why."""
    return _typed(pd.read_csv(material(f"{name}.csv"), dtype="string", keep_default_na=False))


def _typed(coded: pd.DataFrame) -> pd.DataFrame:
    """Return text cells as what they stand for; an empty cell is missing."""
    coded = coded.replace("", pd.NA)
    for column in coded.columns.intersection(["number", "sentence", "period"]):
        coded[column] = coded[column].astype("Int64")
    for column in coded.columns.intersection(["comparison", "part"]):
        coded[column] = coded[column].map({"true": True, "false": False}).astype("boolean")
    if "value" in coded:
        coded["value"] = coded["value"].astype("Float64")
    return coded


def row(
    indicator: str,
    value: float,
    unit: str,
    period: int,
    *,
    comparison: bool = False,
    part: bool = False,
) -> dict[str, object]:
    """Return one row of a figure, coded by hand.

    Parameters
    ----------
    indicator
        What was counted: one of `tipdata.indicators()`.
    value, unit, period
        The number, what it counts, and the calendar year that it is for.
    comparison
        True where the number stands only to compare with.
    part
        True where the number is a part of a total that the text gives too.
    """
    known = whole("indicators")["indicator"]
    if indicator not in known.tolist():
        raise unknown(
            indicator,
            what="indicator",
            place="row()",
            choices=known,
            remedy="tipdata.indicators() defines them.",
        )
    return {
        "indicator": indicator,
        "value": value,
        "unit": unit,
        "period": period,
        "comparison": comparison,
        "part": part,
    }


def coding_form(name: str) -> pd.DataFrame:
    """Return the empty form for coding a paragraph: one row a number, to be saved as CSV."""
    form = paragraph(name).numbers.copy()
    return form.assign(**dict.fromkeys(CODED, ""))


def codings(folder: str | PathLike[str] | None = None) -> pd.DataFrame:
    """Return what the coders of a room made of one paragraph, one row a coder and number.

    Parameters
    ----------
    folder
        Folder with one CSV a coder, named for the coder, as `coding_form` begins it; None for the
        packaged example of four invented coders on the paragraph "kelduria".

    Returns
    -------
    pandas.DataFrame
        coder, number, indicator, unit, period, comparison, part; all but the first two are missing
        where the coder took the number for no figure.

    Raises
    ------
    tipdata.errors.SourceError
        For a folder without CSV files, a missing column, a number coded twice, or coders who did
        not code the same numbers.
    """
    place = material("codings") if folder is None else Path(folder)
    files = sorted(place.glob("*.csv"))
    if not files:
        raise SourceError(f"{place.name!r} holds no CSV file; each coder saves one there")
    frame = pd.concat([_coding(file) for file in files], ignore_index=True)
    counts = frame.groupby("coder")["number"].agg(frozenset)
    if len(set(counts)) > 1:
        sizes = ", ".join(f"{coder} {len(held)}" for coder, held in counts.items())
        raise SourceError(f"the coders did not code the same numbers ({sizes}); use one form")
    return frame


def coding(name: str) -> pd.DataFrame:
    """Return one packaged coding of "kelduria", such as "machine"."""
    return _coding(material(f"{name}.csv")).drop(columns="coder")


def _coding(file: Path) -> pd.DataFrame:
    raw = pd.read_csv(file, dtype="string", keep_default_na=False)
    missing = [each for each in ["number", *CODED] if each not in raw]
    if missing:
        raise SourceError(f"{file.name} lacks the columns {', '.join(missing)}")
    raw = raw[["number", *CODED]].apply(lambda column: column.str.strip().str.lower())
    raw["unit"] = raw["unit"].str.replace("usd", "USD")
    if raw["number"].duplicated().any():
        twice = raw.loc[raw["number"].duplicated(), "number"].iloc[0]
        raise SourceError(f"{file.name} codes number {twice} twice")
    coded = _typed(raw)
    coded.insert(0, "coder", file.stem)
    return coded


def workbench() -> Path:
    """Return a new empty folder for what an exercise makes; it is the system's to clear away."""
    import tempfile

    return Path(tempfile.mkdtemp(prefix="tipdata-workshop-"))
