"""One region brief: run, proved and published as a country's is."""

from collections.abc import Iterable
from pathlib import Path

from tipdata import resources
from tipdata.running.brief import BriefFiles, finished
from tipdata.running.job import region_job


def region(
    name: str,
    edition: int,
    *,
    out: Path | str = "briefs",
    notebook: Path | str | None = None,
    formats: Iterable[str] = ("html", "ipynb"),
) -> BriefFiles:
    """Make the brief of one region in one edition, and prove it.

    Parameters
    ----------
    name
        One of the report's regions, such as Western Hemisphere.
    edition
        Year in which the edition was issued.
    out
        Folder for the files, made where it is missing.
    notebook
        A notebook of your own with the parameters region and edition; None for the packaged one.
    formats
        Which files to write: html, ipynb, pdf, csv.

    Returns
    -------
    BriefFiles
        Paths of ``western-hemisphere-2018.html`` and so on in `out`.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For a region, edition or format that is not known; nothing has run then.
    tipdata.errors.BriefError
        Where a cell failed or the page did not stand up to being read back.

    Examples
    --------
    >>> import tipdata
    >>> made = tipdata.region("Western Hemisphere", 2018)  # doctest: +SKIP
    """
    source = resources.notebook("region_brief", own=notebook)
    return finished(region_job(name, edition, notebook=source), out=out, formats=formats)
