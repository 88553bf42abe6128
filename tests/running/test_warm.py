"""What forking must not carry into a kernel, and when a process may be forked at all."""

import os
import subprocess
import sys
import threading

import pytest

from tipdata.running import warm

pytestmark = pytest.mark.skipif(not warm.possible(), reason="kernels are forked on Linux only")

LOOK = """
import sys, threading, zmq
from tipdata.running import warm
warm.ready()
warm.check_single_thread()
print(zmq.Context._instance, "matplotlib_inline.backend_inline" in sys.modules)
"""


def test_a_warmed_process_has_one_thread_no_context_and_no_backend():
    run = subprocess.run(
        [sys.executable, "-P", "-c", LOOK],
        env=os.environ | warm.ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout, run.stderr) == ("None False\n", "")


def test_a_process_with_threads_is_not_forked():
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        with pytest.raises(RuntimeError, match="a process that is forked may have only one"):
            warm.Spare()
    finally:
        over.set()
        other.join()
