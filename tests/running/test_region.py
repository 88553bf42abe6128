"""A region brief from notebook to page, and a wrong one."""

import pytest

from tipdata.errors import UnknownValueError
from tipdata.running.readback import problems
from tipdata.running.region import region


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return region("near east", 2018, out=tmp_path_factory.mktemp("out"))


def test_the_page_is_of_the_region(made):
    assert made.page.name == "near-east-2018.html"
    assert "<h1>Near East " in made.page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "changed", "told"),
    [
        ('data-row="tiers/JOR|2018"', 'data-row="tiers/JOR|2017"', "placement of JOR is missing"),
        ('data-row="countries/JOR"', 'data-row="countries/PER"', "the table says 'Peru'"),
        ("<h2 ", "<p>Compare Chile.</p><h2 ", "'Chile' in 'Compare Chile.' is another country"),
        ("tiers/JOR|2018=2", "tiers/JOR|2018=3", "its table differ on tiers/JOR|2018, 2"),
        ("tiers/JOR|2018=2", "tiers/SYR|2018=3", "its table differ on tiers/JOR|2018, 2"),
        ('data-chart="tier-map"', 'data-chart="map"', "the page has 0 maps 'tier-map'"),
        (
            "<figcaption>Near East: tiers",
            '<p data-undrawn="tiers/JOR|2018"></p><figcaption>Near East: tiers',
            "map 'tier-map' names below itself tiers/JOR|2018",
        ),
        ('data-of="Near+East 2018 up"', 'data-of="Europe 2018 up"', "another place or edition"),
    ],
)
def test_a_wrong_page_is_found(made, written, changed, told):
    page = made.page.read_text(encoding="utf-8")
    assert written in page
    wanted = {"region": "Near East", "edition": 2018}
    found = problems(page.replace(written, changed), notebook=made.notebook, parameters=wanted)
    assert told in "\n".join(found)


def test_an_unknown_region_stops_before_anything_runs(tmp_path):
    with pytest.raises(UnknownValueError, match="did you mean 'Near East'"):
        region("Nera East", 2018, out=tmp_path / "out")
    assert not (tmp_path / "out").exists()
