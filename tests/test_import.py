"""Importing tipdata costs nothing and changes nothing."""

import subprocess
import sys

import pytest

HEAVY = ("pandas", "numpy", "matplotlib", "seaborn", "papermill", "nbconvert", "bs4", "pypdf")


def modules_after(code):
    script = (
        f"import sys\n{code}\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "code",
    [
        "import tipdata",
        "import tipdata.cli",
        "import tipdata; dir(tipdata)",
        "import tipdata.errors",
    ],
)
def test_nothing_heavy_is_imported(code):
    assert modules_after(code) & set(HEAVY) == set()


def test_a_table_is_what_brings_pandas_in():
    assert "pandas" in modules_after("import tipdata; tipdata.tiers")


def test_an_unknown_name_is_an_attribute_error():
    import tipdata

    with pytest.raises(AttributeError, match="'tires'"):
        _ = tipdata.tires
