"""Pauses Python's garbage collector while many values are made that will be kept.

Reading makes hundreds of thousands of small values and drops hardly any. The garbage collector would go through all of
them again and again, which takes as long as reading them.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused() -> Iterator[None]:
    """Turns garbage collection off for the block, and on again afterwards if it was on."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
