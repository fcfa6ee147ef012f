"""Keeps two builds of one site from running at once.

The operating system holds the lock and frees it when the process ends, however it ends: a lock never
outlives a process, and no one has to guess whether a process number is still the same program. Locking is
the work of the library filelock; what is added here is who holds the lock.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from playbook.wording import _

LOCKED_BYTES = 1
"""At the start of the file; Windows lets no other process read them, so the holder is named after them."""
_HOLDER = "process {}\n"
"""How the file names the holder, in every language."""


def acquire(path: Path) -> BaseFileLock | None:
    """Take the lock of the file `path`, which is created when missing and never deleted.

    Returns None when another process or another part of this one holds it; otherwise a lock whose `release` may be
    called more than once. Raises OSError when the file cannot be created or cannot be locked.
    """
    # A file system without locks is an error: filelock's own substitute would outlive a process that is killed.
    lock = FileLock(
        path, thread_local=False, fallback_to_soft=False, preserve_lock_file=True, on_acquired=_name_this_process
    )
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return None
    return lock


def holder(path: Path) -> str:
    """The process that took the lock last, such as `process 1234`; "another process" when that cannot be read."""
    number = None
    with suppress(OSError), path.open("rb") as file:
        file.seek(LOCKED_BYTES)
        number = re.search(rb"\d+", file.read())
    return _("process %(number)s", number=number[0].decode()) if number else _("another process")


def _name_this_process(descriptor: int) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, b"\n" * LOCKED_BYTES + _HOLDER.format(os.getpid()).encode("ascii"))
