"""Origins and destinations as arrows, as far as they are places with a shape."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from markupsafe import Markup

from tipdata.briefing import cells, page
from tipdata.briefing.charts import style
from tipdata.briefing.charts.figure import Point, drawn, figure
from tipdata.briefing.charts.maps import sheet
from tipdata.briefing.charts.maps.sheet import CREDIT
from tipdata.briefing.charts.maps.view import Land, View, extent, land, middle, of_points
from tipdata.briefing.content import Brief
from tipdata.briefing.page import reference, tag

_LOWEST, _HIGHEST = 2.5, 4.3  # inches that a map is high
_STEP = 2.0  # points; land is only the ground of the arrows
_MARGIN = 26  # points around the outermost place, for its name
_RING = 7.5  # points, radius of the ring for what stays within the country
_LEGEND = 0.3  # inches
_TINT = 0.45  # opacity of the land that an arrow begins or ends in


@dataclass(frozen=True)
class _Looks:
    """How the arrows of one direction are drawn."""

    color: str
    line: str


_LOOKS = {
    "to": _Looks(style.COLORS[0], "-"),
    "from": _Looks(style.COLORS[1], (0, (4, 1.5))),
    "within": _Looks(style.COLORS[3], "-"),
    "between": _Looks(style.SOFT, (0, (1, 1.5))),
}


def flow_map(brief: Brief, own: pd.DataFrame) -> Markup:
    """Return the map of the flows `own`, empty where no row has two ends that can be drawn."""
    ground = land(brief.rows)
    seen = own["origin"].isin(list(ground.rings)) & own["destination"].isin(list(ground.rings))
    if not seen.any():
        return Markup("")
    points = [_point(brief, row) for _, row in own[seen].iterrows()]
    centre, ends = _ends(brief, points, ground)
    low, high = extent(ends, centre=centre)
    across, up = high - low
    height = float(np.clip(style.WIDTH * up / max(across, 1e-9), _LOWEST, _HIGHEST))
    view = of_points(
        ends, centre=centre, width=style.WIDTH, height=height, margin=_MARGIN, step=_STEP
    )
    return figure(
        brief,
        "flow-map",
        title="Origins and destinations on the map",
        description=_told(brief, points),
        note=f"Arrows lead from country to country, not to towns, and are no routes. {CREDIT}",
        points=points,
        draw=lambda drawing, points: _draw(drawing, brief, points, ground, view),
        height=height + _LEGEND,
        head=("Direction", "Who", "Flow"),
        below=_undrawn(brief, own[~seen]),
    )


def _direction(brief: Brief, row: pd.Series) -> str:
    origin, destination = row["origin"] == brief.iso3, row["destination"] == brief.iso3
    if origin and destination:
        return "within"
    return "from" if origin else "to" if destination else "between"


def _series(brief: Brief, direction: str) -> str:
    return "between others" if direction == "between" else f"{direction} {brief.name}"


def _point(brief: Brief, row: pd.Series) -> Point:
    who = [cells.cell(brief.rows, "flows", each, row) for each in ("population", "exploitation")]
    return Point(
        _series(brief, _direction(brief, row)),
        ", ".join(each for each in who if each),
        float("nan"),
        _pair(brief, row),
        row,
    )


def _pair(brief: Brief, row: pd.Series) -> Markup:
    ends = [page.cell(brief.rows, "flows", each, row) for each in ("origin", "destination")]
    return Markup(" \u2192 ").join(ends)


def _undrawn(brief: Brief, rows: pd.DataFrame) -> Markup:
    """Return, in words, the pairs that name a region or land without a shape of its own."""
    if rows.empty:
        return Markup("")
    pairs = [
        tag(
            "span",
            _pair(brief, same.iloc[0]),
            data_undrawn=" ".join(reference("flows", row) for _, row in same.iterrows()),
        )
        for _, same in rows.groupby(["origin", "destination"], sort=False)
    ]
    text = "Not on the map, because an end is a region or has no shape of its own: "
    return tag("p", text, Markup("; ").join(pairs), ".", class_="guard")


def _told(brief: Brief, points: list[Point]) -> str:
    found: dict[str, list[str]] = {}
    for each in points:
        found.setdefault(each.series, []).append(each.text)
    said = [f"{series}: {', '.join(dict.fromkeys(texts))}" for series, texts in found.items()]
    return f"Map of the flows that the narrative names. {'; '.join(said)}."


def _codes(points: list[Point]) -> list[str]:
    both = [(each.row["origin"], each.row["destination"]) for each in points]
    return list(dict.fromkeys(code for pair in both for code in pair))


def _ends(
    brief: Brief, points: list[Point], ground: Land
) -> tuple[tuple[float, float], np.ndarray]:
    """Return the middle of all ends, and what must be on the sheet."""
    codes = _codes(points)
    marks = np.array([ground.marks[each] for each in codes])
    own = max(ground.rings.get(brief.iso3, []), key=len, default=marks)
    return middle(marks), np.concatenate([marks, own])


def _draw(drawing: Any, brief: Brief, points: list[Point], ground: Land, view: View) -> None:
    drawing.set_layout_engine("none")
    on = sheet.axes(drawing, view, bottom=_LEGEND)
    codes = _codes(points)
    sheet.around(on, ground, view, but=codes)
    for code in codes:
        outlines = sheet.outline(ground, code, view)
        color = style.OTHERS if code == brief.iso3 else style.SOFT
        if outlines:
            on.add_patch(
                sheet.patch(outlines, facecolor=color, alpha=_TINT, edgecolor="none", linewidth=0)
            )
    marks = dict(zip(codes, view.points([ground.marks[code] for code in codes]), strict=True))
    for direction, rows in _grouped(brief, points).items():
        for (origin, destination), same in rows.items():
            gid = drawn([reference("flows", each.row) for each in same], f"{origin}>{destination}")
            _arrow(on, marks[origin], marks[destination], _LOOKS[direction], gid)
    _names(on, brief, marks, view)
    _legend(drawing, brief, list(_grouped(brief, points)))


def _grouped(brief: Brief, points: list[Point]) -> dict[str, dict[tuple[str, str], list[Point]]]:
    """Return the points by direction, and by the pair of places."""
    found: dict[str, dict[tuple[str, str], list[Point]]] = {}
    for direction in _LOOKS:
        for each in points:
            if _direction(brief, each.row) == direction:
                pair = each.row["origin"], each.row["destination"]
                found.setdefault(direction, {}).setdefault(pair, []).append(each)
    return found


def _arrow(on: Any, start: np.ndarray, end: np.ndarray, looks: _Looks, gid: str) -> None:
    from matplotlib.patches import Circle, FancyArrowPatch

    shared = {"edgecolor": looks.color, "linestyle": looks.line, "gid": gid}
    if np.allclose(start, end):
        on.add_patch(Circle(start, _RING, facecolor="none", linewidth=1.6, **shared))
        return
    on.add_patch(
        FancyArrowPatch(
            start, end, arrowstyle="-|>", connectionstyle="arc3,rad=0.16", mutation_scale=7,
            shrinkA=3, shrinkB=3.5, linewidth=1.3, facecolor=looks.color, **shared,
        )
    )  # fmt: skip


def _names(on: Any, brief: Brief, marks: dict[str, np.ndarray], view: View) -> None:
    names = sheet.Names(view, marks.values())
    for code, mark in sorted(marks.items(), key=lambda each: each[0] != brief.iso3):
        own = code == brief.iso3
        on.plot(*mark, "o", markersize=5 if own else 3, color=style.INK)
        name = cells.place_name(brief.rows, code)
        names.write(on, name, mark, size=9.5 if own else 8.5, gap=_RING if own else 3.5)


def _legend(drawing: Any, brief: Brief, directions: list[str]) -> None:
    from matplotlib.lines import Line2D

    handles = [
        Line2D([], [], color=_LOOKS[each].color, linestyle=_LOOKS[each].line, linewidth=1.6,
               label=_series(brief, each))
        for each in directions
    ]  # fmt: skip
    drawing.legend(
        handles=handles, loc="lower left", ncols=len(handles), frameon=False, fontsize=9,
        borderpad=0, handlelength=2.2, columnspacing=1.5, borderaxespad=0,
    )  # fmt: skip
