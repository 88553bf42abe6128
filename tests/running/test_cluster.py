"""The same briefs by Dask, and into an object store."""

import os
import subprocess
import sys
import time

import pytest

import tipdata
from tests.running import notebooks
from tipdata.running.plan import Plan
from tipdata.running.store import Remote, store

# Dask and moto leave sockets and loops of their own behind.
pytestmark = [pytest.mark.attack, pytest.mark.filterwarnings("ignore")]

COUNTRIES = ["BOL", "CHL", "PER"]
CELL = "{'CHL': 1, 'PER': 2}[iso3]\nimport time\ntime.sleep(1)"


@pytest.fixture(scope="module")
def plan(tmp_path_factory) -> Plan:
    """A brief that fails and two that are right."""
    own = notebooks.write(tmp_path_factory.mktemp("own") / "own.ipynb", CELL)
    return tipdata.plan(2018, country=COUNTRIES, notebook=own)


@pytest.fixture(scope="module")
def expected(plan, tmp_path_factory):
    """What a batch on this machine makes."""
    out = tmp_path_factory.mktemp("expected")
    tipdata.briefs(plan, out=out)
    return {
        name: (out / name).read_bytes()
        for each in ("CHL-2018", "PER-2018")
        for name in (f"{each}.html", f"{each}.ipynb", f"records/{each}.json")
    }


def statuses(batch):
    return {each.id[:3]: each.status for each in batch.manifest.briefs.values()}


WANTED = {"BOL": "failed", "CHL": "right", "PER": "right"}


def held(out, names):
    place = store(out)
    return {name: place.read(name) for name in names}


@pytest.fixture
def bucket(monkeypatch):
    """A bucket of an S3 server on this machine."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    import s3fs

    s3fs.S3FileSystem.clear_instance_cache()
    name = f"bucket-{os.urandom(4).hex()}"
    s3fs.S3FileSystem().mkdir(name)
    yield f"s3://{name}/briefs"
    s3fs.S3FileSystem.clear_instance_cache()
    server.stop()


@pytest.mark.parametrize("dask", [None, "local"])
def test_briefs_go_to_an_object_store(plan, expected, bucket, dask):
    batch = tipdata.briefs(plan, out=bucket, workers=2, dask=dask)
    assert statuses(batch) == WANTED
    assert held(bucket, expected) == expected
    failed = batch.manifest.briefs["BOL-2018"]
    assert b"KeyError" in Remote(bucket).read(failed.notebook)
    again = tipdata.briefs(plan, out=bucket, workers=2)
    assert statuses(again) == WANTED | {"CHL": "skipped", "PER": "skipped"}


def test_a_worker_that_is_lost_loses_no_brief(plan, expected, tmp_path):
    """Two workers of a scheduler; one is killed in the middle, and another joins."""
    from distributed import Client, LocalCluster

    with LocalCluster(2, threads_per_worker=1, dashboard_address=None) as cluster:
        killer = (
            "import sys, time, os, signal, psutil\n"
            "time.sleep(9)\n"
            "os.kill(int(sys.argv[1]), signal.SIGKILL)\n"
        )
        with Client(cluster) as client:
            pid = next(iter(client.run(os.getpid).values()))
        killing = subprocess.Popen([sys.executable, "-c", killer, str(pid)])
        started = time.monotonic()
        batch = tipdata.briefs(plan, out=tmp_path, dask=cluster.scheduler_address)
        assert killing.wait() == 0
        assert time.monotonic() - started > 5
    assert statuses(batch) == WANTED
    assert held(tmp_path, expected) == expected


def test_an_address_without_a_scheduler_is_told(plan, tmp_path):
    from tipdata.errors import BriefError
    from tipdata.running.cluster import Dask

    nowhere = Dask(None, "tcp://127.0.0.1:9")
    with pytest.raises(BriefError, match="no Dask scheduler answers at"):
        list(nowhere.run([]))
