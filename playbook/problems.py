"""What can be wrong with a playbook: kinds of problem (`Code`), and problems at their places (`Problem`).

Problems are found by `reading` and `checking`, and printed, for people and for other programs, by `problem_formats`.
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
from playbook.wording import _

MAX_PROBLEMS = 100
"""The most problems reported for one file; more would bury the first."""
NEAREST_CUTOFF = 0.6
"""How similar two names must be (0 to 1, the ratio of `difflib`) for one to be offered instead of the other."""
_MAX_NAME = 100
_MANY_NAMES, _FEW_NAMES = 300, 50


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """The site is not built until this is fixed."""
    ADVICE = "advice"
    """Worth doing; listed apart and on the health page, never stops a build."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file."""

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
    """What fixes it; None when the message says it all."""
    severity: Severity = Severity.ERROR
    about: Ref | None = field(default=None, compare=False)
    """The record at fault; None for a file, or a page written by hand. Its place says the same less exactly, so it
    plays no part when problems are compared or sorted.
    """

    @property
    def is_error(self) -> bool:
        """Whether this problem stops a build."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class HealthSection:
    """What the health page says about one kind of advice."""

    to_do: str
    """The message of its heading when there is something to do."""
    all_well: str
    """The message of the sentence when there is nothing to do."""
    needs: str | None = None
    """The name of the kind without whose records the praise would be empty."""
    says_it_all: bool = False
    """Whether the heading and the record's name say everything that the messages say."""
    details: str | None = None
    """The message that says what is meant, where the page puts it in other words than the editors' guide."""

    @property
    def heading(self) -> str:
        """Its heading when there is something to do, in the language that is spoken now."""
        return _(self.to_do)

    @property
    def praise(self) -> str:
        """The sentence when there is nothing to do, in the language that is spoken now."""
        return _(self.all_well)

    @property
    def explanation(self) -> str | None:
        """What is meant, in the language that is spoken now; None where the editors' guide says it well enough."""
        return _(self.details) if self.details else None


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem. Only a code makes a problem, so there is none without an explanation."""

    word: str
    """As people see it: kebab-case, such as `unknown-department`."""
    text: str
    """The message that says what it means and what to do about it."""
    section: HealthSection | None = None
    """For advice, its section of the health page; None for an error."""

    @property
    def meaning(self) -> str:
        """What it means and what to do about it, for the editors' guide, in the language that is spoken now."""
        return _(self.text)

    @property
    def is_advice(self) -> bool:
        """Whether problems of this kind stop nothing."""
        return self.section is not None

    def at(self, place: Place, message: str, help_text: str | None = None, about: Ref | None = None) -> Problem:
        """A problem of this kind."""
        severity = Severity.ADVICE if self.is_advice else Severity.ERROR
        return Problem(place, self.word, message, help_text, severity, about)


def in_reading_order(problem: Problem) -> tuple[str, int, int, str, str]:
    """The key that sorts problems by file, line and column."""
    return (problem.place.file, problem.place.line, problem.place.column, problem.code, problem.message)


def nearest(name: str, known: Iterable[str], cutoff: float = NEAREST_CUTOFF) -> str | None:
    """The known name most similar to `name`, or None when none is similar enough (0 to 1) to be offered."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    folded = name.casefold()[:_MAX_NAME]
    candidates: Iterable[str] = by_folded
    if len(by_folded) > _MANY_NAMES:
        # difflib would take a second for ten thousand names; bigrams in common point at the few worth comparing.
        bigrams = _bigrams(folded)
        candidates = heapq.nlargest(_FEW_NAMES, by_folded, key=lambda candidate: len(bigrams & _bigrams(candidate)))
    matches = difflib.get_close_matches(folded, candidates, n=1, cutoff=cutoff)
    return by_folded[matches[0]] if matches else None


@lru_cache(maxsize=50_000)
def _bigrams(name: str) -> frozenset[str]:
    """Every pair of adjacent letters."""
    return frozenset(map("".join, pairwise(name)))


def one_line(text: str, width: int = 60) -> str:
    """`text` for use in a message: on one line, without control characters, cut at `width` characters."""
    flat = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return flat if len(flat) <= width else flat[: width - 1] + "…"
