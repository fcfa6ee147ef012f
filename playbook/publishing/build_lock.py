"""Keeps two builds of one site from running at once.

The operating system holds the lock and frees it when the process ends, however it ends: a lock is never left
behind by a dead process, and nobody has to guess whether a process number is still the same program. Locking is
the work of the library filelock; what is added here is who holds the lock.
"""

from __future__ import annotations

import os
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

LOCKED_BYTES = 1
"""At the start of the file; Windows lets no other process read them, so the holder is named behind them."""
UNKNOWN_HOLDER = "another process"


def acquire(path: Path) -> BaseFileLock | None:
    """Take the lock that the file `path` stands for, which is created when missing and never deleted.

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
    try:
        with path.open("rb") as file:
            file.seek(LOCKED_BYTES)
            return file.read().decode("ascii").strip() or UNKNOWN_HOLDER
    except (OSError, ValueError):
        return UNKNOWN_HOLDER


def _name_this_process(descriptor: int) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, b"\n" * LOCKED_BYTES + f"process {os.getpid()}\n".encode("ascii"))
