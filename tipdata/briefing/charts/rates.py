"""Rates per million people: a dot for each country of the region, the page's own marked."""

from typing import Any

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import cells, counts
from tipdata.briefing.charts import style
from tipdata.briefing.charts.figure import Point, derived_point, figure
from tipdata.briefing.page import reference
from tipdata.briefing.subject import Subject

_FEWEST = 4  # countries that make a strip worth drawing
_ALMOST = 0.75  # of the fullest year is full enough for a later year to be taken
_STRIP = 0.75  # inches that a strip takes
_MEDIAN = "median of the region"


def rates(brief: Subject) -> Markup | None:
    """Return the chart of UNODC's counts per million people, None where too few are known."""
    strips = {}
    for indicator in (counts.DETECTED, counts.CONVICTED):
        found = _counted(brief, indicator)
        if found is not None:
            strips[f"{indicator}, {found['year'].iloc[0]}"] = _points(brief, found)
    if not strips:
        return None
    points = [each for strip in strips.values() for each in strip]
    return figure(
        brief,
        "rates",
        title="Per million people, country by country",
        note="Counts that countries returned to UNODC; withheld counts at the middle of their "
        "range. The scale grows by factors of ten above one.",
        description=_told(brief, strips),
        points=points,
        draw=lambda drawing, _: _draw(drawing, strips),
        height=0.35 + _STRIP * len(strips),
        listed=False,
    )


def _own(brief: Subject) -> frozenset[str]:
    """Return the one country that a strip marks, none on the page of a region."""
    return brief.places if len(brief.places) == 1 else frozenset()


def _counted(brief: Subject, indicator: str) -> pd.DataFrame | None:
    """Return the region's counts of the latest year that the country has, else of a full one."""
    region, own_codes = brief.region, _own(brief)
    years = range(brief.edition - 1, brief.edition - 6, -1)
    found = [counts.region(brief.rows, region, indicator=indicator, year=year) for year in years]
    found = [each for each in found if len(each) >= _FEWEST]
    own = [each for each in found if each["iso3"].isin(own_codes).any()]
    if own:
        return own[0]
    most = max(map(len, found), default=0)
    return next((each for each in found if len(each) >= _ALMOST * most), None)


def _points(brief: Subject, found: pd.DataFrame) -> list[Point]:
    year = found["year"].iloc[0]
    series = f"{found['indicator'].iloc[0]}, {year}"
    pairs = {
        row["iso3"]: (reference("unodc", row), f"population/{row['iso3']}|{year}")
        for _, row in found.iterrows()
    }
    region = brief.region
    flat = [each for pair in pairs.values() for each in pair]
    middle = derived_point(
        brief, series, _MEDIAN, "median_counted", *flat, form="rate", about=region
    )
    each = [
        derived_point(
            brief,
            series,
            cells.place_name(brief.rows, iso3),
            "counted_per_million",
            *pair,
            form="rate",
            about="" if iso3 in _own(brief) else iso3,
        )
        for iso3, pair in sorted(pairs.items())
    ]
    return [middle, *each]


def _told(brief: Subject, strips: dict[str, list[Point]]) -> str:
    parts = []
    for name, points in strips.items():
        own = [f"{each.label} {each.text}, " for each in points if not each.about]
        mine = own[0] if own else ""
        parts.append(f"{name}: {mine}{_MEDIAN} {points[0].text}, {len(points) - 1} countries")
    return "; ".join(parts) + "."


def _draw(drawing: Any, strips: dict[str, list[Point]]) -> None:
    import seaborn as sns

    panels = drawing.subplots(len(strips), 1, sharex=True, squeeze=False)[:, 0]
    for axes, (name, points) in zip(panels, strips.items(), strict=True):
        middle, *each = points
        others = [one.value for one in each if one.about]
        sns.stripplot(
            x=others, jitter=False, color=style.SOFT, alpha=0.55, size=6, orient="h", ax=axes
        )
        axes.plot([middle.value] * 2, [-0.55, 0.55], color=style.INK, linewidth=1.4)
        _label(axes, middle.value, f"median {middle.text}", below=True, left=False)
        for own in each:
            if not own.about:
                axes.plot(own.value, 0, "D", color=style.COLORS[1], markersize=8)
                far = own.value > middle.value
                _label(axes, own.value, f"{own.label} {own.text}", below=False, left=far)
        axes.set_title(name, loc="left", fontsize="medium", pad=3)
        axes.set(ylim=(-1.5, 1.5), yticks=[])
        axes.spines["left"].set_visible(False)
        axes.set_xscale("symlog", linthresh=1, linscale=0.6)
        axes.tick_params(labelsize="small")
    panels[-1].set_xlim(-0.05, None)
    panels[-1].xaxis.set_major_formatter(lambda value, _: f"{value:g}")


def _label(axes: Any, value: float, text: str, *, below: bool, left: bool) -> None:
    """Write beside a mark; however long, the text takes no room from the strip."""
    axes.annotate(
        text,
        (value, 0),
        xytext=(-4 if left else 4, -11 if below else 9),
        textcoords="offset points",
        ha="right" if left else "left",
        va="center",
        fontsize="small",
        weight="normal" if below else "bold",
    ).set_in_layout(False)
