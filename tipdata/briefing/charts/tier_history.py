"""Tiers over the editions, as steps; a special case stands apart below the scale."""

from typing import Any

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import history
from tipdata.briefing.charts import style
from tipdata.briefing.charts.figure import Point, figure, point
from tipdata.briefing.content import Brief

_LEVELS = {"S": 0} | {code: place for place, code in enumerate(reversed(history.SCALE), start=1)}
_MARKERS = {"up": "^", "down": "v"}


def tier_history(brief: Brief, own: pd.DataFrame) -> Markup:
    """Return the chart of the placements `own`, with the movements told by the law marked."""
    waived = brief.rows.of("assessments", iso3=brief.iso3)
    waived = waived[waived["movement"].isin(["waiver", "auto-downgrade"])]
    points = [
        point(brief, "Placement", f"edition {row['edition']}", "tiers", "tier", row)
        for _, row in own.iterrows()
    ]
    points += [
        point(brief, "By law", f"edition {row['edition']}", "assessments", "movement", row)
        for _, row in waived.iterrows()
    ]
    return figure(
        brief,
        "tier-history",
        title="Tier by edition",
        description=_told(brief, own),
        points=points,
        draw=lambda drawing, points: _draw(drawing, points, brief.edition),
        height=2.5,
    )


def _draw(drawing: Any, points: list[Point], edition: int) -> None:
    axes = drawing.add_subplot()
    placed = {int(p.row["edition"]): p.row for p in points if p.series == "Placement"}
    known = {year: _LEVELS[str(row["tier"])] for year, row in placed.items()}
    every = range(min(known), max(known) + 1)
    levels = [known.get(year, float("nan")) for year in every]
    axes.step(every, levels, where="mid", color=style.SOFT, linewidth=1)
    for year, row in placed.items():
        axes.plot(
            year,
            known[year],
            _MARKERS.get(row["moved"], "o"),
            color=style.TIER_COLORS[str(row["tier"])],
            markersize=7,
            markeredgecolor=style.INK,
            markeredgewidth=2 if year == edition else 0.6,
        )
    for each in points:
        year = int(each.row["edition"])
        if each.series == "By law" and year in known:
            label = {"waiver": "waiver", "auto-downgrade": "by law"}[each.row["movement"]]
            axes.annotate(label, (year, known[year] - 0.5), ha="center", fontsize="small")
    if edition in known:
        axes.axvline(edition, color=style.SOFT, linewidth=0.8, linestyle=":", zorder=0)
    codes = sorted(_LEVELS, key=_LEVELS.get)
    axes.set_yticks([_LEVELS[code] for code in codes], [style.TIER_LABELS[code] for code in codes])
    axes.set_ylim(-0.6, 4.4)
    style.whole_years(axes)


def _told(brief: Brief, own: pd.DataFrame) -> str:
    """Return the history in words, run by run."""
    breaks = (own["tier"] != own["tier"].shift()) | (own["edition"].diff() != 1)
    runs = [
        f"{style.TIER_LABELS[run['tier'].iloc[0]]} "
        f"{_span(run['edition'].iloc[0], run['edition'].iloc[-1])}"
        for _, run in own.groupby(breaks.cumsum())
    ]
    return (
        f"Placements of {brief.called}: {'; '.join(runs)}. Triangles that point up are upgrades, "
        "those that point down are downgrades."
    )


def _span(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first} to {last}"
