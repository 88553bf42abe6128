"""The packaged data stand up to every check, and every explanation still has its cause."""

import tipdata
from tipdata.cli import main


def test_the_packaged_data_are_sound(capsys):
    report = tipdata.check()
    assert report.broken == []
    assert report.stale == []
    assert report.open_lines == []
    assert main(["check"]) == 0
    assert "references that lead nowhere: 0" in capsys.readouterr().out
