"""Opens a playbook and reports everything that is wrong: with its records, its searches and the hand-written pages.

Searches and pages are tried only when the records have no errors, because a broken record would make them fail as well.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

from playbook.days import Days
from playbook.folders import Folders
from playbook.opening import Opened, open_playbook
from playbook.page_macros.check import page_problems
from playbook.problems import Problem, in_reading_order
from playbook.search.expected import failing_searches
from playbook.site import docs_folder
from playbook.site.build import Build


def full_check(data: Path, days: Days, cache: Path | None = None) -> Opened:
    """The playbook in the folder `data`, with every problem. Raises nothing for what the folder contains."""
    opened = open_playbook(data, days, cache)
    if opened.errors or opened.playbook is None:
        return opened
    problems = sorted([*opened.problems, *searching_problems(opened)], key=in_reading_order)
    return dataclasses.replace(opened, problems=tuple(problems))


def check_everything(folders: Folders, days: Days) -> tuple[Problem, ...]:
    """Every problem of the playbook and of the hand-written pages. Raises nothing for what the folders contain.

    Hosts use `full_check` instead, because they run the pages and report more about them.
    """
    opened = full_check(folders.data, days, folders.cache)
    if opened.errors or opened.playbook is None or not folders.docs.is_dir():
        return opened.problems
    build = Build(opened, days, folders, hand_written=docs_folder.read(folders.docs))
    return (*opened.problems, *sorted(page_problems(build), key=in_reading_order))


def searching_problems(opened: Opened) -> list[Problem]:
    """What is wrong with the searches of a playbook whose records have no errors."""
    if opened.playbook is None:
        return []
    return list(failing_searches(opened.playbook.published(), opened.locate))
