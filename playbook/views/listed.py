"""Long lists on a page: the first of them, and how many more there are, so that no page grows with the playbook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

MAX_LISTED = 30
"""How many of the records that refer to it a page names."""
MAX_CARDS = 2
"""How many tips a page shows as cards before it lists the others."""
MAX_TIPS = 16
"""How many tips a page lists in columns; the tip finder has them all."""


@dataclass(frozen=True)
class Listed(Generic[T]):
    """A list of which a page shows the beginning. It is true when it contains anything."""

    shown: tuple[T, ...]
    more: int = 0
    """How many others there are."""

    @property
    def count(self) -> int:
        """How many there are altogether."""
        return len(self.shown) + self.more

    def __bool__(self) -> bool:
        return self.count > 0


def first_of(entries: Iterable[T], limit: int = MAX_LISTED) -> Listed[T]:
    """The first `limit` entries, and how many more there are."""
    every = tuple(entries)
    return Listed(every[:limit], len(every[limit:]))
