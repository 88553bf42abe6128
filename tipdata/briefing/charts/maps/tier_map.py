"""The places of a region by tier: colour, sign and, for small places, a dot with its code."""

import csv
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from markupsafe import Markup

from tipdata.briefing.charts import style
from tipdata.briefing.charts.figure import Point, drawn, figure, point
from tipdata.briefing.charts.maps import sheet
from tipdata.briefing.charts.maps.sheet import CREDIT
from tipdata.briefing.charts.maps.view import Land, View, land, of_frame
from tipdata.briefing.content import Brief
from tipdata.briefing.page import reference, tag
from tipdata.briefing.region import Region

_TITLE, _LEGEND = 0.24, 0.21  # inches that a panel's title and a row of the legend take
_EDGE = "#22262b"


@dataclass(frozen=True)
class _Looks:
    """How a placement is drawn: its sign, its name, its colour (none is no fill), its pattern."""

    sign: str
    name: str
    color: str = "none"
    pattern: str | None = None

    @property
    def ink(self) -> str:
        """The colour in which the sign is legible."""
        return {"none": style.INK, style.TIER_COLORS["3"]: "#ffffff"}.get(self.color, "#111111")


_SIGNS = {"1": "1", "2": "2", "2W": "W", "3": "3", "S": "S"}
_LOOKS = {
    code: _Looks(sign, style.TIER_LABELS[code], style.TIER_COLORS[code])
    for code, sign in _SIGNS.items()
} | {
    "not_covered": _Looks("\u2013", "not covered by the edition"),
    "not_read": _Looks("?", "covered, but not read", pattern="///"),
    "unsettled": _Looks("\u2260", "sources disagree", pattern="|||"),
    "no_placement": _Looks("\u00d7", "no placement known", pattern="\\\\\\"),
}


def tier_map(content: Region | Brief) -> Markup:
    """Return the map of a region's places, empty where none of them can be drawn.

    On the page of a country it is that of its region, the country with a bold border.
    """
    region = Region(content.region, content.edition, content.rows)
    own = content.iso3 if isinstance(content, Brief) else ""
    ground = land(region.rows)
    briefs = [each for each in region.briefs if each.iso3 in ground.rings]
    if not briefs:
        return Markup("")
    points = [_point(each) for each in briefs]
    frames = _frames(region.name)
    return figure(
        content,
        "tier-map",
        title=f"{region.name}: tiers on the map",
        description=_told(region, points),
        note=_note(content),
        points=points,
        draw=lambda drawing, points: _draw(drawing, points, ground, frames, own),
        height=sum(_height(each) for each in frames) + _legend_height(_used(points)),
        listed=False,
        head=("Place", "What", "Placement"),
        below=_unmapped(region, ground),
    )


def _note(content: Region | Brief) -> str:
    bold = f"{content.name} has the bold border. " if isinstance(content, Brief) else ""
    grey = "Grey land is no place of the region; a small place is a dot with its code."
    return f"{bold}{grey} {CREDIT}"


def _point(brief: Brief) -> Point:
    placement = brief.placement
    column = "tier" if pd.notna(placement["tier"]) else "missing"
    found = point(brief, brief.name, brief.span, "tiers", column, placement)
    return replace(found, about=brief.iso3)


def _code(placement: pd.Series) -> str:
    return str(placement["tier"] if pd.notna(placement["tier"]) else placement["missing"])


def _unmapped(region: Region, ground: Land) -> Markup:
    """Return, in words, the places of the region that have no shape."""
    lacking = [each for each in region.briefs if each.iso3 not in ground.rings]
    if not lacking:
        return Markup("")
    names = [
        tag(
            "span",
            each.name,
            data_about=each.iso3,
            data_undrawn=reference("tiers", each.placement),
        )
        for each in lacking
    ]
    text = "Not on the map, because it has no shape: "
    return tag("p", text, Markup(", ").join(names), ".", class_="guard")


def _told(region: Region, points: list[Point]) -> str:
    found: dict[str, list[str]] = {}
    for code in _LOOKS:
        for each in points:
            if _code(each.row) == code:
                found.setdefault(each.text, []).append(each.series)
    said = [f"{text}: {', '.join(names)}" for text, names in found.items()]
    return f"Map of {region.name}, edition {region.edition}. {'; '.join(said)}."


def _frames(region: str) -> list[dict[str, Any]]:
    """Return the frames of a region's map, from top to bottom."""
    with Path(__file__).with_name("frames.csv").open(encoding="utf-8", newline="") as file:
        rows = [each for each in csv.DictReader(file) if each["region"] == region]
    numbers = ("west", "south", "east", "north", "height")
    return [each | {name: float(each[name]) for name in numbers} for each in rows]


def _height(frame: dict[str, Any]) -> float:
    return frame["height"] + (_TITLE if frame["title"] else 0)


def _legend_height(used: list[str]) -> float:
    return 0.1 + _LEGEND * -(-len(used) // 2)


def _draw(
    drawing: Any, points: list[Point], ground: Land, frames: list[dict[str, Any]], own: str
) -> None:
    drawing.set_layout_engine("none")
    used = _used(points)
    views = [_view(each) for each in frames]
    bottom = sum(map(_height, frames)) + _legend_height(used)
    for at, (frame, view) in enumerate(zip(frames, views, strict=True)):
        bottom -= _height(frame)
        on = sheet.axes(drawing, view, bottom=bottom)
        on.set_title(frame["title"], loc="left", fontsize="medium", pad=4)
        _Panel(on, view, ground, views[at + 1 :], own).draw(points)
    _legend(drawing, used)


def _used(points: list[Point]) -> list[str]:
    codes = {_code(each.row) for each in points}
    return [code for code in _LOOKS if code in codes]


def _view(frame: dict[str, Any]) -> View:
    edges = {name: frame[name] for name in ("west", "south", "east", "north")}
    return of_frame(**edges, width=style.WIDTH, height=frame["height"])


@dataclass(frozen=True)
class _Panel:
    """One view of the region; what a `closer` view shows too has no sign and no dot in it."""

    on: Any
    view: View
    ground: Land
    closer: list[View]
    own: str

    def draw(self, points: list[Point]) -> None:
        """Draw the places, what is around them, and their signs."""
        sheet.around(self.on, self.ground, self.view, but=[each.row["iso3"] for each in points])
        dots, filled = [], []
        for each in sorted(points, key=lambda each: each.row["iso3"]):
            place = each.row["iso3"]
            outlines = sheet.outline(self.ground, place, self.view)
            if outlines:
                self._fill(each, outlines)
                filled += [(ring, _LOOKS[_code(each.row)].ink) for ring in outlines]
            if any(other.shows(self.ground.marks[place]) for other in self.closer):
                continue
            if not sheet.is_small(outlines):
                self._sign(each, outlines)
            elif self.view.shows(self.ground.marks[place]):
                dots.append(each)
        if dots:
            self._dots(dots, filled)

    def _border(self, each: Point, width: float) -> float:
        """Return how bold the border of a place is."""
        return 2.0 if each.row["iso3"] == self.own else width

    def _fill(self, each: Point, outlines: list[np.ndarray]) -> None:
        looks = _LOOKS[_code(each.row)]
        own = each.row["iso3"] == self.own
        shape = sheet.patch(
            outlines,
            facecolor=looks.color,
            hatch=looks.pattern,
            edgecolor=style.INK if own or looks.color == "none" else _EDGE,
            linewidth=self._border(each, 0.4),
            zorder=1.5 if own else 1,
        )
        shape.set_gid(_id(each))
        self.on.add_patch(shape)

    def _sign(self, each: Point, outlines: list[np.ndarray]) -> None:
        """Write the sign at the mark or, where that is off the sheet, at the edge if it is land."""
        mark = self.view.points([self.ground.marks[each.row["iso3"]]])[0]
        place = np.clip(mark, 8, [self.view.width - 8, self.view.height - 8])
        if self.view.holds(mark) or any(sheet.encloses(ring, place) for ring in outlines):
            looks = _LOOKS[_code(each.row)]
            self.on.text(*place, looks.sign, fontsize=7.5, color=looks.ink, ha="center",
                         va="center")  # fmt: skip

    def _dots(self, small: list[Point], filled: list[tuple[np.ndarray, str]]) -> None:
        marks = self.view.points([self.ground.marks[each.row["iso3"]] for each in small])
        moved = sheet.apart(marks, distance=2 * sheet.DOT + 1)
        names = sheet.Names(self.view, moved, filled)
        for each, mark, place in zip(small, marks, moved, strict=True):
            looks = _LOOKS[_code(each.row)]
            if np.hypot(*(place - mark)) > sheet.DOT:
                self.on.plot(*zip(mark, place, strict=True), color=style.INK, linewidth=0.5)
            self.on.plot(
                *place, "o", markersize=2 * sheet.DOT, markerfacecolor=looks.color, gid=_id(each),
                markeredgecolor=style.INK, markeredgewidth=self._border(each, 0.7),
            )  # fmt: skip
            self.on.text(*place, looks.sign, fontsize=6, color=looks.ink, ha="center",
                         va="center_baseline")  # fmt: skip
            names.write(self.on, each.row["iso3"], place, size=7, gap=sheet.DOT + 1.5)


def _id(each: Point) -> str:
    return drawn([reference("tiers", each.row)], _code(each.row))


def _legend(drawing: Any, used: list[str]) -> None:
    from matplotlib.patches import Patch

    handles = [
        Patch(
            facecolor=_LOOKS[code].color,
            hatch=_LOOKS[code].pattern,
            edgecolor=style.INK,
            linewidth=0.6,
            label=f"{_LOOKS[code].sign}: {_LOOKS[code].name}",
        )
        for code in used
    ]
    drawing.legend(
        handles=handles, loc="lower left", ncols=2, frameon=False, fontsize=9, borderpad=0,
        handlelength=1.6, columnspacing=1.5, labelspacing=0.35, borderaxespad=0,
    )  # fmt: skip
