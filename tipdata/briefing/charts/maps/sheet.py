"""What every map is drawn with: land on a sheet, marks of small places, names beside marks."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from tipdata.briefing.charts import style
from tipdata.briefing.charts.maps.view import Land, View

CREDIT = "Land by Natural Earth; its borders take no side in any dispute."
SMALL = 45  # square points; a place whose largest part is smaller is shown as a dot
DOT = 4.3  # points, radius of a dot
_LETTER = 0.56  # width of a letter, as a share of the type size
_INCH = 72
_AROUND = 0.16  # opacity of the land that a map is not about


def axes(drawing: Any, view: View, *, bottom: float) -> Any:
    """Return empty axes, a unit of which is a point, `bottom` inches above the lower edge."""
    width, height = drawing.get_size_inches()
    found = drawing.add_axes(
        (0, bottom / height, view.width / _INCH / width, view.height / _INCH / height)
    )
    found.set(xlim=(0, view.width), ylim=(0, view.height))
    found.axis("off")
    return found


def outline(land: Land, place: str, view: View) -> list[np.ndarray]:
    """Return what of a place is on the sheet, ring by ring; none where nothing is."""
    drawn = [view.ring(each) for each in land.rings[place]]
    return [each for each in drawn if len(each)]


def patch(outlines: Iterable[np.ndarray], **looks: Any) -> Any:
    """Return rings as one shape to be drawn."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    closed = [Path(np.vstack([each, each[:1]]), closed=True) for each in outlines]
    return PathPatch(Path.make_compound_path(*closed), **looks)


def around(on: Any, land: Land, view: View, *, but: Iterable[str]) -> None:
    """Draw the land that the map is not about."""
    places = sorted(set(land.rings) - set(but))
    rings = [each for place in places for each in outline(land, place, view)]
    if rings:
        on.add_patch(patch(rings, facecolor=style.SOFT, alpha=_AROUND, linewidth=0))


def is_small(outlines: list[np.ndarray]) -> bool:
    """Return whether a place would hardly be seen."""
    return max(map(_area, outlines), default=0.0) < SMALL


def _area(ring: np.ndarray) -> float:
    x, y = ring.T
    return float(abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2)


def encloses(ring: np.ndarray, point: np.ndarray) -> bool:
    """Return whether a point lies within a ring."""
    from matplotlib.path import Path

    within = (ring.min(axis=0) <= point).all() and (point <= ring.max(axis=0)).all()
    return bool(within) and bool(Path(ring).contains_point(point))


def apart(points: np.ndarray, *, distance: float, rounds: int = 60) -> np.ndarray:
    """Return points moved so far that no two are closer than `distance`, if there is room."""
    moved = points.astype(float).copy()
    order = np.arange(len(points))
    ahead = np.sign(order[:, None] - order)[..., None] * np.array([1.0, 0.0])
    for _ in range(rounds):
        gaps = moved[:, None] - moved
        far = np.hypot(*gaps.transpose(2, 0, 1))
        np.fill_diagonal(far, np.inf)
        if (far >= distance).all():
            break
        push = np.clip((distance - far) / 2 + 0.05, 0, None) * (far < distance)
        away = np.where(far[..., None] > 1e-6, gaps / np.maximum(far, 1e-6)[..., None], ahead)
        moved += (push[..., None] * away).sum(axis=1)
    return moved


_SIDES = (
    (1, 0, "left", "center"), (-1, 0, "right", "center"), (0, 1, "center", "bottom"),
    (0, -1, "center", "top"), (0.8, 0.8, "left", "bottom"), (0.8, -0.8, "left", "top"),
    (-0.8, 0.8, "right", "bottom"), (-0.8, -0.8, "right", "top"),
)  # fmt: skip


class Names:
    """Names beside marks, each where it covers least of what is there before.

    `filled` are the rings of land, each with the colour in which a name on it is legible.
    """

    def __init__(
        self,
        view: View,
        marks: Iterable[np.ndarray],
        filled: Iterable[tuple[np.ndarray, str]] = (),
    ):
        self._sheet = np.array([view.width, view.height])
        self._taken = [_box(each, DOT, DOT) for each in marks]
        self._filled = list(filled)

    def write(self, on: Any, text: str, mark: np.ndarray, *, size: float, gap: float) -> None:
        """Write the name of the mark at `mark`."""
        half = np.array([len(text) * _LETTER * size / 2, size * 0.55])
        choices = [(side, _box(mark + np.array(side[:2]) * (gap + half), *half)) for side in _SIDES]
        side, box = min(choices, key=lambda each: self._covers(each[1]))
        self._taken.append(box)
        x, y = mark + np.array(side[:2]) * gap
        inks = [ink for ring, ink in self._filled if encloses(ring, box.mean(axis=0))]
        on.text(x, y, text, fontsize=size, color=(inks or [style.INK])[-1], ha=side[2], va=side[3])

    def _covers(self, box: np.ndarray) -> float:
        """Return how much a name in `box` would cover, and how far it would leave the sheet."""
        off = np.maximum(-box[0], 0).sum() + np.maximum(box[1] - self._sheet, 0).sum()
        shared = [np.minimum(box[1], each[1]) - np.maximum(box[0], each[0]) for each in self._taken]
        hidden = sum(float(np.prod(each)) for each in shared if (each > 0).all())
        y = box[:, 1].mean()
        ends = [np.array([x, y]) for x in np.linspace(box[0, 0], box[1, 0], 3)]
        on_land = sum(encloses(ring, end) for ring, _ in self._filled for end in ends)
        return off * 20 + hidden + on_land * 4


def _box(middle: np.ndarray, half_width: float, half_height: float) -> np.ndarray:
    half = np.array([half_width, half_height])
    return np.array([middle - half, middle + half])
