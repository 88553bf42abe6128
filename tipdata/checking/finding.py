"""One thing that does not fit: where it stands, and in words."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Finding:
    """A place where two rows, or two tables, do not fit.

    `check` names the check, `key` the rows (so that an explanation can be kept beside it).
    """

    check: str
    iso3: str
    edition: int
    key: str
    message: str


COLUMNS = ["check", "iso3", "edition", "key", "message"]


def frame(findings: list[Finding]) -> pd.DataFrame:
    """Return findings as a frame: one row is a finding."""
    return pd.DataFrame([vars(each) for each in findings], columns=COLUMNS)
