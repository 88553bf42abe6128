"""Zero, not reported, not covered and not read yet are four different things on a page."""

import pytest
from markupsafe import Markup

from tests.briefing.frames import brief, figures
from tipdata.briefing import absence
from tipdata.briefing.sections import not_reported, pillar, takeaway
from tipdata.errors import UnknownValueError
from tipdata.tables.declaration import table


def text(section) -> str:
    return " ".join(Markup(section._repr_html_()).striptags().split())


def test_zero_is_a_number_in_the_table():
    shown = text(pillar(brief(figures=figures({"value": 0})), "prosecution"))
    assert "0 persons" in shown
    assert "not read" not in shown


def test_not_reported_stands_in_its_own_table_and_not_as_zero():
    silent = brief(not_reported=[{"indicator": "arrests"}], coverage=[{"section": "prosecution"}])
    assert "Arrests" in text(not_reported(silent))
    shown = text(pillar(silent, "prosecution"))
    assert "The prosecution section was read and gives no figure." in shown
    assert "0 persons" not in shown


def test_not_covered_is_said_of_the_edition():
    outside = brief(tiers=[{"missing": "not_covered"}])
    assert "does not cover Aarland" in absence.sentence(outside, "prosecution", "figure")
    assert "does not cover Aarland" in text(pillar(outside, "prosecution"))


def test_not_read_yet_is_said_of_us():
    shown = text(pillar(brief(), "prosecution"))
    assert "Not read yet" in shown
    assert "does not cover" not in shown


def test_partly_read_promises_no_completeness():
    partly = brief(coverage=[{"section": "prosecution", "status": "partly_read"}])
    assert "what was not read may" in absence.sentence(partly, "prosecution", "figure")


def test_a_narrative_is_read_where_every_section_of_it_was():
    sections = table("coverage").column("section").categories
    every = [{"section": each} for each in sections]
    assert brief(coverage=every).reading() == "read"
    assert "was read and gives no" in text(not_reported(brief(coverage=every)))


@pytest.mark.parametrize("left_out", table("coverage").column("section").categories)
def test_a_section_that_was_not_seen_leaves_the_narrative_read_in_part(left_out):
    sections = table("coverage").column("section").categories
    seen = brief(coverage=[{"section": each} for each in sections if each != left_out])
    assert seen.reading() == "partly_read"
    for section in (not_reported(seen), pillar(seen, "other"), takeaway(seen)):
        assert "what was not read may" in text(section)
    some = brief(
        coverage=[
            {"section": each, "status": "partly_read" if each == left_out else "read"}
            for each in sections
        ]
    )
    assert some.reading() == "partly_read"


def test_an_unknown_section_is_refused_and_not_called_unread():
    with pytest.raises(UnknownValueError, match="did you mean 'prosecution'"):
        brief().reading("prosecutions")


def test_the_takeaway_says_why_it_holds_no_figure():
    assert "not read yet" in text(takeaway(brief()))
