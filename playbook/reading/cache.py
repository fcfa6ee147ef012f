"""Remembers what was read from each file, so that a second start does not parse YAML again.

A memory is used only when the file's bytes and everything that decides how they are read (this package, the model,
PyYAML, Python) are the same as when it was made. It holds plain lists, mappings and texts, never code, and is checked
by the model again each time. Deleting `.cache/` is always safe.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

import yaml

from playbook.reading.records import RawRecord

_FILE = "records.json"


class RecordCache:
    """The records of files read before, by the fingerprint of the file's bytes."""

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / _FILE if folder else None
        self._version = _version() if folder else ""
        self._known: dict[str, list[Any]] = {}
        self._used: dict[str, list[Any]] = {}
        if self._path:
            self._known = self._load(self._path)

    def _load(self, path: Path) -> dict[str, list[Any]]:
        try:
            stored = json.loads(path.read_bytes())
            return dict(stored["files"]) if stored["version"] == self._version else {}
        except (OSError, ValueError, TypeError, KeyError):
            return {}

    def get(self, key: str) -> list[RawRecord] | None:
        """What was read from the file with this key, or None."""
        rows = self._known.get(key)
        if rows is None:
            return None
        self._used[key] = rows
        return [RawRecord(kind, name, fields, line, tuple(path)) for kind, name, fields, line, path in rows]

    def put(self, key: str, records: list[RawRecord]) -> None:
        """Remembers what was read from the file with this key."""
        self._used[key] = [[raw.kind, raw.id, raw.fields, raw.line, list(raw.path)] for raw in records]

    def save(self) -> None:
        """Writes what was used this time. A folder that cannot be written costs only the time saved."""
        if self._path is None or self._used.keys() == self._known.keys():
            return
        text = json.dumps({"version": self._version, "files": self._used}, ensure_ascii=False, separators=(",", ":"))
        beside = self._path.with_suffix(f".{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(text.encode())
            os.replace(beside, self._path)
        except OSError:
            beside.unlink(missing_ok=True)


def _version() -> str:
    """Changes when anything changes that decides how a file becomes records."""
    package = Path(__file__).parent
    parts = [sys.version, yaml.__version__]
    parts += [
        path.read_text("utf-8")
        for folder in (package, package.parent / "model")
        for path in sorted(folder.glob("*.py"))
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
