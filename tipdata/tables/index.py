"""Finding rows of a table quickly: by the values of columns, by the key."""

from collections.abc import Iterable
from functools import cached_property

import numpy as np
import pandas as pd


class Index:
    """Finds rows of a `frame`, which is not to be changed, by their place in it."""

    def __init__(self, frame: pd.DataFrame, *, key: tuple[str, ...]) -> None:
        self.frame = frame
        self._key = key
        self._coded: dict[str, tuple[np.ndarray, dict[object, int]]] = {}

    def where(self, conditions: Iterable[tuple[str, Iterable[object]]]) -> np.ndarray:
        """Return the places of the rows whose columns each have one of the values."""
        found = np.arange(len(self.frame))
        for column, values in conditions:
            codes, known = self._column(column)
            wanted = [known[each] for each in values if each in known]
            own = codes[found]
            found = found[own == wanted[0] if len(wanted) == 1 else np.isin(own, wanted)]
        return found

    def row(self, key: str) -> int | None:
        """Return the place of the row with a key such as PER|2018, None where there is none."""
        return self._keys.get(key)

    def values(self, column: str) -> list[object]:
        """Return the values of a column, each once, sorted."""
        return sorted(self._column(column)[1])

    @cached_property
    def hashes(self) -> np.ndarray:
        """A hash of each row."""
        return pd.util.hash_pandas_object(self.frame, index=False).to_numpy()

    def _column(self, name: str) -> tuple[np.ndarray, dict[object, int]]:
        """Return a column as numbers, and the number of each value; -1 is a missing one."""
        if name not in self._coded:
            codes, values = pd.factorize(self.frame[name])
            self._coded[name] = codes, {each: code for code, each in enumerate(values)}
        return self._coded[name]

    @cached_property
    def _keys(self) -> dict[str, int]:
        keys = self.frame[list(self._key)].astype("string").fillna("")
        joined = keys.iloc[:, 0].str.cat([keys[each] for each in keys.columns[1:]], sep="|")
        return {key: place for place, key in enumerate(joined)}
