"""The documents in which tier placements were read: each is a row of the table sources.

A document is cited in the raw files by its address, or as ``owner/repository path @commit``. Its
source_id is ``doc-``, its host, and the first eight digits of the SHA-256 of what was cited, so it
does not change when documents are added. Its title names the countries and the editions that were
read in it, so that no two documents are called the same.
"""

import hashlib
import re
from urllib.parse import urlsplit

import pandas as pd

from tipdata.building.inputs import rules
from tipdata.building.raw import RawFolder
from tipdata.errors import SourceError
from tipdata.tables.declaration import Table
from tipdata.tables.load import typed

PREFIX = "doc-"
_NAMED = 3
_REPOSITORY_FILE = re.compile(r"(?P<repository>[^\s/]+/\S+) (?P<path>\S+)(?: @(?P<commit>\w+))?")


def ids(cited: pd.Series) -> pd.Series:
    """Return the source_id of each document as cited."""
    return cited.map({each: _id(each) for each in cited.unique()}).astype("string")


def _id(cited: str) -> str:
    host = re.sub("[^a-z0-9]+", "-", urlsplit(_address(cited)).netloc.lower())
    return f"{PREFIX}{host}-{hashlib.sha256(cited.encode()).hexdigest()[:8]}"


def _address(cited: str) -> str:
    if re.match("https?://", cited):
        return cited
    file = _REPOSITORY_FILE.fullmatch(cited)
    if file is None:
        raise SourceError(f"tiers: {cited!r} is neither an address nor a file of a repository")
    return f"https://github.com/{file['repository']}/blob/{file['commit'] or 'HEAD'}/{file['path']}"


def make(raw: RawFolder, *, countries: pd.DataFrame, declared: Table) -> pd.DataFrame:
    """Return the rows of the table sources, as declared, for all documents that tiers cites."""
    cells = _cells(raw)
    cells["country"] = cells["iso3"].map(countries.set_index("iso3")["name"])
    kinds = rules("tier_document_kinds").set_index("kind")
    unknown = sorted(set(cells["kind"].fillna(cells["source"])) - set(kinds.index))
    if unknown:
        raise SourceError(f"tiers: documents of no known kind: {', '.join(unknown)}")
    rows = [
        _row(cited, kinds.loc[of_one["kind"].iloc[0]], of_one)
        for cited, of_one in cells.groupby("source", sort=False)
    ]
    text = pd.DataFrame(rows, columns=declared.column_names, dtype="string")
    return typed(text.replace("", pd.NA), declared=declared)


def _cells(raw: RawFolder) -> pd.DataFrame:
    """Return a row per placement: its document, the kind, the country, the document's edition."""
    from tipdata.building.tiers import EARLY, EVIDENCE, LATE

    early = raw.table(EARLY).merge(rules("tier_documents_2001_2015"), on="source", how="left")
    evidence = raw.table(EVIDENCE)
    kind = evidence.drop_duplicates("source")[["source", "kind"]]
    late = raw.table(LATE).merge(kind, on="source", how="left")
    readings = evidence[evidence["used"] == "yes"][["iso3", "edition", "how"]]
    late = late.merge(readings, on=["iso3", "edition"], how="left")
    read = pd.concat([late, rules("tiers_read_since")])
    cells = pd.concat([early, read.merge(rules("tier_readings"), on="how", how="left")])
    later = cells["editions_later"].fillna("0").astype(int)
    cells["edition"] = cells["edition"].astype(int) + later
    return cells[["source", "kind", "iso3", "edition"]]


def _row(cited: str, kind: pd.Series, cells: pd.DataFrame) -> dict[str, str]:
    address = _address(cited)
    host = urlsplit(address).netloc
    place = host if address == cited else cited.partition(" ")[0]
    title = kind["title"].format(
        place=place,
        countries=_named(sorted(cells["country"].unique())),
        editions=_span(cells["edition"]),
        newest=cells["edition"].max(),
    )
    return {
        "source_id": _id(cited),
        "title": title,
        "publisher": kind["publisher"] or place,
        "url": address,
        "licence": kind["licence"],
        "read_from": place if kind["copied"] == "yes" else "",
    }


def _named(countries: list[str]) -> str:
    if len(countries) > _NAMED:
        return f"{len(countries)} countries"
    return ", ".join(countries)


def _span(editions: pd.Series) -> str:
    first, last = editions.min(), editions.max()
    return str(first) if first == last else f"{first} to {last}"
