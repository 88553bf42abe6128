import pytest

from tipdata.reading.narrative import narrative_of
from tipdata.reading.profile import profile
from tipdata.reading.rows import frame
from tipdata.reading.vocabulary import vocabulary
from tipdata.tables.declaration import package


def traits(text, dimension, iso3="KEN"):
    rows = profile(narrative_of(f"TRAFFICKING PROFILE\n\n{text}", iso3=iso3, edition=2019))
    frame("profile", rows)
    return {
        (row["value"], row["name"], row["emphasis"])
        for row in rows
        if row["dimension"] == dimension
    }


def values(text, dimension, iso3="KEN"):
    return {value for value, _, _ in traits(text, dimension, iso3)}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Kenya is a source, transit, and destination country for women.",
            "source transit destination",
        ),
        ("Kenya is a country of origin for children.", "source"),
        (
            "Traffickers exploit domestic and foreign victims in Kenya, and they exploit victims "
            "from Kenya abroad.",
            "internal destination source",
        ),
        ("Kenyan girls are exploited within the country.", "internal"),
        ("Uganda is the main destination for some men.", ""),
        ("Most victims are children trafficked within country.", "internal"),
        ("The majority of this trafficking is internal.", "internal"),
        ("Labor trafficking occurs within Kenya.", "internal"),
        ("Labor trafficking occurs within Uganda.", ""),
        ("Children are recruited to live with families in other towns.", "internal"),
    ],
)
def test_roles(text, roles):
    assert values(text, "role") == set(roles.split())


def test_a_name_with_and_in_it_is_one_name():
    text = "Foreign women are exploited in sex trafficking in Trinidad and Tobago's bars."
    assert values(text, "role", "TTO") == {"destination"}
    text = "Labor trafficking occurs within Sri Lanka."
    assert values(text, "role", "LKA") == {"internal"}
    text = "Congolese girls are exploited within the Democratic Republic of the Congo."
    assert values(text, "role", "COD") == {"internal"}


def test_a_list_of_sectors_and_people_is_read_whole():
    text = (
        "Men, women, and children are exploited in forced labor in mining, farms, brick kilns, "
        "fishing, street vending, and domestic service."
    )
    assert values(text, "sector") == {
        "mining",
        "agriculture",
        "brick_making",
        "fishing",
        "street_vending",
        "domestic_service",
    }
    assert values(text, "population") == {"men", "women", "children"}
    assert values(text, "exploitation") == {"forced_labor"}


def test_several_forms_in_one_phrase_are_all_read():
    text = "Boys are forced to work as beggars and street vendors."
    assert values(text, "exploitation") == {"forced_labor", "forced_begging", "forced_child_labor"}


def test_to_a_lesser_extent_weighs_on_what_follows():
    text = "Women and girls, and to a lesser extent boys, are exploited in sex trafficking."
    assert traits(text, "population") == {
        ("women", "", "main"),
        ("girls", "", "main"),
        ("boys", "", "lesser"),
    }


def test_a_trait_told_again_as_a_main_one_is_a_main_one():
    text = "To a lesser extent, boys are exploited. Boys are exploited in mines."
    assert traits(text, "population") == {("boys", "", "main")}


@pytest.mark.parametrize(
    ("text", "dimension", "expected"),
    [
        (
            "Kenya is a source and, to a much lesser degree, destination country for men subjected "
            "to forced labor.",
            "population",
            {("men", "", "main")},
        ),
        (
            "Kenya is a source and, to a lesser extent, a transit and destination country for men.",
            "role",
            {("source", "", "main"), ("transit", "", "lesser"), ("destination", "", "lesser")},
        ),
        (
            "Kenya is a source, and to a limited extent, destination country for men.",
            "role",
            {("source", "", "main"), ("destination", "", "lesser")},
        ),
        (
            "Kenya is a transit country for women and, to a lesser extent, men subjected to forced "
            "labor; some men are forced to beg.",
            "population",
            {("women", "", "main"), ("men", "", "lesser")},
        ),
        (
            "Kenya is a source country for women and, to a lesser extent, men subjected to forced "
            "labor.",
            "exploitation",
            {("forced_labor", "", "main")},
        ),
        (
            "Kenyan girls and, to a lesser extent, boys are exploited within the country.",
            "role",
            {("internal", "", "main")},
        ),
        (
            "A small number of people are trafficked to hotels in the country and abroad.",
            "place",
            {("abroad", "", "lesser")},
        ),
    ],
)
def test_lesser_weighs_on_its_own_kind(text, dimension, expected):
    assert traits(text, dimension) == expected


def test_those_who_exploit_are_not_those_exploited():
    text = "Tourists from Italy purchase sex from girls. Men are the main clients of brothels."
    assert values(text, "population") == {"girls"}


def test_foreign_people_are_named_by_their_country():
    text = "Nepali women and children from Uganda and Burundi are exploited in Kenya."
    assert {row for row in traits(text, "population") if row[0] == "foreign_nationals"} == {
        ("foreign_nationals", "NPL", "main"),
        ("foreign_nationals", "UGA", "main"),
        ("foreign_nationals", "BDI", "main"),
    }


@pytest.mark.parametrize(
    ("text", "nations"),
    [
        ("Men migrate from Nepal, Pakistan, Iran, Benin, and Peru to work.", "NPL PAK IRN BEN PER"),
        ("Girls from neighboring states, Sudan, and the Philippines are exploited.", "SDN PHL"),
        ("Girls from neighboring countries such as Oman and Jordan are sold.", "OMN JOR"),
        ("Yemeni, Pakistani, Filipino, and Chadian boys are exploited.", "YEM PAK PHL TCD"),
        ("Uganda, Togo, and Oman are also sources of victims.", "UGA TGO OMN"),
        ("Uganda, Togo, and Oman are also partners of the police.", ""),
        ("Kenyan girls are exploited in Pakistan, Iran, and Benin.", ""),
        ("Men from the Democratic Republic of the Congo, Malawi, and Oman work.", "COD MWI OMN"),
        ("Boys from nearby countries (especially Peru) but also Nepal are sold.", "PER NPL"),
        ("Girls from Peru, and especially Nepal, Laos, and Oman are sold.", "PER NPL LAO OMN"),
        ("Kenya is a destination for Thai and, to a lesser extent, Lao women.", "THA LAO"),
        ("Men from Oman, Peru, and Nepal travel to Kenya for child sex tourism.", ""),
        ("Children serve tourists from Peru and Spain.", ""),
        ("Pakistani authorities found the victims.", ""),
    ],
)
def test_nationalities_are_read_to_the_end_of_their_list(text, nations):
    named = {name for value, name, _ in traits(text, "population") if name}
    assert named == set(nations.split())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Boys are trafficked for mines and as domestic servants.", True),
        ("Girls become forced domestic servants.", True),
        ("Girls are forced to work in farms, shops, and domestic service.", True),
        ("Kenyan women seek jobs in domestic service.", False),
    ],
)
def test_servants_under_force_are_in_domestic_servitude(text, told):
    assert ("domestic_servitude" in values(text, "exploitation")) == told


@pytest.mark.parametrize(
    ("text", "dimension", "value", "told"),
    [
        ("State-sponsored forced labor goes on.", "means", "abuse_of_authority", True),
        ("Local officials forced teachers to pick tea.", "means", "abuse_of_authority", True),
        ("A gang took boys with the help of some officers.", "means", "abuse_of_authority", True),
        ("Officials forced the traffickers to pay.", "means", "abuse_of_authority", False),
        ("They bear physical, mental, and sexual abuse.", "means", "physical_violence", True),
        ("Children are recruited to live with families in towns.", "means", "family", False),
        ("Children are sold by their families.", "means", "family", True),
        ("Boys are sold for school fees.", "means", "recruitment_fees", False),
        ("Boys bear high fees.", "means", "recruitment_fees", True),
        ("Girls are sold in bars catering to tourists.", "sector", "hospitality", True),
        ("Girls are sold in cars catering to tourists.", "sector", "hospitality", False),
        ("Slavery goes on in isolated areas.", "means", "isolation", False),
        ("Girls are kept in isolation.", "means", "isolation", True),
        (
            "Kenya is a country of origin, transit, and destination for boys.",
            "role",
            "transit",
            True,
        ),
        (
            "By decree, children were mobilized to pick tea.",
            *("exploitation", "forced_child_labor", True),
        ),
        (
            "By decree, children were allowed to pick tea.",
            *("exploitation", "forced_child_labor", False),
        ),
        ("Gangs force boys into labor.", "exploitation", "forced_labor", True),
        ("They endure sex and labor trafficking.", "exploitation", "sex_trafficking", True),
        ("Girls are sold by parents and caregivers.", "sector", "health_care", False),
        ("Women are forced to work as caregivers.", "sector", "health_care", True),
        ("Boys transiting Kenya are exploited.", "vulnerability", "migration_status", False),
        ("Men working illegally are exploited.", "vulnerability", "migration_status", True),
        ("Foreign women are exploited in bars.", "population", "women", True),
        ("The scope of trafficking of women in Kenya is unknown.", "population", "women", False),
        (
            "Laborers are exploited in the domestic and farm sectors.",
            "sector",
            "domestic_service",
            True,
        ),
        ("Boys are exploited in domestic disputes.", "sector", "domestic_service", False),
        (
            "Kenya is a source of children trafficked for forced labor.",
            "exploitation",
            "forced_child_labor",
            True,
        ),
        (
            "Kenya is a source of women and children in forced labor.",
            "exploitation",
            "forced_child_labor",
            False,
        ),
        ("An armed group in the hills recruited boys.", "exploitation", "child_soldiering", True),
    ],
)
def test_words_keep_to_their_meaning(text, dimension, value, told):
    assert (value in values(text, dimension)) == told


def test_places_keep_their_names():
    text = "Girls are exploited in tourist areas such as Malindi and Diani Beach."
    named = {name for value, name, _ in traits(text, "place") if value == "tourist_areas"}
    assert named == {"", "Malindi", "Diani Beach"}


def test_evidence_stands_where_the_row_says():
    text = "TRAFFICKING PROFILE\n\nMen work on ships and in factories."
    rows = profile(narrative_of(text, iso3="KEN", edition=2019))
    assert {text[row["start"] : row["end"]] for row in rows} == {"Men", "factories"}


def test_what_a_government_does_is_no_trait():
    text = "PROTECTION\n\nThe ministry sheltered women from mining areas."
    assert profile(narrative_of(text, iso3="KEN", edition=2019)) == []


def test_vocabulary_and_declaration_hold_the_same_codes():
    fields = next(each for each in package()["resources"] if each["name"] == "profile")["schema"]
    declared = next(each for each in fields["fields"] if each["name"] == "value")["categories"]
    known = {
        (dimension, value)
        for dimension, listed in vocabulary("profile").items()
        if isinstance(listed, dict)
        for value in listed
    }
    assert known == {(each["dimension"], each["value"]) for each in declared}
