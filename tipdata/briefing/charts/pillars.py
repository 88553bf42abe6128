"""The charts that fit the figures of a pillar: the stages, the victims, the money."""

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import cells, comparators, telling
from tipdata.briefing.charts import bars, style
from tipdata.briefing.charts.bars import Bar
from tipdata.briefing.charts.figure import Point, figure, point
from tipdata.briefing.content import Brief

_STAGES = ("operations", "investigations", "arrests", "prosecutions", "convictions")
_BREAKDOWNS = ("sex", "age", "exploitation")


def of_pillar(brief: Brief, own: pd.DataFrame, name: str) -> list[Markup]:
    """Return the charts that fit the figures of a pillar; too little to draw gives none."""
    makers = {"prosecution": [_cascade, _money], "protection": [_victims, _money]}
    found = [make(brief, own) for make in makers.get(name, [_money])]
    return [chart for chart in found if chart is not None]


def _cascade(brief: Brief, own: pd.DataFrame) -> Markup | None:
    """Return the stages from operations to convictions, each with its unit."""
    totals = comparators.totals(own)
    totals = totals[totals["indicator"].isin(_STAGES)]
    totals = totals.drop_duplicates("indicator")
    totals = totals.loc[totals["indicator"].map(_STAGES.index).sort_values().index]
    if len(totals) < 2:
        return None
    now, before = _with_earlier(brief, own, totals)
    return figure(
        brief,
        "cascade",
        title="From operations to convictions",
        note="A line across a bar marks the earlier number.",
        description=(
            f"{_listed([*now, *before.values()])} Each stage counts in its own unit; the stages do "
            "not follow one year's cases."
        ),
        points=[*now, *before.values()],
        draw=lambda drawing, _: bars.draw(drawing, [_stage(p, before) for p in now]),
        height=bars.height(len(now)),
    )


def _with_earlier(
    brief: Brief, own: pd.DataFrame, shown: pd.DataFrame
) -> tuple[list[Point], dict[str, Point]]:
    """Return the points of the figures shown, and of the earlier numbers by figure_id."""
    pairs = comparators.pairs(own)
    now = [_point(brief, row) for _, row in shown.iterrows()]
    before = {
        each: _point(brief, brief.rows.get(f"figures/{pairs[each]}"))
        for each in shown["figure_id"]
        if each in pairs
    }
    return now, before


def _point(brief: Brief, row: pd.Series) -> Point:
    label = cells.cell(brief.rows, "figures", "indicator", row)
    year = cells.cell(brief.rows, "figures", "period", row)
    return point(brief, label, year, "figures", "quantity", row)


def _stage(now: Point, before: dict[str, Point]) -> Bar:
    earlier = before.get(now.row["figure_id"])
    text = f"{now.text} ({earlier.row['period']}: {earlier.text})" if earlier else now.text
    return Bar(now.series, text, now.value, earlier.value if earlier else None)


def _listed(points: list[Point]) -> str:
    return "; ".join(f"{each.series} {each.label}: {each.text}" for each in points) + "."


def _victims(brief: Brief, own: pd.DataFrame) -> Markup | None:
    """Return the identified victims and the parts that the narrative gives."""
    rows = own[(own["indicator"] == "victims_identified") & ~own["comparison"]]
    total = comparators.totals(rows).head(1)
    parts = rows[rows["subset_of"].isin(total["figure_id"])]
    parts = parts[parts["unit"].isin(total["unit"])]
    if parts.empty:
        return None
    points = [_part(brief, row) for _, row in pd.concat([total, _by_breakdown(parts)]).iterrows()]
    return figure(
        brief,
        "victims",
        title="Victims identified, and parts of the total",
        description=f"{_listed(points)} The parts overlap; they do not add up to the total.",
        points=points,
        draw=lambda drawing, points: bars.draw(
            drawing,
            [Bar(each.series, each.text, each.value, color=_color(each)) for each in points],
        ),
        height=bars.height(len(points)),
    )


def _by_breakdown(parts: pd.DataFrame) -> pd.DataFrame:
    """Return the parts by sex first, then by age, exploitation and the rest."""
    return parts.loc[parts.apply(_breakdown, axis=1).sort_values(kind="stable").index]


def _breakdown(row: pd.Series) -> int:
    given = [place for place, column in enumerate(_BREAKDOWNS) if pd.notna(row[column])]
    return given[0] if len(given) == 1 else len(_BREAKDOWNS)


def _color(each: Point) -> str:
    if pd.isna(each.row["subset_of"]):
        return style.OTHERS
    return style.COLORS[_breakdown(each.row)]


def _part(brief: Brief, row: pd.Series) -> Point:
    period = cells.cell(brief.rows, "figures", "period", row)
    name = telling.covered(row) if pd.notna(row["subset_of"]) else "total"
    return point(brief, name.capitalize(), period, "figures", "quantity", row)


def _money(brief: Brief, own: pd.DataFrame) -> Markup | None:
    """Return the money of the pillar, year by year, in the currency of the narrative and dollars.

    Bars share a length scale, so only the currency that most amounts are in is drawn.
    """
    rows = own[own["indicator"] == "budget"]
    rows = rows[rows["unit"].isin(rows["unit"].mode().head(1))]
    if len(rows) < 2:
        return None
    rows = rows.sort_values(["agency", "period"], kind="stable", na_position="last")
    points = [_amount(brief, row) for _, row in rows.iterrows()]
    dollars = [
        point(brief, each.series, f"{each.label}, in US dollars", "figures", "usd", each.row)
        for each in points
        if pd.notna(each.row["usd"])
    ]
    in_dollars = {each.row["figure_id"]: f" ({each.text})" for each in dollars}
    return figure(
        brief,
        "money",
        title="Money for anti-trafficking work",
        description=_listed([*points, *dollars]),
        points=[*points, *dollars],
        draw=lambda drawing, _: bars.draw(
            drawing,
            [
                Bar(
                    f"{each.series}, {each.label}",
                    each.text + in_dollars.get(each.row["figure_id"], ""),
                    each.value,
                )
                for each in points
            ],
        ),
        height=bars.height(len(points)),
    )


def _amount(brief: Brief, row: pd.Series) -> Point:
    year = cells.cell(brief.rows, "figures", "period", row)
    return point(brief, telling.subject(row), year, "figures", "quantity", row)
