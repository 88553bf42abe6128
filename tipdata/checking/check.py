"""All checks of the packaged data in one run."""

from dataclasses import dataclass

import pandas as pd

from tipdata.checking.finding import Finding, frame
from tipdata.checking.movements import movements
from tipdata.checking.parts import parts
from tipdata.checking.sources import sources
from tipdata.checking.stages import stages
from tipdata.checking.unodc import beside_unodc
from tipdata.checking.vintages import revisions, vintages
from tipdata.tables.check import broken_references
from tipdata.tables.declaration import tables
from tipdata.tables.load import whole


@dataclass(frozen=True)
class Report:
    """What a run of the checks found.

    `findings` holds one row a finding, with the explanation kept in the table ``explanations``
    where there is one; `broken` the references that lead nowhere; `lines` the summary.
    """

    findings: pd.DataFrame
    broken: list[str]
    lines: list[str]

    @property
    def open(self) -> pd.DataFrame:
        """Findings that nobody has explained yet."""
        return self.findings[self.findings["verdict"].isna()]

    @property
    def open_lines(self) -> list[str]:
        """One line an open finding, and what to do about it."""
        return [
            f"{row.check} {row.key} ({row.iso3}, edition {row.edition}): {row.message}; "
            "mend the rows, or explain it in data/explanations.csv"
            for row in self.open.itertuples()
        ]

    @property
    def sound(self) -> bool:
        """Whether no reference is broken, no finding is open, no explanation has lost its cause."""
        return not self.broken and self.open.empty and not self.stale

    @property
    def stale(self) -> list[str]:
        """Explanations whose finding is gone: they must go too."""
        known = set(zip(self.findings["check"], self.findings["key"], strict=True))
        kept = whole("explanations")
        return [
            f"explanation of {check} {key} has no finding any more"
            for check, key in zip(kept["check"], kept["key"], strict=True)
            if (check, key) not in known
        ]

    def __str__(self) -> str:
        return "\n".join(self.lines)


def check() -> Report:
    """Check every packaged table against its declaration, and the tables against each other.

    Returns
    -------
    Report
        Its text is a summary; ``report.findings`` are the findings, explained or not.

    Raises
    ------
    tipdata.errors.TableError
        For a table that does not keep to its declaration.

    Examples
    --------
    >>> import tipdata
    >>> tipdata.check().broken
    []
    """
    frames = {name: whole(name) for name in tables()}
    broken = [
        line for each in tables().values() for line in broken_references(frames, declared=each)
    ]
    figures = frames["figures"]
    found: list[Finding] = [
        *parts(figures),
        *stages(figures),
        *sources(figures, frames["not_reported"]),
        *revisions(figures),
        *movements(frames["assessments"], frames["tiers"]),
    ]
    explained = frame(found).merge(
        frames["explanations"][["check", "key", "verdict", "note"]], on=["check", "key"], how="left"
    )
    return Report(explained, broken, _summary(frames, explained, broken))


def _summary(
    frames: dict[str, pd.DataFrame], explained: pd.DataFrame, broken: list[str]
) -> list[str]:
    lines = [
        f"{name}: {len(each):,} rows keep to their declaration" for name, each in frames.items()
    ]
    lines.append(f"references that lead nowhere: {len(broken)}")
    told = vintages(frames["figures"])
    revised = (told["difference"] != 0).sum()
    lines.append(f"values told by two editions: {len(told)}, of which told differently: {revised}")
    beside = beside_unodc(frames["figures"], frames["unodc"], frames["indicators"])
    lines.append(
        f"narrative totals beside UNODC's for the same year: {len(beside)}, equal or within its "
        f"bounds: {int(beside['fits'].sum())}"
    )
    for name, rows in explained.groupby("check", sort=True):
        lines.append(f"{name}: {len(rows)} found, {int(rows['verdict'].notna().sum())} explained")
    return lines
