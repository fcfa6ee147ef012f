"""What can be wrong with a playbook, in words for an editor.

A `Problem` is one fault at one place. `reading` and `checking` find problems; `problem_formats` prints them for
people and for other programs.
"""

from __future__ import annotations

import difflib
import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from playbook.ref import Ref

MAX_PROBLEMS = 100
"""The most problems reported of one file; more would bury the first."""
NEAREST_CUTOFF = 0.6
"""How similar two names must be (0 to 1, `difflib`'s ratio) for one to be suggested in place of the other."""
_LONGEST_NAME = 100
_MANY_NAMES, _FEW_NAMES = 300, 50


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """The site is not built until this is fixed."""
    ADVICE = "advice"
    """Worth doing; listed apart and on the health page, never stops a build."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A part of a line in a file."""

    file: str
    """The path as a pull request shows it: from the project's root, with forward slashes."""
    line: int = 1
    """The first line is 1."""
    column: int = 1
    """The first character of a line is 1."""
    length: int = 1
    """How many characters the carets underline; at least 1, never past the end of the line."""
    excerpt: str | None = None
    """The whole line as it is in the file; None when there is no line to show (a missing file)."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault at one place."""

    place: Place
    code: str
    """A kebab-case word, such as `unknown-department`; the anchor of its explanation in the editors' guide."""
    message: str
    """What is wrong, in one line, without a full stop."""
    help: str | None = None
    """What fixes it; None when there is nothing better to say than the message."""
    severity: Severity = Severity.ERROR
    about: Ref | None = field(default=None, compare=False)
    """The record at fault; None for a file, or a page written by hand. Its place says the same less exactly, so it
    plays no part when problems are compared or sorted.
    """

    @property
    def is_error(self) -> bool:
        """Whether this problem stops a build."""
        return self.severity is Severity.ERROR


def in_reading_order(problem: Problem) -> tuple[str, int, int, str, str]:
    """The key that sorts problems by file, line and column."""
    return (problem.place.file, problem.place.line, problem.place.column, problem.code, problem.message)


def nearest(name: str, known: Iterable[str], cutoff: float = NEAREST_CUTOFF) -> str | None:
    """The known name most similar to `name`; None when the similarity (0 to 1) of all is below `cutoff`."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    folded = name.casefold()[:_LONGEST_NAME]
    candidates: Iterable[str] = by_folded
    if len(by_folded) > _MANY_NAMES:
        # difflib would take a second for ten thousand names, so it is given those with the most letter pairs in common.
        pairs = _pairs(folded)
        candidates = heapq.nlargest(_FEW_NAMES, by_folded, key=lambda candidate: len(pairs & _pairs(candidate)))
    matches = difflib.get_close_matches(folded, candidates, n=1, cutoff=cutoff)
    return by_folded[matches[0]] if matches else None


@lru_cache(maxsize=50_000)
def _pairs(name: str) -> frozenset[str]:
    """Every pair of adjacent letters."""
    return frozenset(map("".join, pairwise(name)))


def one_line(text: str, width: int = 60) -> str:
    """`text` for quoting in a message: line breaks and control characters become spaces; cut at `width` characters."""
    flat = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return flat if len(flat) <= width else flat[: width - 1] + "…"
