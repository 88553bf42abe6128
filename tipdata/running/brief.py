"""One brief: parameters checked, notebook run, page exported and read back, then published."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tipdata import resources
from tipdata.errors import BriefError
from tipdata.running import files
from tipdata.running.execution import execute
from tipdata.running.export import export
from tipdata.running.parameters import resolved
from tipdata.running.readback import read_back
from tipdata.tables.names import country_name


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
    given = {"iso3": country, "edition": edition} | dict(parameters or {})
    values = resolved(source, given=given, texts=texts)
    stem = Path(out) / f"{values['iso3']}-{values['edition']}"
    return _make(source, values, stem)


def _make(source: Path, values: Mapping[str, object], stem: Path) -> BriefFiles:
    made = BriefFiles(stem.with_suffix(".html"), stem.with_suffix(".ipynb"))
    failed = stem.with_suffix(".failed.ipynb")
    title = f"{country_name(str(values['iso3']))}, edition {values['edition']}: country brief"
    with files.beside(made.notebook) as running:
        try:
            execute(source, parameters=values, to=running)
            page = export(running, title=title)
            read_back(page, notebook=running, parameters=values)
        except BriefError as error:
            running.replace(failed)
            raise BriefError(f"{error}; the notebook as it ran is {failed}") from error
        files.write(made.page, page)
        running.chmod(0o644)
        running.replace(made.notebook)
    failed.unlink(missing_ok=True)
    return made
