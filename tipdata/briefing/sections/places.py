"""The places of the narrative: what stands in each sentence, so that a mark leads somewhere."""

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import page
from tipdata.briefing.content import Brief
from tipdata.briefing.page import cell, place_id, tag

_HEAD = ["Place", "Characters", "What stands there"]
# Table -> the cells that tell what one of its rows says.
_TOLD = {
    "assessments": ("aspect", "told"),
    "figures": ("indicator", "quantity"),
    "not_reported": ("indicator",),
    "laws": ("law",),
    "profile": ("trait",),
    "flows": ("origin", "destination"),
}


def places(brief: Brief) -> list[Markup]:
    """Return the table of the sentences that rows were read from, none where no row has a place."""
    rows = [
        (name, row)
        for name in _TOLD
        for _, row in brief.own(name).iterrows()
        if pd.notna(row["paragraph"])
    ]
    if not rows:
        return []
    rows.sort(key=lambda each: (str(each[1]["source_id"]), *_position(each[1])))
    groups: dict[str, list[tuple[str, pd.Series]]] = {}
    for name, row in rows:
        groups.setdefault(place_id(row), []).append((name, row))
    body = [_place(brief, anchor, found) for anchor, found in groups.items()]
    caption = (
        "Places in the narrative: paragraph and sentence, characters from the beginning of the "
        "text as read, and what was read there"
    )
    source = page.source(brief.rows, pd.DataFrame([row for _, row in rows]))
    return [page.table(_HEAD, body, caption=caption, source=source)]


def _position(row: pd.Series) -> tuple[int, ...]:
    return tuple(
        0 if pd.isna(row[each]) else int(row[each]) for each in ("paragraph", "sentence", "start")
    )


def _place(brief: Brief, anchor: str, found: list[tuple[str, pd.Series]]) -> Markup:
    (first_name, first), (last_name, last) = found[0], found[-1]
    characters = Markup("{} to {}").format(
        cell(brief.rows, first_name, "start", first), cell(brief.rows, last_name, "end", last)
    )
    return tag(
        "tr",
        tag("th", cell(brief.rows, first_name, "where", first), scope="row"),
        tag("td", characters),
        tag("td", Markup("; ").join(_row(brief, name, row) for name, row in found)),
        id=anchor,
    )


def _row(brief: Brief, name: str, row: pd.Series) -> Markup:
    arrow = " \u2192 " if name == "flows" else " "
    marks = Markup(arrow).join(cell(brief.rows, name, each, row) for each in _TOLD[name])
    kinds = {"not_reported": "not reported: ", "laws": "law "}
    shown = Markup("{}{}").format(kinds.get(name, ""), marks)
    return page.about(brief.iso3, shown) if name == "flows" else shown
