"""The packaged shapes: every place is there, in the frame, and where it is known to be."""

from itertools import combinations

import pytest
import shapely

from tipdata.tables.load import whole

SHAPES = {row.place: shapely.from_wkt(row.shape) for row in whole("shapes").itertuples()}

# A town, and the place that a map must draw there.
KNOWN = {
    "Lima": (-76.9, -12.0, "PER"),
    "Simferopol": (34.1, 45.0, "UKR"),
    "Pristina": (21.1, 42.65, "XKX"),
    "Taichung": (120.9, 24.2, "TWN"),
    "Hargeisa": (44.1, 9.5, "SOM"),
    "Caguas": (-66.1, 18.2, "USA"),
    "Morphou": (33.1, 35.2, "X-CYPRUS_APART"),
    "Troodos": (32.9, 34.9, "CYP"),
    "Maseru": (27.9, -29.5, "LSO"),
    "Bloemfontein": (26.2, -29.1, "ZAF"),
    "Anadyr": (176.5, 65.0, "RUS"),
    "Provideniya, beyond 180 degrees": (186.0, 65.0, "RUS"),
    "Suva": (178.1, -17.9, "FJI"),
    "Cayenne": (-52.6, 4.5, "FRA"),
    "Nuuk": (-45.0, 65.0, "GRL"),
}


def test_every_place_of_the_report_can_be_drawn():
    assert set(whole("countries")["iso3"]) <= set(SHAPES)
    assert not [each for each in whole("countries")["iso3"] if SHAPES[each].is_empty]


@pytest.mark.parametrize("town", KNOWN)
def test_a_town_is_where_it_is_known_to_be(town):
    lon, lat, place = KNOWN[town]
    found = [code for code, each in SHAPES.items() if each.contains(shapely.Point(lon, lat))]
    assert found == [place]


def test_every_mark_is_beside_the_place_it_marks():
    for row in whole("shapes").itertuples():
        if row.place != "KIR" and not SHAPES[row.place].is_empty:
            west, south, east, north = SHAPES[row.place].bounds
            assert west <= row.lon <= east, row.place
            assert south <= row.lat <= north, row.place


def test_no_two_places_of_the_report_share_land():
    for one, other in combinations(whole("countries")["iso3"], 2):
        if SHAPES[one].intersects(SHAPES[other]):
            both = SHAPES[one].intersection(SHAPES[other]).area
            assert both < 0.1 * min(SHAPES[one].area, SHAPES[other].area), (one, other)
