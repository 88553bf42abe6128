import pandas as pd
import pytest

from tipdata.cli import main
from tipdata.tables.declaration import table

KENYA = "2019 Trafficking in Persons Report: Kenya\n\nPolice arrested 31 suspects in 2018."
UGANDA = "2019 Trafficking in Persons Report: Uganda\n\nCourts convicted nine traffickers."
TABLES = ("assessments", "figures", "flows", "not_reported", "profile")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "kenya.txt").write_text(KENYA, encoding="utf-8")
    (tmp_path / "in" / "uganda.txt").write_text(UGANDA, encoding="utf-8")
    return tmp_path


def rows(folder, name="figures"):
    return pd.read_csv(folder / "out" / f"{name}.csv", dtype=str, keep_default_na=False)


def test_a_file_becomes_the_packaged_tables(folder, capsys):
    out = folder / "out"
    assert main(["read", str(folder / "in" / "kenya.txt"), "--out", str(out)]) == 0
    assert "Kenya 2019 (kenya.txt): 1 figures" in capsys.readouterr().out
    assert {path.stem for path in out.iterdir()} >= set(TABLES)
    for name in TABLES:
        assert list(rows(folder, name).columns) == table(name).column_names
    (row,) = rows(folder).to_dict("records")
    assert (row["iso3"], row["edition"], row["value"], row["comparison"], row["source_id"]) == (
        "KEN",
        "2019",
        "31",
        "false",
        "kenya",
    )


def test_a_bare_passage_needs_country_and_edition(folder, capsys):
    path = folder / "passage.txt"
    path.write_text("Police arrested 31 suspects.", encoding="utf-8")
    out = str(folder / "out")
    assert main(["read", str(path), "--country", "KEN", "--edition", "2019", "--out", out]) == 0
    assert rows(folder).loc[0, "period"] == "2018"
    assert main(["read", str(path), "--out", out]) == 1
    assert "--country" in capsys.readouterr().err


def test_a_folder_is_read_with_progress(folder, capsys):
    assert main(["read", str(folder / "in"), "--out", str(folder / "out")]) == 0
    assert set(rows(folder)["iso3"]) == {"KEN", "UGA"}
    assert "[2/2] uganda.txt" in capsys.readouterr().err


def test_one_bad_file_is_told_at_the_end_and_stops_nothing(folder, capsys):
    (folder / "in" / "bad.txt").write_text("", encoding="utf-8")
    assert main(["read", str(folder / "in"), "--out", str(folder / "out")]) == 1
    assert "bad.txt is empty" in capsys.readouterr().err.splitlines()[-1]
    assert set(rows(folder)["iso3"]) == {"KEN", "UGA"}


def test_rows_that_break_their_declaration_are_left_out_with_their_narrative(folder, capsys):
    wrong = folder / "corrections.yml"
    wrong.write_text(
        "- {action: change, table: figures, iso3: KEN, edition: 2019, expect: {value: 31}, "
        "set: {value: -1}, reason: A slip., author: A. Reviewer, date: 2026-11-24}",
        encoding="utf-8",
    )
    read = ["read", str(folder / "in"), "--out", str(folder / "out"), "--corrections", str(wrong)]
    assert main(read) == 1
    told = capsys.readouterr().err.splitlines()[-1]
    assert "kenya.txt" in told
    assert "value -1.0 is below 0" in told
    assert set(rows(folder)["iso3"]) == {"UGA"}


def test_where_nothing_could_be_read_nothing_is_overwritten(folder, capsys):
    out = str(folder / "out")
    main(["read", str(folder / "in"), "--out", out])
    before = rows(folder)
    (folder / "bad.txt").write_text("", encoding="utf-8")
    assert main(["read", str(folder / "bad.txt"), "--out", out]) == 1
    assert rows(folder).equals(before)


def test_the_same_narrative_twice_is_an_error(folder, capsys):
    (folder / "in" / "other.txt").write_text(KENYA, encoding="utf-8")
    assert main(["read", str(folder / "in"), "--out", str(folder / "out")]) == 1
    assert "Kenya 2019 was read from kenya.txt already" in capsys.readouterr().err
    assert len(rows(folder)) == 2


def test_corrections_are_applied(folder):
    (folder / "fix.yml").write_text(
        "- {action: drop, table: figures, iso3: KEN, edition: 2019, expect: {value: 31},\n"
        "   reason: r, author: a, date: 2026-11-24}\n",
        encoding="utf-8",
    )
    out = ["--out", str(folder / "out"), "--corrections", str(folder / "fix.yml")]
    assert main(["read", str(folder / "in"), *out]) == 0
    assert set(rows(folder)["iso3"]) == {"UGA"}


def test_an_empty_folder_is_an_error(tmp_path, capsys):
    assert main(["read", str(tmp_path)]) == 1
    assert "holds no file" in capsys.readouterr().err


def test_evaluate_prints_scores_and_errors(tmp_path, capsys):
    (tmp_path / "p1.txt").write_text("Courts convicted nine.", encoding="utf-8")
    (tmp_path / "passages.csv").write_text("passage,iso3,edition\np1,XAA,2019\n", encoding="utf-8")
    (tmp_path / "figures.csv").write_text(
        "passage,n,anchor,indicator,value,unit,period,sex,age,exploitation\n"
        "p1,1,convicted [[nine]],convictions,8,persons,2018,,,\n",
        encoding="utf-8",
    )
    assert main(["evaluate", str(tmp_path), "--errors"]) == 0
    shown = capsys.readouterr().out
    assert "p1 missed: convictions 8 persons 2018 | Courts convicted nine." in shown
    assert "p1 invented: convictions 9 persons 2018 | Courts convicted nine." in shown
    assert "zeros invented: 0" in shown
