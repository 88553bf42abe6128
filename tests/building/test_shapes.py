"""Shapes: what is drawn as what, in one piece, without gaps; rules that do nothing are errors."""

import pytest
import shapely

from tests.building.conftest import LAND, LINES, topology
from tipdata.building import shapes
from tipdata.errors import SourceError

ISLAND = [[-90, 0], [-90, 1], [-89, 1], [-89, 0], [-90, 0]]


def made(world, lines=LINES, land=LAND):
    world.write(shapes.FILE.path, topology(lines, land))
    world.build()
    return world.read("shapes").set_index("place")


def shape(table, place):
    return shapely.from_wkt(table.loc[place, "shape"])


def test_a_place_has_its_area_and_is_marked_inside(world):
    table = made(world)
    assert shape(table, "NAM").bounds == (14, -26, 20, -20)
    assert float(table.loc["NAM", "area_km2"]) == pytest.approx(412_000, rel=0.01)
    mark = shapely.Point(table.loc["NAM", ["lon", "lat"]].astype(float))
    assert shape(table, "NAM").contains(mark)


def test_neighbours_keep_the_line_between_them_when_it_is_thinned(world):
    zigzag = [[-80, -4], [-79, -3.5], [-78, -4.5], [-77, -3.5], [-76, -4]]
    table = made(world, [zigzag, *LINES[1:]])
    ecuador, peru = shape(table, "ECU"), shape(table, "PER")
    assert ecuador.intersection(peru).area == 0
    assert shapely.union(ecuador, peru).geom_type == "Polygon"
    assert not shapely.union(ecuador, peru).interiors


def test_what_a_piece_surrounds_is_not_of_it(world):
    hole = [[16, -24], [17, -24], [17, -23], [16, -23], [16, -24]]
    table = made(world, [*LINES, hole], LAND | {"Namibia": [[3], [5]], "Kosovo": [[5]]})
    assert not shape(table, "NAM").contains(shapely.Point(16.5, -23.5))
    assert shape(table, "XKX").contains(shapely.Point(16.5, -23.5))
    whole = float(made(world).loc["NAM", "area_km2"])
    parts = table.loc[["NAM", "XKX"], "area_km2"].astype(float)
    assert parts.sum() == pytest.approx(whole, abs=1)


def test_a_piece_across_the_antimeridian_stays_whole(world):
    across = [[178, 60], [178, 62], [180, 62], [-180, 62], [-175, 62], [-175, 60], [178, 60]]
    table = made(world, [*LINES, across], LAND | {"Namibia": [[5]]})
    assert shape(table, "NAM").bounds == (178, 60, 185, 62)


def test_a_mere_point_has_a_mark_but_no_shape(world):
    table = made(world, [*LINES, [[5, 5], [5, 5]]], LAND | {"Kosovo": [[5]]})
    assert table.loc["XKX", "shape"] == "MULTIPOLYGON EMPTY"
    assert table.loc["XKX", ["lon", "lat"]].tolist() == ["5", "5"]


def test_small_parts_go_and_the_largest_stays(world):
    islet = [[30, 0], [30, 0.2], [30.2, 0.2], [30, 0]]
    land = LAND | {"Kosovo": [[5]], "Namibia": [[[3]], [[5]], [[6]]]}
    table = made(world, [*LINES, islet, ISLAND], land)
    assert len(shape(table, "XKX").geoms) == 1
    assert len(shape(table, "NAM").geoms) == 2


def test_a_territory_is_drawn_as_another_place_or_left_out(world):
    land = LAND | {"Isle": [[5]], "Reef": [[5]]}
    world.rule("territories", "printed,drawn_as,why\nIsle,PER,part of it\nReef,,nobody there\n")
    table = made(world, [*LINES, ISLAND], land)
    assert sorted(table.index) == ["ECU", "NAM", "PER", "XKX"]
    assert shape(table, "PER").contains(shapely.Point(-89.5, 0.5))


def test_a_name_without_a_code_stops_the_build(world):
    with pytest.raises(SourceError, match=r"shapes: 1 names without a code: 'Isle'"):
        made(world, [*LINES, ISLAND], LAND | {"Isle": [[5]]})


def test_a_listed_territory_that_is_not_drawn_stops_the_build(world):
    world.rule("territories", "printed,drawn_as,why\nIsle,PER,part of it\n")
    with pytest.raises(SourceError, match=r"territories\.csv lists what is not drawn: Isle"):
        made(world)


def test_a_place_of_the_report_without_a_shape_stops_the_build(world):
    with pytest.raises(SourceError, match="the source draws no XKX"):
        made(world, LINES, {name: land for name, land in LAND.items() if name != "Kosovo"})


def test_a_part_is_drawn_with_whom_the_report_tells_of_it(world):
    world.rule("shape_parts", "printed,lon,lat,drawn_as,why\nPeru,-89.5,0.5,ECU,told there\n")
    table = made(world, [*LINES, ISLAND], LAND | {"Peru": [[[2, ~0]], [[5]]]})
    assert shape(table, "ECU").contains(shapely.Point(-89.5, 0.5))
    assert not shape(table, "PER").contains(shapely.Point(-89.5, 0.5))


@pytest.mark.parametrize("point", ["-75,-10", "0,0"])
def test_a_rule_that_moves_no_part_of_its_own_stops_the_build(world, point):
    world.rule("shape_parts", f"printed,lon,lat,drawn_as,why\nPeru,{point},ECU,told there\n")
    with pytest.raises(SourceError, match=r"shape_parts\.csv says that"):
        made(world)


def test_a_rule_on_a_part_of_what_is_not_drawn_stops_the_build(world):
    world.rule("shape_parts", "printed,lon,lat,drawn_as,why\nPerou,-75,-10,ECU,told there\n")
    with pytest.raises(SourceError, match="not drawn: Perou"):
        made(world)


def test_a_mark_stands_where_the_rule_says(world):
    world.rule("shape_marks", "iso3,lon,lat,why\nPER,-77,-12,the capital\n")
    assert made(world).loc["PER", ["lon", "lat"]].tolist() == ["-77", "-12"]
