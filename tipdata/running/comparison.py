"""One comparison: run, proved and published as a brief is."""

from collections.abc import Iterable
from pathlib import Path

from tipdata import resources
from tipdata.running.brief import BriefFiles, finished
from tipdata.running.job import comparison_job


def compare(
    countries: Iterable[str],
    *,
    indicators: Iterable[str],
    first: int,
    last: int,
    out: Path | str = "briefs",
    notebook: Path | str | None = None,
    formats: Iterable[str] = ("html", "ipynb"),
) -> BriefFiles:
    """Make the comparison of two to six countries over several editions, and prove it.

    Parameters
    ----------
    countries
        Countries by code or name.
    indicators
        Indicators of the table indicators.
    first, last
        First and last edition.
    out
        Folder for the files, made where it is missing.
    notebook
        A notebook of your own with the parameters countries, indicators, first and last; None for
        the packaged one.
    formats
        Which files to write: html, ipynb, pdf, csv.

    Returns
    -------
    BriefFiles
        Paths of ``PER-CHL-2017-2023.html`` and so on in `out`.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For a country, indicator, edition or format that is not known; nothing has run then.
    tipdata.errors.BriefError
        Where a cell failed or the page did not stand up to being read back.

    Examples
    --------
    >>> import tipdata
    >>> made = tipdata.compare(
    ...     ["Peru", "Chile"], indicators=["arrests"], first=2017, last=2020
    ... )  # doctest: +SKIP
    """
    asked = comparison_job(
        ", ".join(countries),
        indicators=", ".join(indicators),
        first=first,
        last=last,
        notebook=resources.notebook("compare", own=notebook),
    )
    return finished(asked, out=out, formats=formats)
