"""Maps: every row is drawn or named, and what differs in meaning differs on the map."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from tests.briefing.frames import frame, rows
from tipdata.briefing import charts
from tipdata.briefing.charts.maps import sheet
from tipdata.briefing.charts.maps.view import of_frame, of_points, rings
from tipdata.briefing.content import Brief
from tipdata.briefing.region import Region, open_region
from tipdata.tables.declaration import table
from tipdata.tables.load import whole

REGIONS = list(table("countries").column("region").categories)
NAMES = {"AAA": "Aarland", "BBB": "Beland", "CCC": "Ceeland", "DDD": "Deeland", "EEE": "Eeland",
         "FFF": "Effland"}  # fmt: skip
PLACEMENTS = [
    {"iso3": "AAA", "tier": "1"},
    {"iso3": "BBB", "tier": "2W"},
    {"iso3": "CCC", "missing": "not_covered"},
    {"iso3": "DDD", "missing": "not_read"},
    {"iso3": "EEE", "missing": "no_placement"},
    {"iso3": "FFF", "tier": "3"},
]


def square(place, west, south, size=8.0):
    east, north = west + size, south + size
    text = f"({west} {south},{east} {south},{east} {north},{west} {north},{west} {south})"
    middle = {"lon": west + size / 2, "lat": south + size / 2}
    return {"place": place, "shape": f"MULTIPOLYGON (({text}))", "area_km2": 1, **middle}


SQUARES = [square(code, -10 + 10 * at, 0) for at, code in enumerate(list(NAMES)[:5])]


def africa(shapes=SQUARES, placements=PLACEMENTS) -> Region:
    places = [{"iso3": code, "name": name, "report_name": name} for code, name in NAMES.items()]
    made = rows(countries=frame("countries", *places), tiers=placements, shapes=shapes)
    return Region("Africa", 2018, made)


def drawn(svg: str) -> dict[str, str]:
    return dict(re.findall(r'data-drawn="tiers/(\w+)\|2018=(\w+)"', svg))


def looks(svg: str, place: str) -> tuple[str, bool]:
    """Return the fill of a place, and whether it is hatched."""
    shape = re.search(rf'data-drawn="tiers/{place}\|.*?style="(.*?)"', svg, re.DOTALL)[1]
    return re.search(r"fill: ([^;]+)", shape)[1], "url(" in shape


def test_every_place_is_drawn_as_its_row_says():
    svg = str(charts.tier_map(africa()))
    assert drawn(svg) == {
        "AAA": "1", "BBB": "2W", "CCC": "not_covered", "DDD": "not_read", "EEE": "no_placement",
    }  # fmt: skip


def test_a_place_without_a_shape_is_named_below():
    html = str(charts.tier_map(africa()))
    assert 'data-undrawn="tiers/FFF|2018">Effland</span>' in html
    assert "data-undrawn" not in str(charts.tier_map(africa([*SQUARES, square("FFF", 0, -20)])))


def test_no_shape_at_all_gives_no_map():
    assert charts.tier_map(africa([square("ZZZ", 0, 0)])) == ""


def test_placements_and_kinds_of_missing_look_different():
    svg = str(charts.tier_map(africa()))
    assert len({looks(svg, place) for place in ("AAA", "BBB", "CCC", "DDD", "EEE")}) == 5


def test_the_legend_names_what_is_there_and_nothing_else():
    svg = str(charts.tier_map(africa()))
    for shown in ("1: Tier 1", "W: Watch List", "\u2013: not covered", "?: covered, but not read"):
        assert shown in svg
    assert "2: Tier 2" not in svg
    assert "Special Case" not in svg


def test_a_small_place_is_a_dot_with_its_code():
    svg = str(charts.tier_map(africa([*SQUARES[:4], square("EEE", 50, -15, 0.1)])))
    assert drawn(svg)["EEE"] == "no_placement"
    assert re.search(r">EEE</text>", svg)
    assert not re.search(r">DDD</text>", svg)


def test_maps_of_two_editions_differ():
    later = [each | {"edition": 2019} for each in PLACEMENTS] + [{"iso3": "AAA", "tier": "3"}]
    one = africa(placements=[*PLACEMENTS, *later[:-1]])
    other = Region("Africa", 2019, one.rows)
    assert str(charts.tier_map(one)) != str(charts.tier_map(other))


def test_the_page_of_a_country_marks_it_on_the_map_of_its_region():
    content = Brief("BBB", 2018, africa().rows)
    html = str(charts.tier_map(content))
    assert drawn(html) == drawn(str(charts.tier_map(africa())))
    bold = re.findall(r'data-drawn="tiers/(\w+)\|(?:(?!</g>).)*stroke-width: 2;', html, re.DOTALL)
    assert bold == ["BBB"]
    assert "Beland has the bold border." in html
    assert "bold border" not in str(charts.tier_map(africa()))


@pytest.mark.parametrize("region", REGIONS)
def test_all_places_of_a_region_are_on_its_map(region):
    content = open_region(region, edition=2018)
    svg = str(charts.tier_map(content))
    own = content.own("tiers").set_index("iso3")
    expected = own["tier"].astype("string").fillna(own["missing"].astype("string"))
    assert drawn(svg) == expected.to_dict()
    assert "data-undrawn" not in svg


def test_every_point_of_a_shape_is_read():
    for shape in whole("shapes")["shape"]:
        points = sum(len(ring) for ring in rings(shape))
        assert points == shape.count(",") + (shape != "MULTIPOLYGON EMPTY")


def test_rings_of_well_known_text():
    found = rings("MULTIPOLYGON (((0 0,4 0,4 4,0 0),(1 1,2 1,2 2,1 1)),((-5.5 7,6 7,6 8,-5.5 7)))")
    assert [each.tolist()[0] for each in found] == [[0, 0], [1, 1], [-5.5, 7]]
    assert rings("MULTIPOLYGON EMPTY") == []


@given(st.floats(-170, 170), st.floats(-60, 60), st.floats(0, 359))
def test_land_keeps_its_area_wherever_it_lies(lon, lat, turned):
    view = of_frame(-20, -20, 20, 20, width=5, height=5)
    around_middle = view.points(np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]]))
    away = np.array([20 * np.cos(np.radians(turned)), 15 * np.sin(np.radians(turned))])
    there = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]]) + away
    south, north = np.sin(np.radians(there[[0, 2], 1]))
    true = (north - south) / (2 * np.sin(np.radians(0.5)))
    assert area(view.points(there)) == pytest.approx(area(around_middle) * true, rel=1e-3)


def area(ring: np.ndarray) -> float:
    x, y = ring.T
    return abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2


def test_a_view_holds_its_frame_and_looks_across_the_antimeridian():
    view = of_frame(170, -20, 200, 10, width=5, height=3)
    inside = view.points(np.array([[175, 0], [185, 0], [-175, 0], [-165, 0]]))
    assert all(view.holds(each) for each in inside)
    assert inside[1] == pytest.approx(inside[2])
    assert not view.shows(np.array([150, 0]))


def test_a_ring_off_the_sheet_or_behind_the_globe_is_not_drawn():
    view = of_points(np.array([[0, 0], [10, 10]]), centre=(5, 5), width=3, height=3)
    here = np.array([[2, 2], [8, 2], [8, 8], [2, 8], [2, 2]], dtype=float)
    assert len(view.ring(here)) == 5
    assert len(view.ring(here + np.array([60, 0]))) == 0
    assert len(view.ring(here + np.array([175, -10]))) == 0


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 300)), min_size=1, max_size=12))
def test_dots_are_moved_apart(points):
    moved = sheet.apart(np.array(points), distance=9, rounds=400)
    gaps = np.hypot(*(moved[:, None] - moved[None, :]).T)
    np.fill_diagonal(gaps, np.inf)
    assert gaps.min() > 8.5


FLOWS = [
    {"origin": "BBB", "destination": "AAA", "population": "women", "exploitation": "sex"},
    {"origin": "BBB", "destination": "AAA", "population": "men", "exploitation": "labor"},
    {"origin": "AAA", "destination": "CCC"},
    {"origin": "AAA", "destination": "AAA"},
    {"origin": "CCC", "destination": "DDD"},
    {"origin": "X-EAST_AFRICA", "destination": "AAA", "population": "men"},
    {"origin": "X-EAST_AFRICA", "destination": "AAA", "population": "women"},
    {"origin": "AAA", "destination": "FFF"},
]


def flow_map(*flows) -> str:
    made = africa().rows
    content = Brief("AAA", 2018, rows(**made.replaced | {"flows": flows}))
    return str(charts.flow_map(content, content.own("flows")))


def arrows(svg: str) -> dict[str, int]:
    """Return each pair that is drawn, and how many rows its arrow stands for."""
    return {
        each.rpartition("=")[2]: each.count("flows/")
        for each in re.findall(r'data-drawn="(.*?)"', svg.replace("&gt;", ">"))
    }


def test_every_row_is_an_arrow_or_named_below():
    html = flow_map(*FLOWS)
    assert arrows(html) == {"BBB>AAA": 2, "AAA>CCC": 1, "AAA>AAA": 1, "CCC>DDD": 1}
    named = re.findall(r'data-undrawn="(.*?)"', html)
    assert [each.count("flows/") for each in named] == [2, 1]
    below = Markup(html[html.index("Not on the map") :]).striptags()
    assert "East Africa \u2192 Aarland; Aarland \u2192 Effland." in below


def test_the_legend_names_the_directions_that_are_there():
    html = flow_map(*FLOWS[:3])
    assert ">to Aarland</text>" in html
    assert ">from Aarland</text>" in html
    assert "within Aarland" not in html


def test_names_stand_at_the_ends():
    html = flow_map(*FLOWS)
    for name in ("Aarland", "Beland", "Ceeland", "Deeland"):
        assert f">{name}</text>" in html
    assert ">Eeland</text>" not in html


def test_regions_alone_give_no_map():
    assert flow_map(*FLOWS[5:]) == ""


def test_an_arrow_tells_its_rows_on_hover():
    html = flow_map(*FLOWS[:2])
    assert "<title>to Aarland: Beland \u2192 Aarland</title>" in html
    assert "women, sex trafficking" in html
