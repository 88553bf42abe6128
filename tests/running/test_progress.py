"""Progress: a bar where somebody watches, a line for each failure where nobody does."""

import sys

from tipdata.running.manifest import Entry
from tipdata.running.progress import Progress

RIGHT = Entry("PER-2018", "right")
FAILED = Entry("BOL-2018", "failed", "cell 4 failed")


def tell(total):
    progress = Progress(total)
    for entry in (RIGHT, FAILED):
        progress.tell(entry)
    progress.close()


def test_a_log_file_gets_a_line_for_each_failure_and_nothing_else(capsys):
    tell(2)
    assert capsys.readouterr().err == "BOL-2018 failed: cell 4 failed\n"


def test_a_terminal_gets_a_bar_with_what_is_done_and_what_failed(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    tell(3)
    said = capsys.readouterr().err
    assert "BOL-2018 failed: cell 4 failed" in said
    assert "2/3" in said
    assert "failed=1" in said


def test_a_kernel_counts_as_somebody_who_watches(capsys, monkeypatch):
    import IPython

    class Shell:
        config = ("IPKernelApp",)

    monkeypatch.setattr(IPython, "get_ipython", Shell)
    tell(2)
    assert "2/2" in capsys.readouterr().err
