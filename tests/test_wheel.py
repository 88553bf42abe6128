"""The wheel carries data and notebooks, and works from another folder without the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Folder into which the freshly built wheel was unpacked, as installing a pure wheel does."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(installed, tmp_path, *arguments):
    environment = os.environ | {"PYTHONPATH": str(installed)}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_tables_and_notebooks_come_from_the_wheel(installed, tmp_path):
    code = (
        "import tipdata; from tipdata import resources;"
        "print(tipdata.__file__); print(resources.data_file('tiers.csv'));"
        "print(resources.notebook('country_brief')); print(len(tipdata.tiers()))"
    )
    done = run(installed, tmp_path, "-c", code)
    assert done.returncode == 0, done.stderr
    *paths, rows = done.stdout.split()
    assert all(path.startswith(str(installed)) for path in paths)
    assert all(Path(path).exists() for path in paths)
    assert int(rows) > 0


def test_a_brief_is_made_from_the_wheel(installed, tmp_path):
    done = run(installed, tmp_path, "-m", "tipdata", "brief", "Aruba", "2018")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "briefs" / "ABW-2018.html").is_file()


def test_the_workshop_is_laid_out_from_the_wheel(installed, tmp_path):
    done = run(installed, tmp_path, "-m", "tipdata", "workshop", "course")
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "course").glob("*.ipynb"))) == len(
        list((ROOT / "notebooks" / "workshop").glob("*.ipynb"))
    )
    code = "from tipdata import workshop; print(workshop.check('narrative.victims', 124))"
    assert run(installed, tmp_path, "-c", code).stdout.startswith("right")
