import pytest

from tests.briefing.frames import frame
from tipdata.briefing import history
from tipdata.briefing.rows import Rows


def placed(*tiers: tuple[int, str | None]):
    rows = [{"edition": edition, "tier": tier} for edition, tier in tiers]
    return history.placements(Rows({"tiers": frame("tiers", *rows)}), "AAA")


@pytest.mark.parametrize(
    ("before", "now", "moved"),
    [
        ("2", "1", "up"),
        ("2W", "2", "up"),
        ("2", "2W", "down"),
        ("2W", "3", "down"),
        ("2", "2", ""),
        ("3", "S", "apart"),
        ("S", "3", "back"),
    ],
)
def test_a_move_is_told_against_the_edition_before(before, now, moved):
    assert placed((2017, before), (2018, now))["moved"].tolist() == ["", moved]


def test_over_a_gap_nothing_moved():
    assert placed((2015, "3"), (2018, "1"))["moved"].tolist() == ["", ""]


def test_since_reaches_back_to_the_change():
    assert history.since(placed((2015, "3"), (2016, "2"), (2017, "2"), (2018, "2")), 2018) == 2016


def test_since_stops_at_a_gap():
    assert history.since(placed((2014, "2"), (2016, "2"), (2017, "2")), 2017) == 2016


def test_since_knows_nothing_of_an_edition_without_placement():
    assert history.since(placed((2016, "2"), (2017, None)), 2017) is None
