"""What a touchpoint's page shows: who acts in each lane, what helps, what can go wrong, who deserves the credit."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.journey import Access, Touchpoint
from playbook.model.people import Contribution, Role
from playbook.model.practice import Improvement, Routine, Scenario, Standard, Tip
from playbook.model.records import LANES
from playbook.views.context import Context
from playbook.views.feeling_line import FEELINGS, STRAINS
from playbook.views.strip import stage_number


@dataclass(frozen=True)
class TouchpointView:
    """Everything on one touchpoint's page that is not in its record."""

    stage_number: int
    lanes: tuple[tuple[str, tuple[Contribution, ...]], ...]
    """The lanes in which somebody acts, most visible first."""
    credits: tuple[tuple[Role, str], ...]
    """Everybody who makes this moment, with the lane; those who enable it from other touchpoints included."""
    feels: tuple[str, str] | None
    """How patrons feel here today, and how they should feel."""
    strain: str | None
    """How hard this moment is on staff."""
    tips: tuple[Tip, ...]
    scenarios: tuple[Scenario, ...]
    standards: tuple[Standard, ...]
    access: tuple[Access, ...]
    improvements: tuple[Improvement, ...]
    routines: tuple[Routine, ...]
    previous: Touchpoint | None
    next: Touchpoint | None


def touchpoint_view(context: Context, touchpoint: Touchpoint) -> TouchpointView:
    """Prepares the page of one touchpoint."""
    relations = context.relations
    here = relations.contributions_by_touchpoint.get(touchpoint.id, ())
    order = list(context.playbook.touchpoints.values())
    position = order.index(touchpoint)
    return TouchpointView(
        stage_number=stage_number(context, touchpoint),
        lanes=tuple((lane, its) for lane in LANES if (its := tuple(it for it in here if it.lane == lane))),
        credits=_credits(context, here),
        feels=(FEELINGS[touchpoint.emotion.as_is], FEELINGS[touchpoint.emotion.to_be]) if touchpoint.emotion else None,
        strain=None if touchpoint.staff_strain is None else STRAINS[touchpoint.staff_strain],
        tips=relations.tips_by_touchpoint.get(touchpoint.id, ()),
        scenarios=relations.scenarios_by_touchpoint.get(touchpoint.id, ()),
        standards=relations.standards_by_touchpoint.get(touchpoint.id, ()),
        access=relations.access_by_touchpoint.get(touchpoint.id, ()),
        improvements=relations.improvements_by_touchpoint.get(touchpoint.id, ()),
        routines=relations.routines_by_touchpoint.get(touchpoint.id, ()),
        previous=order[position - 1] if position else None,
        next=order[position + 1] if position + 1 < len(order) else None,
    )


def _credits(context: Context, here: tuple[Contribution, ...]) -> tuple[tuple[Role, str], ...]:
    """The roles of a touchpoint's contributions and of those that directly enable them, most visible first."""
    making = {it.id: it for it in here}
    for contribution in here:
        making |= {it.id: it for it in context.relations.enabled_by.get(contribution.id, ())}
    by_role: dict[str, str] = {}
    for lane in LANES:
        for contribution in making.values():
            if contribution.lane == lane:
                by_role.setdefault(contribution.role, lane)
    return tuple((context.playbook.roles[role], lane) for role, lane in by_role.items())
