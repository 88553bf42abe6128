"""Names as printed: unknown ones stop the build, unused ones are told, codes must agree."""

import pandas as pd
import pytest

from tipdata.building import population
from tipdata.building.names import Names, agree, places
from tipdata.errors import SourceError

TABLE = pd.DataFrame(
    {
        "printed": ["Peru", "Namibia", "Republic of Peru"],
        "iso3": ["PER", "NAM", "PER"],
        "kind": ["printed", "printed", "alias"],
    }
)


def test_all_names_without_a_code_are_listed_with_the_nearest():
    with pytest.raises(SourceError) as caught:
        Names(TABLE).codes(pd.Series(["Peru", "Perou", "Nowhere"]), source="somewhere")
    message = str(caught.value)
    assert "somewhere: 2 names without a code" in message
    assert "'Perou' (like 'Peru', PER?)" in message
    assert "'Nowhere'" in message


def test_the_spelling_is_compared_letter_by_letter():
    with pytest.raises(SourceError, match="'peru'"):
        Names(TABLE).codes(pd.Series(["peru"]), source="somewhere")


def test_what_no_source_prints_is_told_and_an_alias_that_one_prints_too():
    names = Names(TABLE)
    names.codes(pd.Series(["Peru", "Republic of Peru"]), source="somewhere")
    assert names.notes() == [
        "country_names: printed by no source: Namibia",
        "country_names: an alias, but a source prints it: Republic of Peru",
    ]


def test_nothing_is_told_when_all_is_well():
    names = Names(TABLE)
    names.codes(pd.Series(["Peru", "Namibia"]), source="somewhere")
    assert names.notes() == []


def test_a_code_of_another_place_is_an_error(world):
    world.write(population.FILE.path, "iso3,country,year,population\nPER,Namibia,2018,1\n")
    world.rule("not_places", "source,printed,why\nexchange_rates,European Union,aggregate\n")
    with pytest.raises(SourceError, match="not listed: 'Namibia' with code PER"):
        world.build()


def test_a_listed_slip_that_is_gone_is_an_error(world):
    world.rule("code_slips", "source,printed,stated,why\nx,Peru,PRU,a slip\n")
    codes, stated = pd.Series(["PER"]), pd.Series(["PER"])
    with pytest.raises(SourceError, match="listed but gone: 'Peru' with code PRU"):
        agree(codes, stated, pd.Series(["Peru"]), source="x")


def test_what_is_no_place_is_dropped_by_list_and_the_list_is_checked(world):
    frame = pd.DataFrame({"country": ["Peru", "World", "World"]})
    kept, dropped = places(frame, source="population")
    assert kept["country"].tolist() == ["Peru"]
    assert dropped == 2
    with pytest.raises(SourceError, match="lists what is not printed: World"):
        places(frame[:1], source="population")
