"""Whatever a file holds, reading it gives a narrative or a documented error."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reading.pages import PAGE, pdf
from tipdata.errors import TipdataError
from tipdata.reading.document import read_edition, read_narrative
from tipdata.reading.extract import extract
from tipdata.reading.narrative import narrative_of
from tipdata.tables.check import check
from tipdata.tables.declaration import table

LINES = ["2018 TRAFFICKING IN PERSONS REPORT", "PERU", "Police arrested 31 (27 in 2016)."]
PDF = pdf([LINES, LINES])
SPOKEN = """
police courts arrested convicted 31 nine 2018 (27 in 2017) $2.3 million none no did not report
victims , ; . : - — % of these from to women Nepal U.S. • \u0645\u0631\u062d
\u05e9\u05dc\u05d5\u05dd \U0001f600 \u202e \u200f A. ( [ “ PROSECUTION Tier 2 \x00 \ufeff 1/2
10,000 1.000.000 3.5.7 dozen billion -5 1e9 \u0663 \u00bd
"""
WORDS = st.sampled_from([*SPOKEN.split(), "\n", "\n\n"])
PROSE = st.lists(WORDS, max_size=60).map(" ".join)
quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def survive(tmp_path):
    def reads(data: bytes, suffix: str) -> None:
        path = tmp_path / f"any{suffix}"
        path.write_bytes(data)
        for read in (read_narrative, read_edition):
            given = {"edition": 2018} | ({"country": "PER"} if read is read_narrative else {})
            try:
                found = read(path, **given)
            except TipdataError:
                continue
            for narrative in found if isinstance(found, list) else [found]:
                extract(narrative)

    return reads


@quick
@given(data=st.binary(max_size=3000), suffix=st.sampled_from([".txt", ".html", ".pdf"]))
def test_random_bytes(survive, data, suffix):
    survive(data, suffix)


@quick
@given(cut=st.integers(0, len(PAGE)), more=st.text(max_size=50))
def test_a_truncated_page(survive, cut, more):
    survive((PAGE[:cut] + more).encode("utf-8", "replace"), ".html")


@quick
@given(cut=st.integers(0, len(PDF)), at=st.integers(0, len(PDF)), more=st.binary(max_size=20))
def test_a_truncated_and_damaged_pdf(survive, cut, at, more):
    survive((PDF[:at] + more + PDF[at:])[:cut], ".pdf")


@quick
@given(text=st.text(max_size=2000))
def test_any_letters(survive, text):
    survive(text.encode("utf-8", "replace"), ".txt")


@quick
@given(prose=PROSE)
def test_prose_of_all_the_words_that_matter(prose):
    narrative = narrative_of(prose, iso3="PER", edition=2018)
    for name, rows in extract(narrative).tables().items():
        check(rows, declared=table(name))
        assert ((rows["start"] >= 0) & (rows["end"] <= len(prose))).all()
        assert (rows["start"] < rows["end"]).all()


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested " + "31, " * 10_000 + "suspects.",
        "Police arrested 31 suspects (27 in 2016) and " * 3_000,
        "women from Nepal, " * 5_000,
        "(" * 100_000,
        "\u201c" * 100_000,
        "1" * 100_000,
        "A." * 100_000,
        "did not report " * 10_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_huge_sentence(text):
    extract(narrative_of(text, iso3="PER", edition=2018))
