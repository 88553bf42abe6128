"""Shapes of countries and territories for maps, thinned from Natural Earth's as TopoJSON.

Neighbours share the line between them and each line is thinned once, so that no gap opens. What is
drawn as part of another place, or left out, is listed in ``territories.csv``; a part of a place
that is another's in the report, in ``shape_parts.csv``; a mark that does not stand on the largest
part, in ``shape_marks.csv``.
"""

import json
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from tipdata.building.inputs import Made, rules
from tipdata.building.names import Names
from tipdata.building.raw import RawFile, RawFolder, needed
from tipdata.errors import SourceError

FILE = RawFile("shapes/countries-10m.json", "natural-earth-countries")

_TOLERANCE = 0.02  # share of its extent by which a thinned line may be off
_OFF = (0.08, 0.25)  # degrees of latitude that this is at least and at most
_GRID = 0.01  # degrees to which points are rounded
# A part is kept that has this many km2 and this share of the largest part of its place.
_SMALLEST, _SHARE = 500, 0.001
_EARTH = 6371.0072  # km, radius of the sphere with the same area
_WEST = -170.0  # no part has its middle further west: Fiji and Russia stay in one piece


class _Part(NamedTuple):
    """A piece of land: the place it is drawn as, its border and area as stated, its thinned rings.

    Rings after the first are what the piece surrounds and does not hold; a mere point has none.
    """

    place: str
    border: np.ndarray
    area: float
    rings: list[np.ndarray]


def make(raw: RawFolder, *, names: Names, countries: pd.DataFrame) -> Made:
    """Return the table shapes: a row for each place of the report, and for the land around."""
    needed("shapely", FILE)
    topology = json.loads(raw.text(FILE))
    stated = topology["objects"]["countries"]["geometries"]
    drawn_as = _drawn_as([each["properties"]["name"] for each in stated], names)
    arcs = _arcs(topology)
    thinned = [_thinned(each) for each in arcs]
    parts = [
        part
        for each in stated
        if (name := each["properties"]["name"]) in drawn_as
        for part in _reassigned(name, _parts(each, drawn_as[name], arcs, thinned))
    ]
    table = _table(parts)
    lacking = sorted(set(countries["iso3"]) - set(table["place"]))
    if lacking:
        raise SourceError(f"shapes: the source draws no {', '.join(lacking)}")
    others = len(table) - len(countries)
    notes = [f"shapes: {len(stated)} names in, {len(table)} places out, {others} not of the report"]
    return Made(table, notes)


def _drawn_as(printed: list[str], names: Names) -> dict[str, str]:
    """Return the place that each name is drawn as; a name that is left out is not among them."""
    for rule in ("territories", "shape_parts"):
        gone = sorted(set(rules(rule)["printed"]) - set(printed))
        if gone:
            raise SourceError(f"shapes: {rule}.csv lists what is not drawn: {', '.join(gone)}")
    listed = rules("territories").set_index("printed")["drawn_as"]
    own = pd.Series([each for each in printed if each not in listed.index], dtype="string")
    codes = dict(zip(own, names.codes(own, source="shapes"), strict=True))
    return codes | {name: place for name, place in listed.items() if place}


def _arcs(topology: dict[str, Any]) -> list[np.ndarray]:
    """Return the lines in degrees, each without a jump from 180 to -180."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    return [
        _unwrapped(np.cumsum(np.array(arc), axis=0) * scale + shift) for arc in topology["arcs"]
    ]


def _unwrapped(line: np.ndarray) -> np.ndarray:
    return np.column_stack([np.unwrap(line[:, 0], period=360), line[:, 1]])


def _thinned(line: np.ndarray, off: tuple[float, float] = _OFF) -> np.ndarray:
    """Return a line of fewer points, off by a share of its extent: small places stay like them."""
    import shapely

    squeeze = [np.cos(np.radians(line[:, 1].mean())), 1]
    drawn = shapely.LineString(line * squeeze)
    extent = np.ptp(line * squeeze, axis=0).max()
    tolerance = np.clip(extent * _TOLERANCE, *off)
    thin = shapely.simplify(drawn, tolerance, preserve_topology=False)
    return shapely.get_coordinates(thin) / squeeze


def _parts(
    stated: dict[str, Any], place: str, arcs: list[np.ndarray], thinned: list[np.ndarray]
) -> list[_Part]:
    pieces = stated["arcs"] if stated["type"] == "MultiPolygon" else [stated["arcs"]]
    return [_part(place, ids, arcs, thinned) for ids in pieces]


def _part(
    place: str, ids: list[list[int]], arcs: list[np.ndarray], thinned: list[np.ndarray]
) -> _Part:
    border, *holes = [_ring(each, arcs) for each in ids]
    middle = (border[:, 0].min() + border[:, 0].max()) / 2
    turn = [(middle - _WEST) // 360 * 360, 0]
    drawn = [_ring(each, thinned) - turn for each in ids]
    if not _is_area(drawn[0]):
        drawn = [_thinned(border - turn, (0, _GRID))]
    rings = list(filter(_is_area, drawn))
    return _Part(place, border - turn, _area(border) - sum(map(_area, holes)), rings)


def _area(ring: np.ndarray) -> float:
    """Return the area within a ring in km2."""
    x, y = np.radians(ring[:, 0]), np.sin(np.radians(ring[:, 1]))
    return float(abs(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2 * _EARTH**2)


def _ring(ids: list[int], arcs: list[np.ndarray]) -> np.ndarray:
    """Return a ring of lines; a line is given by its number, turned round where that is ~number."""
    lines = [arcs[each] if each >= 0 else arcs[~each][::-1] for each in ids]
    return _unwrapped(np.concatenate([lines[0], *(each[1:] for each in lines[1:])]))


def _is_area(ring: np.ndarray) -> bool:
    return len(np.unique(ring.round(2), axis=0)) > 2


def _reassigned(name: str, parts: list[_Part]) -> list[_Part]:
    """Return the parts of a name, with those of `shape_parts.csv` drawn as what it says."""
    import shapely

    for rule in rules("shape_parts").itertuples():
        if rule.printed != name:
            continue
        point = shapely.Point(float(rule.lon), float(rule.lat))
        within = [shapely.Polygon(each.border).buffer(0).contains(point) for each in parts]
        if sum(within) != 1 or len(parts) == 1:
            raise SourceError(
                f"shapes: shape_parts.csv says that {rule.lon}, {rule.lat} is in a part of "
                f"{name} of its own; it is in {sum(within)} of {len(parts)}"
            )
        parts = [
            each._replace(place=rule.drawn_as) if inside else each
            for each, inside in zip(parts, within, strict=True)
        ]
    return parts


def _table(parts: list[_Part]) -> pd.DataFrame:
    marks = rules("shape_marks").set_index("iso3")
    rows = []
    for place in sorted({each.place for each in parts}):
        own = sorted((each for each in parts if each.place == place), key=lambda each: -each.area)
        lon, lat = _inside(own[0]) if place not in marks.index else marks.loc[place, ["lon", "lat"]]
        smallest = max(_SMALLEST, own[0].area * _SHARE)
        rows.append(
            {
                "place": place,
                "lon": round(float(lon), 2),
                "lat": round(float(lat), 2),
                "area_km2": round(sum(each.area for each in own)),
                "shape": _wkt([own[0], *(each for each in own[1:] if each.area >= smallest)]),
                "source_id": FILE.source_id,
            }
        )
    return pd.DataFrame(rows)


def _inside(part: _Part) -> np.ndarray:
    """Return the point of a part that is furthest from its border, in degrees as if on a plane."""
    import shapely

    if not part.rings:
        return part.border.mean(axis=0)
    squeeze = np.cos(np.radians(part.border[:, 1].mean()))
    area = shapely.Polygon(part.rings[0] * [squeeze, 1]).buffer(0)
    circle = shapely.maximum_inscribed_circle(area, tolerance=_GRID)
    return shapely.get_coordinates(circle)[0] / [squeeze, 1]


def _wkt(parts: list[_Part]) -> str:
    """Return parts as well-known text, joined where they touch; what is a point has no shape."""
    import shapely

    rings = [each.rings for each in parts if each.rings]
    areas = [shapely.Polygon(outer, inner).buffer(0) for outer, *inner in rings]
    joined = shapely.set_precision(shapely.union_all(areas), _GRID)
    polygons = [each for each in shapely.get_parts(joined) if each.geom_type == "Polygon"]
    return shapely.to_wkt(shapely.MultiPolygon(polygons), rounding_precision=2).replace(", ", ",")
