"""The index of a batch in a real browser: it filters, is quiet, and accessible."""

import pytest

import tipdata
from tipdata.running.manifest import Entry, Journal
from tipdata.running.store import Folder


@pytest.fixture
def index(tmp_path):
    names = ["PER-2018", "CHL-2018", "KEN-2018", "BOL-2018"]
    entries = [Entry(each, "right", page=f"{each}.html", change="new") for each in names[:3]]
    entries = [Entry(**vars(each) | {"ended": "2026-11-02T04:15:00+00:00"}) for each in entries]
    Journal(Folder(tmp_path), [*entries, Entry(names[3], "failed", "why")]).close("finished")
    return tipdata.site(tmp_path)


def test_words_and_lists_narrow_the_briefs_down(index, visit):
    opened = visit(index)
    page = opened.page

    def shown():
        return page.locator("tbody tr:visible th").all_inner_texts()

    assert len(shown()) == 4
    page.get_by_label("Region").select_option("Western Hemisphere")
    assert shown() == ["Bolivia", "Chile", "Peru"]
    page.get_by_label("Status").select_option("failed")
    assert shown() == ["Bolivia"]
    page.get_by_label("Status").select_option("")
    page.get_by_label("Country").fill("pe")
    assert shown() == ["Peru"]
    assert page.get_by_role("status").inner_text() == "1 of 4 briefs"
    page.get_by_label("Tier").select_option("Tier 1")
    assert shown() == []
    assert opened.said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(index, visit, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    opened = visit(index, color_scheme=scheme, bypass_csp=True)
    assert [each["id"] for each in axe.run(opened.page).response["violations"]] == []
