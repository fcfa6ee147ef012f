"""The same commit gives the same bytes, wherever, whenever and however it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests import building
from tests.building import ROOT
from tests.conftest import TODAY

GIT_CONFIGURATION = """
[diff]
    interHunkContext = 20
    algorithm = patience
    noprefix = true
    mnemonicPrefix = true
    external = false
    renames = false
[log]
    showRoot = false
    showSignature = true
    diffMerges = combined
[core]
    quotePath = true
[color]
    ui = always
[format]
    pretty = oneline
"""


def contents(site: Path) -> dict[str, bytes]:
    """The bytes of every file of a site."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def differing(one: Path, other: Path) -> list[str]:
    """The files that only one of two sites has, or that differ."""
    left, right = contents(one), contents(other)
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


def test_another_machine_gives_the_same_bytes(default_site: Path, tmp_path: Path) -> None:
    (tmp_path / "gitconfig").write_text(GIT_CONFIGURATION)
    environment = {
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "LANG": "C",
        "HOME": "/nonexistent",
        "GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig"),
        "PLAYBOOK_CACHE": str(tmp_path / "a cold cache"),
    }
    site, before = tmp_path / "a site é" / "public", os.umask(0o077)
    try:
        other = building.build(building.DEFAULT, site, environment=environment, working_folder=tmp_path)
    finally:
        os.umask(before)
    assert differing(default_site, other) == []


def test_the_plain_path_gives_the_same_bytes(default_site: Path, tmp_path: Path) -> None:
    other = building.build(building.DEFAULT, tmp_path / "site", environment={"PLAYBOOK_PLAIN": "1"})
    assert differing(default_site, other) == []


def test_another_copy_of_the_project_gives_the_same_bytes(small_site: Path, small_data: Path, tmp_path: Path) -> None:
    project = building.copied_project(tmp_path / "ein Entwurf é" / "project")
    data = tmp_path / "data" / "small_playbook"
    for path in sorted(small_data.rglob("*"), reverse=True):  # folders list their files in another order
        if path.is_file():
            (data / path.relative_to(small_data)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, data / path.relative_to(small_data))
    for number, path in enumerate(sorted(data.rglob("*.yml"))):
        os.utime(path, (number, number))
        if hasattr(os, "geteuid") and os.geteuid() == 0:  # only root may give files away
            os.chown(path, 12_345, 12_345)
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
