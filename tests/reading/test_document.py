import pytest

import tipdata
from tests.reading.pages import PAGE, pdf
from tipdata.errors import NarrativeError, UnknownValueError
from tipdata.reading.document import read_edition, read_narrative

PROSE = "Police in Kenya arrested 31 suspects in 2018 (27 in 2017), two of them from Uganda."


@pytest.fixture
def write(tmp_path):
    def written(content, name="kenya.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


def texts(narrative):
    return [each.text for each in narrative.sentences]


def test_a_bare_passage_needs_only_country_and_edition(write):
    narrative = read_narrative(write(PROSE), country="KEN", edition=2019)
    assert (narrative.iso3, narrative.country, narrative.edition) == ("KEN", "Kenya", 2019)
    assert (narrative.source_id, narrative.text, texts(narrative)) == ("kenya", PROSE, [PROSE])


def test_it_is_a_public_name(write):
    assert tipdata.read_narrative(write(PROSE), country="Kenya", edition=2019).iso3 == "KEN"


@pytest.mark.parametrize(
    "title",
    [
        "2018 Trafficking in Persons Report: Peru",
        "Trafficking in Persons Report 2018 - Peru",
        "2018 Human Trafficking Report | Peru",
        "Peru\n\n2018 Trafficking in Persons Report",
        "2018 TIP Report\n\nPERU (Tier 2)",
    ],
)
def test_country_and_edition_are_found_in_titles(write, title):
    narrative = read_narrative(write(f"{title}\n\n{PROSE}"))
    assert (narrative.iso3, narrative.edition) == ("PER", 2018)
    assert texts(narrative) == [PROSE]


def test_the_country_is_found_in_the_prose_where_no_title_tells_it(write):
    prose = "The Government of the Bahamas arrested 31. The Government of Haiti did not. "
    path = write(prose + "The Government of the Bahamas convicted two.")
    assert read_narrative(path, edition=2019).iso3 == "BHS"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"country": "KEN"}, r"about Peru \(PER\), but country='KEN'"),
        ({"edition": 2017}, r"edition 2018, but edition=2017"),
        ({"edition": 1999}, r"1999 is no edition .* from 2001"),
    ],
)
def test_a_conflict_of_given_and_stated_is_an_error(write, given, message):
    path = write(f"2018 Trafficking in Persons Report: Peru\n\n{PROSE}")
    with pytest.raises(NarrativeError, match=message):
        read_narrative(path, **given)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"edition": 2019}, r"which country .*--country PER"),
        ({"country": "KEN"}, r"which edition .*--edition 2018"),
    ],
)
def test_what_is_neither_given_nor_stated_is_an_error_that_says_what_to_pass(write, given, message):
    with pytest.raises(NarrativeError, match=message):
        read_narrative(write(PROSE), **given)


def test_a_country_that_is_none_is_an_error(write):
    with pytest.raises(UnknownValueError, match="Kenia"):
        read_narrative(write(PROSE), country="Kenia", edition=2019)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_encodings_as_met(write, encoding):
    text = "The victims’ shelter in Côte d’Ivoire – “safe” – housed 12.\r\n\r\nIt closed in 2018."
    narrative = read_narrative(write(text.encode(encoding)), country="KEN", edition=2019)
    assert narrative.text == text.replace("\r\n", "\n")


def test_a_file_of_two_encodings_is_read_as_both(write):
    data = "The victims’ shelter ".encode() + "in Côte d’Ivoire.".encode("cp1252")
    narrative = read_narrative(write(data), country="KEN", edition=2019)
    assert narrative.text == "The victims’ shelter in Côte d’Ivoire."


def test_of_a_saved_page_the_prose_is_read_and_nothing_around_it(write):
    narrative = read_narrative(write(PAGE, "page.html"))
    assert (narrative.iso3, narrative.edition) == ("KEN", 2019)
    assert [(each.section, each.text) for each in narrative.sentences] == [
        (
            "assessment",
            "The Government of Kenya does not fully meet the minimum standards for the elimination "
            "of trafficking but is making significant efforts to do so.",
        ),
        ("recommendations", "Increase efforts to prosecute."),
        ("recommendations", "Train officials."),
        ("prosecution", "The government maintained efforts."),
        ("prosecution", "Police at Nairobi’s airport arrested 5 suspects & charged three."),
        ("prosecution", "Courts convicted two."),
        ("protection", "Officials identified 12 victims on their 1st visit."),
    ]


def test_a_page_is_told_by_what_it_holds_not_by_its_name(write):
    assert len(read_narrative(write(PAGE, "page.txt")).sentences) == 7


def test_a_page_archive_is_read_as_its_page(write):
    mhtml = (
        "From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related;"
        ' boundary="cut"\n\n--cut\nContent-Type: text/html; charset=utf-8\n'
        f"Content-Transfer-Encoding: 8bit\n\n{PAGE}\n--cut--\n"
    )
    assert len(read_narrative(write(mhtml, "page.mhtml")).sentences) == 7


def test_a_page_of_tables_and_line_breaks_is_read(write):
    page = (
        "<html><body><table><tr><td><a href=x>Home</a></td><td><h1>Trafficking in Persons Report "
        f"2009: Kenya</h1><p>{PROSE * 3}</p><p><b>Protection</b><br>Officials housed 12.</p>"
        "</td></tr></table></body></html>"
    )
    narrative = read_narrative(write(page))
    assert narrative.edition == 2009
    assert narrative.sentences[-1].section == "protection"
    assert narrative.sentences[-1].text == "Officials housed 12."


def test_control_characters_of_a_page_are_left_out(write):
    page = PAGE.replace("Courts convicted two", "Courts\x1f&#31;&#x1F;&#0;convicted two")
    narrative = read_narrative(write(page, "page.html"))
    assert "Courts convicted two." in texts(narrative)


LEFT = [
    "PERU: TIER 2",
    "The Government of Peru does not fully meet the minimum standards for the",
    "elimination of traf-",
    "ficking. It pays for multi-",
    "agency work, and it did so in the year before as well, in all of its regions.",
    "PROSECUTION",
    "The government convicted 12 traffickers, compared with three the year before, under a",
    "law that prescribes terms of eight to 15",
    "313",
]
RIGHT = [
    "PERU",
    "years in prison, which is enough for any court that has to find the right sentence.",
    "POLAND: TIER 1",
    "The Government of Poland fully meets the minimum standards for the elimination of",
    "trafficking. Police there arrested 31 suspects, and courts convicted nine of them, all of",
    "them men. They were sentenced to terms of one to four years, and two of these terms were",
    "suspended, which is fewer than in the year before. The police trained 120 officers.",
]


def test_an_edition_is_cut_at_the_names_of_countries(write):
    path = write(pdf([["2018 TRAFFICKING IN PERSONS REPORT"], LEFT, RIGHT]), "tip.pdf")
    peru, poland = read_edition(path)
    assert (peru.iso3, peru.edition, peru.source_id) == ("PER", 2018, "tip-per")
    assert (poland.iso3, poland.edition) == ("POL", 2018)
    assert texts(peru) == [
        "The Government of Peru does not fully meet the minimum standards for the elimination of "
        "trafficking.",
        "It pays for multi-agency work, and it did so in the year before as well, in all of its "
        "regions.",
        "The government convicted 12 traffickers, compared with three the year before, under a law "
        "that prescribes terms of eight to 15 years in prison, which is enough for any court that "
        "has to find the right sentence.",
    ]


def test_a_page_of_several_countries_is_an_edition(write):
    chapter = "<p><b>{}</b></p><p>{}</p><p><b>Prosecution</b><br>{}</p>"
    page = "".join(
        [
            "<html><body><h1>Country Narratives -- Countries H through P</h1>",
            "<p>Trafficking in Persons Report</p><p>June 12, 2007</p>",
            chapter.format("KENYA (Tier 2 Watch List)", PROSE * 3, "Courts convicted 12."),
            chapter.format("PERU (Tier 2)", PROSE * 3, "Courts convicted nine."),
            "</body></html>",
        ]
    )
    kenya, peru = read_edition(write(page, "h-to-p.html"))
    assert (kenya.iso3, kenya.edition, peru.iso3, peru.edition) == ("KEN", 2007, "PER", 2007)
    assert texts(peru)[-1] == "Courts convicted nine."


def test_the_day_of_a_post_is_no_edition(write):
    path = write(f"Trafficking in Persons Report: Peru\n\nFriday, June 14, 2019\n\n{PROSE}")
    with pytest.raises(NarrativeError, match="which edition"):
        read_narrative(path)


def test_one_country_of_an_edition_is_chosen_by_name(write):
    path = write(pdf([["2018 TRAFFICKING IN PERSONS REPORT"], LEFT, RIGHT]), "tip.pdf")
    assert texts(read_narrative(path, country="Poland"))[1].startswith("Police there arrested 31")
    with pytest.raises(NarrativeError, match=r"2 narratives \(PER, POL\)"):
        read_narrative(path)
    with pytest.raises(NarrativeError, match="no narrative of 'KEN'"):
        read_narrative(path, country="KEN")


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (b"", "a.txt", "is empty"),
        (b"\x00\x01\x02\x03" * 50, "a.txt", "is no text"),
        (b"%PDF-1.4\nbroken", "a.pdf", "no PDF that can be read"),
        (pdf([[]]), "a.pdf", "holds no text, perhaps scanned"),
        (b"<html></html>", "a.html", "no text"),
    ],
)
def test_a_file_that_is_no_narrative_is_one_documented_error(write, content, name, message):
    with pytest.raises(NarrativeError, match=message):
        read_narrative(write(content, name), country="KEN", edition=2019)


def test_a_missing_file_and_a_folder_are_errors(tmp_path):
    with pytest.raises(NarrativeError, match="no file"):
        read_narrative(tmp_path / "none.txt")
    with pytest.raises(NarrativeError, match="is a folder"):
        read_narrative(tmp_path)
