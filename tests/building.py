"""Builds sites for tests by really running MkDocs in a process of its own, as people do."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from playbook.publishing import build_lock

ROOT = Path(__file__).resolve().parent.parent
"""The project's root."""
DEFAULT = ROOT / "playbook_data"
SMALL = ROOT / "tests" / "small_playbook"
"""A frozen playbook with at least one record of every kind, every field filled somewhere, a draft, and notes."""
MINIMAL = ROOT / "tests" / "minimal_playbook"
"""The four required files with one record each."""
SMALL_DOCS = ROOT / "tests" / "small_docs"
"""Few and short hand-written pages in place of those that come with the project, which may change their words."""
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
    # Not `--quiet`: it hides the warnings from `--strict`.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(project / "mkdocs.yml")]
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
    """A copy of what a site is built from in `folder`, without its history, with hand-written pages of SMALL_DOCS.

    A page of docs/ that is not there is an empty one, because the menu names it.
    """
    folder.mkdir(parents=True)
    for name in PROJECT:
        source = SMALL_DOCS if name == "docs" else ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    for page in (ROOT / "docs").glob("*.md"):
        if not (folder / "docs" / page.name).exists():
            title = page.stem.replace("-", " ").capitalize()
            text = f"---\ndescription: Nothing on {title}.\n---\n\n# {title}\n\nNothing more.\n"
            (folder / "docs" / page.name).write_text(text)
    (folder / "playbook_data").mkdir()  # mkdocs.yml watches it
    return folder


def on_day(day: dt.date) -> dict[str, str]:
    """What makes a build the edition of that day."""
    return {"SOURCE_DATE_EPOCH": str(int(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).timestamp()))}


def made_once(base: Path, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `name` below `base`, filled by `make` once, however many processes of one test run ask for it.

    What cannot be built is not tried again either. Raises BuildFailed.
    """
    folder, outcome = base / name, base / f"{name}.outcome"
    while (lock := build_lock.acquire(base / f"{name}.lock")) is None:
        time.sleep(0.05)
    try:
        if not outcome.exists():
            outcome.write_text(_attempt(make, folder))
    finally:
        lock.release()
    if outcome.read_text():
        raise BuildFailed(outcome.read_text())
    return folder


def _attempt(make: Callable[[Path], object], folder: Path) -> str:
    """What went wrong, or nothing."""
    try:
        make(folder)
    except BuildFailed as failed:
        return str(failed)
    return ""
