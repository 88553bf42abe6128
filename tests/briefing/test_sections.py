"""Every section stands for a country with nothing, and shows names as text."""

import pytest
from markupsafe import Markup

from tests.briefing.frames import brief, figures, frame
from tipdata.briefing import page, sections

HOSTILE = "<script>alert(1)</script>"


def made(name: str, content):
    section = getattr(sections, name)
    return section(content, "prosecution") if name == "pillar" else section(content)


@pytest.mark.parametrize("name", sections.__all__)
def test_a_section_stands_for_a_country_with_nothing(name):
    shown = made(name, brief(tiers=[{"missing": "no_placement"}]))
    assert "data-section" in shown.html
    assert repr(shown)


@pytest.mark.parametrize("name", sections.__all__)
def test_a_name_is_text_and_no_markup(name):
    place = {"iso3": "AAA", "name": HOSTILE, "report_name": HOSTILE}
    tables = {
        "countries": frame("countries", place),
        "figures": figures({"value": 3, "nationality": "AAA"}, {"value": 2, "sex": "male"}),
        "flows": [{"origin": "AAA", "destination": "X-AFRICA"}],
        "profile": [{"dimension": "place", "value": "mining", "name": HOSTILE}],
        "sources": frame("sources", {"title": HOSTILE, "publisher": HOSTILE}),
        "coverage": [{"section": "profile"}],
    }
    assert "<script" not in made(name, brief(**tables)).html.lower()


def test_an_attribute_can_not_be_left():
    assert page.tag("p", class_='"><b onclick="x">') == Markup(
        '<p class="&#34;&gt;&lt;b onclick=&#34;x&#34;&gt;"></p>'
    )


def test_a_part_stands_below_its_total():
    own = figures(
        {"value": 2, "subset_of": "AAA-2018-2", "sex": "male"}, {"value": 9}, {"value": 8}
    )
    shown = sections.pillar(brief(figures=own), "prosecution").html
    order = [shown.index(f"figures/AAA-2018-{number}") for number in (2, 1, 3)]
    assert order == sorted(order)


def test_why_numbers_disagree_stands_below_their_own_table_alone():
    notes = [
        {"check": "parts_exceed_total", "key": "AAA-2018-1:sex", "note": "Counted twice"},
        {"check": "revised_by_later_edition", "key": "AAA-2017-4|AAA-2018-2", "note": "Told anew"},
        {
            "check": "convictions_exceed_prosecutions",
            "key": "AAA|2018|2017",
            "note": "Older trials",
        },
        {"check": "parts_exceed_total", "key": "AAA-2017-1:sex", "edition": 2017, "note": "Past"},
    ]
    own = figures({"value": 9}, {"value": 8, "indicator": "shelters", "unit": "facilities"})
    vocabulary = frame(
        "indicators",
        {"indicator": "arrests", "pillar": "prosecution", "label": "Arrests"},
        {"indicator": "shelters", "pillar": "protection", "label": "Shelters"},
    )
    content = brief(figures=own, indicators=vocabulary, explanations=notes)
    prosecution = sections.pillar(content, "prosecution").html
    protection = sections.pillar(content, "protection").html
    notes = ("Counted twice", "Older trials", "Told anew", "Past")
    assert [each in prosecution for each in notes] == [True, True, False, False]
    assert [each in protection for each in notes] == [False, False, True, False]


def test_a_number_beside_unodc_says_whom_it_covers():
    own = figures({"value": 4, "indicator": "convictions", "detail": "northern_courts"})
    vocabulary = frame(
        "indicators",
        {
            "indicator": "convictions",
            "pillar": "prosecution",
            "label": "Convictions",
            "unodc_indicator": "Persons convicted",
        },
    )
    counts = [{"year": 2017, "value": 90, "value_min": 90, "value_max": 90}]
    content = brief(figures=own, indicators=vocabulary, unodc=counts)
    shown = sections.other_sources(content).html
    assert "northern courts" in shown


def test_what_no_indicator_names_is_named_by_its_detail():
    other = {"indicator": "other", "unit": "items"}
    own = figures(
        {"value": 1200, "detail": "state_offices", **other},
        {"value": 3, **other},
    )
    vocabulary = frame("indicators", {"indicator": "other", "pillar": "other", "label": "Other"})
    shown = sections.pillar(brief(figures=own, indicators=vocabulary), "other").html
    assert ">State offices</data>" in shown
    assert ">1,200</data>" in shown
    assert ">Other</data>" in shown
    assert ">3 items</data>" in shown
