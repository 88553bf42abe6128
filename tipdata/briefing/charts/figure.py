"""The frame of every chart: marked numbers in, an inline SVG out that says what it shows.

A chart is drawn from points alone. The same points stand in a table below it, each marked, and the
SVG carries the digest of them, so that the finished page can be checked: a chart of other rows has
another digest.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO
from numbers import Real
from typing import Any

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import page
from tipdata.briefing.charts import style
from tipdata.briefing.page import tag
from tipdata.briefing.subject import Subject

# Begins the id of an artist of which the finished page must tell the rows that it draws.
_DRAWN = "drawn:"
# A path of straight lines alone.
_STRAIGHT = re.compile(r"(?:[ML] -?[\d.]+ -?[\d.]+\s+|z\s*)+")


@dataclass(frozen=True)
class Point:
    """One number of a chart: how it is labelled, its value, its mark, and whose sources it has."""

    series: str
    label: str
    value: float
    mark: Markup
    row: pd.Series | None
    about: str = ""

    @property
    def text(self) -> str:
        """The number in words, as its mark shows it."""
        return self.mark.striptags()


def point(
    brief: Subject, series: str, label: str, table: str, column: str, row: pd.Series
) -> Point:
    """Return the point of one cell; where the cell is no number, its value is not a number."""
    value = page.value_of(row, column)
    return Point(
        series,
        label,
        float(value) if isinstance(value, Real) else float("nan"),
        page.cell(brief.rows, table, column, row),
        row,
    )


def derived_point(
    brief: Subject, series: str, label: str, name: str, *of: str, form: str, about: str = ""
) -> Point:
    """Return the point of a number derived from the rows `of`, perhaps about another country."""
    mark = page.derived(brief.rows, name, *of, form=form)
    value = float(re.search(r'value="([^"]+)"', mark)[1])
    row = brief.rows.get(of[0]) if "/" in of[0] else None
    return Point(series, label, value, mark, row, about)


def drawn(rows: list[str], said: str) -> str:
    """Return the id by which an artist is known to draw `rows`, each with what it says of it."""
    return _DRAWN + " ".join(f"{row}={said}" for row in rows)


def digest(marks: list[str]) -> str:
    """Return the digest of what every number of a chart says and where it comes from."""
    return sha256("\n".join(marks).encode()).hexdigest()[:16]


def said_by(mark: Any) -> str:
    """Return what a mark, as a parsed element, says and where it comes from."""
    source = mark.get("data-row") or mark.get("data-of")
    how = mark.get("data-column") or f"{mark.get('data-derived')} as {mark.get('data-form')}"
    return "\t".join((source, how, mark.get_text()))


def figure(
    brief: Subject,
    name: str,
    *,
    title: str,
    description: str,
    points: list[Point],
    draw: Callable[[Any, list[Point]], None],
    height: float,
    note: str = "",
    listed: bool = True,
    head: tuple[str, str, str] = ("Series", "What", "Number"),
    below: object = "",
) -> Markup:
    """Return a chart with its title, its description, its numbers and its source.

    Parameters
    ----------
    draw
        Draws the points on an empty matplotlib figure of fixed width.
    height
        Height in inches.
    note
        What a reader must know to read the chart.
    listed
        Whether the sources stand in the page's list of sources.
    head
        What the table of the points says: of what, what, and how much.
    below
        What stands between the drawing and the table.
    """
    marks = _parsed(points)
    stamp = digest([said_by(mark) for found in marks for mark in found])
    svg = _svg(
        draw,
        points,
        height=height,
        name=f"{name}-{brief.key}",
        title=f"{title}: {brief.name}, {brief.span}",
        description=description,
        stamp=stamp,
    )
    svg = _titled(svg, points, marks)
    return tag(
        "figure",
        tag("figcaption", title, tag("span", note, class_="detail") if note else ""),
        Markup(svg),
        below,
        tag(
            "details",
            tag("summary", f"{head[-1]}s behind the chart"),
            _numbers(brief, points, f"{head[-1]}s behind the chart: {title}", head, listed=listed),
        ),
        class_="chart",
        data_chart=name,
        data_digest=stamp,
    )


def _titled(svg: str, points: list[Point], marks: list[list[Any]]) -> str:
    """Return the SVG with a title, seen on hover, in all that is known to draw rows."""
    said = {
        found[0].get("data-row"): f"{each.series}: {each.text}"
        for each, found in zip(points, marks, strict=True)
    }

    def title(group: re.Match[str]) -> str:
        rows = [each.rpartition("=")[0] for each in html.unescape(group[1]).split(" ")]
        lines = "\n".join(dict.fromkeys(said[row] for row in rows))
        return str(Markup("{}<title>{}</title>").format(Markup(group[0]), lines))

    return re.sub(r'<g data-drawn="([^"]+)">', title, svg)


def _parsed(points: list[Point]) -> list[list[Any]]:
    """Return the marks of each point as parsed elements."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup("".join(tag("div", each.mark) for each in points), "lxml")
    return [each.find_all("data") for each in soup.find_all("div")]


def _numbers(
    brief: Subject, points: list[Point], caption: str, head: tuple[str, ...], *, listed: bool
) -> Markup:
    body = [
        tag(
            "tr",
            tag("th", each.series, scope="row"),
            tag("td", each.label),
            tag("td", each.mark),
            data_about=each.about or None,
        )
        for each in points
    ]
    rows = pd.DataFrame([each.row for each in points if each.row is not None])
    source = page.source(brief.rows, rows, listed=listed) if len(rows) else ""
    return page.table(head, body, caption=caption, source=source)


def _svg(
    draw: Callable[[Any, list[Point]], None],
    points: list[Point],
    *,
    height: float,
    name: str,
    title: str,
    description: str,
    stamp: str,
) -> str:
    """Return the drawing as SVG that depends on its points alone: no date, no random ids."""
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with mpl.rc_context(style.settings(name)):
        drawing = Figure(figsize=(style.WIDTH, height), layout="constrained")
        FigureCanvasSVG(drawing)
        draw(drawing, points)
        drawing.get_layout_engine().execute(drawing)
        drawing.set_layout_engine("none")  # else all is drawn once more to lay it out
        out = StringIO()
        metadata = {"Date": None, "Creator": None}
        drawing.savefig(out, format="svg", transparent=True, metadata=metadata)
    return _named(out.getvalue(), name=name, title=title, description=description, stamp=stamp)


def _named(svg: str, *, name: str, title: str, description: str, stamp: str) -> str:
    """Return the SVG element alone, with ids of its own, a title, a description and the digest."""
    body = svg[svg.index("<svg") :]
    body = re.sub(r"<metadata>.*?</metadata>", "", body, flags=re.DOTALL)
    body = re.sub(rf'\bid="{_DRAWN}([^"]+)"', r'data-drawn="\1"', body)
    body = re.sub(r'\bid="', f'id="{name}-', body)
    body = re.sub(r"url\(#", f"url(#{name}-", body)
    body = re.sub(r'href="#', f'href="#{name}-', body)
    body = re.sub(r"(font: [\d.]+px) [^;\"]+", r"\1 system-ui, sans-serif", body)
    body = body.replace(style.INK, "currentColor")
    body = re.sub(r' transform="rotate\(-0 [^"]*"', "", body)
    body = re.sub(r'(?<= d=")[^"]+', lambda path: _short(path[0]), body)
    opening, rest = body.split(">", 1)
    width, height = re.search(r'viewBox="0 0 (\S+) (\S+)"', opening).groups()
    ids = f"{name}-title {name}-desc"
    said = Markup('<title id="{0}-title">{1}</title><desc id="{0}-desc">{2}</desc>').format(
        name, title, description
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="{ids}" '
        f'data-digest="{stamp}">{said}{rest}'
    )


def _short(path: str) -> str:
    """Return a path in as few letters as it can be drawn from: straight lines as steps."""
    if not _STRAIGHT.fullmatch(path):
        return re.sub(r"(\.\d\d)\d+", r"\1", path)
    written, at, begun = [], (0, 0), (0, 0)
    for command, x, y in re.findall(r"([MLz])(?: (\S+) (\S+))?", path):
        if command == "z":
            written.append("z")
            at = begun
            continue
        to = (round(float(x) * 10), round(float(y) * 10))
        step = " ".join(f"{(b - a) / 10:g}" for a, b in zip(at, to, strict=True))
        written.append(f"m{step}" if command == "M" else step)
        at = to
        begun = to if command == "M" else begun
    return " ".join(written)
