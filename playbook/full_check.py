"""Opens a playbook and reports everything that is wrong with it: problems of the records, and searches that fail.

Searches are tried only when the records have no errors, because a broken record would make them fail as well.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

from playbook.days import Days
from playbook.opening import Opened, open_playbook
from playbook.problems import Problem, in_reading_order
from playbook.search.expected import failing_searches


def full_check(data: Path, days: Days, cache: Path | None = None) -> Opened:
    """The playbook in the folder `data`, with every problem. Raises nothing for what the folder contains."""
    opened = open_playbook(data, days, cache)
    if opened.errors or opened.playbook is None:
        return opened
    problems = sorted([*opened.problems, *searching_problems(opened)], key=in_reading_order)
    return dataclasses.replace(opened, problems=tuple(problems))


def searching_problems(opened: Opened) -> list[Problem]:
    """What is wrong with the searches of a playbook whose records have no errors."""
    if opened.playbook is None:
        return []
    return list(failing_searches(opened.playbook.published(), opened.locate))
