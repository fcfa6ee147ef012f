"""Renames and swaps folders, each in one atomic step.

Knows nothing of builds: which folder gets which name, and in what order, is decided by `build_folders`.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from pathlib import Path

AT_FDCWD = -100
"""For `renameat2` of Linux: paths are relative to the current folder."""
RENAME_EXCHANGE = 2
"""The flag of Linux; `RENAME_SWAP` of macOS has the same number."""
MAX_TRIES_ON_WINDOWS = 20
"""How often a rename is tried there, a tenth of a second apart: virus scanners hold new files open for a moment."""


def exchange(one: Path, other: Path) -> bool:
    """Swap the names of two folders on the same file system in a single step.

    Returns False, with nothing changed, when that cannot be done: Windows and many network shares have no such call.
    """
    if sys.platform not in {"linux", "darwin"}:
        return False
    library = ctypes.CDLL(None)
    names = (os.fsencode(one), os.fsencode(other))
    try:
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, RENAME_EXCHANGE) == 0)
        return bool(library.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0)
    except AttributeError:  # the C library is older than the call
        return False


def rename(source: Path, target: Path) -> None:
    """Rename the folder `source` to `target`, where there may be an empty folder but nothing else.

    Raises OSError, with nothing changed.
    """
    for tries_left in reversed(range(MAX_TRIES_ON_WINDOWS if os.name == "nt" else 1)):
        try:
            os.rename(source, target)
        except PermissionError:
            if not tries_left:
                raise
            time.sleep(0.1)
        else:
            return
