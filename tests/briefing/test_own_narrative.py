"""A user's own document takes the place of the packaged rows of its country and edition alone."""

import pytest

import tipdata
from tipdata.errors import TipdataError

TEXT = """PROSECUTION

Police arrested 31 suspected traffickers in 2017, compared with 27 in 2016.

PROTECTION

The government identified 12 trafficking victims.
"""


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "mine.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_rows_of_the_document_replace_the_packaged_ones(document):
    brief = tipdata.open_brief("PER", edition=2018, narrative=document)
    assert sorted(brief.own("figures")["value"]) == [12, 27, 31]
    assert brief.own("not_reported").empty
    assert brief.own("laws").empty


def test_only_what_the_document_holds_was_read(document):
    brief = tipdata.open_brief("PER", edition=2018, narrative=document)
    readings = [brief.reading(each) for each in ("prosecution", "protection", "prevention")]
    assert readings == ["read", "read", "not_read"]
    assert brief.reading() == "partly_read"


def test_every_row_leads_to_the_document(document):
    brief = tipdata.open_brief("PER", edition=2018, narrative=document)
    (source_id,) = brief.own("figures")["source_id"].unique()
    assert brief.rows.get(f"sources/{source_id}")["title"] == "Document of your own: mine.txt"


def test_other_countries_and_editions_stay(document):
    brief = tipdata.open_brief("PER", edition=2018, narrative=document)
    others = tipdata.figures()
    others = others[(others["iso3"] != "PER") | (others["edition"] != 2018)]
    kept = brief.rows.table("figures")
    kept = kept[(kept["iso3"] != "PER") | (kept["edition"] != 2018)]
    assert kept["figure_id"].tolist() == others["figure_id"].tolist()


def test_packaged_tables_are_untouched(document):
    before = tipdata.figures("PER", edition=2018)
    tipdata.open_brief("PER", edition=2018, narrative=document)
    assert tipdata.figures("PER", edition=2018).equals(before)


def test_a_missing_document_is_an_error():
    with pytest.raises(TipdataError, match=r"nowhere\.txt"):
        tipdata.open_brief("PER", edition=2018, narrative="nowhere.txt")
