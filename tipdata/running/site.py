"""An index of a folder of briefs: one page to search and filter, and a feed of what is new.

Both are static files beside the briefs, made from the manifest, the records and the tables alone;
they ask nothing of a network, and the list reads without its script.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tipdata.errors import BriefError
from tipdata.running import files, manifest
from tipdata.running.manifest import Entry, Manifest
from tipdata.running.store import Folder
from tipdata.tables.declaration import table
from tipdata.tables.load import whole

_TEMPLATE = Path(__file__).parent / "template" / "site"
_STATUS = {
    "right": "made",
    "skipped": "unchanged",
    "failed": "failed",
    "left_out": "left out",
    "waiting": "not run",
}
_CHANGE = {"new": "new", "changed": "changed", "same": ""}


@dataclass(frozen=True)
class Line:
    """One brief of the index."""

    entry: Entry
    country: str
    edition: int
    region: str
    tier: str

    @property
    def status(self) -> str:
        """What became of the brief, in a word."""
        return _STATUS[self.entry.status]

    @property
    def change(self) -> str:
        """What the last run did to the page, in a word, or nothing."""
        return _CHANGE.get(self.entry.change or "", "")


def site(folder: Path | str) -> Path:
    """Write ``index.html`` and ``feed.xml`` for the briefs in a folder; return the index.

    Parameters
    ----------
    folder
        A folder that a batch has written to.

    Raises
    ------
    tipdata.errors.BriefError
        Where no batch has written to the folder.

    Examples
    --------
    >>> import tipdata
    >>> print(tipdata.site("briefs"))  # doctest: +SKIP
    briefs/index.html
    """
    place = Path(folder)
    last = manifest.read(Folder(place))
    if last is None:
        raise BriefError(
            f"{str(place)!r} holds no {manifest.NAME}; `tipdata briefs --out {place}` writes one"
        )
    lines = _lines(last, place)
    for name in ("index.html", "feed.xml"):
        files.write(place / name, _filled(name, lines, last))
    return place / "index.html"


def _lines(last: Manifest, place: Path) -> list[Line]:
    """Return a line for every brief of the last batch, and for those that earlier ones left."""
    entries = dict(last.briefs)
    for path in sorted((place / "records").glob("*.json")):
        name = json.loads(path.read_text(encoding="utf-8"))["id"]
        page, notebook = f"{name}.html", f"{name}.ipynb"
        entries.setdefault(name, Entry(name, "skipped", page=page, notebook=notebook))
    return [_line(each) for _, each in sorted(entries.items())]


def _line(entry: Entry) -> Line:
    iso3, _, edition = entry.id.partition("-")
    countries, tiers = whole("countries"), whole("tiers")
    country = countries[countries["iso3"] == iso3].iloc[0]
    row = tiers[(tiers["iso3"] == iso3) & (tiers["edition"] == int(edition))].iloc[0]
    shown, column = ("missing", "missing") if row.isna()["tier"] else ("tier", "tier")
    label = table("tiers").column(column).categories[row[shown]]
    return Line(entry, country["name"], int(edition), country["region"], label)


def _filled(name: str, lines: list[Line], last: Manifest) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    templates = Environment(
        loader=FileSystemLoader(_TEMPLATE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return templates.get_template(f"{name}.j2").render(
        lines=lines,
        last=last,
        choices={
            "region": _choices(lines, "region"),
            "tier": _choices(lines, "tier"),
            "status": _choices(lines, "status"),
        },
        changed=[each for each in lines if each.entry.status == "right" and each.change],
    )


def _choices(lines: list[Line], name: str) -> list[Any]:
    return sorted({getattr(each, name) for each in lines})
