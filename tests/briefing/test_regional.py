"""A region in small: who moved, and why a number is not there."""

import pytest
from markupsafe import Markup

from tests.briefing.frames import figures, frame, rows
from tipdata.briefing import history, regional
from tipdata.briefing.region import Region, open_region
from tipdata.errors import UnknownValueError

NAMES = {"AAA": "Aarland", "BBB": "Beland", "CCC": "Ceeland", "DDD": "Deeland", "EEE": "Eeland"}


def region() -> Region:
    places = [{"iso3": code, "name": name, "report_name": name} for code, name in NAMES.items()]
    tiers = [
        {"iso3": iso3, "edition": edition, "tier": tier}
        for iso3, edition, tier in [
            ("AAA", 2017, "3"), ("AAA", 2018, "2"),
            ("BBB", 2017, "1"), ("BBB", 2018, "2"),
            ("CCC", 2017, "2"), ("CCC", 2018, "2"),
            ("EEE", 2018, "2"),
        ]
    ]  # fmt: skip
    tiers.append({"iso3": "DDD", "edition": 2018, "missing": "not_covered"})
    made = rows(
        countries=frame("countries", *places, {"iso3": "ZZZ", "name": "Zed", "report_name": "Zed",
                                               "region": "Europe"}),
        tiers=[*tiers, {"iso3": "ZZZ", "tier": "3"}],
        figures=figures({"value": 0, "indicator": "convictions"}),
        coverage=[{"section": "prosecution"},
                  {"iso3": "BBB", "section": "prosecution", "status": "partly_read"}],
        not_reported=[{"iso3": "BBB", "indicator": "convictions"}],
    )  # fmt: skip
    return Region("Africa", 2018, made)


def lines(section) -> list[str]:
    html = section._repr_html_().replace("</th>", " </th>").replace("</td>", " </td>")
    html = html.replace("</tr>", "</tr>\n").replace("</p>", "</p>\n")
    return [" ".join(Markup(each).striptags().split()) for each in html.split("\n")]


def test_who_moved_is_told_against_the_edition_before():
    assert history.movers(region().rows, "Africa", 2018, "up") == ["AAA"]
    assert history.movers(region().rows, "Africa", 2018, "down") == ["BBB"]
    assert "The 2018 edition moved 1 place up: Aarland." in lines(regional.takeaway(region()))


def test_every_place_of_the_region_and_no_other_is_placed():
    shown = " ".join(lines(regional.placements(region())))
    assert all(name in shown for name in NAMES.values())
    assert "Zed" not in shown
    assert "Deeland the edition does not cover the country" in shown


def test_zero_not_reported_not_read_and_not_covered_are_told_apart():
    shown = lines(regional.figures(region()))
    zero = next(each for each in shown if each.startswith("Aarland"))
    silent = next(each for each in shown if each.startswith("Beland"))
    assert "0 persons" in zero
    assert "none given" in zero
    assert "not read yet" in zero
    assert "not reported" in silent
    assert "none in the part read" in silent
    assert "Ceeland, Deeland, Eeland." in shown[-2]


def test_a_region_is_found_by_name_or_refused():
    assert open_region("near east", edition=2018).name == "Near East"
    with pytest.raises(UnknownValueError, match="did you mean 'Europe'"):
        open_region("Europa", edition=2018)
    with pytest.raises(UnknownValueError, match="edition 1066"):
        open_region("Europe", edition=1066)
