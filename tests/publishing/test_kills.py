"""A build that is killed, at any moment, leaves one complete build published; the next build and rollback work."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from playbook.publishing import build_folders
from playbook.publishing.staging import begin, discard, rollback
from tests.publishing import building_process
from tests.publishing.synthetic_site import build, leftovers, which_build

ROOT = Path(__file__).parents[2]
KILLS = 40
SEED = 20261122
MAX_LIFETIME = 0.12
"""Seconds a process may build before it is killed: some dozens of builds."""
SWAPS_IN_ONE_STEP = sys.platform in {"linux", "darwin"}
WAYS = ["--two-renames", *(["--one-step"] if SWAPS_IN_ONE_STEP else [])]


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    """How the two folders are swapped."""
    return str(request.param)


def started(way: str, *arguments: object) -> subprocess.Popen[str]:
    options = [way] if way == "--two-renames" else []
    return subprocess.Popen(
        [sys.executable, building_process.__file__, *map(str, arguments), *options],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
    )


def kill(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def recovered(site: Path) -> None:
    discard(begin(site))


def published_and_previous(site: Path) -> tuple[int, int]:
    """The numbers of both builds, found by rolling back twice."""
    recovered(site)
    assert leftovers(site) == []
    published = which_build(site)
    rollback(site)
    previous = which_build(site)
    rollback(site)
    assert which_build(site) == published
    return published, previous


def killed_at_each_step(way: str, *arguments: object) -> Iterator[None]:
    """Run the process again and again, each time killed one step later, until it reaches its end."""
    for step in count(1):
        process = started(way, *arguments, step)
        process.communicate()
        yield
        if process.returncode == 0:
            return
        assert process.returncode == -signal.SIGKILL


def test_forty_builds_killed_at_random_moments(tmp_path: Path) -> None:
    site = tmp_path / "site"
    chance = random.Random(SEED)  # noqa: S311 - the same moments in every run, no secret
    for kill_number in range(KILLS):
        way = WAYS[kill_number % len(WAYS)]
        process = started(way, "loop", site, kill_number * 1000)
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0, MAX_LIFETIME))
        kill(process)
        if way == "--two-renames":
            recovered(site)  # between the two renames nothing is published
        which_build(site)
        published, previous = published_and_previous(site)
        assert abs(published - previous) <= 2
        build(site, kill_number * 1000 + 999)
        assert published_and_previous(site) == (kill_number * 1000 + 999, published)


def test_a_build_killed_before_each_of_its_steps(tmp_path: Path, way: str) -> None:
    site = tmp_path / "site"
    build(site, 1)
    build(site, 2)
    outcomes = []
    for _ in killed_at_each_step(way, "build", site, 3):
        if way == "--one-step":
            assert which_build(site) in {2, 3}
        outcomes.append(published_and_previous(site))
        build(site, 1)
        build(site, 2)
    assert set(outcomes) == {(2, 1), (3, 2)}
    assert outcomes == sorted(outcomes), "once published, a build stays published"


def test_a_rollback_killed_before_each_of_its_steps(tmp_path: Path, way: str) -> None:
    site = tmp_path / "site"
    build(site, 1)
    build(site, 2)
    outcomes = set()
    for _ in killed_at_each_step(way, "rollback", site):
        if way == "--one-step":
            assert which_build(site) in {1, 2}
        outcomes.add(published_and_previous(site))
        build(site, 1)
        build(site, 2)
    assert outcomes == {(2, 1), (1, 2)}


def test_a_first_build_killed_before_each_of_its_steps_publishes_all_or_nothing(tmp_path: Path, way: str) -> None:
    for number, _ in enumerate(killed_at_each_step(way, "build", tmp_path / "site", 3)):
        site = tmp_path / "site"
        if site.exists():
            assert which_build(site) == 3
        recovered(site)
        assert leftovers(site) == []
        for folder in (site, build_folders.beside(site)):
            if folder.exists():
                folder.rename(tmp_path / f"{folder.name}-{number}")


@pytest.mark.skipif(not SWAPS_IN_ONE_STEP, reason="this system cannot swap two folders in one step")
def test_the_published_site_never_vanishes_while_builds_run(tmp_path: Path) -> None:
    site = tmp_path / "site"
    process = started("--one-step", "loop", site, 0)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    try:
        for _ in range(20_000):
            os.stat(site / "index.html")
    finally:
        kill(process)


def test_the_lock_of_a_killed_build_is_free(tmp_path: Path) -> None:
    site = tmp_path / "site"
    process = started("--two-renames", "hold", site)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    kill(process)
    build(site, 1)
    assert which_build(site) == 1
    assert leftovers(site) == []
