"""The whole build on a small world: what it writes, what it refuses, and what it leaves alone."""

import hashlib
import json

import pytest

from tipdata.building import population
from tipdata.building.build import build
from tipdata.errors import SourceError, TableError, TipdataError


def test_it_makes_every_table_and_tells_what_it_did(world):
    notes = "\n".join(world.build())
    assert len(world.read("tiers")) == 4 * 25
    assert len(world.read("unodc")) == 4
    assert len(world.read("policy_index")) == 3
    assert len(world.read("population")) == 2
    assert len(world.read("exchange_rates")) == 5 + 19
    assert len(world.read("shapes")) == 4
    assert len(world.read("sources")) == 10 + 5
    for part in ("tiers: 7 placements in", "unodc: 4 rows in, 4 out", "policy_index: 3 rows in"):
        assert part in notes


def test_a_second_run_gives_the_same_bytes(world):
    world.build()
    first = world.bytes()
    assert world.build()[-1] == "changed: nothing"
    assert world.bytes() == first


def test_the_first_edition_is_that_of_the_first_placement(world):
    world.build()
    first = world.read("countries").set_index("iso3")["first_edition"].to_dict()
    assert first == {"ECU": "2015", "NAM": "2006", "PER": "2004", "XKX": "2016"}


def test_rows_bytes_and_hash_are_written_beside_the_schema(world):
    world.build()
    package = json.loads((world.data / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        content = (world.data / resource["path"]).read_bytes()
        assert resource["rows"] == content.count(b"\n") - 1
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_a_changed_raw_file_stops_the_build_before_anything_is_read(world):
    path = world.raw / population.FILE.path
    expected = hashlib.sha256(path.read_bytes()).hexdigest()
    path.write_text("not even a table", encoding="utf-8")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    before = world.bytes()
    with pytest.raises(SourceError) as caught:
        world.build()
    for part in ("population/population.csv", expected, found, "data/sources.csv"):
        assert part in str(caught.value)
    assert world.bytes() == before


def test_all_missing_raw_files_are_named_at_once(world):
    (world.raw / population.FILE.path).unlink()
    (world.raw / "unodc/data_glotip.xlsx").unlink()
    with pytest.raises(SourceError, match="2 of 10 raw files") as caught:
        world.build()
    assert "population/population.csv is missing" in str(caught.value)
    assert "unodc/data_glotip.xlsx is missing" in str(caught.value)


def test_a_raw_file_without_a_hash_in_sources_is_refused(world):
    path = world.data / "sources.csv"
    kept = [line for line in path.read_text().splitlines() if not line.startswith("unodc")]
    path.write_text("\n".join(kept) + "\n")
    with pytest.raises(SourceError, match=r"data_glotip.xlsx has no sha256 in data/sources.csv"):
        world.build()


def test_a_folder_that_is_not_there_is_one_line(world):
    with pytest.raises(TipdataError, match="'nowhere' does not exist"):
        build(type(world.raw)("nowhere"), data=world.data)


def test_an_error_in_the_last_source_leaves_everything_as_it_was(world):
    world.build()
    before = world.bytes()
    world.rates(
        ("PER", "Peru Bolivia", 2019, "sols per US dollar - 3.3 (2018)"),
        ("", "European Union", 2019, "euros per US dollar - 0.85 (2018)"),
    )
    before["sources.csv"] = (world.data / "sources.csv").read_bytes()
    with pytest.raises(SourceError, match="'Peru Bolivia'"):
        world.build()
    assert world.bytes() == before


def test_tables_that_break_their_declaration_are_not_written(world):
    (world.data / "coverage.csv").write_text(
        "iso3,edition,section,status,source_id\nPER,2018,profile,read,nothing\n", encoding="utf-8"
    )
    before = world.bytes()
    with pytest.raises(TableError, match=r"coverage.source_id 'nothing' .* is not in sources"):
        world.build()
    assert world.bytes() == before


def test_rows_kept_by_hand_are_sorted_and_else_unchanged(world):
    rows = ["PER,2018,profile,read,tiers-2016-2025", "NAM,2018,profile,partly_read,tiers-2016-2025"]
    header = "iso3,edition,section,status,source_id"
    path = world.data / "coverage.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    assert "coverage.csv" in world.build()[-1]
    assert path.read_text(encoding="utf-8").splitlines() == [header, *sorted(rows)]


def test_without_raw_files_only_what_is_kept_by_hand_is_renewed(world):
    world.build()
    path = world.data / "country_names.csv"
    path.write_text(path.read_text() + "Pirua,PER,alias\n", encoding="utf-8")
    tiers = (world.data / "tiers.csv").read_bytes()
    assert build(data=world.data) == ["changed: country_names.csv, datapackage.json"]
    assert (world.data / "tiers.csv").read_bytes() == tiers
    assert build(data=world.data) == ["changed: nothing"]


def test_another_folder_can_be_written_and_the_data_stay(world, tmp_path):
    before = world.bytes()
    out = tmp_path / "out"
    world.build(out=out)
    assert world.bytes() == before
    assert {path.name for path in out.iterdir()} == set(before)
    assert len(world.read("tiers", out)) == 100
