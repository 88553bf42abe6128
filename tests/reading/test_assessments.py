import csv
from pathlib import Path

import pytest

from tipdata.reading.assessments import assessments
from tipdata.reading.narrative import narrative_of
from tipdata.reading.rows import frame
from tipdata.reading.vocabulary import vocabulary
from tipdata.tables.declaration import table

TABLE = Path(__file__).parent / "judgements.csv"
CASES = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
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
            "The government does not fully comply with the minimum standards and is not making "
            "sufficient efforts to do so.",
            ("false", "false", "", "", ""),
        ),
        (
            "Kenya is on Tier 2; it did not demonstrate overall increasing efforts compared to the "
            "previous year to widen its capacity.",
            ("", "", "", "2", "none"),
        ),
        (
            "Kenya is on Tier 2 Watch List; it modestly increased its efforts to prevent "
            "trafficking.",
            ("", "", "", "2W", ""),
        ),
        (
            "Kenya is on Tier 2 Watch List for its failure to provide clear evidence of overall "
            "increasing efforts compared with the previous year.",
            ("", "", "", "2W", ""),
        ),
        (
            "Kenya remained on Tier 2; it did not convict brokers but increased its efforts to "
            "combat trafficking.",
            ("", "", "remained", "2", "increased"),
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
        (
            "Kenya is, however, making significant efforts to meet the minimum standards, which it "
            "does not fully meet; it was again placed on Tier 2.",
            ("false", "true", "remained", "2", ""),
        ),
        (
            "The government has not met the minimum standards and made no significant efforts; "
            "Kenya dropped to Tier 3.",
            ("false", "false", "downgraded", "3", ""),
        ),
        ("Kenya stays on Tier 1.", ("", "", "remained", "1", "")),
        ("Kenya rose to Tier 2 from Tier 3.", ("", "", "upgraded", "2", "")),
        (
            "As it could no longer be given a waiver, Kenya was downgraded to Tier 3 by law.",
            ("", "", "auto-downgrade", "3", ""),
        ),
        ("Kenya is a Special Case for the third consecutive year.", ("", "", "remained", "S", "")),
        (
            "The government did not demonstrate overall increasing efforts, so Kenya remained on "
            "Tier 2 Watch List.",
            ("", "", "remained", "2W", "none"),
        ),
        (
            "Kenya is on the Tier 2 Watch List for its failure to provide evidence of increasing "
            "efforts.",
            ("", "", "", "2W", "none"),
        ),
    ],
)
def test_the_whole_is_judged(text, expected):
    row = judged(text)["overall"]
    assert tuple(row.get(field, "") for field in FIELDS) == expected


@pytest.mark.parametrize("case", CASES, ids=[each["sentence"][:40] for each in CASES])
def test_the_efforts_of_a_pillar_are_judged(case):
    rows = judged(case["sentence"])
    expected = {case["aspect"]: (case["trend"], case["adjective"])} if case["aspect"] else {}
    found = {each: (row["trend"], row.get("adjective", "")) for each, row in rows.items()}
    assert found == expected


def test_a_short_judgement_is_of_the_section_it_opens():
    row = judged("PROSECUTION\nThe government increased efforts.")["prosecution"]
    assert row["trend"] == "increased"


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


def test_a_sentence_may_judge_several_pillars():
    found = judged(
        "The government increased law enforcement efforts; victim protection deteriorated; its "
        "prevention efforts remained uneven."
    )
    said = {aspect: (row["trend"], row["adjective"]) for aspect, row in found.items()}
    assert said == {
        "prosecution": ("increased", ""),
        "protection": ("decreased", ""),
        "prevention": ("", "uneven"),
    }


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
