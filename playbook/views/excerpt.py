"""The first few of many, and how many more there are: what a sentence names before it only counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Excerpt(Generic[T]):
    """The first few of many."""

    shown: tuple[T, ...]
    more: int
    """How many are not shown."""


def excerpt(many: Iterable[T], length: int) -> Excerpt[T]:
    """The first `length` of many."""
    every = tuple(many)
    return Excerpt(every[:length], len(every[length:]))
