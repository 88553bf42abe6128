"""One brief: parameters checked, notebook run, page exported and read back, then published."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tipdata import resources
from tipdata.errors import BriefError
from tipdata.running.job import job
from tipdata.running.making import keep, make, names, publish
from tipdata.running.store import Folder


@dataclass(frozen=True)
class BriefFiles:
    """A finished brief: the page and the executed notebook behind it."""

    page: Path
    notebook: Path

    def __str__(self) -> str:
        return str(self.page)


def brief(
    country: str,
    edition: int,
    *,
    out: Path | str = "briefs",
    notebook: Path | str | None = None,
    parameters: Mapping[str, object] | None = None,
    texts: Mapping[str, str] | None = None,
) -> BriefFiles:
    """Make the brief of one country in one edition, and prove it.

    Parameters
    ----------
    country
        Country or territory that the report covers, by code or name.
    edition
        Year in which the edition was issued.
    out
        Folder for the page and the notebook, made where it is missing.
    notebook
        A notebook of your own with the parameters iso3 and edition; None for the packaged one.
    parameters
        Further parameters of the notebook, in the types of their defaults.
    texts
        The same as text, as from a command line.

    Returns
    -------
    BriefFiles
        Paths of ``ISO3-EDITION.html`` and ``ISO3-EDITION.ipynb`` in `out`.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For a country, edition or parameter that is not known; nothing has run then.
    tipdata.errors.BriefError
        Where a cell failed or the page did not stand up to being read back. The executed notebook
        is kept as ``ISO3-EDITION.failed.ipynb``; an older page is left as it was.

    Examples
    --------
    >>> import tipdata
    >>> made = tipdata.brief("Peru", 2018, out="briefs")  # doctest: +SKIP
    >>> print(made)  # doctest: +SKIP
    briefs/PER-2018.html
    """
    source = Path(notebook) if notebook is not None else resources.notebook("country_brief")
    asked = job(country, edition, notebook=source, parameters=parameters, texts=texts)
    folder = Folder(Path(out))
    with TemporaryDirectory(prefix="tipdata-") as work:
        try:
            made = make(asked, work=Path(work))
            publish(made, asked, to=folder)
        except BriefError as error:
            kept = keep(asked, work=Path(work), to=folder)
            raise BriefError(f"{error}; {kept.said}") from error
    page, ran, *_ = names(asked.id)
    return BriefFiles(folder.path / page, folder.path / ran)
