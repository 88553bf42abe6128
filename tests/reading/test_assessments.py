import pytest

from tipdata.reading.assessments import assessments
from tipdata.reading.narrative import narrative_of
from tipdata.reading.rows import frame
from tipdata.reading.vocabulary import vocabulary
from tipdata.tables.declaration import table

FIELDS = ("meets_standards", "significant_efforts", "movement", "tier", "trend")


def judged(text):
    rows = assessments(narrative_of(text, iso3="KEN", edition=2019))
    frame("assessments", rows)  # every code is a declared one
    return {row["aspect"]: row for row in rows}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "KENYA (Tier 2)\n\nThe Government of Kenya does not fully meet the minimum standards "
            "for the elimination of trafficking but is making significant efforts to do so.",
            ("false", "true", "", "2", ""),
        ),
        (
            "The Government of Kenya fully meets the minimum standards for the elimination of "
            "trafficking. It continued to demonstrate serious and sustained efforts; therefore "
            "Kenya remained on Tier 1.",
            ("true", "", "remained", "1", "maintained"),
        ),
        (
            "The government does not fully meet the minimum standards for the elimination of "
            "trafficking and is not making significant efforts to do so; therefore it was "
            "downgraded from Tier 2 Watch List to Tier 3.",
            ("false", "false", "downgraded", "3", ""),
        ),
        (
            "Kenya was granted a waiver from an otherwise required downgrade to Tier 3; it "
            "remained on Tier 2 Watch List.",
            ("", "", "waiver", "2W", ""),
        ),
        (
            "The government demonstrated overall increasing efforts compared to the previous "
            "period; therefore Kenya was upgraded to Tier 2 from Tier 2 Watch List.",
            ("", "", "upgraded", "2", "increased"),
        ),
        (
            "Kenya was placed on Tier 3 after being on the Tier 2 Watch List for two consecutive "
            "years.",
            ("", "", "auto-downgrade", "3", ""),
        ),
        (
            "For the second consecutive year, Kenya is on the Tier 2 Watch List.",
            ("", "", "remained", "2W", ""),
        ),
        ("Kenya is a Special Case for the third consecutive year.", ("", "", "remained", "S", "")),
        (
            "The government did not demonstrate overall increasing efforts, so Kenya remained on "
            "Tier 2 Watch List.",
            ("", "", "remained", "2W", ""),
        ),
    ],
)
def test_the_whole_is_judged(text, expected):
    row = judged(text)["overall"]
    assert tuple(row.get(field, "") for field in FIELDS) == expected


@pytest.mark.parametrize(
    ("text", "pillar", "trend", "adjective"),
    [
        ("The government increased law enforcement efforts.", "prosecution", "increased", ""),
        ("Kenya maintained weak victim protection efforts.", "protection", "maintained", "weak"),
        ("The state made no discernible efforts to prevent trafficking.", "prevention", "none", ""),
        ("It made modest progress in assisting victims.", "protection", "increased", "modest"),
        ("It made limited efforts to protect victims.", "protection", "", "limited"),
        ("Its efforts to prevent forced labor remained uneven.", "prevention", "", "uneven"),
        ("The government slightly decreased prevention efforts.", "prevention", "decreased", ""),
        ("PROSECUTION\nThe government increased efforts.", "prosecution", "increased", ""),
        ("Law enforcement efforts declined sharply.", "prosecution", "decreased", ""),
    ],
)
def test_a_pillar_is_judged(text, pillar, trend, adjective):
    row = judged(text)[pillar]
    assert (row["trend"], row["adjective"]) == (trend, adjective)


@pytest.mark.parametrize(
    "text",
    [
        "Increase efforts to protect victims.",
        "The government increased funding for its shelters to 5 million shillings.",
        "Police efforts led to the arrest of 31 suspects.",
        "The number of convicted traffickers increased.",
    ],
)
def test_what_is_no_judgement_gives_no_row(text):
    assert judged(text) == {}


def test_evidence_stands_where_the_row_says():
    text = "The police sat.\n\nThe government maintained weak protection efforts."
    narrative = narrative_of(text, iso3="KEN", edition=2019)
    (row,) = assessments(narrative)
    assert text[row["start"] : row["end"]] == "maintained weak protection efforts"
    assert (row["paragraph"], row["sentence"]) == (2, 1)


def test_the_vocabulary_knows_only_declared_codes():
    declared = table("assessments")
    overall = vocabulary("assessments")["overall"]
    assert set(overall["movement"]) == set(declared.column("movement").categories)
    assert set(overall["trend"]) <= set(declared.column("trend").categories)
    assert set(vocabulary("assessments")["trend"]) <= set(declared.column("trend").categories)
