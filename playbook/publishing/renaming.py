"""Gives folders other names, in steps nobody can see half done.

Knows nothing of builds: which folder gets which name, and in what order, is decided by `publishing`.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from pathlib import Path

HERE = -100
"""`AT_FDCWD` of Linux: paths are relative to the current folder."""
SWAP = 2
"""`RENAME_EXCHANGE` of Linux and `RENAME_SWAP` of macOS."""
WINDOWS_TRIES = 20
"""How often a rename is tried on Windows, a tenth of a second apart: virus scanners hold new files for a moment."""


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
            return bool(library.renamex_np(*names, SWAP) == 0)
        return bool(library.renameat2(HERE, names[0], HERE, names[1], SWAP) == 0)
    except AttributeError:  # an older C library than the call
        return False


def rename(source: Path, target: Path) -> None:
    """Give the folder `source` the name `target`, which no file or filled folder may have.

    Raises OSError, with nothing changed.
    """
    for tries_left in reversed(range(WINDOWS_TRIES if os.name == "nt" else 1)):
        try:
            os.rename(source, target)
        except PermissionError:
            if not tries_left:
                raise
            time.sleep(0.1)
        else:
            return
