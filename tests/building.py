"""Builds sites for tests by really running MkDocs in a process of its own, as people do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from playbook.site import build_lock

ROOT = Path(__file__).resolve().parent.parent
"""The project's root."""
DEFAULT = ROOT / "playbook_data"
SMALL = ROOT / "tests" / "small_playbook"
"""A frozen playbook with at least one record of every kind, every field filled somewhere, a draft, and notes."""
MINIMAL = ROOT / "tests" / "minimal_playbook"
"""The four required files with one record each."""
PROJECT = ("mkdocs.yml", "hooks.py", "macros.py", "overrides", "docs", "playbook")
"""What a site is built from, besides the data."""


class BuildFailed(AssertionError):
    """MkDocs ended with an error; the message is what it printed."""


def build(
    data: Path,
    folder: Path,
    *,
    environment: Mapping[str, str] | None = None,
    options: tuple[str, ...] = (),
    project: Path = ROOT,
    working_folder: Path | None = None,
) -> Path:
    """Build the site of the playbook in `data` into `folder`, which is returned. Raises BuildFailed.

    `environment` is added to this process's own; `options` are MkDocs's; `project` is another copy of the project.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", str(project / "mkdocs.yml")]
    done = subprocess.run(
        [*command, "-d", str(folder), *options],
        cwd=working_folder or project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PLAYBOOK_DATA": str(data), **(environment or {})},
        check=False,
        capture_output=True,
        text=True,
        timeout=600,
    )
    if done.returncode:
        raise BuildFailed(f"mkdocs ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return folder


def copied_project(folder: Path) -> Path:
    """A copy of what a site is built from in `folder`, for tests that change it; has no history."""
    folder.mkdir(parents=True)
    for name in PROJECT:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def made_once(base: Path, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `name` below `base`, filled by `make` once, however many processes of one test run ask for it."""
    folder, is_done = base / name, base / f"{name}.done"
    while (lock := build_lock.acquire(base / f"{name}.lock")) is None:
        time.sleep(0.05)
    try:
        if not is_done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            is_done.touch()
    finally:
        lock.release()
    return folder
