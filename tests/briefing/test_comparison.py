"""Countries side by side: what is compared, what is not, and what is refused."""

import pytest
from markupsafe import Markup

from tests.briefing.frames import figures, frame, rows
from tipdata.briefing import comparing
from tipdata.briefing.comparison import Comparison, open_comparison
from tipdata.errors import UnknownValueError


def comparison() -> Comparison:
    places = [
        {"iso3": code, "name": name, "report_name": name}
        for code, name in [("AAA", "Aarland"), ("BBB", "Beland"), ("CCC", "Ceeland")]
    ]
    tiers = [
        {"iso3": code, "edition": edition, "tier": "2"}
        for code in ("AAA", "BBB", "CCC")
        for edition in (2017, 2018)
    ]
    told = figures(
        {"value": 30, "edition": 2017, "period": 2016},
        {"value": 33, "edition": 2018, "period": 2016, "comparison": "true"},
        {"value": 41, "edition": 2019, "period": 2016, "comparison": "true"},
        {"value": 8, "iso3": "BBB", "sex": "male"},
    )
    made = rows(countries=frame("countries", *places), tiers=tiers, figures=told)
    return Comparison(("AAA", "BBB", "CCC"), ("arrests",), 2017, 2018, made)


def text(section) -> str:
    html = section._repr_html_().replace("</t", " </t")
    return " ".join(Markup(html).striptags().split())


def test_a_comparison_holds_the_rows_of_its_countries_and_editions():
    own = comparison()
    assert own.own("figures")["value"].tolist() == [30, 33, 8]
    assert len(own.own("tiers")) == 6
    assert repr(own) == "Comparison: Aarland, Beland and Ceeland, editions 2017 to 2018"
    assert "figures 3" in own._repr_html_()


def test_a_number_and_its_later_vintage_stand_side_by_side():
    shown = text(comparing.figures(comparison()))
    assert "30 persons (edition 2017); 33 persons (edition 2018)" in shown
    assert "41" not in shown


def test_why_a_country_has_no_number_is_told_apart():
    shown = text(comparing.figures(comparison()))
    assert "Beland only numbers of a part or with a detail" in shown
    assert "Ceeland no narrative of these editions is read yet" in shown


@pytest.mark.parametrize(
    ("countries", "more", "told"),
    [
        ("PER", {}, "1 countries are given"),
        ("PER, CHL, COL, BRA, ARG, BOL, ECU", {}, "7 countries are given"),
        ("PER, Chille", {}, "did you mean 'Chile'"),
        ("PER, CHL", {"indicators": "conviction"}, "did you mean 'convictions'"),
        ("PER, CHL", {"indicators": " "}, "no indicator is given"),
        ("PER, CHL", {"first": 2020, "last": 2018}, "before the first"),
        ("PER, CHL", {"last": 1066}, "edition 1066"),
    ],
)
def test_what_can_not_be_compared_is_refused(countries, more, told):
    given = {"indicators": "arrests", "first": 2017, "last": 2018} | more
    with pytest.raises(UnknownValueError, match=told):
        open_comparison(countries, **given)
