"""The index of a folder of briefs says what the manifest says, and asks nothing of a network."""

import json
import re
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

import tipdata
from tipdata.cli import main
from tipdata.errors import BriefError
from tipdata.running.manifest import Entry, Journal
from tipdata.running.store import Folder

ENDED = "2026-11-02T04:15:00+00:00"
ENTRIES = [
    Entry(
        "PER-2018",
        "right",
        ended=ENDED,
        page="PER-2018.html",
        notebook="PER-2018.ipynb",
        change="changed",
    ),
    Entry(
        "CHL-2018",
        "right",
        ended=ENDED,
        page="CHL-2018.html",
        notebook="CHL-2018.ipynb",
        change="same",
    ),
    Entry(
        "KEN-2018",
        "skipped",
        "unchanged",
        ended=ENDED,
        page="KEN-2018.html",
        notebook="KEN-2018.ipynb",
        change="same",
    ),
    Entry(
        "BOL-2018",
        "failed",
        "cell 4 failed: <KeyError>",
        cell=4,
        ended=ENDED,
        notebook="BOL-2018.failed.ipynb",
    ),
    Entry("KIR-2018", "left_out", "the edition does not cover the country"),
]


@pytest.fixture
def folder(tmp_path):
    journal = Journal(Folder(tmp_path), ENTRIES)
    journal.close("finished")
    (tmp_path / "records").mkdir()
    earlier = json.dumps({"id": "PER-2017"})
    (tmp_path / "records" / "PER-2017.json").write_text(earlier)
    return tmp_path


@pytest.fixture
def index(folder):
    return BeautifulSoup(tipdata.site(folder).read_text(encoding="utf-8"), "lxml")


def test_each_brief_has_a_line_with_what_became_of_it(index):
    lines = {
        (row.th.get_text(), row["data-status"]): [cell.get_text() for cell in row.select("td")]
        for row in index.select("tbody tr")
    }
    assert set(lines) == {
        ("Bolivia", "failed"),
        ("Chile", "made"),
        ("Kenya", "unchanged"),
        ("Kiribati", "left out"),
        ("Peru", "made"),
        ("Peru", "unchanged"),
    }
    assert lines["Peru", "made"][:5] == ["2018", "Western Hemisphere", "Tier 2", "made", "changed"]
    assert lines["Peru", "unchanged"][0] == "2017"
    assert "cell 4 failed: <KeyError>" in lines["Bolivia", "failed"][3]
    assert "does not cover" in lines["Kiribati", "left out"][2]


def test_only_pages_that_stand_as_checked_are_led_to(index):
    pages = {link["href"] for link in index.select("tbody th a")}
    assert pages == {"PER-2018.html", "CHL-2018.html", "KEN-2018.html", "PER-2017.html"}
    assert index.select_one('a[href="BOL-2018.failed.ipynb"]')


def test_it_is_offline_and_each_field_has_a_label(folder, index):
    for name in ("index.html", "feed.xml"):
        addresses = re.findall(r'(?:src|href)="([^"]+)"', (folder / name).read_text())
        assert not [each for each in addresses if ":" in each]
    for field in index.select("input, select"):
        assert index.select_one(f'label[for="{field["id"]}"]')
    assert all(head["scope"] == "col" for head in index.select("thead th"))
    assert [option.get_text() for option in index.select("#region option")] == [
        "all",
        "Africa",
        "East Asia and Pacific",
        "Western Hemisphere",
    ]


def test_the_feed_tells_of_new_and_changed_pages_only(folder):
    tipdata.site(folder)
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.parse(folder / "feed.xml").getroot()
    titles = [each.findtext(f"{atom}title") for each in feed.iter(f"{atom}entry")]
    assert titles == ["Peru, edition 2018: changed"]
    for each in (feed, *feed.iter(f"{atom}entry")):
        assert each.findtext(f"{atom}id").startswith("urn:tipdata:")
        assert each.findtext(f"{atom}updated")


def test_the_same_folder_gives_the_same_index(folder):
    first = tipdata.site(folder).read_bytes()
    assert tipdata.site(folder).read_bytes() == first


def test_a_folder_without_a_batch_is_told(tmp_path, capsys):
    with pytest.raises(BriefError, match="holds no manifest"):
        tipdata.site(tmp_path)
    assert main(["site", str(tmp_path)]) == 1
    assert "tipdata briefs --out" in capsys.readouterr().err
