"""How many places of a region each tier held, edition by edition."""

from typing import Any

from markupsafe import Markup

from tipdata.briefing.charts import panels, style
from tipdata.briefing.charts.figure import Point, derived_point, figure
from tipdata.briefing.region import Region


def tiers_by_edition(region: Region) -> Markup:
    """Return the chart: a panel for each tier, a bar for each edition."""
    own = region.rows.of("tiers", iso3=region.places)
    own = own[own["tier"].notna()]
    editions = range(int(own["edition"].min()), int(own["edition"].max()) + 1)
    series = {
        label: [
            derived_point(
                region, label, str(each), "placed", region.name, str(each), code, form="number"
            )
            for each in editions
        ]
        for code, label in style.TIER_LABELS.items()
    }
    series = {label: found for label, found in series.items() if any(p.value for p in found)}
    points = [each for found in series.values() for each in found]
    return figure(
        region,
        "tiers-by-edition",
        title="Places on each tier, edition by edition",
        description=_told(region, series),
        note="Only placements that our sources hold; an edition with few is not one of few places.",
        points=points,
        draw=lambda drawing, _: panels.draw(drawing, series, _panel),
        height=panels.height(len(series)),
    )


def _told(region: Region, series: dict[str, list[Point]]) -> str:
    now = [
        f"{label} {each.text}"
        for label, found in series.items()
        for each in found
        if each.label == str(region.edition)
    ]
    return f"Places of {region.name} in edition {region.edition}: {'; '.join(now)}."


def _panel(axes: Any, points: list[Point]) -> None:
    codes = {label: code for code, label in style.TIER_LABELS.items()}
    color = style.TIER_COLORS[codes[points[0].series]]
    axes.bar([int(each.label) for each in points], [each.value for each in points], color=color)
    axes.locator_params(axis="y", nbins=2, integer=True)
