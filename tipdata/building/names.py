"""Names of places as the sources print them: each must be in country_names, and each there used."""

import pandas as pd

from tipdata.building.inputs import rules
from tipdata.errors import SourceError, nearest


class Names:
    """The table country_names as a dictionary that remembers which names were asked for."""

    def __init__(self, country_names: pd.DataFrame):
        self._code = dict(zip(country_names["printed"], country_names["iso3"], strict=True))
        self._printed = set(country_names.loc[country_names["kind"] == "printed", "printed"])
        self._asked: set[str] = set()

    def codes(self, printed: pd.Series, *, source: str) -> pd.Series:
        """Return the code of each name, or raise one error that lists all names without a code."""
        names = printed.unique()
        unknown = sorted(name for name in names if name not in self._code)
        if unknown:
            shown = "; ".join(f"{name!r}{self._hint(name)}" for name in unknown)
            raise SourceError(
                f"{source}: {len(unknown)} names without a code: {shown}. "
                f"Add them to data/country_names.csv"
            )
        self._asked.update(names)
        return printed.map(self._code).astype("string")

    def _hint(self, name: str) -> str:
        close = nearest(name, self._code)
        return f" (like {close!r}, {self._code[close]}?)" if close else ""

    def notes(self) -> list[str]:
        """Return what is wrong with the table itself: names that no source prints."""
        unused = sorted(self._printed - self._asked)
        aliases = sorted((self._asked - self._printed) & set(self._code))
        found = []
        if unused:
            found.append(f"country_names: printed by no source: {', '.join(unused)}")
        if aliases:
            found.append(f"country_names: an alias, but a source prints it: {', '.join(aliases)}")
        return found


def places(frame: pd.DataFrame, *, source: str) -> tuple[pd.DataFrame, int]:
    """Return the rows of a frame that are places, by ``country``, and how many are not.

    What is no place with a code (an aggregate, a former state) is listed in ``not_places.csv``; a
    name listed there that the source does not print is an error.
    """
    listed = rules("not_places")
    names = set(listed.loc[listed["source"] == source, "printed"])
    gone = sorted(names - set(frame["country"]))
    if gone:
        raise SourceError(f"{source}: not_places.csv lists what is not printed: {', '.join(gone)}")
    dropped = frame["country"].isin(names)
    return frame[~dropped], int(dropped.sum())


def agree(codes: pd.Series, stated: pd.Series, printed: pd.Series, *, source: str) -> None:
    """Raise unless the code that a source states beside a name is the code of that name.

    Codes that the source does not state pass; so do the slips that ``code_slips.csv`` lists, and a
    listed slip that no longer occurs is an error too.
    """
    listed = rules("code_slips")
    expected = set(
        listed.loc[listed["source"] == source, ["printed", "stated"]].itertuples(
            index=False, name=None
        )
    )
    differ = (stated != "") & (stated != codes)
    found = set(zip(printed[differ], stated[differ], strict=True))
    for pairs, fault in ((found - expected, "not listed"), (expected - found, "listed but gone")):
        if pairs:
            shown = "; ".join(f"{name!r} with code {code}" for name, code in sorted(pairs))
            raise SourceError(f"{source}: codes that are not the name's, {fault}: {shown}")
