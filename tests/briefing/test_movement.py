"""How the head of a page says that a placement came about."""

import pytest

from tests.briefing.frames import brief, frame, rows
from tipdata.briefing.content import Brief
from tipdata.briefing.rows import Rows
from tipdata.briefing.sections import takeaway
from tipdata.briefing.sections.masthead import movement
from tipdata.tables.load import whole


def moved(*tiers: tuple[int, dict]) -> str:
    given = [{"edition": edition} | row for edition, row in tiers]
    return str(movement(brief(tiers=given)).striptags())


TIER = {"tier": "2"}


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ({"tier": "1"}, "unchanged since 2017"),
        ({"missing": "not_covered"}, "unchanged since 2017"),
        ({"missing": "not_read"}, "unchanged since at least 2017"),
        ({"missing": "no_placement"}, "unchanged since at least 2017"),
    ],
)
def test_unchanged_since_at_least_where_the_edition_before_is_not_known(before, said):
    assert moved((2016, before), (2017, TIER), (2018, TIER)) == said


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ({"missing": "not_covered"}, "not covered in the edition before"),
        ({"missing": "not_read"}, "no placement known in the edition before"),
        ({"tier": "3"}, "moved up from Tier 3 in 2017"),
    ],
)
def test_a_placement_is_held_against_the_edition_before(before, said):
    assert moved((2017, before), (2018, TIER)) == said


def test_the_first_edition_has_none_before_it():
    assert moved((2018, TIER)) == "the first edition"


@pytest.mark.parametrize(("iso3", "called"), [("USA", "the Aarland"), ("PER", "Aarland")])
def test_a_name_takes_its_article_within_a_sentence(iso3, called):
    place = {"iso3": iso3, "name": "Aarland", "report_name": "Aarland"}
    made = rows(countries=frame("countries", place), tiers=[{"iso3": iso3, "tier": "2"}])
    own = Brief(iso3, 2018, made)
    assert f"places {called} on Tier 2" in repr(takeaway(own))
    assert own.name == "Aarland"


def test_every_name_that_needs_an_article_has_one():
    countries = whole("countries")
    needing = countries["name"].str.contains("^United |Republic|Islands$|Netherlands|Philippines")
    for row in countries[needing].itertuples():
        assert Brief(row.iso3, 2018, Rows()).called == f"the {row.name}"
