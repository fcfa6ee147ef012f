"""What the files of a site look like at one moment, and which differ at two. Finds changes that no system reports."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

Snapshot = Mapping[Path, tuple[int, ...]]
"""By path, what tells a changed file from what it was; of a folder only that it is there."""
_FOLDER = ()


def snapshot(sources: Iterable[Path], is_ignored: Callable[[str], bool]) -> Snapshot:
    """All files and folders of these sources as they are now. Names that are ignored are left out.

    What cannot be read is left out as well: it may come back.
    """
    return {path: looks for source in sources for path, looks in _with_looks(source, is_ignored)}


def _with_looks(path: Path, is_ignored: Callable[[str], bool]) -> Iterator[tuple[Path, tuple[int, ...]]]:
    with suppress(OSError):
        found = path.stat()
        if not stat.S_ISDIR(found.st_mode):
            yield path, (found.st_mtime_ns, found.st_size, found.st_ino)
            return
        yield path, _FOLDER
        with os.scandir(path) as entries:
            inside = [entry for entry in entries if not is_ignored(entry.name)]
        for entry in inside:
            if not (entry.is_symlink() and entry.is_dir()):  # it could lead in a circle
                yield from _with_looks(path / entry.name, is_ignored)


def differing(before: Snapshot, now: Snapshot) -> set[Path]:
    """The files and folders that came, went or changed."""
    return {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
