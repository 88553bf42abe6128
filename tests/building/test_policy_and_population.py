"""The 3P index and population: codes by name, whole scores, no aggregate."""

import pytest

import tipdata
from tipdata.building import policy_index, population
from tipdata.errors import SourceError
from tipdata.tables.load import whole


def test_scores_are_whole_coded_by_name_and_kept_as_stated(world):
    notes = world.build()
    frame = world.read("policy_index").set_index("iso3")
    parts = ["prosecution", "protection", "prevention", "overall"]
    assert frame.loc["PER", parts].tolist() == ["4", "2", "3", "9"]
    assert frame.loc["NAM", parts].tolist() == ["1", "3", "2", "6"]
    assert frame.loc["XKX", parts].tolist() == ["4", "", "3", "9"]
    assert "policy_index: 3 rows in, 3 out; 1 coded by name" in notes


def test_an_overall_that_is_not_the_sum_is_told_and_not_changed(world):
    header = "iso3,country,year,prosecution,prevention,protection,overall\n"
    world.write(
        policy_index.FILE.path,
        f"{header}PER,Peru,2008,4.0,3.0,2.0,8.0\nKOS,Kosovo,2008,1.0,1.0,1.0,3.0\n",
    )
    notes = world.build()
    assert "policy_index: PER 2008: 4 + 2 + 3 is not the stated overall 8; kept as stated" in notes
    assert not any("XKX" in note for note in notes if note.startswith("policy_index"))
    frame = world.read("policy_index").set_index("iso3")
    assert frame.loc["PER", "overall"] == "8"


@pytest.mark.parametrize("score", ["2.5", "x", "-1"])
def test_a_score_that_is_not_whole_is_an_error(world, score):
    header = "iso3,country,year,prosecution,prevention,protection,overall\n"
    world.write(
        policy_index.FILE.path,
        f"{header}PER,Peru,2008,{score},3.0,2.0,8.0\nKOS,Kosovo,2008,1.0,1.0,1.0,3.0\n",
    )
    with pytest.raises(SourceError, match="is no whole score"):
        world.build()


def test_aggregates_and_places_outside_the_report_are_left_out_and_told(world):
    notes = "\n".join(world.build())
    frame = world.read("population")
    assert dict(zip(frame["iso3"], frame["population"], strict=True)) == {
        "NAM": "2405680",
        "PER": "32203944",
    }
    assert "population: 4 rows in, 2 out; left out 1 of aggregates" in notes
    assert "1 of places outside the report: CRQ" in notes
    assert "population: not in the source: ECU, XKX" in notes


def test_an_aggregate_that_is_not_listed_is_an_error(world):
    text = (world.raw / population.FILE.path).read_text(encoding="utf-8")
    world.write(population.FILE.path, text + "EUU,European Union,2018,1\n")
    with pytest.raises(SourceError, match="'European Union'"):
        world.build()


def test_the_packaged_population_lacks_taiwan_alone():
    lacking = set(whole("countries")["iso3"]) - set(tipdata.population()["iso3"])
    assert lacking == {"TWN"}
    assert tipdata.population()["population"].max() < 1_500_000_000


def test_the_packaged_index_has_one_sum_that_lacks_a_part():
    frame = tipdata.policy_index()
    total = frame["prosecution"] + frame["protection"] + frame["prevention"]
    odd = frame[~(total == frame["overall"]).fillna(False)]
    assert odd[["iso3", "year"]].to_numpy().tolist() == [["HTI", 2009]]
    assert len(frame) == 2125
