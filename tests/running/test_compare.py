"""A comparison from notebook to page, and a wrong one."""

import pytest

from tipdata.running.comparison import compare
from tipdata.running.readback import problems

ASKED = {"indicators": ["victims_identified"], "first": 2018, "last": 2019}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return compare(["Peru", "CHL"], **ASKED, out=tmp_path_factory.mktemp("out"))


def test_the_page_is_of_the_countries(made):
    assert made.page.name == "PER-CHL-2018-2019.html"
    assert "<title>Peru and Chile, editions 2018 to 2019: comparison" in made.page.read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    ("written", "changed", "told"),
    [
        ('data-row="tiers/CHL|2019"', 'data-row="tiers/CHL|2017"', "is of another edition"),
        ('data-row="tiers/CHL|2019"', 'data-row="tiers/CHL|2018"', "tiers/CHL|2019 is missing"),
        ('data-row="tiers/CHL|2019"', 'data-row="tiers/CAN|2019"', "is of another country"),
        (">1,229 persons<", ">1,292 persons<", "the table says '1,229 persons'"),
    ],
)
def test_a_wrong_page_is_found(made, written, changed, told):
    page = made.page.read_text(encoding="utf-8")
    assert written in page
    wanted = {
        "countries": "Peru, CHL", "indicators": "victims_identified", "first": 2018, "last": 2019,
    }  # fmt: skip
    found = problems(page.replace(written, changed), notebook=made.notebook, parameters=wanted)
    assert told in "\n".join(found)
