"""UNODC counts: every row of the source's sheet, with bounds where the source withholds a count.

A place without an ISO code enters under the code that country_names gives its name (Sark: CRQ, the
code that ISO 3166 reserves for it). Words of the source are kept for indicators, dimensions, sex
and age; spellings of citizenships go through ``unodc_citizenships.csv``. Cells that are plainly no
counts are listed in ``unodc_faults.csv``: their rows stay, without a value.
"""

import pandas as pd

from tipdata.building.inputs import Made, rules
from tipdata.building.names import Names, agree
from tipdata.building.raw import RawFile, RawFolder
from tipdata.errors import SourceError

FILE = RawFile("unodc/data_glotip.xlsx", "unodc-glotip-2025")

_TITLE_ROWS = 2
_BELOW_FIVE = "<5"
_BY_COUNTRY = ("by citizenship", "by country of repatriation")
_RENAMED = {
    "Year": "year",
    "Indicator": "indicator",
    "Dimension": "dimension",
    "Sex": "sex",
    "Age": "age",
}


def make(raw: RawFolder, *, names: Names) -> Made:
    """Return the table unodc."""
    sheet = raw.sheet(FILE, skip=_TITLE_ROWS)
    iso3 = names.codes(sheet["Country"], source="unodc")
    agree(iso3, sheet["Iso3_code"], sheet["Country"], source="unodc")
    table = sheet[list(_RENAMED)].rename(columns=_RENAMED)
    table = table.assign(row=range(1, len(sheet) + 1), iso3=iso3, source_id=FILE.source_id)
    table["year"] = table["year"].astype("Int64")
    table = table.join(_categories(sheet)).join(_values(sheet))
    return Made(table, _notes(sheet, table))


def _categories(sheet: pd.DataFrame) -> pd.DataFrame:
    """Return category and category_iso3: harmonised where the source breaks down by country."""
    spelt = rules("unodc_citizenships").set_index("printed")
    category = sheet["Category"].copy()
    by_country = sheet["Dimension"].isin(_BY_COUNTRY)
    printed = category[by_country]
    unknown = sorted(set(printed) - set(spelt.index))
    unused = sorted(set(spelt.index) - set(printed))
    if unknown or unused:
        raise SourceError(
            f"unodc: {len(unknown)} categories that unodc_citizenships.csv lacks: {unknown}; "
            f"{len(unused)} that it lists and the source does not print: {unused}"
        )
    category[by_country] = printed.map(spelt["category"])
    iso3 = pd.Series(pd.NA, index=sheet.index, dtype="string")
    iso3[by_country] = printed.map(spelt["iso3"].replace("", pd.NA))
    return pd.DataFrame({"category": category, "category_iso3": iso3})


def _values(sheet: pd.DataFrame) -> pd.DataFrame:
    printed = sheet["txtVALUE"]
    suppressed = printed == _BELOW_FIVE
    odd = ~suppressed & ~printed.str.fullmatch(r"\d{1,3}(,\d{3})*|\d+")
    if odd.any():
        raise SourceError(
            f"unodc: {odd.sum()} values are neither a count nor {_BELOW_FIVE}, "
            f"first {printed[odd].iloc[0]!r} in row {odd.idxmax() + 1}"
        )
    count = printed.mask(suppressed).str.replace(",", "").astype("Int64")
    fault = _faults(sheet)
    count = count.mask(fault.notna())
    return pd.DataFrame(
        {
            "value": count,
            "value_min": count.mask(suppressed, 1),
            "value_max": count.mask(suppressed, 4),
            "suppressed": suppressed,
            "fault": fault,
        }
    )


def _faults(sheet: pd.DataFrame) -> pd.Series:
    """Return the fault of each cell that is no count; each rule must hit the rows it says."""
    fault = pd.Series(pd.NA, index=sheet.index, dtype="string")
    for rule in rules("unodc_faults").itertuples():
        meant = (
            sheet["Country"].str.fullmatch(rule.country)
            & sheet["Category"].str.fullmatch(rule.category)
            & sheet["txtVALUE"].str.fullmatch(rule.value)
        )
        if meant.sum() != int(rule.rows):
            raise SourceError(
                f"unodc_faults.csv: {rule.country} {rule.category} {rule.value}: "
                f"{meant.sum()} rows, expected {rule.rows}; was the source repaired?"
            )
        fault[meant] = rule.fault
    return fault


def _notes(sheet: pd.DataFrame, table: pd.DataFrame) -> list[str]:
    withheld, faulty = table["suppressed"].sum(), table["fault"].notna().sum()
    return [
        f"unodc: {len(sheet):,} rows in, {len(table):,} out, none left out: "
        f"{table['value'].notna().sum():,} counts, {withheld:,} withheld (1 to 4), "
        f"{faulty:,} cells that are no counts"
    ]
