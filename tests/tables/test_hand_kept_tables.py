"""Facts about the tables kept by hand that their declaration alone can not state."""

import re

import pytest

import tipdata
from tipdata.tables.declaration import table
from tipdata.tables.load import whole

GUIDE = {
    "prosecution": """operations investigations arrests prosecutions convictions acquittals sentence
        penalty fine officials_investigated officials_prosecuted officials_convicted
        officials_trained trainings""",
    "protection": """victims_identified victims_referred victims_assisted victims_repatriated
        shelters shelter_capacity permits restitution hotline_calls""",
    "prevention": "budget inspections campaigns_reached recruiters_sanctioned",
    "profile": "affected",
    "other": "other",
}


@pytest.mark.parametrize("pillar", GUIDE)
def test_the_indicators_are_those_of_the_coding_guide(pillar):
    assert set(tipdata.indicators(pillar=pillar)["indicator"]) == set(GUIDE[pillar].split())


def test_an_indicator_leads_to_an_indicator_and_a_unit_that_exist():
    frame = whole("indicators")
    assert set(frame["unodc_indicator"].dropna()) <= set(
        table("unodc").column("indicator").categories
    )
    unit = re.compile(table("figures").column("unit").pattern)
    assert [each for each in frame["unit"] if not unit.fullmatch(each)] == []


def test_a_count_of_what_was_found_is_neither_good_nor_bad():
    assert set(whole("indicators")["higher_is"]) == {"neutral"}


def test_the_countries_are_those_of_some_edition():
    frame = whole("countries")
    placed = whole("tiers").dropna(subset="tier").groupby("iso3")["edition"].min()
    assert dict(zip(frame["iso3"], frame["first_edition"], strict=True)) == placed.to_dict()
    assert {"ABW", "CUW", "SXM", "HKG", "MAC", "TWN", "XKX"} <= set(frame["iso3"])
    assert not {"AND", "MCO", "SMR", "PRI"} & set(frame["iso3"])


def test_every_document_is_cited_and_every_raw_file_has_a_hash():
    sources = whole("sources")
    is_document = sources["source_id"].str.startswith("doc-")
    assert set(sources.loc[is_document, "source_id"]) <= set(whole("tiers")["source_id"])
    assert sources.loc[is_document, "sha256"].isna().all()
    assert sources.loc[is_document, "url"].notna().all()
    used = {name: whole(name)["source_id"].unique().tolist() for name in ("unodc", "population")}
    hashes = sources.set_index("source_id")["sha256"]
    assert hashes.loc[[each for ids in used.values() for each in ids]].notna().all()
