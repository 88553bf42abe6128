"""The examples for cron, systemd and GitHub Actions say the same, and what they run runs."""

import configparser
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tipdata.running.plan import plan
from tipdata.running.planfile import read

SCHEDULES = Path(__file__).parent.parent / "docs" / "schedules"
DAYS = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")


def unit(name):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(SCHEDULES / name)
    return parser


def workflow():
    # YAML 1.1 reads the key "on" as true.
    return yaml.safe_load((SCHEDULES / "github-actions.yml").read_text())


def cron_line():
    return (SCHEDULES / "crontab").read_text().splitlines()[-1]


def test_all_three_run_at_the_same_time():
    minute, hour, day, month, weekday, _ = cron_line().split(maxsplit=5)
    assert (day, month) == ("*", "*")
    assert workflow()[True]["schedule"] == [{"cron": f"{minute} {hour} * * {weekday}"}]
    calendar = f"{DAYS[int(weekday)]} *-*-* {int(hour):02}:{int(minute):02}:00"
    assert unit("tipdata-briefs.timer")["Timer"]["OnCalendar"] == calendar


def test_all_three_run_the_script():
    script = "make-briefs.sh"
    assert cron_line().split()[5] == unit("tipdata-briefs.service")["Service"]["ExecStart"]
    assert cron_line().split()[5].endswith(f"/{script}")
    steps = workflow()["jobs"]["briefs"]["steps"]
    assert f"sh {script}" in [step.get("run") for step in steps]
    kept = [step["if"] for step in steps if step.get("uses", "").startswith("actions/upload")]
    assert kept == ["always()"]


def test_the_plan_can_be_made():
    asked = read(SCHEDULES / "plan.yml")
    assert asked.pop("out") == str(SCHEDULES / "briefs")
    made = plan(**asked)
    assert "PER-2018" in [each.id for each in made.jobs]
    assert len(made.jobs) > 50


STUB = '#!/bin/sh\necho "$@" >>said\n[ "$1" != "{failing}" ]\n'


@pytest.mark.skipif(shutil.which("sh") is None, reason="the script is for a Unix shell")
@pytest.mark.parametrize(("failing", "status"), [("none", 0), ("briefs", 1), ("site", 1)])
def test_the_script_makes_the_index_always_and_tells_of_a_failure(tmp_path, failing, status):
    shutil.copy(SCHEDULES / "make-briefs.sh", tmp_path)
    stub = tmp_path / "bin" / "tipdata"
    stub.parent.mkdir()
    stub.write_text(STUB.format(failing=failing))
    stub.chmod(0o755)
    path = f"{stub.parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        ["sh", str(tmp_path / "make-briefs.sh")], env=os.environ | {"PATH": path}, check=False
    )
    assert run.returncode == status
    assert (tmp_path / "said").read_text() == "briefs plan.yml\nsite briefs\n"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_understands_the_timer():
    calendar = unit("tipdata-briefs.timer")["Timer"]["OnCalendar"]
    subprocess.run(["systemd-analyze", "calendar", calendar], check=True, capture_output=True)


def test_the_guide_shows_every_file():
    guide = (SCHEDULES.parent / "guides" / "schedule_runs.md").read_text()
    shown = re.findall(r"literalinclude} \.\./schedules/(\S+)", guide)
    assert {*shown, "plan.yml"} == {each.name for each in SCHEDULES.iterdir()}
