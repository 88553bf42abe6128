from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipdata.reading.narrative import narrative_of

# A line of prose a case, with | where a sentence ends.
CASES = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()


def read(text):
    return narrative_of(text, iso3="KEN", edition=2019)


def sections(text):
    return [(each.section, each.text) for each in read(text).sentences]


@pytest.mark.parametrize("case", CASES, ids=[case[:30] for case in CASES])
def test_prose_is_cut_into_its_sentences(case):
    prose = case.replace(" | ", " ").replace("|", "")
    expected = [each.strip() for each in case.split("|")]
    assert [each.text for each in read(prose).sentences] == expected


@given(st.text(alphabet=st.sampled_from('Aa1.;:!?\n\t •-*“”"()[]U.S No.éשا😀'), max_size=200))
def test_sentences_keep_their_place_and_lose_no_prose(text):
    narrative = read(text)
    end = 0
    for each in narrative.sentences:
        assert each.text == narrative.text[each.start : each.end]
        assert each.text == each.text.strip()
        assert each.text
        assert each.start >= end
        end = each.end


def test_what_runs_on_without_end_is_cut_at_spaces():
    text = "Police arrested " + "31 suspects, " * 1000
    cut = read(text).sentences
    assert max(len(each.text) for each in cut) <= 5000
    assert " ".join(each.text for each in cut) == text.strip()
    assert len(read("31" * 10_000).sentences) == 4


def test_paragraphs_and_sentences_are_counted_from_one():
    cut = read("One is here. Two is here.\n\nThree is here.").sentences
    assert [(each.paragraph, each.number) for each in cut] == [(1, 1), (1, 2), (2, 1)]


def test_lines_wrapped_by_hand_are_one_paragraph():
    cut = read("The police arrested 12 suspects in\n2018. The courts sat\nlong.\n\nThen they rose.")
    assert [each.paragraph for each in cut.sentences] == [1, 1, 2]
    assert cut.sentences[0].text == "The police arrested 12 suspects in\n2018."


def test_a_sentence_across_two_pages_of_wrapped_text_is_not_cut_at_a_number():
    assert len(read("The courts convicted, in all, some\n31 traffickers.").sentences) == 1


def test_headings_give_sections_and_are_no_sentences():
    text = (
        "The Government of Kenya fully meets the minimum standards.\n\n"
        "RECOMMENDATIONS FOR KENYA: Increase efforts; train judges; fund shelters.\n\n"
        "Prosecution\nThe government trained 12 shelter workers.\n\n"
        "PROTECTION The government convicted three.\n\n"
        "Prevention: The government arrested four.\n\n"
        "TRAFFICKING PROFILE\n\nPolice arrested five."
    )
    assert sections(text) == [
        ("assessment", "The Government of Kenya fully meets the minimum standards."),
        ("recommendations", "Increase efforts;"),
        ("recommendations", "train judges;"),
        ("recommendations", "fund shelters."),
        ("prosecution", "The government trained 12 shelter workers."),
        ("protection", "The government convicted three."),
        ("prevention", "The government arrested four."),
        ("profile", "Police arrested five."),
    ]


def test_bullets_are_paragraphs_of_their_own_without_their_mark():
    text = "PRIORITIZED RECOMMENDATIONS:\n• Increase efforts.\n- Train judges.\n* Fund all. • Act."
    assert [each[1] for each in sections(text)] == [
        "Increase efforts.",
        "Train judges.",
        "Fund all.",
        "Act.",
    ]
    assert {each[0] for each in sections(text)} == {"recommendations"}


def test_a_semicolon_ends_a_sentence_among_recommendations_only():
    assert len(read("Of these, nine were women; three were girls.").sentences) == 1


def test_without_headings_words_and_order_tell_the_sections():
    text = (
        "Kenya is a source, transit, and destination country for women exploited in sex "
        "trafficking.\n\n"
        "The Government of Kenya does not fully meet the minimum standards for the elimination of "
        "trafficking; however, it is making significant efforts. Poor coordination hindered "
        "victim identification.\n\n"
        "Police arrested 31 suspects and courts convicted three traffickers. The report on this "
        "came late.\n\n"
        "Officials identified 12 victims and referred them to shelters.\n\n"
        "The committee held an awareness campaign under the national action plan."
    )
    assert [each[0] for each in sections(text)] == [
        "profile",
        "assessment",
        "assessment",
        "prosecution",
        "prosecution",
        "protection",
        "prevention",
    ]


@pytest.mark.parametrize(
    ("prose", "section"),
    [
        ("The courts sentenced nine traffickers to prison.", "prosecution"),
        ("The ministry sheltered nine victims and repatriated two.", "protection"),
        ("The committee ran a hotline and an awareness campaign.", "prevention"),
        ("Increase efforts to convict traffickers.", "recommendations"),
    ],
)
def test_a_bare_sentence_has_its_section(prose, section):
    assert sections(prose) == [(section, prose)]


def test_one_sentence_that_begins_like_advice_makes_no_list_of_advice():
    text = (
        "Police identified 12 victims. NGOs sheltered nine victims. Staff numbers at the shelter "
        "fell from nine to six. Support for victims was scarce."
    )
    assert {each[0] for each in sections(text)} == {"protection"}


@pytest.mark.parametrize(
    "line",
    [
        "Saturday, February 2, 2019",
        "2018 Human Trafficking Report | Kenya",
        "Post a Comment",
        "No comments:",
        "KENYA (Tier 2 Watch List)",
        "The following reports come from the 2018 Trafficking in Human Persons Report",
    ],
)
def test_lines_of_the_page_around_a_narrative_are_no_sentences(line):
    text = f"{line}\n\nPolice arrested 31 suspects.\n\n{line}"
    assert [each[1] for each in sections(text)] == ["Police arrested 31 suspects."]


def test_a_passage_without_a_full_stop_is_kept():
    assert [each[1] for each in sections("Police arrested 31 suspects")] == [
        "Police arrested 31 suspects"
    ]
