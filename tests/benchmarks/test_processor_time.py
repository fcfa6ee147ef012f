"""The processor time of a process and its threads is known to the millisecond, and only pages count as pages."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from benchmarks.processor_time import Look, Used, look

BUSY_THREAD = """
import threading, time
def work():
    while time.process_time() < 0.2: pass
for _ in (1, 2):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
print('done', flush=True)
input()
"""


@pytest.fixture
def worker() -> Iterator[int]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", BUSY_THREAD], **pipes, text=True) as process:  # type: ignore[call-overload]
        process.stdout.readline()
        yield process.pid
        process.stdin.write("\n")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no clock for each process")
def test_threads_that_have_ended_are_counted(worker: int) -> None:
    (seconds,) = look([{"type": "renderer", "id": worker, "cpuTime": 0}]).seconds.values()
    assert seconds >= 0.2


def test_what_the_browser_reports_counts_where_there_is_no_clock() -> None:
    seconds = look([{"type": "renderer", "id": 2**22 + 1, "cpuTime": 0.03}]).seconds
    assert seconds == {("renderer", 2**22 + 1): 0.03}


def test_pages_are_distinguished_from_the_rest_of_the_browser() -> None:
    before = Look({("renderer", 1): 1.0, ("browser", 2): 5.0, ("renderer", 3): 7.0})
    after = Look({("renderer", 1): 1.5, ("browser", 2): 5.25, ("renderer", 4): 0.25})
    assert after.since(before) == Used(page=0.75, browser=1.0)
