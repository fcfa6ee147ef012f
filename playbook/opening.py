"""Opens a playbook: reads its folder, applies the rules, and returns the records with every problem found.

The entry point for everything above: command line, MkDocs, tests.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playbook.checking import check
from playbook.checking.rule import Subject
from playbook.days import Days
from playbook.gc_paused import gc_paused
from playbook.model import Playbook
from playbook.problems import Place, Problem, in_reading_order
from playbook.reading import Reading, read
from playbook.ref import Ref
from playbook.views import catalogue
from playbook.wording import speak
from playbook.wording.house_locale import house_locale


@dataclass(frozen=True)
class Opened:
    """A playbook as it was found."""

    playbook: Playbook | None
    """Every record that fits, drafts included; None when the folder cannot be read."""
    problems: tuple[Problem, ...]
    """Sorted by file, line and column."""
    locate: Callable[[Ref, tuple[str | int, ...]], Place] = field(repr=False, compare=False)
    """The place of a value, from its record and the path to it there. Raises KeyError for a record that does not exist.
    """

    written: Callable[[Ref], Any] = field(repr=False, compare=False)
    """The fields of a record as they are written, with the names of facts. Raises KeyError for one that does not exist.
    """

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.is_error)

    @property
    def advice(self) -> tuple[Problem, ...]:
        """The problems that do not."""
        return tuple(problem for problem in self.problems if not problem.is_error)


def open_playbook(data: Path, days: Days, cache: Path | None = None) -> Opened:
    """Reads and checks the playbook in the folder `data`. Raises nothing for what the folder contains.

    From then on messages are in the language of that house.
    """
    speak(house_locale(data))
    with gc_paused():
        reading = read(data, data.parent, cache)
        problems = list(reading.problems)
        if reading.playbook is not None:
            problems += _check(reading, reading.playbook, days)
    in_order = tuple(sorted(dict.fromkeys(problems), key=in_reading_order))
    return Opened(reading.playbook, in_order, reading.locate, reading.written)


def _check(reading: Reading, playbook: Playbook, days: Days) -> list[Problem]:
    def is_excused(ref: Ref) -> bool:
        return ref.kind in reading.incomplete or ref in reading.broken

    subject = Subject(
        playbook,
        days,
        is_excused,
        frozenset(catalogue.page_ids()),
        tuple(reading.typed_out),
        tuple(reading.loosely_named),
        reading.lines_of,
        reading.is_in_brackets,
    )
    found = []
    for code, finding in check(subject, reading.lacking):
        place = finding.place or reading.locate(finding.about, finding.path, at_key=finding.is_about_key)
        found.append(code.at(place, finding.message, finding.help, finding.about))
    return found
