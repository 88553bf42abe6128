"""Tier placements: a full grid, a reason for every gap, a document behind every placement."""

import csv
from pathlib import Path

import pytest

import tipdata
from tipdata.building import documents, tiers
from tipdata.errors import SourceError

CELLS = {
    ("PER", "2004"): {"tier": "2W", "basis": "stated", "missing": ""},
    ("PER", "2005"): {"tier": "S", "basis": "later_edition"},
    ("ECU", "2015"): {"tier": "1", "basis": "stated", "missing": ""},
    ("ECU", "2016"): {"tier": "2", "basis": "later_edition"},
    ("PER", "2016"): {"tier": "2", "basis": "stated", "strength": ""},
    ("XKX", "2016"): {"basis": "derived", "strength": "B", "source_id": tiers.DERIVED.source_id},
    ("PER", "2006"): {"tier": "", "missing": "no_placement", "basis": "", "source_id": ""},
    ("PER", "2017"): {"tier": "", "missing": "unsettled"},
    ("NAM", "2025"): {"tier": "", "missing": "not_covered"},
    ("ECU", "2017"): {"tier": "", "missing": "not_read"},
}


def test_a_cell_says_its_tier_or_why_there_is_none(world):
    world.build()
    frame = world.read("tiers").set_index(["iso3", "edition"])
    found = {cell: frame.loc[cell, list(expected)].to_dict() for cell, expected in CELLS.items()}
    assert found == CELLS
    assert ((frame["tier"] == "") == (frame["missing"] != "")).all()
    assert ((frame["tier"] == "") == (frame["source_id"] == "")).all()


def test_every_placement_leads_to_its_document(world):
    world.build()
    cited = world.read("tiers").set_index(["iso3", "edition"])["source_id"]
    sources = world.read("sources").set_index("source_id")
    document = sources.loc[cited["PER", "2016"]]
    assert document["url"] == "https://pages.example/per"
    assert document["publisher"] == "pages.example"
    copy = sources.loc[cited["PER", "2005"]]
    assert copy["publisher"] == "US Department of State"
    assert copy["read_from"] == "copies.example"
    study = sources.loc[cited["PER", "2004"]]
    assert study["url"] == "https://github.com/someone/study/blob/HEAD/tiers.csv"
    assert study["publisher"] == "someone/study"


def test_the_title_of_a_document_names_country_and_edition(world):
    world.build()
    titles = world.read("sources").set_index("url")["title"]
    assert titles["https://pages.example/per"] == "Press, 2016: Peru (pages.example)"
    assert titles["https://copies.example/2015"] == "Report 2015: Ecuador (copy at copies.example)"
    assert titles["https://copies.example/2016"] == "Report 2005: Peru (copy at copies.example)"
    assert titles["https://pages.example/ecu"] == "Report 2017: Ecuador (copy at pages.example)"


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (["Peru"], "Peru"),
        (["Chad", "Mali", "Peru"], "Chad, Mali, Peru"),
        (["Chad", "Fiji", "Mali", "Peru"], "4 countries"),
    ],
)
def test_many_countries_are_counted_not_named(named, expected):
    assert documents._named(named) == expected


def test_no_two_sources_are_called_the_same():
    titles = tipdata.sources()["title"]
    assert titles.duplicated().sum() == 0


def test_the_id_of_a_document_hangs_on_its_address_alone(world):
    world.build()
    before = set(world.read("sources")["source_id"])
    text = (world.raw / tiers.LATE.path).read_text(encoding="utf-8")
    world.write(tiers.LATE.path, text.replace("https://pages.example/ecu", "https://new.example/a"))
    evidence = (world.raw / tiers.EVIDENCE.path).read_text(encoding="utf-8")
    world.write(
        tiers.EVIDENCE.path, evidence.replace("https://pages.example/ecu", "https://new.example/a")
    )
    world.build()
    after = set(world.read("sources")["source_id"])
    assert len(before - after) == len(after - before) == 1


def test_a_repository_file_at_a_commit_has_an_address():
    assert documents._address("a/b path/c.json @0123abc") == (
        "https://github.com/a/b/blob/0123abc/path/c.json"
    )
    with pytest.raises(SourceError, match="neither an address nor a file"):
        documents._address("somewhere")


@pytest.mark.parametrize(
    ("file", "line", "message"),
    [
        (tiers.LATE, "PER,Peru,2004,2,https://pages.example/per\n", "no evidence"),
        (tiers.EARLY, "PER,Peru,2004,2,someone/study tiers.csv\n", "PER has two placements"),
        (tiers.EARLY, "PER,Peru,2000,2,someone/study tiers.csv\n", "outside the countries"),
        (tiers.EARLY, "PER,Peru,2009,2,unknown/study x.csv\n", "documents of no known kind"),
        (tiers.EARLY, "PER,Perux,2009,2,someone/study tiers.csv\n", "'Perux'"),
        (tiers.EARLY, "NAM,Peru,2009,2,someone/study tiers.csv\n", "'Peru' with code NAM"),
        (tiers.DERIVED, "NAM,Namibia,2020,2,A,left over\n", "NAM 2016 to 2025 is not_covered"),
    ],
)
def test_placements_that_can_not_be_are_refused(world, file, line, message):
    text = (world.raw / file.path).read_text(encoding="utf-8")
    world.write(file.path, text + line)
    with pytest.raises(SourceError, match=message):
        world.build()


def test_an_unexplained_gap_after_2015_is_an_error(world):
    text = (world.rules / "tier_gaps.csv").read_text(encoding="utf-8")
    world.rule("tier_gaps", text.replace("PER,2017,2025", "PER,2018,2025"))
    with pytest.raises(SourceError, match=r"1 empty cells without a reason, first PER 2017"):
        world.build()


def test_a_reading_of_an_unknown_sort_is_an_error(world):
    text = (world.raw / tiers.EVIDENCE.path).read_text(encoding="utf-8")
    world.write(tiers.EVIDENCE.path, text.replace("news,stated,yes", "news,rumour,yes"))
    with pytest.raises(SourceError, match="rumour"):
        world.build()


def test_a_placement_read_since_may_not_stand_in_a_raw_file_too(world):
    head = "iso3,country,edition,tier,kind,how,source\n"
    world.rule("tiers_read_since", head + "PER,Peru,2016,2,news,stated,https://new.example/a\n")
    with pytest.raises(SourceError, match="PER has two placements in edition 2016"):
        world.build()


def totals():
    with (Path(__file__).parent / "tier_totals.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("case", totals(), ids=lambda case: f"{case['edition']}-{case['which']}")
def test_the_packaged_placements_add_up_to_the_known_totals(case):
    frame = tipdata.tiers(edition=int(case["edition"]))
    if case["which"] == "read":
        frame = frame[frame["basis"] != "derived"]
    known = {tier: int(case[tier]) for tier in ("1", "2", "2W", "3", "S") if case[tier]}
    assert {tier: int((frame["tier"] == tier).sum()) for tier in known} == known


def test_the_packaged_gaps_are_those_that_are_known():
    frame = tipdata.tiers()
    gaps = frame[frame["tier"].isna()]
    late = gaps[gaps["edition"] > 2015]
    assert set(zip(late["iso3"], late["edition"], late["missing"], strict=True)) == {
        *((("KIR", edition, "not_covered")) for edition in range(2017, 2026)),
        *((("VUT", edition, "not_covered")) for edition in range(2016, 2020)),
    }
    assert set(gaps["missing"]) == {"not_covered", "no_placement"}


def test_somalia_is_a_special_case_and_serbia_and_montenegro_were_one():
    assert set(tipdata.tiers("Somalia", edition=range(2003, 2026))["tier"]) == {"S"}
    both = tipdata.tiers(["Serbia", "Montenegro"], edition=[2003, 2004, 2005])
    assert both.groupby("edition")["tier"].nunique().tolist() == [1, 1, 1]
