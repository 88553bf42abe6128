"""A reader never meets half a file."""

import os

import psutil
import pytest

from tipdata.running import files


def test_a_file_is_written_whole(tmp_path):
    files.write(tmp_path / "new" / "a.html", "é")
    assert (tmp_path / "new" / "a.html").read_bytes() == "é".encode()


def test_a_write_that_fails_leaves_the_older_file_and_no_other(tmp_path, monkeypatch):
    files.write(tmp_path / "a.html", "older")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        files.write(tmp_path / "a.html", "newer")
    assert [each.name for each in tmp_path.iterdir()] == ["a.html"]
    assert (tmp_path / "a.html").read_text() == "older"


def test_a_sweep_removes_what_dead_writers_left_and_nothing_else(tmp_path):
    dead = next(number for number in range(2**21, 2**22) if not psutil.pid_exists(number))
    left = {f".a.html.{dead}.part", f".a.html.{os.getpid()}.part", "a.html", ".a.part"}
    for name in left:
        (tmp_path / name).touch()
    files.sweep(tmp_path)
    assert {each.name for each in tmp_path.iterdir()} == left - {f".a.html.{dead}.part"}


def test_a_log_that_can_not_be_written_is_told_at_the_end(tmp_path):
    from tipdata.errors import BriefError
    from tipdata.running.manifest import Entry, Journal, read
    from tipdata.running.store import Folder

    class Full(Folder):
        def append(self, name, content):
            raise OSError(28, "No space left on device")

    journal = Journal(Full(tmp_path), [Entry("PER-2018", "waiting")])
    journal.enter(Entry("PER-2018", "right"))
    with pytest.raises(BriefError, match="No space left"):
        journal.close("finished")
    assert read(Folder(tmp_path)).briefs["PER-2018"].status == "right"
