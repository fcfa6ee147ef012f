"""Lets Python's garbage collector rest while much is made that stays.

Reading makes hundreds of thousands of small values and throws hardly any away; looking through all of them again and
again costs as much as reading them.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused() -> Iterator[None]:
    """Nothing is collected inside; afterwards the collector is as it was."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
