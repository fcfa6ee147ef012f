"""Which views there are, and which function prepares the page of a record of each kind.

A view that has nothing to show for a playbook is not in the list, and so has no page and no menu entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from playbook.model import Record
from playbook.views import (
    blueprint,
    clock,
    coverage,
    department,
    equal_and_special,
    exercise,
    health,
    home,
    improvement,
    journey,
    looking_after_each_other,
    loyalty_ladder,
    our_view_their_view,
    patterns,
    pick_one_thing,
    role,
    service_theatre,
    source,
    standard,
    they_said,
    tip_finder,
    touchpoint,
    trainers_room,
    what_changed,
    where_this_comes_from,
    who_serves_whom,
    words,
)
from playbook.views.context import Context, View
from playbook.views.index import index

VIEWS: tuple[Callable[[Context], View | None], ...] = (
    home.view,
    journey.view,
    blueprint.view,
    they_said.view,
    tip_finder.view,
    clock.view,
    our_view_their_view.view,
    equal_and_special.view,
    loyalty_ladder.view,
    service_theatre.view,
    who_serves_whom.view,
    looking_after_each_other.view,
    pick_one_thing.view,
    what_changed.view,
    coverage.view,
    health.view,
    trainers_room.view,
    words.view,
    where_this_comes_from.view,
    patterns.view,
)
"""In the order of the site."""

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


def views(context: Context) -> Iterator[View]:
    """The views that have something to show."""
    for view in VIEWS:
        made = view(context)
        if made is not None:
            yield made


def record_values(context: Context, kind: str, record: Record) -> Mapping[str, Any]:
    """What the template of a record's page is given."""
    values: dict[str, Any] = {"kind": kind, "record": record, "relations": context.relations, "today": context.today}
    if kind in _PREPARE:
        values["view"] = _PREPARE[kind](context, record)
    return values


__all__ = ["Context", "View", "index", "record_values", "views"]
