"""Charts of a brief: rows in, a figure out that says what it shows and carries its numbers.

Each chart is inline SVG with a title and a description, drawn from marked numbers only; the same
numbers stand in a table below it, and the SVG carries the digest of them, so that the finished page
can be checked: a chart of other rows has another digest.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO
from typing import Any

import pandas as pd
from markupsafe import Markup

from tipdata.briefing import cells, comparators, history, page, words
from tipdata.briefing.content import Brief
from tipdata.briefing.page import cell, tag

# Tier colours differ in lightness too, so that they survive greyscale.
TIER_COLORS = {"1": "#7fb5d5", "2": "#3d85b8", "2W": "#c2702a", "3": "#7a1f3d", "S": "#777777"}
_COLORS = ["#1f5a8a", "#c2702a", "#4b8b6f", "#7a1f3d"]


@dataclass(frozen=True)
class Point:
    """One marked number of a chart: how it is labelled, and the row and column it comes from."""

    series: str
    label: str
    table: str
    column: str
    row: pd.Series


def digest(marks: list[tuple[str, str, str]]) -> str:
    """Return the digest of (reference, column, text) of every number that a chart shows."""
    joined = "\n".join("\t".join(mark) for mark in marks)
    return sha256(joined.encode()).hexdigest()[:16]


def figure(
    brief: Brief,
    name: str,
    *,
    title: str,
    description: str,
    points: list[Point],
    draw: Callable[[Any, list[Point]], None],
    size: tuple[float, float] = (7.2, 3.0),
) -> Markup:
    """Return a chart with its title, its description, its numbers and its source."""
    marks = [_mark(brief, point) for point in points]
    whose = f"{brief.name}, edition {brief.edition}"
    svg = _svg(
        draw,
        points,
        size=size,
        name=f"{name}-{brief.iso3}-{brief.edition}",
        title=f"{title}: {whose}",
        description=description,
        stamp=digest(marks),
    )
    rows = pd.DataFrame([point.row for point in points])
    body = [
        tag(
            "tr",
            tag("th", point.series, scope="row"),
            tag("td", point.label),
            tag("td", cell(brief.rows, point.table, point.column, point.row)),
        )
        for point in points
    ]
    table = page.table(
        ["Series", "What", "Number"],
        body,
        caption="Numbers behind the chart",
        source=page.source(brief.rows, rows),
    )
    return tag(
        "figure",
        Markup(svg),
        tag("figcaption", title),
        tag("details", tag("summary", "Numbers behind the chart"), table),
        class_="chart",
        data_chart=name,
        data_digest=digest(marks),
    )


def _mark(brief: Brief, point: Point) -> tuple[str, str, str]:
    text = cells.cell(brief.rows, point.table, point.column, point.row)
    return page.reference(point.table, point.row), point.column, text


def _svg(
    draw: Callable[[Any, list[Point]], None],
    points: list[Point],
    *,
    size: tuple[float, float],
    name: str,
    title: str,
    description: str,
    stamp: str,
) -> str:
    """Return the drawing as SVG that depends on its points alone: no date, no random ids."""
    import matplotlib as mpl
    import seaborn as sns
    from matplotlib.figure import Figure

    style = sns.axes_style("ticks") | sns.plotting_context("paper", font_scale=1.1)
    own = {"svg.fonttype": "none", "svg.hashsalt": name, "font.family": "sans-serif"}
    with mpl.rc_context(style | own):
        drawing = Figure(figsize=size, layout="constrained")
        axes = drawing.add_subplot()
        draw(axes, points)
        sns.despine(ax=axes)
        out = StringIO()
        drawing.savefig(
            out, format="svg", transparent=True, metadata={"Date": None, "Creator": None}
        )
    return _named(out.getvalue(), name=name, title=title, description=description, stamp=stamp)


def _named(svg: str, *, name: str, title: str, description: str, stamp: str) -> str:
    """Return the SVG element alone, with ids of its own, a title, a description and the digest."""
    body = svg[svg.index("<svg") :]
    body = re.sub(r"<metadata>.*?</metadata>", "", body, flags=re.DOTALL)
    body = re.sub(r'\bid="', f'id="{name}-', body)
    body = re.sub(r"url\(#", f"url(#{name}-", body)
    body = re.sub(r'href="#', f'href="#{name}-', body)
    opening, rest = body.split(">", 1)
    width, height = re.search(r'viewBox="0 0 (\S+) (\S+)"', opening).groups()
    said = Markup("<title>{}</title><desc>{}</desc>").format(title, description)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {width} {height}" role="img" aria-label="{Markup.escape(title)}" '
        f'data-digest="{stamp}">{said}{rest}'
    )


def tier_history(brief: Brief, own: pd.DataFrame) -> Markup:
    """Return the placements over the editions as steps; a special case stands apart below."""
    codes = {code: place for place, code in enumerate([*reversed(history.SCALE)], start=1)}
    codes["S"] = 0
    points = [
        Point("Placement", f"edition {row['edition']}", "tiers", "tier", row)
        for _, row in own.iterrows()
    ]

    def draw(axes: Any, points: list[Point]) -> None:
        editions = [int(point.row["edition"]) for point in points]
        levels = [codes[str(point.row["tier"])] for point in points]
        every = range(editions[0], editions[-1] + 1)
        known = dict(zip(editions, levels, strict=True))
        axes.step(
            every, [known.get(each, float("nan")) for each in every], where="mid", color="#555555"
        )
        for edition, level, point in zip(editions, levels, points, strict=True):
            marker = {"up": "^", "down": "v"}.get(point.row["moved"], "o")
            color = TIER_COLORS[str(point.row["tier"])]
            axes.plot(edition, level, marker, color=color, markersize=7, markeredgecolor="#333333")
        if brief.edition in known:
            axes.axvline(brief.edition, color="#999999", linewidth=0.8, linestyle=":")
        axes.set_yticks(
            [0, 1, 2, 3, 4], ["Special Case", "Tier 3", "Watch List", "Tier 2", "Tier 1"]
        )
        axes.set_ylim(-0.4, 4.4)
        _whole_years(axes)

    return figure(
        brief,
        "tier-history",
        title="Tier by edition",
        description=_told_history(brief, own),
        points=points,
        draw=draw,
    )


def _told_history(brief: Brief, own: pd.DataFrame) -> str:
    """Return the history in words, run by run."""
    labels = {"1": "Tier 1", "2": "Tier 2", "2W": "Tier 2 Watch List", "3": "Tier 3"}
    labels["S"] = "Special Case"
    breaks = (own["tier"] != own["tier"].shift()) | (own["edition"].diff() != 1)
    runs = [
        f"{labels[run['tier'].iloc[0]]} {_span(run['edition'].iloc[0], run['edition'].iloc[-1])}"
        for _, run in own.groupby(breaks.cumsum())
    ]
    return f"Placements of {brief.name}: {'; '.join(runs)}. Triangles mark upgrades and downgrades."


def _span(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first} to {last}"


def of_pillar(brief: Brief, own: pd.DataFrame, name: str) -> list[Markup]:
    """Return the charts that fit the figures of a pillar; too little to draw gives none."""
    makers = {"prosecution": [_cascade, _money], "protection": [_victims, _money]}
    found = [make(brief, own) for make in makers.get(name, [_money])]
    return [chart for chart in found if chart is not None]


_STAGES = ("operations", "investigations", "arrests", "prosecutions", "convictions")


def _cascade(brief: Brief, own: pd.DataFrame) -> Markup | None:
    """Return the stages from operations to convictions, each with its unit."""
    rows = comparators.totals(own)
    rows = rows[rows["indicator"].isin(_STAGES)]
    rows = rows.drop_duplicates("indicator")
    rows = rows.loc[rows["indicator"].map(_STAGES.index).sort_values().index]
    if len(rows) < 2:
        return None
    points = _bars(brief, rows)
    return figure(
        brief,
        "cascade",
        title="From operations to convictions",
        description=(
            f"{_told(points, brief)} Each stage counts in its own unit and is not one year's "
            "cohort: an arrest of one year may be tried in another."
        ),
        points=points,
        draw=_horizontal,
        size=(7.2, 0.6 + 0.5 * len(points)),
    )


def _victims(brief: Brief, own: pd.DataFrame) -> Markup | None:
    """Return the identified victims and the parts that the narrative gives."""
    rows = own[(own["indicator"] == "victims_identified") & ~own["comparison"]]
    if rows["subset_of"].isna().all():
        return None
    points = _bars(brief, rows)
    return figure(
        brief,
        "victims",
        title="Victims identified, and parts of the total",
        description=f"{_told(points, brief)} The parts overlap; they do not add up to the total.",
        points=points,
        draw=_horizontal,
        size=(7.2, 0.6 + 0.45 * len(points)),
    )


def _money(brief: Brief, own: pd.DataFrame) -> Markup | None:
    """Return the money of the pillar, year beside year, in US dollars."""
    rows = own[(own["indicator"] == "budget") & own["usd"].notna()]
    if len(rows) < 2:
        return None
    rows = rows.sort_values(["agency", "period"], kind="stable")
    points = [
        Point(
            cells.cell(brief.rows, "figures", "agency", row),
            f"{cells.cell(brief.rows, 'figures', 'period', row)}, "
            f"{cells.cell(brief.rows, 'figures', 'quantity', row)}",
            "figures",
            "usd",
            row,
        )
        for _, row in rows.iterrows()
    ]

    def draw(axes: Any, points: list[Point]) -> None:
        labels = [f"{p.series}\n{p.row['period']}" for p in points]
        _bar_plot(axes, labels, [float(p.row["usd"]) for p in points])
        for place, point in enumerate(points):
            axes.text(point.row["usd"], place, f"  {words.dollars(point.row['usd'])}", va="center")
        axes.set_xlabel("US dollars")

    return figure(
        brief,
        "money",
        title="Money for anti-trafficking work",
        description="; ".join(
            f"{p.series}, {p.label}: {words.dollars(p.row['usd'])}" for p in points
        ),
        points=points,
        draw=draw,
        size=(7.2, 0.8 + 0.55 * len(points)),
    )


def _bars(brief: Brief, rows: pd.DataFrame) -> list[Point]:
    return [
        Point(
            cells.cell(brief.rows, "figures", "indicator", row),
            cells.cell(brief.rows, "figures", "covers", row) or "all",
            "figures",
            "quantity",
            row,
        )
        for _, row in rows.iterrows()
    ]


def _told(points: list[Point], brief: Brief) -> str:
    parts = [
        f"{p.series} ({p.label}) {cells.cell(brief.rows, 'figures', 'quantity', p.row)}"
        for p in points
    ]
    return "; ".join(parts) + "."


def _horizontal(axes: Any, points: list[Point]) -> None:
    labels = [p.series if p.label == "all" else f"{p.series}\n{p.label}" for p in points]
    _bar_plot(axes, labels, [float(p.row["value"]) for p in points])
    for place, point in enumerate(points):
        text = f"  {words.number(point.row['value'])} {words.unit(point.row)}"
        axes.text(point.row["value"], place, text, va="center")
    axes.set_xlabel("")


def _bar_plot(axes: Any, labels: list[str], values: list[float]) -> None:
    import seaborn as sns

    places = [str(place) for place in range(len(labels))]
    sns.barplot(x=values, y=places, ax=axes, color=_COLORS[0], width=0.6)
    axes.set_yticks(range(len(labels)), labels)
    axes.set_ylabel("")
    axes.margins(x=0.18)
    axes.xaxis.set_major_formatter(lambda value, _: words.number(value))


def unodc(brief: Brief, own: pd.DataFrame) -> Markup:
    """Return UNODC's counts over the years; a suppressed count is drawn as its range."""
    points = [
        Point(row["indicator"], f"{row['year']}", "unodc", "count", row)
        for _, row in own.iterrows()
    ]

    def draw(axes: Any, points: list[Point]) -> None:
        import seaborn as sns

        frame = pd.DataFrame(
            {
                "year": [int(p.row["year"]) for p in points],
                "low": [float(p.row["value_min"]) for p in points],
                "high": [float(p.row["value_max"]) for p in points],
                "indicator": [p.series for p in points],
            }
        )
        frame["count"] = (frame["low"] + frame["high"]) / 2
        sns.lineplot(
            frame,
            x="year",
            y="count",
            hue="indicator",
            style="indicator",
            markers=True,
            dashes=False,
            palette=(_COLORS * 2)[: frame["indicator"].nunique()],
            ax=axes,
            errorbar=None,
        )
        hidden = frame[frame["low"] < frame["high"]]
        axes.vlines(hidden["year"], hidden["low"], hidden["high"], color="#333333", linewidth=3)
        axes.set(xlabel="", ylabel="Count", ylim=(0, None))
        axes.legend(title=None, frameon=False, fontsize="small")
        _whole_years(axes)

    years = f"{own['year'].min()} to {own['year'].max()}"
    return figure(
        brief,
        "unodc",
        title="Counts reported to UNODC",
        description=(
            f"Yearly counts of {brief.name}, {years}: {', '.join(own['indicator'].unique())}. "
            "Withheld counts are drawn as their range. The numbers stand in the table below."
        ),
        points=points,
        draw=draw,
        size=(7.2, 3.2),
    )


def policy_index(brief: Brief, own: pd.DataFrame) -> Markup:
    """Return the scores of the policy index over the years."""
    names = ("prosecution", "protection", "prevention")
    points = [
        Point(name, f"{row['year']}", "policy_index", name, row)
        for name in names
        for _, row in own.iterrows()
        if pd.notna(row[name])
    ]

    def draw(axes: Any, points: list[Point]) -> None:
        import seaborn as sns

        frame = pd.DataFrame(
            {
                "year": [int(p.row["year"]) for p in points],
                "score": [float(p.row[p.series]) for p in points],
                "pillar": [p.series for p in points],
            }
        )
        sns.lineplot(
            frame,
            x="year",
            y="score",
            hue="pillar",
            style="pillar",
            markers=True,
            palette=_COLORS[: frame["pillar"].nunique()],
            ax=axes,
            errorbar=None,
        )
        axes.set(xlabel="", ylabel="Score, one to five", ylim=(0.8, 5.2), yticks=[1, 2, 3, 4, 5])
        axes.legend(title=None, frameon=False, fontsize="small")
        _whole_years(axes)

    last = own.iloc[-1]
    told = ", ".join(f"{name} {last[name]}" for name in names if pd.notna(last[name]))
    return figure(
        brief,
        "policy-index",
        title="Anti-trafficking policy index",
        description=f"Scores of {brief.name} by year; in {last['year']}: {told}. Five is best.",
        points=points,
        draw=draw,
    )


def _whole_years(axes: Any) -> None:
    from matplotlib.ticker import MaxNLocator

    axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=9))
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:.0f}")
