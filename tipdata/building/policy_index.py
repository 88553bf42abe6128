"""The 3P Anti-trafficking Policy Index: scores of a country in a year."""

import pandas as pd

from tipdata.building.inputs import Made
from tipdata.building.names import Names, agree
from tipdata.building.raw import RawFile, RawFolder
from tipdata.errors import SourceError

FILE = RawFile("policy_index/policy_index_3p.csv", "policy-index-3p")

_PARTS = ["prosecution", "protection", "prevention"]


def make(raw: RawFolder, *, names: Names) -> Made:
    """Return the table policy_index; the name gives the code, which the source often lacks."""
    frame = raw.table(FILE)
    codes = names.codes(frame["country"], source="policy_index")
    agree(codes, frame["iso3"], frame["country"], source="policy_index")
    table = frame.assign(
        iso3=codes, year=frame["year"].astype("Int64"), source_id=FILE.source_id
    ).drop(columns="country")
    for column in [*_PARTS, "overall"]:
        table[column] = _whole(table[column])
    return Made(table, _notes(frame, table))


def _whole(printed: pd.Series) -> pd.Series:
    """Return whole scores ("3.0" is 3)."""
    odd = ~printed.str.fullmatch(r"(\d+(\.0)?)?")
    if odd.any():
        raise SourceError(f"policy_index: {printed[odd].iloc[0]!r} is no whole score")
    return printed.str.removesuffix(".0").replace("", pd.NA).astype("Int64")


def _notes(frame: pd.DataFrame, table: pd.DataFrame) -> list[str]:
    by_name = (frame["iso3"] == "").sum()
    found = [f"policy_index: {len(frame):,} rows in, {len(table):,} out; {by_name} coded by name"]
    differ = (table[_PARTS].sum(axis=1, skipna=False) == table["overall"]).fillna(False)
    for row in table[~differ].itertuples():
        found.append(
            f"policy_index: {row.iso3} {row.year}: {row.prosecution} + {row.protection} + "
            f"{row.prevention} is not the stated overall {row.overall}; kept as stated"
        )
    return found
