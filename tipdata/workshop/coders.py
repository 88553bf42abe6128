"""How far coders agree: Cohen's kappa on one column, F1 on whole rows.

Both are a few lines; a statistics library for them would be the largest thing that is installed.
"""

from itertools import combinations

import pandas as pd

from tipdata.workshop.material import CODED

_NONE = "none"


def kappa(first: pd.Series, second: pd.Series) -> float:
    """Return Cohen's kappa of two codings of the same things.

    Observed agreement beyond chance, as a share of what was left to agree on beyond chance: 1 is
    full agreement, 0 is what chance gives, below 0 is less than chance.

    Parameters
    ----------
    first, second
        The codes that two coders gave, in the same order; a missing code is a code of its own.

    Returns
    -------
    float
        Missing (NaN) where both used one and the same code throughout: nothing was left to chance,
        and kappa is not defined.

    Examples
    --------
    >>> a = pd.Series(["sex", "sex", "labor", "labor"])
    >>> b = pd.Series(["sex", "sex", "labor", "sex"])
    >>> kappa(a, b)
    0.5
    """
    if len(first) != len(second):
        raise ValueError(f"the codings are of {len(first)} and {len(second)} things, not the same")
    one, other = _codes(first), _codes(second)
    observed = (one == other).mean()
    shares = pd.concat(
        [one.value_counts(normalize=True), other.value_counts(normalize=True)], axis=1
    ).fillna(0)
    by_chance = shares.prod(axis=1).sum()
    return float("nan") if by_chance == 1 else float((observed - by_chance) / (1 - by_chance))


def _codes(column: pd.Series) -> pd.Series:
    return column.astype("string").fillna(_NONE).reset_index(drop=True)


def f1(first: pd.DataFrame, second: pd.DataFrame) -> float:
    """Return F1 of two codings: the share of all rows that both coders have, in every column.

    It is the same from either side. Numbers that neither took for a figure do not count, so that
    agreement on what is plainly no figure cannot flatter. Missing (NaN) where neither has a row.

    Examples
    --------
    >>> a = pd.DataFrame({"number": [1, 2], "indicator": ["arrests", "budget"]})
    >>> b = pd.DataFrame({"number": [1, 2], "indicator": ["arrests", None]})
    >>> round(f1(a, b), 2)
    0.67
    """
    one, other = _rows(first), _rows(second)
    both = len(one) + len(other)
    return 2 * len(one & other) / both if both else float("nan")


def _rows(coding: pd.DataFrame) -> set[tuple]:
    held = coding[coding["indicator"].notna()]
    columns = ["number", *(each for each in CODED if each in held)]
    return set(held[columns].astype("string").fillna(_NONE).itertuples(index=False, name=None))


def agreement(codings: pd.DataFrame, *, column: str = "indicator") -> pd.DataFrame:
    """Return how far each pair of coders agrees, one row a pair.

    Parameters
    ----------
    codings
        As `codings` gives them.
    column
        The column that kappa is about.

    Returns
    -------
    pandas.DataFrame
        first, second, numbers (how many both coded), same (how many with the same code), kappa, f1.

    Examples
    --------
    >>> from tipdata import workshop
    >>> len(workshop.agreement(workshop.codings()))
    6
    """
    by_coder = {coder: each.sort_values("number") for coder, each in codings.groupby("coder")}
    rows = []
    for first, second in combinations(by_coder, 2):
        one, other = by_coder[first], by_coder[second]
        rows.append(
            {
                "first": first,
                "second": second,
                "numbers": len(one),
                "same": int((_codes(one[column]) == _codes(other[column])).sum()),
                "kappa": kappa(one[column], other[column]),
                "f1": f1(one, other),
            }
        )
    return pd.DataFrame(rows, columns=["first", "second", "numbers", "same", "kappa", "f1"])


def disagreements(codings: pd.DataFrame, *, column: str = "indicator") -> pd.DataFrame:
    """Return the numbers that not all coders coded alike: one row a number, one column a coder."""
    coded = codings.assign(**{column: codings[column].astype("string").fillna(_NONE)})
    wide = coded.set_index(["number", "coder"])[column].unstack()  # noqa: PD010 (nothing to add up)
    return wide[wide.ne(wide.iloc[:, 0], axis="index").any(axis="columns")]
