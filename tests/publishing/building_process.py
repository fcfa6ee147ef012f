"""A program for the tests to kill: builds and publishes the synthetic site.

    building_process.py loop SITE NUMBER        builds NUMBER, NUMBER + 1, … and rolls back now and then, for ever
    building_process.py hold SITE               starts a build and waits to be killed
    building_process.py build SITE NUMBER STEP  builds once and kills itself before its STEPth change of the disk
    building_process.py rollback SITE STEP      rolls back once, likewise

`--two-renames` as the last argument does without the system call that swaps two folders.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from itertools import count
from pathlib import Path

from playbook.publishing import renaming
from playbook.publishing.staging import begin, publish, rollback
from tests.publishing.synthetic_site import build, fill

CHANGES = {"os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.truncate", "open"}
"""The audit events that Python raises just before a change of the disk."""


def kill_before(step: int) -> None:
    """From now on count the changes of the disk, and kill this process before number `step` of them."""
    steps = count(1)

    def counted(event: str, _: object = None) -> None:
        if event in CHANGES and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    swap = renaming.exchange

    def exchange(one: Path, other: Path) -> bool:
        counted("os.rename")
        is_done = swap(one, other)
        counted("os.rename")
        return is_done

    renaming.exchange = exchange
    sys.addaudithook(counted)


def loop(site: Path, number: int) -> None:
    """Build for ever; roll back after every third build."""
    for current in count(number):
        build(site, current)
        if current % 3 == 0 and current > number:
            rollback(site)
        if current == number + 2:
            print("ready", flush=True)


def main(action: str, site: Path, *numbers: str) -> None:
    """Do what the module says."""
    if action == "loop":
        loop(site, int(numbers[0]))
    elif action == "hold":
        staging = begin(site)
        (staging.folder / "half").write_text("made")
        print("ready", flush=True)
        time.sleep(60)
    elif action == "build":
        kill_before(int(numbers[1]))
        staging = begin(site)
        fill(staging.folder, int(numbers[0]))
        publish(staging)
    else:
        kill_before(int(numbers[0]))
        rollback(site)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments[-1] == "--two-renames":
        renaming.exchange = lambda _one, _other: False
        arguments.pop()
    main(arguments[0], Path(arguments[1]), *arguments[2:])
