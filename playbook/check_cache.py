"""Caches what `check` reports, so that a second run without any change answers at once.

The cache is used only when every byte of the data and of the hand-written pages, every line of our code and of its
catalogues, the versions of the libraries and both days are the same. Only problems are in it. Deleting `.cache/` is
always safe.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from playbook.days import Days
from playbook.folders import Folders
from playbook.gc_paused import gc_paused
from playbook.problems import Place, Problem, Severity
from playbook.ref import Ref

CODE = (".py", ".po")
"""What our code and its messages are written in."""
LIBRARIES = ("pydantic", "pydantic-core", "pyyaml")
_FILE = "check.json"


def checked(folders: Folders, days: Days) -> tuple[Problem, ...]:
    """Every problem of the playbook and of the hand-written pages. Raises nothing for what the folders contain."""
    key = _fingerprint(folders, days)
    cached = _load(folders.cache / _FILE, key)
    if cached is not None:
        return cached
    with gc_paused():
        # Loads the whole model, which the cache makes needless.
        from playbook.full_check import check_everything  # noqa: PLC0415

        problems = check_everything(folders, days)
    if key is not None:
        _save(folders.cache / _FILE, key, problems)
    return problems


def _fingerprint(folders: Folders, days: Days) -> str | None:
    """A digest of everything that the problems depend on; None when a folder holds more than files and folders."""
    digest = hashlib.blake2b(digest_size=20)
    try:
        code = (path for path in _files(Path(__file__).parent) if path.suffix in CODE)
        pages = _files(folders.docs) if folders.docs.is_dir() else ()
        macros = [file for file in sorted(folders.root.glob("*.py")) if file.is_file()]
        for path in (*code, *macros, *pages, *_files(folders.data)):
            digest.update(f"\0{path}\0".encode(errors="surrogateescape"))
            digest.update(hashlib.blake2b(path.read_bytes()).digest())
    except (OSError, ValueError):
        return None
    dates = (days.today.isoformat(), days.edition.isoformat())
    digest.update("\0".join((sys.version, *dates, *map(version, LIBRARIES))).encode())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """Every file below the folder, in a fixed order. Raises ValueError for anything that is neither file nor folder."""
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _files(folder / entry.name)
        elif entry.is_file(follow_symlinks=False):
            yield folder / entry.name
        else:
            raise ValueError(entry.name)


def _load(path: Path, key: str | None) -> tuple[Problem, ...] | None:
    try:
        stored = json.loads(path.read_bytes())
        return tuple(_problem(row) for row in stored["problems"]) if key and stored["key"] == key else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _problem(row: dict[str, Any]) -> Problem:
    about = Ref(*row["about"]) if row["about"] else None
    return Problem(**{**row, "place": Place(**row["place"]), "severity": Severity(row["severity"]), "about": about})


def _save(path: Path, key: str, problems: tuple[Problem, ...]) -> None:
    """Writes the cache. A folder that cannot be written costs only the time saved."""
    beside = path.with_suffix(f".{os.getpid()}")
    text = json.dumps({"key": key, "problems": [dataclasses.asdict(problem) for problem in problems]})
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, path)
    except OSError:
        beside.unlink(missing_ok=True)
