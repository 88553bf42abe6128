"""Making the tables of data/ from the raw source files: the table of contents.

Kept by hand in data/ (the build checks and sorts their rows, and changes no cell): countries (save
first_edition), country_names, indicators, the sources that are no documents of tiers, and what is
coded from narratives. Made here, one module each: tiers (with its documents), unodc, policy_index,
population, exchange_rates, shapes. The rules of a module are the small CSV files beside it.
"""

from pathlib import Path

import pandas as pd

from tipdata import resources
from tipdata.building import (
    documents,
    exchange_rates,
    factbook_texts,
    policy_index,
    population,
    shapes,
    tiers,
    unodc,
)
from tipdata.building.inputs import Made
from tipdata.building.names import Names
from tipdata.building.package import as_declared, csv_text, declared_in, replace_all
from tipdata.building.raw import verified
from tipdata.errors import TipdataError
from tipdata.tables.check import check
from tipdata.tables.declaration import Table
from tipdata.tables.load import read

_FILES = [
    *tiers.FILES,
    unodc.FILE,
    policy_index.FILE,
    population.FILE,
    exchange_rates.FILE,
    factbook_texts.FILE,
    shapes.FILE,
]
_MADE = {"tiers", "unodc", "policy_index", "population", "exchange_rates", "shapes"}


def build(
    sources: Path | None = None, *, data: Path | None = None, out: Path | None = None
) -> list[str]:
    """Make the tables and write them; return what was done, one line each.

    Parameters
    ----------
    sources
        The folder of raw files. None: only check and sort what is kept by hand, and renew `rows`,
        `bytes` and `hash` in datapackage.json.
    data
        The folder of the tables kept by hand and of the declaration; the packaged data where None.
    out
        Where to write; `data` where None. Tables that the build does not make are copied there.

    Raises
    ------
    tipdata.errors.SourceError
        For a raw file that is missing, changed or not understood.
    tipdata.errors.TableError
        For tables that do not keep to their declaration. In either case nothing is written.
    """
    data = data or resources.folder("data")
    tables = declared_in(data)
    kept = {name: _kept(data, tables[name]) for name in tables if name not in _MADE}
    made = _made(sources, kept, tables) if sources is not None else {}
    frames = kept | {
        name: as_declared(each.table, declared=tables[name]) for name, each in made.items()
    }
    texts = {f"{name}.csv": csv_text(frames[name], declared=tables[name]) for name in frames}
    changed = replace_all(texts, data=data, out=out or data)
    notes = [line for each in made.values() for line in each.notes]
    return [*notes, f"changed: {', '.join(changed) or 'nothing'}"]


def _kept(data: Path, declared: Table) -> pd.DataFrame:
    frame = read(data / f"{declared.name}.csv", declared=declared)
    check(frame, declared=declared)
    return frame


def _made(
    sources: Path, kept: dict[str, pd.DataFrame], tables: dict[str, Table]
) -> dict[str, Made]:
    """Return the tables that raw files give, and the tables kept by hand that they complete."""
    if not sources.is_dir():
        raise TipdataError(f"folder of raw files {str(sources)!r} does not exist")
    raw = verified(sources, _FILES, sources=kept["sources"])
    names = Names(kept["country_names"])
    made = {
        "tiers": tiers.make(raw, names=names, countries=kept["countries"]),
        "unodc": unodc.make(raw, names=names),
        "policy_index": policy_index.make(raw, names=names),
        "population": population.make(raw, names=names, countries=kept["countries"]),
        "exchange_rates": exchange_rates.make(raw, names=names, countries=kept["countries"]),
        "shapes": shapes.make(raw, names=names, countries=kept["countries"]),
    }
    made |= factbook_texts.make(
        raw, kept=kept, countries=kept["countries"], tiers=made["tiers"].table
    )
    return made | {
        "countries": Made(_with_first_edition(kept["countries"], made["tiers"].table), []),
        "country_names": Made(kept["country_names"], names.notes()),
        "sources": _with_documents(
            kept["sources"],
            documents.make(raw, countries=kept["countries"], declared=tables["sources"]),
        ),
    }


def _with_first_edition(countries: pd.DataFrame, placements: pd.DataFrame) -> pd.DataFrame:
    first = placements[placements["tier"].notna()].groupby("iso3")["edition"].min()
    return countries.assign(first_edition=countries["iso3"].map(first).astype("Int64"))


def _with_documents(sources: pd.DataFrame, cited: pd.DataFrame) -> Made:
    kept = sources[~sources["source_id"].str.startswith(documents.PREFIX)]
    rows = pd.concat([kept, cited], ignore_index=True)
    return Made(rows, [f"sources: {len(kept):,} kept by hand, {len(cited):,} documents of tiers"])
