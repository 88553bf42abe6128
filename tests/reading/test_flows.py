import pytest

from tipdata.reading.flows import flows
from tipdata.reading.narrative import narrative_of
from tipdata.reading.places import places
from tipdata.reading.rows import frame
from tipdata.reading.vocabulary import vocabulary
from tipdata.tables.declaration import table


def pairs(text, iso3="KEN"):
    rows = flows(narrative_of(f"TRAFFICKING PROFILE\n\n{text}", iso3=iso3, edition=2019))
    frame("flows", rows)
    return {(row["origin"], row["destination"]) for row in rows}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan women are exploited in Qatar and Oman.", {("KEN", "QAT"), ("KEN", "OMN")}),
        (
            "Women from Uganda, Burundi, and Nepal are subjected to sex trafficking in Kenya.",
            {("UGA", "KEN"), ("BDI", "KEN"), ("NPL", "KEN")},
        ),
        ("Nepali and Indian men are exploited in Kenya.", {("NPL", "KEN"), ("IND", "KEN")}),
        ("Kenyan girls are exploited in mines within the country.", {("KEN", "KEN")}),
        ("Men from Uganda transit Kenya to Sudan, where they are exploited.", {("UGA", "SDN")}),
        ("Kenyan men are forced to work in the Middle East.", {("KEN", "X-MIDDLE_EAST")}),
        ("Girls from neighboring countries are exploited.", {("X-NEIGHBORS", "KEN")}),
        (
            "Kenyan women are exploited in Qatar, and women from Uganda are exploited in Kenya.",
            {("KEN", "QAT"), ("UGA", "KEN")},
        ),
        (
            "Boys are exploited in Oman, Peru, and Spain, while Thai, Lao, and Nepali women are "
            "forced into prostitution in Kenya.",
            {
                *(("KEN", "OMN"), ("KEN", "PER"), ("KEN", "ESP")),
                *(("THA", "KEN"), ("LAO", "KEN"), ("NPL", "KEN")),
            },
        ),
        (
            "Kenyans are exploited in Oman and the US, and some Ugandan women are forced to work "
            "in Kenya.",
            {("KEN", "OMN"), ("KEN", "USA"), ("UGA", "KEN")},
        ),
        (
            "Some Kenyan men travel to Nepal and Laos to solicit prostitution.",
            set(),
        ),
        (
            "Some Kenyan men travel to Nepal and Laos, where they are forced to work.",
            {("KEN", "NPL"), ("KEN", "LAO")},
        ),
        ("Kenya also serves as a transit point for victims trafficked to Europe.", set()),
        (
            "Kenya is a source and transit country for women trafficked to Europe.",
            {("KEN", "X-EUROPE")},
        ),
        ("Criminal networks, which extend to Uganda, traffick people.", set()),
        ("Networks traffick Kenyan girls to Uganda.", {("KEN", "UGA")}),
        (
            "Adults from South and Southeast Asia are exploited in Kenya.",
            {("X-SOUTH_ASIA", "KEN"), ("X-SOUTHEAST_ASIA", "KEN")},
        ),
        (
            "Asian and Eastern European women are exploited in Kenya.",
            {
                ("X-ASIA", "KEN"),
                ("X-EASTERN_EUROPE", "KEN"),
            },
        ),
        ("Kenyan men are exploited in West African countries.", {("KEN", "X-WEST_AFRICA")}),
        (
            "Most victims are from Nepal, though Uganda, Togo, and Benin are also sources of "
            "victims.",
            {("NPL", "KEN"), ("UGA", "KEN"), ("TGO", "KEN"), ("BEN", "KEN")},
        ),
        (
            "Oman is the primary trafficking destination, followed by Qatar, and, to a "
            "lesser extent, Jordan.",
            {("KEN", "OMN"), ("KEN", "QAT"), ("KEN", "JOR")},
        ),
        ("Kenya is a source of trafficked boys.", set()),
        (
            "Boys from Uganda are trafficked to Kenya, catering to European tourists.",
            {("UGA", "KEN")},
        ),
        (
            "Boys from nearby countries (especially Uganda) but also Nepal are sold in Kenya.",
            {("X-NEIGHBORS", "KEN"), ("UGA", "KEN"), ("NPL", "KEN")},
        ),
        (
            "Local victims have been trafficked to Oman, while women and girls from Nepal have "
            "been exploited in Kenya.",
            {("KEN", "OMN"), ("NPL", "KEN")},
        ),
        (
            "Victims from Nepal and elsewhere in South Asia are exploited in Kenya.",
            {("NPL", "KEN"), ("X-SOUTH_ASIA", "KEN")},
        ),
        ("Child sex trafficking occurs in Kenya.", {("KEN", "KEN")}),
        (
            "Labor trafficking occurs within Kenya, with victims identified from Uganda.",
            {("KEN", "KEN"), ("UGA", "KEN")},
        ),
        ("The majority of trafficking is internal.", {("KEN", "KEN")}),
        ("Children are recruited to live with families in other towns.", {("KEN", "KEN")}),
        (
            "Boys are forced to work in cities in Kenya and Uganda.",
            {("KEN", "KEN"), ("KEN", "UGA")},
        ),
        ("Within Kenya, girls are forced to beg.", {("KEN", "KEN")}),
        ("Tourists from Italy and Germany exploit girls in Kenya.", set()),
        ("Kenyan authorities met officials from Uganda.", set()),
    ],
)
def test_pairs(text, expected):
    assert pairs(text) == expected


def test_people_and_exploitation_are_those_of_the_clause():
    text = "TRAFFICKING PROFILE\n\nMen and boys from Uganda are subjected to forced labor in Kenya."
    (row,) = flows(narrative_of(text, iso3="KEN", edition=2019))
    assert (row["population"], row["exploitation"]) == ("men_boys", "labor")
    assert text[row["start"] : row["end"]] == "Uganda"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Girls are subjected to child prostitution in Oman.", ("girls", "sex")),
        ("Child sex trafficking victims are sent to Oman.", ("children", "sex")),
        ("Men and children are forced to mine in Oman.", ("", "labor")),
        ("An armed group in Oman recruited boys.", ("boys", "soldiering")),
    ],
)
def test_people_and_exploitation_keep_to_their_words(text, expected):
    (row,) = flows(narrative_of(f"TRAFFICKING PROFILE\n\n{text}", iso3="KEN", edition=2019))
    assert (row["population"], row["exploitation"]) == expected


def test_a_shared_name_of_a_people_is_that_of_the_narratives_country():
    assert pairs("Congolese boys are exploited in Angola.", "COD") == {("COD", "AGO")}
    assert pairs("Congolese boys are exploited in Angola.", "COG") == {("COG", "AGO")}


def test_the_longest_name_is_taken():
    found = [each.code for each in places("South Sudan, Guinea-Bissau, Papua New Guinea, Guinea")]
    assert found == ["SSD", "GNB", "PNG", "GIN"]
    (people,) = places("Equatorial Guinean girls", own="GNQ")
    assert (people.code, people.people) == ("GNQ", True)


def test_common_words_are_no_places():
    assert not places("the us of it, a turkey and china in a chad")


def test_groups_and_regions_are_declared():
    declared = set(table("flows").column("population").categories)
    assert {code for _, code in vocabulary("flows")["groups"]} <= declared | {""}
    assert all(each.replace("_", "").isalpha() for each in vocabulary("regions"))
