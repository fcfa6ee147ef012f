"""How much processor time the processes of a browser have used.

The browser itself reports it in steps of ten milliseconds, which is too coarse for one key. Where the system has a
clock for each process (Linux), that clock is read instead: it is exact, and counts all threads of the process,
including workers and those that have ended.
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

PAGE = "renderer"
"""The type of the processes that run pages: scripts, workers, garbage collection, layout and painting."""


@dataclass(frozen=True)
class Used:
    """Seconds of processor time, user and system, between two samples."""

    page: float
    """Of the processes that run pages."""
    browser: float
    """Of all processes of the browser: those of pages, of the network, of the graphics and the browser itself."""


@dataclass(frozen=True)
class Look:
    """The seconds that each process has used since its start, by type and process number."""

    seconds: Mapping[tuple[str, int], float]

    def since(self, earlier: Look) -> Used:
        """What was used since an earlier sample; a process that has ended in between is not counted."""
        used = {key: seconds - earlier.seconds.get(key, 0.0) for key, seconds in self.seconds.items()}
        return Used(
            page=sum(seconds for (kind, _), seconds in used.items() if kind == PAGE),
            browser=sum(used.values()),
        )


def look(processes: Iterable[Mapping[str, Any]]) -> Look:
    """A sample of the processes, each as Chromium describes it: `type`, `id` and `cpuTime`."""
    return Look(
        {
            (str(process["type"]), int(process["id"])): _exact(int(process["id"]), float(process["cpuTime"]))
            for process in processes
        }
    )


def _exact(pid: int, reported: float) -> float:
    """The seconds on the clock of the process; `reported` where there is no such clock or the process has ended."""
    clock = ctypes.c_int()
    if _clock_of is None or _clock_of(pid, ctypes.byref(clock)):
        return reported
    try:
        return time.clock_gettime(clock.value)
    except OSError:
        return reported


_clock_of = getattr(ctypes.CDLL(None), "clock_getcpuclockid", None)
"""Of the C library: finds the clock of a process, and returns 0 when there is one."""
