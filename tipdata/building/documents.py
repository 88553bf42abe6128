"""The documents in which tier placements were read: each is a row of the table sources.

A document is cited in the raw files by its address, or as ``owner/repository path @commit``. Its
source_id is ``doc-``, its host, and the first eight digits of the SHA-256 of what was cited, so it
does not change when documents are added.
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


def make(raw: RawFolder, *, declared: Table) -> pd.DataFrame:
    """Return the rows of the table sources, as declared, for all documents that tiers cites."""
    from tipdata.building.tiers import EARLY, EVIDENCE, LATE

    cited = pd.concat([raw.table(EARLY)["source"], raw.table(LATE)["source"]]).unique()
    evidence = raw.table(EVIDENCE)
    kind = dict(evidence.drop_duplicates("source")[["source", "kind"]].itertuples(index=False))
    kind |= dict(rules("tier_documents_2001_2015")[["source", "kind"]].itertuples(index=False))
    kinds = rules("tier_document_kinds").set_index("kind")
    unknown = sorted({kind.get(each, each) for each in cited} - set(kinds.index))
    if unknown:
        raise SourceError(f"tiers: documents of no known kind: {', '.join(unknown)}")
    rows = [_row(each, kinds.loc[kind[each]]) for each in cited]
    text = pd.DataFrame(rows, columns=declared.column_names, dtype="string")
    return typed(text.replace("", pd.NA), declared=declared)


def _row(cited: str, kind: pd.Series) -> dict[str, str]:
    address = _address(cited)
    host = urlsplit(address).netloc
    place = host if address == cited else cited.partition(" ")[0]
    return {
        "source_id": _id(cited),
        "title": f"{kind['title']} ({place})",
        "publisher": kind["publisher"] or place,
        "url": address,
        "licence": kind["licence"],
        "read_from": place if kind["copied"] == "yes" else "",
    }
