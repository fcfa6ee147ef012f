"""Runs a command and measures wall time, CPU time and memory of the whole process tree.

For systems with `wait4` (Linux, macOS); the memory of the tree is read from Linux's /proc and unknown elsewhere.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.05
"""How often the memory of the tree is sampled; a shorter peak can be missed, so the largest process is measured too."""

_MAXRSS_BYTES = 1 if sys.platform == "darwin" else 1024
_PAGE_BYTES = resource.getpagesize()
_LAST_LINES = 15


class CommandFailed(Exception):
    """A measured command has failed; the text is the command and the end of its output."""


@dataclass(frozen=True)
class Run:
    """What one run of a command cost."""

    wall: float
    """Seconds from its start to its end."""
    cpu: float
    """Seconds of processor time, user and system, with all its children."""
    largest: int
    """Bytes of memory of its largest process at its peak; on Linux no less than the measuring process has."""
    tree: int | None
    """Bytes of memory of all its processes together at their peak; memory that they share is counted for each."""


@dataclass(frozen=True)
class Figures:
    """Several runs of the same command: medians, and for memory the maximum."""

    runs: int
    wall: float
    cpu: float
    memory: int
    """Bytes at the peak of the process tree, or of the largest process where that was more or is all that is known."""
    largest: int
    """Bytes at the peak of the largest process."""


def figures_of(runs: Iterable[Run]) -> Figures:
    """The figures of at least one run."""
    runs = tuple(runs)
    return Figures(
        runs=len(runs),
        wall=statistics.median(run.wall for run in runs),
        cpu=statistics.median(run.cpu for run in runs),
        memory=max(max(run.largest, run.tree or 0) for run in runs),
        largest=max(run.largest for run in runs),
    )


def measure(command: list[str], folder: Path, environment: Mapping[str, str], accepted: Iterable[int] = (0,)) -> Run:
    """Run the command in the folder, with these variables added to the environment.

    Raises CommandFailed when its exit code is not one of those accepted.
    """
    with tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=errors
        )
        watch = _TreeWatch(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        tree = watch.stop()
        if process.returncode not in accepted:
            errors.seek(0)
            last = errors.read().decode(errors="replace").splitlines()[-_LAST_LINES:]
            raise CommandFailed("\n".join([f"exit code {process.returncode}: {' '.join(command)}", *last]))
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _MAXRSS_BYTES, tree)


class _TreeWatch:
    """Samples the memory of a process and its descendants until it is stopped."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> int | None:
        """End sampling; returns the maximum in bytes, None where it cannot be measured."""
        self._ended.set()
        self._thread.join()
        return self._peak or None

    def _look(self) -> None:
        while not self._ended.wait(SAMPLE_SECONDS):
            self._peak = max(self._peak, _tree_bytes(self._pid))


def _tree_bytes(pid: int) -> int:
    """Resident bytes of the process and its descendants; 0 when it has ended or /proc has no such file."""
    process = Path("/proc") / str(pid)
    try:
        resident = int((process / "statm").read_text().split()[1]) * _PAGE_BYTES
        children = [child for task in (process / "task").iterdir() for child in _children(task)]
    except (OSError, IndexError):
        return 0
    return resident + sum(_tree_bytes(child) for child in children)


def _children(task: Path) -> list[int]:
    try:
        return [int(child) for child in (task / "children").read_text().split()]
    except OSError:
        return []  # the thread has ended since it was listed
