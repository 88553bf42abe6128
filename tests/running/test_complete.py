"""A page that leaves out a figure, of whatever pillar, does not stand up to being read back."""

import re

import nbformat
import pytest

import tipdata
from tests.running import notebooks
from tipdata import resources
from tipdata.briefing import sections
from tipdata.running.readback import problems
from tipdata.tables.load import whole

PILLARS = sorted(whole("indicators")["pillar"].unique())


def one_of(pillar: str):
    """A figure of a pillar that is no comparison, so that it has a line of its own."""
    indicators = whole("indicators")
    indicators = indicators[indicators["pillar"] == pillar]["indicator"]
    figures = whole("figures")
    return figures[figures["indicator"].isin(indicators) & ~figures["comparison"]].iloc[-1]


def test_the_packaged_brief_promises_every_pillar():
    promised = nbformat.read(resources.notebook("country_brief"), as_version=4).metadata.tipdata
    assert {f"pillar-{each}" for each in PILLARS} <= set(promised.sections)


@pytest.mark.parametrize("pillar", PILLARS)
def test_a_figure_left_out_is_found(pillar, tmp_path):
    figure = one_of(pillar)
    own = tipdata.open_brief(figure["iso3"], edition=int(figure["edition"]))
    shown = sections.pillar(own, pillar)._repr_html_()
    mark = f'data-row="figures/{figure["figure_id"]}"'
    assert mark in shown
    wanted = f"figures/{figure['figure_id']} is missing from section 'pillar-{pillar}'"
    asked = {"iso3": own.iso3, "edition": own.edition}
    notebook = notebooks.write(tmp_path / "any.ipynb")
    told = {
        page: problems(page, notebook=notebook, parameters=asked)
        for page in (shown, shown.replace(mark, ""))
    }
    assert [wanted in each for each in told.values()] == [False, True]


def test_an_explanation_left_out_is_found(tmp_path):
    own = tipdata.open_brief("Turkey", edition=2022)
    shown = sections.pillar(own, "protection")._repr_html_()
    asked = {"iso3": own.iso3, "edition": own.edition}
    notebook = notebooks.write(tmp_path / "any.ipynb")
    cut = re.sub(r'<p class="note">.*?</p>', "", shown)
    missing = "explanations/part_exceeds_total|TUR-2022-010 is missing from its section"
    told = [list(problems(page, notebook=notebook, parameters=asked)) for page in (shown, cut)]
    assert [missing in each for each in told] == [False, True]
