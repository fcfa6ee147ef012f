"""Opens a playbook: reads its folder, checks what must hold, and returns the records with every problem found.

The one way in for every door (command line, MkDocs, tests).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playbook.checking import check
from playbook.model import Playbook
from playbook.problems import Place, Problem, in_reading_order
from playbook.reading import Reading, read
from playbook.reading.gc_paused import gc_paused
from playbook.views import catalogue


@dataclass(frozen=True)
class Opened:
    """A playbook as found."""

    playbook: Playbook | None
    """Every record that fits, drafts included; None when the folder cannot be read."""
    problems: tuple[Problem, ...]
    """Sorted by file, line and column."""
    locate: Callable[[str, str, tuple[str | int, ...]], Place] = field(repr=False, compare=False)
    """Where a value of a record stands, from kind, id and the way to the value. Raises KeyError for no such record."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.is_error)

    @property
    def advice(self) -> tuple[Problem, ...]:
        """The problems that do not."""
        return tuple(problem for problem in self.problems if not problem.is_error)


def open_playbook(data: Path, today: dt.date, cache: Path | None = None) -> Opened:
    """Reads and checks the playbook in the folder `data`. Raises nothing for what the folder contains."""
    with gc_paused():
        reading = read(data, data.parent, cache)
        problems = list(reading.problems)
        if reading.playbook is not None:
            problems += _check(reading, reading.playbook, today)
    return Opened(reading.playbook, tuple(sorted(dict.fromkeys(problems), key=in_reading_order)), reading.locate)


def _check(reading: Reading, playbook: Playbook, today: dt.date) -> list[Problem]:
    def is_excused(kind: str, record_id: str) -> bool:
        return kind in reading.incomplete or (kind, record_id) in reading.broken

    found = []
    for finding in check(playbook, today, is_excused, catalogue.page_ids(), reading.lacking):
        place = reading.locate(finding.kind, finding.id, finding.path, at_key=finding.is_about_key)
        found.append(Problem(place, finding.code, finding.message, finding.help, finding.severity))
    return found
