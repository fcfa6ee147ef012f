"""Distinguishes the files of a build from files that someone else put beside them.

A build contains the list of its own files, so the list is moved, copied and swapped with the build and can never
belong to another one. It names only files that a web server hands out anyway, and their sizes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

NAME = ".playbook-build.json"
"""The file, at the top of a build, that lists the others."""
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that macOS and Windows create in every folder that someone opens; deleting them loses nobody's work."""
EMPTY_FOLDER = -1
"""The size that the manifest gives for an empty folder."""


def write(folder: Path) -> None:
    """Write the manifest of everything in `folder`. The same files always give the same bytes."""
    sizes = {path: _size(found) for path, found in _contents(folder) if path != NAME}
    text = json.dumps({"made_by": "patron-playbook", "sizes": sizes}, sort_keys=True, indent=0)
    (folder / NAME).write_text(text + "\n", encoding="ascii")


def read(folder: Path) -> Mapping[str, int] | None:
    """The size in bytes of each file of the build in `folder`, by path with forward slashes.

    None when the folder is no build: it has no manifest, or one that cannot be read.
    """
    try:
        listed = json.loads((folder / NAME).read_bytes())["sizes"]
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError):
        return None
    return listed if isinstance(listed, dict) else None


def foreign(folder: Path) -> list[str]:
    """The paths in `folder` that no build of ours created, sorted; when it is no build, all of them but litter."""
    listed = read(folder) or {}
    folders = _folders(listed)
    return sorted(
        path
        for path, found in _contents(folder)
        if not _is_ours(path, listed) and not (found is None and path in folders)
    )


def damaged(folder: Path) -> list[str]:
    """Files of the build in `folder` that are missing or no longer have their size, sorted.

    When there is no manifest to compare with, only the manifest's own name.
    """
    listed = read(folder)
    if listed is None:
        return [NAME]
    found = {path: _size(entry) for path, entry in _contents(folder)}
    return sorted(path for path, size in listed.items() if size != EMPTY_FOLDER and found.get(path) != size)


def remove(folder: Path) -> None:
    """Delete the build in `folder`, and `folder` itself when that leaves it empty. Foreign files stay.

    The manifest is deleted last, so that an interrupted removal can be continued. Raises OSError.
    """
    listed = read(folder) or {}
    folders = _folders(listed)
    for path, found in _contents(folder):
        if found is not None and path != NAME and _is_ours(path, listed):
            os.unlink(found)
    for path in sorted(folders, key=len, reverse=True):  # a folder before the one it is in
        _remove_if_empty(folder / path)
    if os.listdir(folder) == [NAME]:
        os.unlink(folder / NAME)
    _remove_if_empty(folder)


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):  # not empty: something foreign is in it
        os.rmdir(folder)


def _folders(listed: Mapping[str, int]) -> set[str]:
    """The folders of a build that has these files."""
    folders = {path for path, size in listed.items() if size == EMPTY_FOLDER}
    for path in listed:
        while (path := path.rpartition("/")[0]) and path not in folders:
            folders.add(path)
    return folders


def _is_ours(path: str, listed: Mapping[str, int]) -> bool:
    return path in listed or path == NAME or path.rpartition("/")[2] in LITTER


def _contents(folder: str | Path, prefix: str = "") -> list[tuple[str, os.DirEntry[str] | None]]:
    """Path and entry of every file below `folder`, and path and None of every empty folder; links are not followed."""
    found: list[tuple[str, os.DirEntry[str] | None]] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                found += _contents(entry.path, path + "/") or [(path, None)]
            else:
                found.append((path, entry))
    return found


def _size(found: os.DirEntry[str] | None) -> int:
    return EMPTY_FOLDER if found is None else found.stat(follow_symlinks=False).st_size
