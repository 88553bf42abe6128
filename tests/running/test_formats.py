"""The files of a brief: page, notebook, paper, rows."""

import io
import zipfile

import pandas as pd
import pypdf
import pytest

import tipdata
from tipdata.errors import BriefError, UnknownValueError
from tipdata.running import behind, formats, pdf
from tipdata.running.brief import brief


def able() -> bool:
    try:
        pdf.check()
    except BriefError:
        return False
    return True


@pytest.fixture(scope="module")
def paper(peru) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf.pdf(peru.page.read_text(encoding="utf-8"))))


needs_pdf = pytest.mark.skipif(not able(), reason="WeasyPrint or the Pango library is not here")


@needs_pdf
def test_the_paper_is_tagged_and_has_bookmarks_and_page_numbers(paper):
    assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert paper.metadata.title.startswith("Peru, edition 2018")
    titles = [each.title for each in paper.outline[1] if not isinstance(each, list)]
    assert titles[:2] == ["In brief", "Tier history"]
    assert f"2 / {len(paper.pages)}" in paper.pages[1].extract_text()


@needs_pdf
def test_the_paper_carries_its_fonts(paper):
    for page in paper.pages:
        for font in page["/Resources"]["/Font"].values():
            (descendant,) = font.get_object()["/DescendantFonts"]
            described = descendant.get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(described)


@needs_pdf
def test_a_table_over_two_pages_repeats_its_head(paper):
    heads = [page.extract_text().count("What stands there") for page in paper.pages]
    assert sum(1 for count in heads if count) > 1


def test_rows_are_those_of_the_tables(peru):
    with zipfile.ZipFile(peru.files["csv"]) as files:
        figures = pd.read_csv(files.open("figures.csv"))
        sources = pd.read_csv(files.open("sources.csv"))
    own = tipdata.figures("Peru", edition=2018)
    assert set(own["figure_id"]) <= set(figures["figure_id"])
    assert set(figures["source_id"]) <= set(sources["source_id"])


def test_the_page_offers_the_same_rows(peru):
    page = peru.page.read_text(encoding="utf-8")
    assert behind.offered(page) == peru.files["csv"].read_bytes()


def test_only_what_was_asked_for_is_written(peru):
    assert {each.name for each in peru.page.parent.iterdir()} == {
        "PER-2018.html",
        "PER-2018.ipynb",
        "PER-2018-rows.zip",
    }


def test_an_unknown_format_stops_before_anything_runs(tmp_path):
    with pytest.raises(UnknownValueError, match="did you mean 'html'"):
        brief("Peru", 2018, out=tmp_path / "out", formats=["htm"])
    assert not (tmp_path / "out").exists()


def test_paper_that_can_not_be_made_is_told_before_anything_runs(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    with pytest.raises(BriefError, match="pip install 'tipdata\\[pdf\\]'"):
        formats.chosen(["pdf"])
