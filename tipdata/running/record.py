"""The record of a brief: what it was made from, and the hashes that prove its files."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from tipdata.running.inputs import Package
from tipdata.running.store import Store
from tipdata.tables import reads
from tipdata.tables.reads import Read


@dataclass(frozen=True)
class Record:
    """What a brief was made from, and the hashes of its page and notebook.

    `reads` is what it read of the data and `rows` the hash of those rows; None where that is not
    known, and the brief stands or falls with all data.
    """

    id: str
    inputs: str
    data: str
    reads: list[Any] | None
    rows: str | None
    page: str
    notebook: str

    def to_json(self) -> bytes:
        """Return the record as it is written."""
        return (json.dumps(asdict(self), indent=1) + "\n").encode()

    def unchanged(self, inputs: str, package: Package) -> bool:
        """Whether a brief made now would be the same."""
        if self.inputs != inputs:
            return False
        if self.data == package.data:
            return True
        return self.reads is not None and reads.digest(reads.from_json(self.reads)) == self.rows

    def stands(self, *, place: Store) -> bool:
        """Whether page and notebook are still those that the record speaks of."""
        page, notebook, *_ = names(self.id)
        held = place.read(page), place.read(notebook)
        return [each and sha256(each).hexdigest() for each in held] == [self.page, self.notebook]


def record(
    identifier: str,
    *,
    inputs: str,
    data: str,
    page: bytes,
    notebook: bytes,
    read: Iterable[Read] | None,
) -> Record:
    """Return the record of a brief that was made now; `read` is what it read, None if unknown."""
    known = None if read is None else reads.to_json(read)
    rows = None if known is None else reads.digest(reads.from_json(known))
    hashes = sha256(page).hexdigest(), sha256(notebook).hexdigest()
    return Record(identifier, inputs, data, known, rows, *hashes)


def held(identifier: str, *, by: Store) -> Record | None:
    """Return the record of a brief in a store; None where there is none, or an older kind of it."""
    content = by.read(names(identifier)[2])
    try:
        return None if content is None else Record(**json.loads(content))
    except (TypeError, ValueError):
        return None


def names(identifier: str) -> tuple[str, str, str, str]:
    """Return the names of a brief's page, notebook, record and failed notebook."""
    return (
        f"{identifier}.html",
        f"{identifier}.ipynb",
        f"records/{identifier}.json",
        f"{identifier}.failed.ipynb",
    )
