"""The same commit gives the same bytes, wherever, whenever and however it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import building
from tests.building import ROOT
from tests.conftest import TODAY

OTHERWISE: dict[str, dict[str, str]] = {
    "another seed for hashes": {"PYTHONHASHSEED": "4711"},
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "another language": {"LC_ALL": "C", "LANG": "C"},
    "the plain path": {"PLAYBOOK_PLAIN": "1"},
    "another home": {"HOME": "/nonexistent"},
}


def contents(site: Path) -> dict[str, bytes]:
    """The bytes of every file of a site."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def differing(one: Path, other: Path) -> list[str]:
    """The files that only one of two sites has, or that differ."""
    left, right = contents(one), contents(other)
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


@pytest.mark.parametrize("environment", OTHERWISE.values(), ids=OTHERWISE.keys())
def test_another_environment_gives_the_same_bytes(
    environment: dict[str, str], default_site: Path, tmp_path: Path
) -> None:
    other = building.build(building.DEFAULT, tmp_path / "site", environment=environment)
    assert differing(default_site, other) == []


def test_another_folder_and_umask_give_the_same_bytes(default_site: Path, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        other = building.build(building.DEFAULT, tmp_path / "a site é" / "public", working_folder=tmp_path)
    finally:
        os.umask(before)
    assert differing(default_site, other) == []


def test_another_copy_of_the_project_gives_the_same_bytes(small_site: Path, small_data: Path, tmp_path: Path) -> None:
    project = building.copied_project(tmp_path / "ein Entwurf é" / "project")
    data = shutil.copytree(small_data, tmp_path / "data" / "small_playbook")
    for number, path in enumerate(sorted(data.rglob("*.yml"))):
        os.utime(path, (number, number))
    other = building.build(data, tmp_path / "site", project=project, environment=building.on_day(TODAY))
    assert differing(small_site, other) == []


def test_the_plain_path_gives_the_same_bytes_for_hostile_text(
    hostile_site: Path, shared_folder: Path, small_project: Path, tmp_path: Path
) -> None:
    environment = {"PLAYBOOK_PLAIN": "1", **building.on_day(TODAY)}
    data = shared_folder / "hostile-data"
    other = building.build(data, tmp_path / "site", project=small_project, environment=environment)
    assert differing(hostile_site, other) == []


def test_the_edition_is_that_of_the_last_commit(default_site: Path) -> None:
    asked = ["git", "log", "-1", "--format=%cd", "--date=format-local:%Y-%m"]
    month = subprocess.run(
        asked, cwd=ROOT, env={**os.environ, "TZ": "UTC"}, capture_output=True, text=True, check=True
    ).stdout.strip()
    assert f"Edition {month}" in (default_site / "tips/index.html").read_text("utf-8")
