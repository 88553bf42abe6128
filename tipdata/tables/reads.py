"""Which rows of the packaged tables were read, and whether they are still the same.

Every way to the tables notes what it reads here. A run keeps the notes, and a later run draws the
hash of the same rows anew: rows of a condition are looked up again, so that one more or one fewer
changes the hash as a changed one does.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, wraps
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

# The variable of the environment that names the file in which another process notes its reads.
FILE = "TIPDATA_READS"


class Read(NamedTuple):
    """What was read of a table: the rows of a `kind`, of which `what` tells the rest.

    where: the rows whose columns have one of some values, (("iso3", ("PER",)), ...); all rows where
    there is no column. row: the row of a key, "PER|2018". values: the values of a column.
    """

    table: str
    kind: str
    what: Any


# In place of a table: it can not be told what was read.
EVERYTHING = Read("*", "where", ())

_open: list[set[Read]] = []
_written: set[tuple[str, Read]] = set()


@contextmanager
def noting() -> Iterator[set[Read]]:
    """Collect what is read, here and in what is called from here."""
    found: set[Read] = set()
    _open.append(found)
    try:
        yield found
    finally:
        _open.remove(found)
        for each in found:
            note(each)


def note(read: Read) -> None:
    """Note what is read, where somebody wants to know."""
    if _open:
        _open[-1].add(read)
    file = os.environ.get(FILE)
    if file and (file, read) not in _written:
        with Path(file).open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(read) + "\n")
        _written.add((file, read))


def note_where(table: str, conditions: Mapping[str, Iterable[object]]) -> Read:
    """Note that the rows of `table` are read whose columns have one of the values; return it."""
    what = tuple((name, _plain(values)) for name, values in sorted(conditions.items()))
    read = Read(table, "where", what)
    note(read)
    return read


def _plain(values: Iterable[Any]) -> tuple[Any, ...]:
    """Return values as JSON holds them, sorted, without missing ones, which equal nothing."""
    import pandas as pd

    held = (each.item() if hasattr(each, "item") else each for each in values if pd.notna(each))
    return tuple(sorted(held))


def remembered(function: Callable[..., Any]) -> Callable[..., Any]:
    """Cache as `functools.cache` does, and note at every call what the first one read."""
    held: dict[tuple[Any, ...], tuple[Any, set[Read]]] = {}

    @wraps(function)
    def called(*arguments: Any) -> Any:
        if arguments not in held:
            with noting() as found:
                held[arguments] = function(*arguments), found
        result, found = held[arguments]
        for each in found:
            note(each)
        return result

    return called


def noted_in(file: Path) -> set[Read] | None:
    """Return what another process noted in a file, None where it noted nothing."""
    if not file.is_file():
        return None
    return {_read(each) for each in map(json.loads, file.read_text(encoding="utf-8").splitlines())}


def _read(said: list[Any]) -> Read:
    table, kind, what = said
    if kind == "where":
        what = tuple((name, tuple(values)) for name, values in what)
    return Read(table, kind, what)


def to_json(reads: Iterable[Read]) -> list[Any]:
    """Return reads as JSON holds them, in order, without those that others take in anyway."""
    from tipdata.tables.load import index

    whole = {each.table for each in reads if each.kind == "where" and not each.what}
    taken: dict[str, set[int]] = {}
    for each in reads:
        if each.kind == "where" and each.table not in whole:
            taken.setdefault(each.table, set()).update(index(each.table).where(each.what))

    def needed(read: Read) -> bool:
        if read.table in whole:
            return read.kind == "where" and not read.what
        held = taken.get(read.table, ())
        return read.kind != "row" or index(read.table).row(read.what) not in held

    return sorted((list(each) for each in reads if needed(each)), key=json.dumps)


def from_json(said: list[Any]) -> set[Read]:
    """Return the reads that `to_json` gave."""
    return {_read(each) for each in said}


def digest(reads: Iterable[Read]) -> str:
    """Return the hash of what the tables, as they are now, hold where was read."""
    found = sha256()
    for each in sorted(reads, key=json.dumps):
        found.update(f"{json.dumps(each)} {_digest(each)}\n".encode())
    return found.hexdigest()


@cache
def _digest(read: Read) -> str:
    return sha256(_content(read)).hexdigest()


def _content(read: Read) -> bytes:
    from tipdata.tables.declaration import tables
    from tipdata.tables.load import index

    name, kind, what = read
    if name not in tables():
        return b"no such table"
    rows = index(name)
    if kind == "values":
        return json.dumps(rows.values(what), default=str).encode()
    if kind == "row":
        place = rows.row(what)
        return b"no such row" if place is None else rows.hashes[[place]].tobytes()
    return rows.hashes[rows.where(what)].tobytes()
