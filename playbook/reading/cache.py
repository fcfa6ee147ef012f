"""Caches the records of each file, so that the next run does not parse YAML again.

An entry is used only when the file's bytes and everything that decides how they are read (this package, the model,
PyYAML, Python) are unchanged, and the cache itself is intact. It holds plain lists, mappings and texts, never code, and
the model validates them again each time. Deleting `.cache/` is always safe.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

import yaml

from playbook.reading.data_files import DataFile
from playbook.reading.raw_records import RawRecord

_FILE = "records.json"


class RecordCache:
    """The records of files that were read before."""

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / _FILE if folder else None
        self._version = code_version() if folder else ""
        self._known: dict[str, list[Any]] = self._load(self._path) if self._path else {}
        self._used: dict[str, list[Any]] = {}

    def _load(self, path: Path) -> dict[str, list[Any]]:
        try:
            head, _, body = path.read_bytes().partition(b"\n")
            if head != self._head(body):
                return {}
            known: dict[str, list[Any]] = json.loads(body)
        except (OSError, ValueError, RecursionError):
            return {}
        return known

    def _head(self, body: bytes) -> bytes:
        """The first line of the cache: which code wrote it, and a checksum of the rest."""
        return f"{self._version} {hashlib.blake2b(body, digest_size=20).hexdigest()}".encode()

    def get(self, file: DataFile) -> list[RawRecord] | None:
        """The records of a file with this name and these bytes, or None when it was not read before."""
        key = _key(file)
        rows = self._known.get(key)
        if rows is None:
            return None
        self._used[key] = rows
        return [
            RawRecord(file.kind, record_id, fields, tuple(path), *place) for record_id, fields, path, *place in rows
        ]

    def put(self, file: DataFile, records: list[RawRecord]) -> None:
        """Keeps the records of a file."""
        self._used[_key(file)] = [record[1:] for record in records]

    def save(self) -> None:
        """Writes the entries used in this run. A folder that cannot be written costs only the time saved."""
        if self._path is None or self._used.keys() == self._known.keys():
            return
        body = json.dumps(self._used, ensure_ascii=False, separators=(",", ":")).encode()
        beside = self._path.with_suffix(f".{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(self._head(body) + b"\n" + body)
            # Another process sees the old cache or the new one, never half of one.
            os.replace(beside, self._path)
        except OSError:
            _remove(beside)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _key(file: DataFile) -> str:
    return f"{file.kind}/{file.path}/{file.digest}"


def code_version() -> str:
    """A digest of everything that decides how a file becomes records."""
    package = Path(__file__).parent
    parts = [sys.version.encode(), yaml.__version__.encode()]
    parts += [
        path.read_bytes() for folder in (package, package.parent / "model") for path in sorted(folder.glob("*.py"))
    ]
    return hashlib.blake2b(b"\0".join(parts), digest_size=20).hexdigest()
