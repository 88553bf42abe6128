"""The command: one line for what is wrong, and the packaged data only change when all is well."""

from tipdata import cli, resources


def packaged():
    return {path.name: path.read_bytes() for path in resources.folder("data").iterdir()}


def test_other_raw_files_than_the_reviewed_ones_are_refused_in_one_line(world, capsys):
    before = packaged()
    assert cli.main(["build", "--sources", str(world.raw)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("tipdata: 10 of 10 raw files in ")
    assert err.count("\n") == 1
    assert packaged() == before


def test_without_raw_files_the_packaged_tables_are_checked_and_copied_as_they_are(tmp_path, capsys):
    assert cli.main(["build", "--out", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("changed: ")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == packaged()
