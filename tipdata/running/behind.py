"""The rows behind a page: every row that a mark of the page names, as CSV files in one archive."""

import base64
import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd

from tipdata.briefing.rows import Rows
from tipdata.tables.declaration import table

# Where a page offers the archive; left empty by the section, filled at export.
_PLACE = '<p class="rows" data-rows=""></p>'
_OFFERED = re.compile(
    r'<p class="rows" data-rows=""><a download="[^"]*" href="data:application/zip;base64,([^"]*)">'
)
_MARKS = re.compile(r'data-(row|of)="([^"]*)"')
_WHEN = (1980, 1, 1, 0, 0, 0)  # the earliest date that an archive can hold: same rows, same bytes


def behind(page: str, rows: Rows) -> dict[str, pd.DataFrame]:
    """Return the rows that the marks of a page name, by table, each once, and their sources."""
    named: dict[str, dict[str, pd.Series]] = {}
    for reference in _references(page):
        name = reference.partition("/")[0]
        named.setdefault(name, {})[reference] = rows.get(reference)
    for name in list(named):
        for row in named[name].values():
            if name != "sources" and "source_id" in row.index and pd.notna(row["source_id"]):
                source = f"sources/{row['source_id']}"
                named.setdefault("sources", {}).setdefault(source, rows.get(source))
    return {name: _frame(name, list(found.values())) for name, found in sorted(named.items())}


def _references(page: str) -> Iterator[str]:
    for kind, marked in _MARKS.findall(page):
        if kind == "row":
            yield unescape(marked)
        else:
            arguments = (each.replace("+", " ") for each in unescape(marked).split(" "))
            yield from (each for each in arguments if "/" in each)


def _frame(name: str, found: list[pd.Series]) -> pd.DataFrame:
    frame = pd.DataFrame(found, columns=table(name).column_names)
    return frame.sort_values(list(table(name).key), kind="stable")


def archive(page: str, rows: Rows) -> bytes:
    """Return the rows behind a page as an archive of CSV files; same rows, same bytes."""
    out = BytesIO()
    with ZipFile(out, "w") as files:
        for name, frame in behind(page, rows).items():
            entry = ZipInfo(f"{name}.csv", date_time=_WHEN)
            entry.compress_type = ZIP_DEFLATED
            files.writestr(entry, frame.to_csv(index=False, lineterminator="\n"), compresslevel=9)
    return out.getvalue()


def offer(page: str, rows: Rows, *, name: str) -> str:
    """Return the page with its rows inside, as a file to save; unchanged where it has no place."""
    if _PLACE not in page:
        return page
    content = base64.b64encode(archive(page, rows)).decode()
    link = (
        f'<p class="rows" data-rows=""><a download="{name}.zip" '
        f'href="data:application/zip;base64,{content}">All rows behind this page</a>, '
        "as CSV files in one archive.</p>"
    )
    return page.replace(_PLACE, link)


def offered(page: str) -> bytes | None:
    """Return the archive that a page offers, None where it offers none."""
    found = _OFFERED.search(page)
    return base64.b64decode(found[1]) if found else None
