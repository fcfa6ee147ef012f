"""Which function prepares the page of a record of each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from playbook.model import Record
from playbook.views import department, exercise, improvement, role, source, standard, touchpoint
from playbook.views.context import Context

_PREPARE: dict[str, Callable[[Context, Any], object]] = {
    "department": department.department_view,
    "role": role.role_view,
    "touchpoint": touchpoint.touchpoint_view,
    "standard": standard.standard_view,
    "exercise": exercise.exercise_view,
    "improvement": improvement.improvement_view,
    "source": source.source_view,
}
"""By kind, what a record's page needs beyond the record and its reverse links."""


def record_values(context: Context, kind: str, record: Record) -> Mapping[str, Any]:
    """What the template of a record's page is given."""
    values: dict[str, Any] = {"kind": kind, "record": record, "relations": context.relations, "today": context.today}
    if kind in _PREPARE:
        values["view"] = _PREPARE[kind](context, record)
    return values
