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
    ],
)
def test_roles(text, roles):
    assert values(text, "role") == set(roles.split())


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
        ("Pakistani authorities found the victims.", ""),
    ],
)
def test_nationalities_are_read_to_the_end_of_their_list(text, nations):
    named = {name for value, name, _ in traits(text, "population") if name}
    assert named == set(nations.split())


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
