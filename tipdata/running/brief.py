"""One brief: parameters checked, notebook run, page exported and read back, then published."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tipdata import resources
from tipdata.errors import BriefError
from tipdata.running import warm
from tipdata.running.formats import FORMATS, chosen
from tipdata.running.job import Job, job
from tipdata.running.making import keep, make, ran
from tipdata.running.record import names
from tipdata.running.store import Folder


@dataclass(frozen=True)
class BriefFiles:
    """A finished brief: its files by format; page and notebook by name too."""

    files: Mapping[str, Path]

    @property
    def page(self) -> Path:
        """The page, where it was asked for."""
        return self.files["html"]

    @property
    def notebook(self) -> Path:
        """The executed notebook behind the page, where it was asked for."""
        return self.files["ipynb"]

    def __str__(self) -> str:
        return "\n".join(str(path) for path in self.files.values())


def brief(
    country: str,
    edition: int,
    *,
    out: Path | str = "briefs",
    notebook: Path | str | None = None,
    parameters: Mapping[str, object] | None = None,
    texts: Mapping[str, str] | None = None,
    formats: Iterable[str] = ("html", "ipynb"),
    fork: bool = False,
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
    formats
        Which files to write: html (the page), ipynb (the executed notebook), pdf (the page on
        paper), csv (the rows behind the page, in one archive).
    fork
        Fork the kernel from this process, which is quicker. Only for a program that has no threads
        and does nothing else, such as the command ``tipdata brief``.

    Returns
    -------
    BriefFiles
        Paths of ``ISO3-EDITION.html``, ``ISO3-EDITION.ipynb``, ``ISO3-EDITION.pdf`` and
        ``ISO3-EDITION-rows.zip`` in `out`, those that were asked for.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For a country, edition, parameter or format that is not known; nothing has run then.
    tipdata.errors.BriefError
        Where a format can not be made here (nothing has run then either), a cell failed, or the
        page did not stand up to being read back. The executed notebook is then kept as
        ``ISO3-EDITION.failed.ipynb``; an older page is left as it was.

    Examples
    --------
    >>> import tipdata
    >>> made = tipdata.brief("Peru", 2018, out="briefs")  # doctest: +SKIP
    >>> print(made.page)  # doctest: +SKIP
    briefs/PER-2018.html
    """
    source = resources.notebook("country_brief", own=notebook)
    asked = job(country, edition, notebook=source, parameters=parameters, texts=texts)
    return finished(asked, out=out, formats=formats, fork=fork)


def finished(
    asked: Job, *, out: Path | str, formats: Iterable[str], fork: bool = False
) -> BriefFiles:
    """Run a job, prove its page, and write the files that were asked for."""
    wanted = chosen(formats)
    folder = Folder(Path(out))
    manager = _forked() if fork else None
    with TemporaryDirectory(prefix="tipdata-") as work:
        try:
            made = make(asked, work=Path(work), manager=manager)
            contents = {name: each.content(made) for name, each in wanted.items()}
        except BriefError as error:
            kept = keep(asked.id, ran(Path(work)), to=folder)
            raise BriefError(f"{error}; {kept.said}") from error
    return write(contents, asked, to=folder)


def write(contents: Mapping[str, bytes], job: Job, *, to: Folder) -> BriefFiles:
    """Write the files of a finished brief, by format, and remove what an older failure left."""
    written = {}
    for name, content in contents.items():
        file = f"{job.id}{FORMATS[name].ending}"
        to.write(file, content)
        written[name] = to.path / file
    to.remove(names(job.id)[3])
    return BriefFiles(written)


def _forked() -> type:
    """Fork a kernel, which imports what it needs while papermill is imported here."""
    warm.load()
    spare = warm.Spare()
    with warm.without_iri_grammar():
        import papermill  # noqa: F401
    return warm.manager(spare)
