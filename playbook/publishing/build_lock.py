"""Keeps two builds of one site from running at once.

The operating system holds the lock and frees it when the process ends, however it ends: a lock is never left
behind by a dead process, and nobody has to guess whether a process number is still the same program.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCKED_BYTE = 1 << 20
"""On Windows one byte is locked; far behind the text, so that others can still read who holds the lock."""


class BuildLock:
    """A lock that this process holds until `release`."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def release(self) -> None:
        """Let others build; does nothing when the lock was released before."""
        if self._file.closed:
            return
        _unlock(self._file.fileno())
        self._file.close()


def acquire(path: Path) -> BuildLock | None:
    """Take the lock that the file `path` stands for, which is made if need be and never deleted.

    Returns None when somebody else holds it. Raises OSError when the file cannot be made or cannot be locked.
    """
    file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o666), "r+", encoding="ascii")
    try:
        is_ours = _lock(file.fileno())
        if is_ours:
            file.truncate(0)
            file.write(f"process {os.getpid()}\n")
            file.flush()
            return BuildLock(file)
    except BaseException:
        file.close()
        raise
    file.close()
    return None


def holder(path: Path) -> str:
    """Who wrote itself into the lock file last, `process 1234`; "another process" when that cannot be read."""
    try:
        return path.read_text("ascii").strip() or "another process"
    except (OSError, ValueError):
        return "another process"


if sys.platform == "win32":

    def _lock(descriptor: int) -> bool:
        os.lseek(descriptor, LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
