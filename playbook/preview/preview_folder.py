"""The temporary folder of a preview, which is gone when the preview has ended, however it ended.

A preview removes its own. One that was killed cannot, so the next one does: in each folder is a lock that the system
frees when its process ends, and only a folder whose lock is free is removed.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from playbook.publishing import build_lock

PREFIX = "playbook-preview-"
LOCK = "lock"


class PreviewFolder:
    """A folder for the builds of one preview."""

    def __init__(self) -> None:
        """Removes what previews that were killed have left. Raises OSError when no folder can be made."""
        for left in _left_behind():
            shutil.rmtree(left, ignore_errors=True)
        self.path, self._unlock = _locked_folder()

    def new(self) -> Path:
        """An empty folder inside. Raises OSError."""
        return Path(tempfile.mkdtemp(prefix="site-", dir=self.path))

    def remove(self) -> None:
        """Removes it with everything in it."""
        self._unlock()
        shutil.rmtree(self.path, ignore_errors=True)


def _locked_folder() -> tuple[Path, Callable[[], object]]:
    """A new folder, and what unlocks it."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        try:
            lock = build_lock.acquire(folder / LOCK)
        except OSError:  # locks do not work there: no one will tidy up, which is better than no preview
            return folder, lambda: None
        if lock is not None:  # otherwise another preview has just taken it for one that was left
            return folder, lock.release


def _left_behind() -> Iterator[Path]:
    """The folders of previews that do not run any more; empty ones are removed at once."""
    for folder in sorted(Path(tempfile.gettempdir()).glob(f"{PREFIX}*")):
        if folder.is_symlink() or not _is_our_own(folder):
            continue
        with suppress(OSError):
            if not (folder / LOCK).exists():
                folder.rmdir()  # killed before it could lock it; anything in it belongs to someone else
                continue
            lock = build_lock.acquire(folder / LOCK)
            if lock is not None:
                lock.release()
                yield folder


def _is_our_own(folder: Path) -> bool:
    """Whether it is a folder that this user has made."""
    with suppress(OSError):
        return folder.is_dir() and (not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid())
    return False
