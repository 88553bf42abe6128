"""The rows that a brief rests on, and the references by which a page names each of them.

A reference is the table and the key of one row, ``figures/PER-2018-5123`` or ``tiers/PER|2018``.
Every number on a page carries one, so that the finished page can be checked against the tables.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

import pandas as pd

from tipdata.errors import TipdataError
from tipdata.tables.declaration import table
from tipdata.tables.load import whole


@dataclass(frozen=True)
class Rows:
    """The packaged tables, some of them perhaps replaced by what a user's own document gave."""

    replaced: Mapping[str, pd.DataFrame] = field(default_factory=dict)

    @cached_property
    def _places(self) -> dict[str, dict[str, int]]:
        return {name: _places(name, frame) for name, frame in self.replaced.items()}

    def table(self, name: str) -> pd.DataFrame:
        """Return the whole table `name`; not to be changed."""
        return self.replaced[name] if name in self.replaced else whole(name)

    def of(self, name: str, **conditions: object) -> pd.DataFrame:
        """Return the rows of `name` whose columns equal the `conditions`."""
        frame = self.table(name)
        for column, wanted in conditions.items():
            frame = frame[(frame[column] == wanted).fillna(False).astype(bool)]
        return frame

    def get(self, reference: str) -> pd.Series:
        """Return the row that `reference` names, or raise where there is none."""
        name, _, key = reference.partition("/")
        places = self._places[name] if name in self.replaced else _packaged_places(name)
        if key not in places:
            raise TipdataError(f"no row {key!r} in table {name!r}")
        return self.table(name).iloc[places[key]]


@cache
def _packaged_places(name: str) -> dict[str, int]:
    return _places(name, whole(name))


def _places(name: str, frame: pd.DataFrame) -> dict[str, int]:
    """Return the place of each row of a table by its key."""
    keys = frame[list(table(name).key)].astype("string").fillna("")
    joined = keys.iloc[:, 0].str.cat([keys[each] for each in keys.columns[1:]], sep="|")
    return {key: place for place, key in enumerate(joined)}


def reference(name: str, row: pd.Series) -> str:
    """Return the reference of a `row` of table `name`."""
    parts = [row[column] for column in table(name).key]
    return f"{name}/" + "|".join("" if pd.isna(part) else str(part) for part in parts)
