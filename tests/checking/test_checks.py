"""Each check tells what it is for, and is silent where all fits."""

import pandas as pd
import pytest

from tipdata.checking.movements import movements
from tipdata.checking.parts import parts
from tipdata.checking.sources import sources
from tipdata.checking.stages import stages
from tipdata.checking.unodc import beside_unodc
from tipdata.checking.vintages import revisions, vintages
from tipdata.tables.declaration import table
from tipdata.tables.load import typed


def rows(name, *given, **common):
    """Rows of a declared table, made from dicts; cells not given are empty."""
    declared = table(name)
    raw = pd.DataFrame([common | each for each in given], columns=declared.column_names)
    return typed(raw.astype("string"), declared=declared)


def figures(*given):
    common = {
        "iso3": "PER",
        "edition": "2018",
        "indicator": "victims_identified",
        "unit": "persons",
        "period": "2017",
        "period_basis": "stated",
        "comparison": "false",
        "qualifier": "exact",
        "source_id": "s",
        "method": "coded",
    }
    numbered = [{"figure_id": f"PER-2018-{place}"} | each for place, each in enumerate(given)]
    return rows("figures", *numbered, **common)


def names(findings):
    return [each.check for each in findings]


TOTAL = {"value": "10"}


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (
            [TOTAL, {"value": "12", "subset_of": "PER-2018-0", "sex": "male"}],
            ["part_exceeds_total"],
        ),
        (
            [
                TOTAL,
                {"value": "6", "subset_of": "PER-2018-0", "sex": "male"},
                {"value": "6", "subset_of": "PER-2018-0", "sex": "female"},
            ],
            ["parts_exceed_total"],
        ),
        (
            [
                TOTAL,
                {"value": "6", "subset_of": "PER-2018-0", "sex": "male"},
                {"value": "6", "subset_of": "PER-2018-0", "age": "child"},
            ],
            [],
        ),
        (
            [
                TOTAL | {"qualifier": "at_least"},
                {"value": "12", "subset_of": "PER-2018-0", "sex": "male"},
            ],
            [],
        ),
        ([TOTAL, {"value": "12"}], []),
    ],
)
def test_parts(given, found):
    assert names(parts(figures(*given))) == found


def test_vintages_pair_successive_editions_and_revisions_tell_the_difference():
    frame = figures(
        {"value": "10"},
        {"value": "12", "edition": "2019", "comparison": "true"},
        {"value": "12", "edition": "2020", "comparison": "true"},
        {"value": "99", "edition": "2020", "period": "2019"},
    )
    pairs = vintages(frame)
    assert pairs[["edition", "edition_later", "difference"]].to_numpy().tolist() == [
        [2018, 2019, 2],
        [2019, 2020, 0],
    ]
    assert [each.key for each in revisions(frame)] == ["PER-2018-0|PER-2018-1"]


def test_vintages_never_mix_what_is_counted():
    frame = figures({"value": "10"}, {"value": "12", "edition": "2019", "sex": "female"})
    assert vintages(frame).empty


def tiers(before, now):
    return rows(
        "tiers",
        {"iso3": "PER", "edition": "2017", "tier": before},
        {"iso3": "PER", "edition": "2018", "tier": now},
    )


@pytest.mark.parametrize(
    ("before", "now", "said", "found"),
    [
        ("2", "2", {"movement": "remained", "tier": "2"}, []),
        ("2", "2W", {"movement": "remained"}, ["movement_differs"]),
        ("2", "2W", {"movement": "downgraded"}, []),
        ("2W", "2", {"movement": "downgraded"}, ["movement_differs"]),
        ("2", "2", {"tier": "3"}, ["tier_differs"]),
        ("S", "3", {"movement": "upgraded"}, []),
    ],
)
def test_movements(before, now, said, found):
    judged = {"iso3": "PER", "edition": "2018", "aspect": "overall", "source_id": "s"}
    frame = rows("assessments", judged | {"method": "coded"} | said)
    assert names(movements(frame, tiers(before, now))) == found


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (
            [
                {"indicator": "prosecutions", "value": "3"},
                {"indicator": "convictions", "value": "5"},
            ],
            ["convictions_exceed_prosecutions"],
        ),
        (
            [
                {"indicator": "prosecutions", "value": "3", "period": "2016"},
                {"indicator": "convictions", "value": "5"},
            ],
            [],
        ),
        ([{"value": "500"}, {"value": "7", "period": "2016", "comparison": "true"}], ["jump"]),
        ([{"value": "70"}, {"value": "7", "period": "2016", "comparison": "true"}], []),
        ([{"value": "5", "period": "2019"}], ["year_after_edition"]),
    ],
)
def test_stages(given, found):
    assert names(stages(figures(*given))) == found


def silent(**given):
    common = {"iso3": "PER", "edition": "2018", "indicator": "victims_identified"}
    return rows("not_reported", common | {"period": "2017", "source_id": "s"} | given)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ([{"value": "11"}, {"value": "11", "source_id": "digest"}], ["told_by_two_sources"]),
        ([{"value": "11"}, {"value": "11"}], []),
        ([{"value": "11"}, {"value": "12", "source_id": "digest"}], []),
        ([{"value": "11"}, {"value": "11", "source_id": "digest", "period": "2016"}], []),
        (
            [{"value": "11"}, {"value": "11", "source_id": "digest", "subset_of": "PER-2018-0"}],
            [],
        ),
        ([{"value": "0", "source_id": "digest"}], ["zero_or_not_reported"]),
        ([{"value": "0"}], []),
        ([{"value": "0", "source_id": "digest", "indicator": "arrests"}], []),
        ([{"value": "3", "source_id": "digest"}], []),
    ],
)
def test_two_sources_on_one_narrative(given, found):
    assert names(sources(figures(*given), silent())) == found


def test_beside_unodc_bounds_a_withheld_count():
    frame = figures({"value": "3"}, {"value": "9", "sex": "female"})
    counts = rows(
        "unodc",
        {
            "row": "1",
            "iso3": "PER",
            "year": "2017",
            "indicator": "Detected trafficking victims",
            "dimension": "Total",
            "category": "Total",
            "sex": "Total",
            "age": "Total",
            "value_min": "1",
            "value_max": "4",
            "suppressed": "true",
            "source_id": "u",
        },
    )
    defined = rows(
        "indicators",
        {
            "indicator": "victims_identified",
            "pillar": "protection",
            "unodc_indicator": "Detected trafficking victims",
        },
    )
    pairs = beside_unodc(frame, counts, defined)
    assert pairs[["figure_id", "fits"]].to_numpy().tolist() == [["PER-2018-0", True]]
