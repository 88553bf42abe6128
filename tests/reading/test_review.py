import pytest

from tipdata.errors import UnknownValueError
from tipdata.reading.extract import extract
from tipdata.reading.narrative import narrative_of
from tipdata.reading.review import Review, open_review


@pytest.fixture(scope="module")
def example():
    return open_review()


def reviewed(text):
    narrative = narrative_of(text, iso3="KEN", edition=2019)
    return Review(narrative, extract(narrative))


def test_the_example_is_read_with_the_defaults(example):
    assert (example.narrative.iso3, example.narrative.edition) == ("XOS", 2019)
    assert {each.section for each in example.narrative.sentences} == {
        "assessment",
        "recommendations",
        "prosecution",
        "protection",
        "prevention",
        "profile",
    }
    assert (example.rows("assessments")["tier"] == "2W").any()


def test_the_words_of_a_row_are_marked_and_its_row_stands_below():
    html = str(reviewed("Police arrested 31 suspects in 2018.").text().html)
    assert '<mark class="figures">31</mark> suspects' in html
    assert "figures: indicator arrests, value 31" in html


def test_text_is_shown_as_text():
    html = str(reviewed("Police <script>x</script> & arrested 31 <b>suspects</b>.").text().html)
    assert "<script>" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;x&lt;/script&gt; &amp; arrested" in html


def test_all_of_a_sentence_is_shown_once():
    text = "Police arrested 31 suspects, and courts convicted nine and acquitted two in 2018."
    shown = repr(reviewed(text).text())
    assert text in shown


def test_one_section_is_shown(example):
    shown = repr(example.text("prevention"))
    assert "A hotline for victims" in shown
    assert "Police conducted" not in shown


def test_an_unknown_section_is_an_error(example):
    with pytest.raises(UnknownValueError, match="prosecution"):
        example.text("prosecutions")


def test_the_queue_puts_flagged_and_doubtful_figures_first():
    review = reviewed("Police arrested 31 suspects. Courts convicted nine. Judges acquitted two.")
    figures = review.extraction.figures
    figures["confidence"] = [0.9, 0.4, 0.9]
    figures.loc[2, "flags"] = "sum"
    assert list(review.queue()["value"]) == [2, 9, 31]
    assert review.queue().loc[1, "sentence"] == "Courts convicted nine."
