"""A plan says what will be made, and what not and why, before anything runs."""

import pytest

import tipdata
from tests.running import notebooks
from tipdata.cli import main
from tipdata.errors import BriefError, UnknownValueError
from tipdata.running.plan import plan
from tipdata.running.planfile import read


def ids(each):
    return [one.id for one in each]


def test_an_edition_is_every_country_that_it_covers():
    tiers = tipdata.tiers(edition=2018)
    covered = tiers[~tiers["missing"].isin(["not_covered", "no_placement"])]["iso3"]
    made = plan(2018)
    assert ids(made.jobs) == sorted(f"{code}-2018" for code in covered)
    assert ids(made.left_out) == ["KIR-2018", "VUT-2018"]
    assert {each.why for each in made.left_out} == {"the edition does not cover the country"}


def test_each_job_is_of_its_own_country_and_edition():
    for job in plan([2017, 2018], region="Near East").jobs:
        assert job.id == f"{job.parameters['iso3']}-{job.parameters['edition']}"


def test_countries_and_regions_add_up_and_none_stands_twice():
    made = plan(2018, country=["Peru", "PER", "Israel"], region="Near East")
    assert ids(made.jobs).count("PER-2018") == 1
    assert ids(made.jobs).count("ISR-2018") == 1
    region = tipdata.countries(region="Near East")["iso3"]
    assert {each[:3] for each in ids(made.jobs)} == {"PER", *region} - {
        each.id[:3] for each in made.left_out
    }


def test_a_country_that_is_named_is_made_though_the_edition_does_not_cover_it():
    assert ids(plan(2018, country="Kiribati").jobs) == ["KIR-2018"]


def test_only_and_limit_tell_what_they_leave_out():
    some = plan(2018, country=["PER", "BOL", "CHL"], only=["PER-2018", "BOL-2018"], limit=1)
    assert ids(some.jobs) == ["BOL-2018"]
    assert {each.id: each.why for each in some.left_out} == {
        "CHL-2018": "not among the identifiers asked for",
        "PER-2018": "beyond the limit of 1",
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"country": "Perru"}, "did you mean 'Peru'"),
        ({"region": "Europa"}, "did you mean 'Europe'"),
        ({"edition": 1999}, "2001 to"),
        ({"only": "PER-2081"}, "did you mean 'PER-2018'"),
        ({"limit": 0}, "from 1 on"),
        ({"parameters": {"iso": "MEX"}}, "did you mean 'iso3'"),
        ({"texts": {"narative": "x"}}, "did you mean 'narrative'"),
    ],
)
def test_an_unknown_word_is_an_error_that_lists_the_known_ones(arguments, said):
    with pytest.raises(UnknownValueError, match=said):
        plan(**{"edition": 2018, **arguments})


@pytest.mark.parametrize("name", ["iso3", "edition"])
def test_a_parameter_never_overrides_the_country_or_the_edition(name):
    with pytest.raises(BriefError, match=f"'{name}' is set by the country and the edition"):
        plan(2018, country="PER", texts={name: "MEX"})
    with pytest.raises(BriefError, match=f"'{name}' is set by the country and the edition"):
        tipdata.brief("PER", 2018, texts={name: "MEX"})


def write(tmp_path, text):
    path = tmp_path / "plan.yml"
    path.write_text(text)
    return path


def test_a_plan_file_says_the_same_as_the_command(tmp_path, capsys):
    notebooks.write(tmp_path / "own.ipynb")
    path = write(
        tmp_path,
        "edition: [2017, 2018]\ncountry: [Peru, 'NO']\nnotebook: own.ipynb\nout: made\n",
    )
    assert read(path)["out"] == str(tmp_path / "made")
    assert main(["briefs", str(path), "--dry-run"]) == 0
    from_file = capsys.readouterr().out
    options = ["--edition", "2017", "--edition", "2018", "--country", "Peru", "--country", "NO"]
    own = ["--notebook", str(tmp_path / "own.ipynb")]
    assert main(["briefs", *options, *own, "--dry-run"]) == 0
    assert capsys.readouterr().out == from_file
    assert "NOR-2018  Norway, edition 2018: country brief" in from_file
    assert "4 briefs to make, 0 left out" in from_file


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("edtion: 2018", "did you mean 'edition'"),
        ("country: Peru", "names no edition"),
        ("edition: 2018\ncountry: [NO]", "False.*put quotes"),
        ("edition: '2018'", "it takes int"),
        ("edition: 2018\nregion: []", "empty list"),
        ("edition: 2018\nparameters: [a]", "it takes dict"),
        ("- 2018", "holds no keys"),
        ("", "holds no keys"),
        ("a: [", "no YAML"),
    ],
)
def test_a_plan_file_with_a_fault_is_refused(tmp_path, text, said):
    with pytest.raises(tipdata.errors.TipdataError, match=said):
        read(write(tmp_path, text))


def test_the_command_takes_a_file_or_options_never_both(tmp_path, capsys):
    path = write(tmp_path, "edition: 2018\n")
    assert main(["briefs", str(path), "--country", "PER", "--dry-run"]) == 1
    assert "leave --country out" in capsys.readouterr().err
    assert main(["briefs", "--country", "PER", "--dry-run"]) == 1
    assert "no edition is named" in capsys.readouterr().err
    assert main(["briefs", str(tmp_path / "none.yml"), "--dry-run"]) == 1
    assert "does not exist" in capsys.readouterr().err
