"""The rows that a brief rests on, and the references by which a page names each of them.

A reference is the table and the key of one row, ``figures/PER-2018-5123`` or ``tiers/PER|2018``.
Every number on a page carries one, so that the finished page can be checked against the tables.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from tipdata.errors import TipdataError
from tipdata.tables import load, reads
from tipdata.tables.declaration import table
from tipdata.tables.index import Index


@dataclass(frozen=True)
class Rows:
    """The packaged tables, some of them perhaps replaced by what a user's own document gave."""

    replaced: Mapping[str, pd.DataFrame] = field(default_factory=dict)

    _found: dict[reads.Read, pd.DataFrame] = field(default_factory=dict, init=False, repr=False)

    _gotten: dict[str, pd.Series] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def _replaced(self) -> dict[str, Index]:
        return {name: Index(frame, key=table(name).key) for name, frame in self.replaced.items()}

    def _index(self, name: str) -> Index:
        return self._replaced[name] if name in self.replaced else load.index(name)

    def table(self, name: str) -> pd.DataFrame:
        """Return the whole table `name`; not to be changed."""
        return self.of(name)

    def values(self, name: str, column: str) -> list[object]:
        """Return the values of a column of `name`, each once, sorted."""
        reads.note(reads.Read(name, "values", column))
        return self._index(name).values(column)

    def of(self, name: str, **conditions: object) -> pd.DataFrame:
        """Return the rows of `name` whose columns equal a condition, or one of several."""
        wanted = {column: _several(each) for column, each in conditions.items()}
        read = reads.note_where(name, wanted)
        if read not in self._found:
            index = self._index(name)
            self._found[read] = index.frame.iloc[index.where(read.what)]
        return self._found[read].copy(deep=False)

    def get(self, reference: str) -> pd.Series:
        """Return the row that `reference` names, not to be changed; raise where there is none."""
        name, _, key = reference.partition("/")
        reads.note(reads.Read(name, "row", key))
        if reference not in self._gotten:
            place = self._index(name).row(key)
            if place is None:
                raise TipdataError(f"no row {key!r} in table {name!r}")
            self._gotten[reference] = self._index(name).frame.iloc[place]
        return self._gotten[reference]


def _several(wanted: object) -> list[object]:
    """Return one value, or several, as a list."""
    alone = isinstance(wanted, str) or not isinstance(wanted, Iterable)
    return [wanted] if alone else list(wanted)


def reference(name: str, row: pd.Series) -> str:
    """Return the reference of a `row` of table `name`."""
    parts = [row[column] for column in table(name).key]
    return f"{name}/" + "|".join("" if pd.isna(part) else str(part) for part in parts)
