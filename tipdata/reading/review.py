"""Looking over what was read from a narrative: each sentence with its rows, the doubtful first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from tipdata import resources
from tipdata.briefing.page import Section, tag
from tipdata.errors import unknown
from tipdata.reading.corrections import read_corrections
from tipdata.reading.document import read_narrative
from tipdata.reading.extract import Extraction, extract
from tipdata.reading.narrative import Narrative, Sentence
from tipdata.tables.shown import Shown

EXAMPLE = "example_narrative.txt"
_STYLE = (
    ".reading mark{padding:0 .15em;border-radius:.2em}"
    ".reading .figures{background:#cfe3f7}.reading .not_reported{background:#f7d9cf}"
    ".reading .assessments{background:#f5ecb8}.reading .profile,.reading .flows{background:#dcefd2}"
    ".reading .rows{margin:.1em 0 .9em 1.5em;font-size:85%;color:#444}"
    ".reading .doubt{outline:2px solid #b03a2e}"
)
# What is shown of a row of each table, in this order.
_SHOWN = {
    "figures": (
        *("indicator", "value", "value_max", "unit", "period", "comparison", "qualifier", "status"),
        *("sex", "age", "exploitation", "nationality", "detail", "agency", "subset_of", "usd"),
        *("confidence", "flags"),
    ),
    "not_reported": ("indicator", "period", "agency"),
    "assessments": (
        *("aspect", "trend", "adjective", "meets_standards", "significant_efforts"),
        *("movement", "tier"),
    ),
    "profile": ("dimension", "value", "name", "emphasis"),
    "flows": ("origin", "destination", "population", "exploitation"),
}


@dataclass(frozen=True)
class Review:
    """A narrative beside the rows drawn from it."""

    narrative: Narrative
    extraction: Extraction

    def text(self, section: str | None = None) -> Section:
        """Return the sentences of a section, or of all, with the words of each row marked.

        Under a sentence stand its rows. A red line surrounds the words of a flagged row.
        """
        sections = list(dict.fromkeys(each.section for each in self.narrative.sentences))
        if section is not None and section not in sections:
            raise unknown(section, what="section", place="the narrative", choices=sections)
        shown = [
            self._shown(sentence)
            for sentence in self.narrative.sentences
            if section in (None, sentence.section)
        ]
        return Section(tag("div", tag("style", Markup(_STYLE)), *shown, class_="reading"))

    def queue(self) -> pd.DataFrame:
        """Return the figures in the order of need: flagged ones, then by rising confidence.

        One row is a figure, with its sentence.
        """
        rows = self.extraction.figures
        sentences = [self._sentence_at(start).text for start in rows["start"]]
        columns = ["confidence", "flags", "indicator", "value", "unit", "period", "figure_id"]
        queue = rows[columns].assign(sentence=pd.array(sentences, dtype="string"))
        order = queue.assign(unflagged=queue["flags"].isna())
        order = order.sort_values(["unflagged", "confidence"], kind="stable", na_position="first")
        return Shown(queue.loc[order.index].reset_index(drop=True))

    def rows(self, table: str = "figures") -> pd.DataFrame:
        """Return the rows of one table."""
        tables = self.extraction.tables()
        if table not in tables:
            raise unknown(table, what="table", place="the extraction", choices=tables)
        return tables[table]

    def _sentence_at(self, start: int) -> Sentence:
        return next(each for each in self.narrative.sentences if each.start <= start < each.end)

    def _shown(self, sentence: Sentence) -> Markup:
        rows = sorted(self._rows_in(sentence), key=lambda each: each[1]["start"])
        lines = [tag("div", _told(name, row)) for name, row in rows]
        listed = [tag("div", *lines, class_="rows")] if lines else []
        return tag("div", tag("p", *_marked(self.narrative.text, sentence, rows)), *listed)

    def _rows_in(self, sentence: Sentence) -> Iterator[tuple[str, pd.Series]]:
        for name, rows in self.extraction.tables().items():
            own = rows[(rows["start"] >= sentence.start) & (rows["start"] < sentence.end)]
            for _, row in own.iterrows():
                yield name, row


def open_review(
    path: str = "",
    *,
    country: str | None = None,
    edition: int | None = None,
    corrections: str = "",
) -> Review:
    """Return a narrative with the rows drawn from it, to look over.

    Parameters
    ----------
    path
        The narrative's file; empty for the example about an invented country that tipdata ships.
    country, edition
        As for `read_narrative`.
    corrections
        A corrections file; empty for none.

    Raises
    ------
    tipdata.errors.NarrativeError
        For a file that is no narrative, or a correction that does not fit.

    Examples
    --------
    >>> open_review().narrative.edition
    2019
    """
    if not path:
        path, country = str(resources.folder("notebooks") / EXAMPLE), "XOS"
    narrative = read_narrative(path, country=country or None, edition=edition or None)
    entries = read_corrections(corrections) if corrections else []
    return Review(narrative, extract(narrative, corrections=entries))


def _marked(
    text: str, sentence: Sentence, rows: Sequence[tuple[str, pd.Series]]
) -> Iterator[object]:
    """Yield the pieces of a sentence, the words of its rows marked; a word is marked once."""
    done = sentence.start
    for name, row in rows:
        start, end = int(row["start"]), int(row["end"])
        if start >= done:
            doubt = " doubt" if "flags" in row and pd.notna(row["flags"]) else ""
            yield text[done:start]
            yield tag("mark", text[start:end], class_=name + doubt)
            done = end
    yield text[done : sentence.end]


def _told(name: str, row: pd.Series) -> str:
    cells = [f"{column} {row[column]}" for column in _SHOWN[name] if pd.notna(row[column])]
    return f"{name}: {', '.join(cells)}"
