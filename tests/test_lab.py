"""What is shown in JupyterLab is made for it: errors, descriptions, the codebook, a brief."""

import re
from pathlib import Path

import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell

import tipdata
from tipdata.briefing.lab import style
from tipdata.errors import TipdataError


@pytest.fixture(scope="module")
def shell():
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


def test_an_error_shows_its_text_and_not_the_inside_of_tipdata(shell, capsys):
    shell.run_cell('import tipdata\ntipdata.open_brief("Perou", edition=2018)')
    said = capsys.readouterr().out
    assert "UnknownValueError: country 'Perou' is unknown" in said
    assert "did you mean 'Peru'?" in said
    assert str(Path(tipdata.__file__).parent) not in said
    assert "line 2: " in said
    assert max(map(len, said.splitlines())) <= 100


def test_a_fault_of_the_program_still_shows_where_it_is(shell, capsys):
    shell.run_cell("from tipdata.reading import figures\nfigures.figures(None)")
    assert "AttributeError" in (said := capsys.readouterr().out)
    assert "figures.py" in said


def test_an_error_that_was_never_raised_can_be_shown():
    assert TipdataError("no such thing")._render_traceback_() == ["TipdataError: no such thing"]


def test_the_codebook_is_shown_whole_and_from_the_left():
    found = tipdata.codebook(search="sex")
    assert isinstance(found, pd.DataFrame)
    html = found._repr_html_()
    for text in found["description"]:
        assert text in html
    assert "..." not in html
    assert html.count("text-align: left") > len(found)


def test_a_code_that_says_enough_is_not_said_twice():
    assert "exact = exact" not in str(tipdata.describe("figures"))
    assert "2W = Tier 2 Watch List" in str(tipdata.describe("tiers"))


def test_a_brief_shows_whose_it_is_and_what_it_holds():
    brief = tipdata.open_brief("Peru", edition=2018)
    assert repr(brief) == "Brief: Peru, edition 2018"
    html = brief._repr_html_()
    assert f"figures {len(brief.own('figures'))}" in html
    empty = tipdata.open_brief("USA", edition=2005)._repr_html_()
    assert "figures" not in re.sub(r"<style>.*</style>", "", empty, flags=re.DOTALL)


def test_a_region_is_shown_as_a_country_is():
    content = tipdata.open_region("Near East", edition=2018)
    assert repr(content) == "Region: Near East, edition 2018"
    assert "section[data-section]" in content._repr_html_()
    assert "Near East, edition 2018" in content._repr_html_()


def test_a_comparison_brings_the_style_of_its_sections():
    content = tipdata.open_comparison("PER, CHL", indicators="convictions", first=2017, last=2018)
    assert repr(content) == "Comparison: Peru and Chile, editions 2017 to 2018"
    assert "section[data-section]" in content._repr_html_()


def test_the_style_touches_only_sections_of_a_brief():
    css = str(style()).removeprefix("<style>").removesuffix("</style>")
    depth, outside = 0, ""
    for character in css:
        outside += character if depth == 0 else ""
        depth += {"{": 1, "}": -1}.get(character, 0)
    assert depth == 0
    assert re.sub(r"\s", "", outside) == "section" + 3 * "[data-section]" + "{"
    assert ":root" not in css
