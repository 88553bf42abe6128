"""A page that is wrong in any one way does not stand up to being read back."""

import base64
import re

import nbformat
import pytest

from tipdata.running import behind
from tipdata.running.readback import problems

WANTED = {"iso3": "PER", "edition": 2018, "narrative": ""}


@pytest.fixture(scope="module")
def page(peru) -> str:
    return peru.page.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def found(peru):
    """What is wrong with a page, asked for with the given parameters."""

    def read(changed: str, **parameters: object) -> str:
        return "\n".join(problems(changed, notebook=peru.notebook, parameters=WANTED | parameters))

    return read


def test_the_page_as_made_stands(page, found):
    assert found(page) == ""


# What is written, what it is changed to, and how that is told.
CHANGES = [
    (">865 operations<", ">856 operations<", "the table says '865 operations'"),
    (">Police arrested 410", ">Police arrested 41", "the table says 'Police arrested 410"),
    (">Courts reported 50", ">Police reported 50", "the table says 'Courts reported 50"),
    (">+101<", ">+110<", "it is '+101'"),
    ('value="764.0"', 'value="7640.0"', "carries '7640.0'"),
    (">does not fully meet", ">always meets", "the table says 'does not fully meet"),
    ("<h1><data", "<h1>12 <data", "the heading is"),
    ("<title>Peru", "<title>Chile", "the title is 'Chile"),
    ('data-subject="PER-', 'data-subject="CHL-', "the masthead is of CHL-2018"),
    ("<h2 ", "<p>Then 77 were arrested.</p><h2 ", "'77' in 'Then 77 were"),
    ("<h2 ", "<p>Compare Chile.</p><h2 ", "'Chile' in 'Compare Chile.' is another country"),
    ("<h2 ", '<h2 data-section="method"></h2><h2 ', "'method' stands 2 times"),
    ('href="#term-minimum', 'href="#term-most', "leads to 'term-most-standards'"),
    ('id="term-waiver"', 'id="term-tier-1"', "two elements have the id 'term-tier-1'"),
    ("<dd>The government fully meets", "<dd>It meets", "'tier-1' is not told as in the glossary"),
    ('title="The government does', 'title="It does', "told otherwise on hover"),
    ("<h2 ", "<script>1</script><h2 ", "holds a 'script' element"),
    ("<h2 ", '<img src="https://example.org/x.png" alt="x"><h2 ', "requests 'https://example"),
    ("<h2 ", '<p onclick="x()">x</p><h2 ', "or a handler"),
    ("<h2 ", '<a href="javascript:x()">x</a><h2 ', "points to 'javascript:x()'"),
    ("<style>", "<style>@import url(https://example.org/x.css);", "style sheet"),
    ("<h2 ", "<pre>def f():</pre><h2 ", "holds code or an error"),
]


# What is changed on the map of flows, and how that is told.
DRAWN = "flows/PER|2018|VEN|PER"
ON_THE_MAP = [
    (r'data-drawn="flows/PER\|2018\|VEN\|PER[^"]*"', "", f"its table differ on {DRAWN}"),
    (r"=VEN&gt;PER", "=PER&gt;VEN", f"its table differ on {DRAWN}"),
    (r'data-chart="flow-map"', 'data-chart="map"', "the page has 0 maps 'flow-map'"),
    (r'data-undrawn="[^"]*"', "", "map 'flow-map' leaves out flows/PER|2018|"),
]


@pytest.mark.parametrize(
    ("written", "changed", "told"),
    [
        ("tiers/CHL|2018=1", "tiers/CHL|2018=3", "its table differ on tiers/CHL|2018, 1"),
        ('data-chart="tier-map"', 'data-chart="map"', "the page has 0 maps 'tier-map'"),
        ('<tr data-about="CHL">', "<tr>", "tiers/CHL|2018 is of another country"),
    ],
)
def test_a_map_of_other_placements_is_found(page, found, written, changed, told):
    assert written in page
    assert told in found(page.replace(written, changed))


@pytest.mark.parametrize(("written", "changed", "told"), ON_THE_MAP)
def test_a_map_that_leaves_out_or_turns_a_row_is_found(page, found, written, changed, told):
    begin = page.index('data-section="flows"')
    head, section = page[:begin], page[begin:]
    other = re.sub(written, changed, section, count=1)
    assert other != section
    assert told in found(head + other)


@pytest.fixture(scope="module")
def found_in_all(page, found) -> str:
    """What is wrong with a page in which everything was changed at once."""
    for written, changed, _ in CHANGES:
        assert written in page, written
        page = page.replace(written, changed, 1)
    return found(page)


@pytest.mark.parametrize("told", [told for _, _, told in CHANGES])
def test_each_change_is_found(found_in_all, told):
    assert told in found_in_all


def test_another_edition_or_country_is_not_what_was_asked_for(page, found):
    assert "the masthead is of PER-2018" in found(page, edition=2019, iso3="CHL")


def test_a_missing_row_is_found(page, found):
    gone = re.sub(r'<tr class="part">.*?</tr>', "", page, count=1)
    assert re.search(r"figures/PER-2018-\d+ is missing from section", found(gone))


def test_a_chart_of_other_numbers_is_found(page, found):
    other = re.sub(r'(<svg[^>]*data-digest=")\w+', r"\g<1>0123456789abcdef", page, count=1)
    assert "does not show the numbers in its table" in found(other)


def test_a_chart_that_writes_another_number_is_found(page, found):
    assert "764 operations)</text>" in page
    other = page.replace("764 operations)</text>", "746 operations)</text>")
    assert "chart 'cascade' does not write '764 operations'" in found(other)


def test_rows_that_are_not_those_of_the_page_are_found(page, found):
    other = base64.b64encode(behind.offered(page)[:-1]).decode()
    changed = re.sub(r"(data:application/zip;base64,)[^\"]*", rf"\g<1>{other}", page)
    assert "the rows that the page offers" in found(changed)


def test_a_saying_that_there_is_nothing_is_held_against_the_tables(page, found):
    wrong = (
        '<p data-absence="not_read" data-of="profile">Not read yet.</p>'
        '<p data-absence="not_read" data-of="prosecutions">Not read yet.</p>'
        '<p data-none="unodc" data-where="sex=Total">Nothing.</p><h2 '
    )
    told = found(page.replace("<h2 ", wrong, 1))
    assert "calls profile 'not_read', it is 'read'" in told
    assert "section 'prosecutions' is unknown" in told
    assert "says that unodc holds nothing" in told


def test_a_notebook_that_ran_with_other_parameters_is_found(page, peru, tmp_path):
    run = nbformat.read(peru.notebook, as_version=4)
    for cell in run.cells:
        cell.source = cell.source.replace("edition = 2018", "edition = 2017")
    nbformat.write(run, tmp_path / "other.ipynb")
    told = problems(page, notebook=tmp_path / "other.ipynb", parameters=WANTED)
    assert "parameter edition ran as 2017, asked for was 2018" in told
