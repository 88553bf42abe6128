"""One public function per table."""

import inspect
from collections.abc import Callable, Iterable
from textwrap import indent

import pandas as pd

from tipdata.tables.declaration import column_lines, table
from tipdata.tables.load import select

Code = str | Iterable[str]
Year = int | Iterable[int]


def _documented(function: Callable[..., pd.DataFrame]) -> Callable[..., pd.DataFrame]:
    """Write the docstring of a table's function from the declaration; its own is the example."""
    declared = table(function.__name__)
    example = indent(inspect.getdoc(function).partition("\n\n")[2], " " * 4)
    columns = "\n".join(f"    {line}" for line in column_lines(declared))
    function.__doc__ = f"""{declared.one_row}

    Parameters
    ----------
    {", ".join(_parameters(function))}
        Only rows with this value, or one of these values; None is no condition. Countries are
        accepted by code or name.
    columns
        Only these columns.

    Returns
    -------
    pandas.DataFrame
        Sorted by {", ".join(declared.order)}. No row that meets the conditions: an empty frame with
        the same columns and types.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For a value that the column can not hold, or an unknown column.

    Columns
    -------
{columns}

    Missing
    -------
    {declared.missing}

    Source
    ------
    {declared.origin}.

    Examples
    --------
{example}
    """
    return function


def _parameters(function: Callable[..., pd.DataFrame]) -> list[str]:
    return [name for name in inspect.signature(function).parameters if name != "columns"]


@_documented
def countries(
    iso3: Code | None = None, *, region: Code | None = None, columns: Iterable[str] | None = None
) -> pd.DataFrame:
    """Return the table.

    >>> tipdata.countries("Peru")["region"].item()
    'Western Hemisphere'
    """
    return select("countries", iso3=iso3, region=region, columns=columns)


@_documented
def country_names(
    iso3: Code | None = None, *, columns: Iterable[str] | None = None
) -> pd.DataFrame:
    """Return the table.

    >>> "Burma" in tipdata.country_names("MMR")["printed"].tolist()
    True
    """
    return select("country_names", iso3=iso3, columns=columns)


@_documented
def tiers(
    iso3: Code | None = None,
    *,
    edition: Year | None = None,
    tier: Code | None = None,
    columns: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Return the table.

    >>> tipdata.tiers("Peru", edition=2018)["tier"].item()
    '2'
    """
    return select("tiers", iso3=iso3, edition=edition, tier=tier, columns=columns)


@_documented
def figures(
    iso3: Code | None = None,
    *,
    edition: Year | None = None,
    indicator: Code | None = None,
    columns: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Return the table.

    >>> rows = tipdata.figures("Peru", edition=2018, indicator="operations")
    >>> rows.loc[~rows["comparison"], "value"].tolist()
    [865.0, 122.0]
    """
    return select("figures", iso3=iso3, edition=edition, indicator=indicator, columns=columns)


@_documented
def not_reported(
    iso3: Code | None = None,
    *,
    edition: Year | None = None,
    indicator: Code | None = None,
    columns: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Return the table.

    >>> tipdata.not_reported("Peru", edition=2018)["indicator"].tolist()
    ['prosecutions', 'convictions', 'sentence']
    """
    return select("not_reported", iso3=iso3, edition=edition, indicator=indicator, columns=columns)


@_documented
def assessments(
    iso3: Code | None = None,
    *,
    edition: Year | None = None,
    aspect: Code | None = None,
    columns: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Return the table.

    >>> tipdata.assessments("Peru", edition=2018, aspect="protection")["adjective"].item()
    'weak'
    """
    return select("assessments", iso3=iso3, edition=edition, aspect=aspect, columns=columns)


@_documented
def profile(
    iso3: Code | None = None,
    *,
    edition: Year | None = None,
    dimension: Code | None = None,
    columns: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Return the table.

    >>> tipdata.profile("Peru", edition=2018, dimension="role")["value"].tolist()
    ['source', 'transit', 'destination', 'internal']
    """
    return select("profile", iso3=iso3, edition=edition, dimension=dimension, columns=columns)


@_documented
def flows(
    iso3: Code | None = None,
    *,
    edition: Year | None = None,
    columns: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Return the table.

    >>> len(tipdata.flows("Peru", edition=2018)) > 0
    True
    """
    return select("flows", iso3=iso3, edition=edition, columns=columns)


@_documented
def laws(
    iso3: Code | None = None,
    *,
    edition: Year | None = None,
    columns: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Return the table.

    >>> tipdata.laws("Peru", edition=2018)["law"].item()
    '28950'
    """
    return select("laws", iso3=iso3, edition=edition, columns=columns)


@_documented
def coverage(
    iso3: Code | None = None,
    *,
    edition: Year | None = None,
    columns: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Return the table.

    >>> sorted(tipdata.coverage("Peru", edition=2018)["status"].unique())
    ['partly_read', 'read']
    """
    return select("coverage", iso3=iso3, edition=edition, columns=columns)


@_documented
def explanations(
    iso3: Code | None = None,
    *,
    edition: Year | None = None,
    check: Code | None = None,
    columns: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Return the table.

    >>> tipdata.explanations("Turkey", edition=2022)["verdict"].unique().tolist()
    ['source']
    """
    return select("explanations", iso3=iso3, edition=edition, check=check, columns=columns)


@_documented
def unodc(
    iso3: Code | None = None,
    *,
    year: Year | None = None,
    indicator: Code | None = None,
    dimension: Code | None = None,
    columns: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Return the table.

    >>> tipdata.unodc("Namibia")["iso3"].unique().tolist()
    ['NAM']
    """
    return select(
        "unodc", iso3=iso3, year=year, indicator=indicator, dimension=dimension, columns=columns
    )


@_documented
def policy_index(
    iso3: Code | None = None, *, year: Year | None = None, columns: Iterable[str] | None = None
) -> pd.DataFrame:
    """Return the table.

    >>> tipdata.policy_index("CAN", year=2000)["overall"].tolist()
    [10]
    """
    return select("policy_index", iso3=iso3, year=year, columns=columns)


@_documented
def population(
    iso3: Code | None = None, *, year: Year | None = None, columns: Iterable[str] | None = None
) -> pd.DataFrame:
    """Return the table.

    >>> tipdata.population("Aruba", year=2000)["population"].tolist()
    [90588]
    """
    return select("population", iso3=iso3, year=year, columns=columns)


@_documented
def exchange_rates(
    iso3: Code | None = None,
    *,
    year: Year | None = None,
    currency: Code | None = None,
    columns: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Return the table.

    >>> tipdata.exchange_rates("Kenya", year=2007)["currency"].item()
    'KES'
    """
    return select("exchange_rates", iso3=iso3, year=year, currency=currency, columns=columns)


@_documented
def indicators(
    indicator: Code | None = None,
    *,
    pillar: Code | None = None,
    columns: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Return the table.

    >>> tipdata.indicators("arrests")["pillar"].item()
    'prosecution'
    """
    return select("indicators", indicator=indicator, pillar=pillar, columns=columns)


@_documented
def shapes(place: Code | None = None, *, columns: Iterable[str] | None = None) -> pd.DataFrame:
    """Return the table.

    >>> tipdata.shapes("Lesotho")["shape"].item()[:14]
    'MULTIPOLYGON ('
    """
    return select("shapes", place=place, columns=columns)


@_documented
def sources(source_id: Code | None = None, *, columns: Iterable[str] | None = None) -> pd.DataFrame:
    """Return the table.

    >>> tipdata.sources("unodc-glotip-2025")["publisher"].item()
    'UNODC'
    """
    return select("sources", source_id=source_id, columns=columns)
