"""The page of a routine: its steps, to be ticked on a screen or on paper."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.practice import Routine
from playbook.views.context import Context
from playbook.views.spec import RecordSpec


@dataclass(frozen=True)
class RoutinePage:
    """Everything on the page of one routine."""

    record: Routine


def routine_page(_: Context, routine: Routine) -> RoutinePage:
    """Prepares the page of one routine."""
    return RoutinePage(routine)


PAGE = RecordSpec(Routine, "records/routine.html.j2", routine_page)
