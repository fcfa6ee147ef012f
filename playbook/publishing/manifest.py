"""Distinguishes the files of a build from files that someone else put beside them.

A build contains the list of its own files, so the list is moved, copied and swapped with the build and can never
belong to another one. It names only files that a web server serves anyway, with fingerprints of what is in them.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

NAME = ".playbook-build.json"
"""The file, at the top of a build, that lists the others."""
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that macOS and Windows create in every folder that someone opens; deleting them loses no one's work."""
EMPTY_FOLDER = ""
"""What the manifest notes of an empty folder."""
_EMPTY_FOLDER_BEFORE = -1

Noted = str | int
"""What a manifest notes of a file: the fingerprint of its content; in one that an earlier version wrote, its size."""


def write(folder: Path) -> None:
    """Write the manifest of everything in `folder`. The same files always give the same bytes."""
    files = {path: _fingerprint(found) for path, found in _contents(folder) if path != NAME}
    text = json.dumps({"made_by": "patron-playbook", "files": files}, sort_keys=True, indent=0)
    (folder / NAME).write_text(text + "\n", encoding="ascii")


def read(folder: Path) -> Mapping[str, Noted] | None:
    """What is noted of each file of the build in `folder`, by path with forward slashes.

    None when the folder is no build: it has no manifest, or one that cannot be read.
    """
    try:
        read = json.loads((folder / NAME).read_bytes())
        listed = read["files"] if "files" in read else read["sizes"]
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
    """Files of the build in `folder` that are missing or no longer have their content, sorted.

    When there is no manifest to compare with, only the manifest's own name.
    """
    listed = read(folder)
    if listed is None:
        return [NAME]
    found = dict(_contents(folder))
    files = {path: noted for path, noted in listed.items() if not _is_folder(noted)}
    return sorted(path for path, noted in files.items() if not _is_whole(found.get(path), noted))


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


def _folders(listed: Mapping[str, Noted]) -> set[str]:
    """The folders of a build that has these files."""
    folders = {path for path, noted in listed.items() if _is_folder(noted)}
    for path in listed:
        while (path := path.rpartition("/")[0]) and path not in folders:
            folders.add(path)
    return folders


def _is_ours(path: str, listed: Mapping[str, Noted]) -> bool:
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


def _is_folder(noted: Noted) -> bool:
    return noted in (EMPTY_FOLDER, _EMPTY_FOLDER_BEFORE)


def _is_whole(found: os.DirEntry[str] | None, noted: Noted) -> bool:
    if found is None:
        return False
    if isinstance(noted, int):
        return found.stat(follow_symlinks=False).st_size == noted
    return found.is_file(follow_symlinks=False) and _fingerprint(found) == noted


def _fingerprint(found: os.DirEntry[str] | None) -> str:
    if found is None:
        return EMPTY_FOLDER
    if found.is_symlink():
        return f"link to {os.readlink(found)}"
    with open(found, "rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=12)).hexdigest()
