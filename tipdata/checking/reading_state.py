"""How far each narrative has been read: the four states of a country in an edition."""

from typing import Any

import pandas as pd

from tipdata.tables.declaration import table
from tipdata.tables.load import whole

STATES = ("read", "in part", "not read yet", "perhaps not covered", "not covered")
_LETTERS = dict(zip(STATES, ("R", "p", "·", "?", "-"), strict=True))


def by_edition(*, region: str, first: int, last: int) -> pd.DataFrame:
    """Return the state of each country of a region in each edition: one row is a country.

    Parameters
    ----------
    region
        One of the report's regions.
    first, last
        Editions from, and to.

    Returns
    -------
    pandas.DataFrame
        Index: names of the countries; columns: editions; cells: "read" (every section whole),
        "in part", "not read yet", "perhaps not covered" (the sources hold no placement) or
        "not covered".

    Raises
    ------
    tipdata.errors.UnknownValueError
        For a region that the report does not have.

    Examples
    --------
    >>> from tipdata.checking import reading_state
    >>> state = reading_state.by_edition(region="Western Hemisphere", first=2018, last=2018)
    >>> state.loc["Peru", 2018]
    'in part'
    """
    from tipdata.tables.public import countries

    chosen = countries(region=region).sort_values("name")
    tiers, coverage = whole("tiers"), whole("coverage")
    tiers = tiers[tiers["edition"].between(first, last) & tiers["iso3"].isin(chosen["iso3"])]
    sections = len(table("coverage").column("section").categories)
    read = coverage.assign(whole=coverage["status"] == "read")
    read = read.groupby(["iso3", "edition"])["whole"].sum()
    names = dict(zip(chosen["iso3"], chosen["name"], strict=True))
    states = [
        _state(read.get((row.iso3, row.edition)), row.missing, sections)
        for row in tiers.itertuples()
    ]
    country = tiers["iso3"].map(names)
    grid = pd.DataFrame(
        {"country": country, "edition": tiers["edition"].astype(int), "state": states}
    )
    return grid.pivot_table(index="country", columns="edition", values="state", aggfunc="first")


def _state(whole_sections: int | None, missing: object, sections: int) -> str:
    if whole_sections is not None:
        return "read" if whole_sections == sections else "in part"
    kinds = {"not_covered": "not covered", "no_placement": "perhaps not covered"}
    return kinds.get(missing, "not read yet") if pd.notna(missing) else "not read yet"


def chart(state: pd.DataFrame) -> Any:
    """Return a figure of the frame that `by_edition` gives: shade and letter for each state."""
    import matplotlib.pyplot as plt
    import seaborn as sns

    codes = state.map(STATES.index)
    drawing, axes = plt.subplots(figsize=(0.45 * len(state.columns) + 3, 0.27 * len(state) + 1))
    sns.heatmap(
        codes,
        annot=state.map(_LETTERS.get),
        fmt="",
        cmap=sns.color_palette(["#1f5a8a", "#8ebadb", "#f3f5f7", "#dddddd", "#bbbbbb"]),
        vmin=-0.5,
        vmax=len(STATES) - 0.5,
        linewidths=0.5,
        cbar=False,
        ax=axes,
    )
    legend = ", ".join(f"{letter} {name}" for name, letter in _LETTERS.items())
    axes.set(xlabel="Edition", ylabel="", title=legend)
    axes.title.set_fontsize("small")
    drawing.tight_layout()
    plt.close(drawing)
    return drawing
