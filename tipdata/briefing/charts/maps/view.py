"""A view of the globe: which land is in it, and where on paper each degree falls.

The projection is Lambert's azimuthal equal-area, centred on the middle of the view: land keeps its
area, and close to the middle its form.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from tipdata.tables.reads import remembered

_FAR = -0.5  # cosine of the angle beyond which land is too distorted to be drawn
_OFF = 0.4  # share of the sheet beyond its edge at which a line ends
_NARROW = 0.1  # radii of the globe; no sheet shows less from edge to edge
_INCH = 72


@dataclass(frozen=True)
class View:
    """A sheet of `width` by `height` points, and the part of the globe that is on it.

    Lines are rounded to `step` points: what can not be seen is not written.
    """

    lon: float
    lat: float
    scale: float
    middle: tuple[float, float]
    width: float
    height: float
    step: float = 1.0

    def points(self, degrees: np.ndarray) -> np.ndarray:
        """Return longitudes and latitudes as points on the sheet."""
        flat = _flat(np.asarray(degrees, dtype=float), self.lon, self.lat)
        return (flat - self.middle) * self.scale + [self.width / 2, self.height / 2]

    def holds(self, point: np.ndarray) -> bool:
        """Return whether a point is on the sheet."""
        return bool((point >= 0).all() and (point <= [self.width, self.height]).all())

    def shows(self, degrees: np.ndarray) -> bool:
        """Return whether a longitude and latitude is on the sheet."""
        return self.holds(self.points([degrees])[0])

    def ring(self, degrees: np.ndarray) -> np.ndarray:
        """Return what is to be drawn of a ring; no point where it is off the sheet or too small."""
        nothing = np.empty((0, 2))
        if (_cosine(degrees, self.lon, self.lat) < _FAR).all():
            return nothing
        sheet = np.array([self.width, self.height])
        drawn = np.clip(self.points(degrees), -_OFF * sheet, (1 + _OFF) * sheet)
        drawn = _needed(np.round(drawn / self.step) * self.step, sheet)
        outside = (drawn < 0).all(axis=0) | (drawn > sheet).all(axis=0)
        seen = len(drawn) > 3 and not outside.any() and np.ptp(drawn, axis=0).max() > 2 * self.step
        return drawn if seen else nothing


def of_frame(
    west: float, south: float, east: float, north: float, *, width: float, height: float
) -> View:
    """Return the view of a frame in degrees; `width` and `height` of the sheet in inches."""
    lon = np.linspace(west, east, 30)
    lat = np.linspace(south, north, 30)
    edge = np.concatenate(
        [np.column_stack([lon, np.full(30, each)]) for each in (south, north)]
        + [np.column_stack([np.full(30, each), lat]) for each in (west, east)]
    )
    return of_points(edge, centre=((west + east) / 2, (south + north) / 2), width=width,
                     height=height)  # fmt: skip


def of_points(
    degrees: np.ndarray,
    *,
    centre: tuple[float, float],
    width: float,
    height: float,
    margin: float = 0.0,
    step: float = 1.0,
) -> View:
    """Return the view, seen from above `centre`, that just holds all points.

    Between the points and the edge of the sheet are at least `margin` points of paper.
    """
    low, high = extent(degrees, centre=centre)
    sheet = np.array([width, height]) * _INCH
    scale = float(((sheet - 2 * margin) / np.maximum(high - low, _NARROW)).min())
    return View(*centre, scale, tuple((low + high) / 2), *sheet, step)


def extent(degrees: np.ndarray, *, centre: tuple[float, float]) -> tuple[np.ndarray, np.ndarray]:
    """Return the lower left and the upper right of points seen from above `centre`."""
    flat = _flat(np.asarray(degrees, dtype=float), *centre)
    return flat.min(axis=0), flat.max(axis=0)


def middle(degrees: np.ndarray) -> tuple[float, float]:
    """Return the point of the globe in the middle of points."""
    x, y = np.radians(np.asarray(degrees, dtype=float)).T
    ahead, right, up = np.mean([np.cos(y) * np.cos(x), np.cos(y) * np.sin(x), np.sin(y)], axis=1)
    lon, lat = np.degrees([np.arctan2(right, ahead), np.arctan2(up, np.hypot(ahead, right))])
    return float(lon), float(lat)


def _cosine(degrees: np.ndarray, lon: float, lat: float) -> np.ndarray:
    """Return the cosine of the angle between points of the globe and its point lon, lat."""
    (x, y), (x0, y0) = np.radians(degrees).T, np.radians([lon, lat])
    return np.sin(y0) * np.sin(y) + np.cos(y0) * np.cos(y) * np.cos(x - x0)


def _flat(degrees: np.ndarray, lon: float, lat: float) -> np.ndarray:
    (x, y), (x0, y0) = np.radians(degrees).T, np.radians([lon, lat])
    stretch = np.sqrt(2 / np.maximum(1 + _cosine(degrees, lon, lat), 1e-9))
    right = stretch * np.cos(y) * np.sin(x - x0)
    up = stretch * (np.cos(y0) * np.sin(y) - np.sin(y0) * np.cos(y) * np.cos(x - x0))
    return np.column_stack([right, up])


def _needed(line: np.ndarray, sheet: np.ndarray) -> np.ndarray:
    """Return a line without points that repeat, or that lie between others where the line ends."""
    line = line[np.r_[True, (np.diff(line, axis=0) != 0).any(axis=1)]]
    same = line == np.roll(line, 1, axis=0)
    off = (line < -_OFF * sheet + 1) | (line > (1 + _OFF) * sheet - 1)
    return line[~(same & off & np.roll(same & off, -1, axis=0)).any(axis=1)]


def rings(shape: str) -> list[np.ndarray]:
    """Return the rings of a MULTIPOLYGON in well-known text, in degrees."""
    texts = shape.removeprefix("MULTIPOLYGON").replace("EMPTY", "").split(")")
    bare = [each.lstrip(" ,(") for each in texts]
    return [
        np.array([point.split() for point in each.split(",")], dtype=float) for each in bare if each
    ]


@dataclass(frozen=True)
class Land:
    """The places that can be drawn: the rings and the mark of each, in degrees."""

    rings: dict[str, list[np.ndarray]]
    marks: dict[str, np.ndarray]


@remembered
def _packaged() -> Land:
    from tipdata.tables.load import whole

    return _land(whole("shapes"))


def land(rows: Any) -> Land:
    """Return the land that `rows` hold."""
    return _land(rows.table("shapes")) if "shapes" in rows.replaced else _packaged()


def _land(shapes: pd.DataFrame) -> Land:
    marks = shapes[["lon", "lat"]].to_numpy(dtype=float)
    return Land(
        {each.place: rings(each.shape) for each in shapes.itertuples()},
        dict(zip(shapes["place"], marks, strict=True)),
    )
