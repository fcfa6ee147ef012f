"""What a department's page shows: its part along the journey, why it matters, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.journey import Touchpoint
from playbook.model.people import Contribution, Department, InternalService, Role
from playbook.model.practice import Improvement, Routine, Standard, Tip
from playbook.views.because_of_you import Because, because_of
from playbook.views.context import Context
from playbook.views.strip import Stretch, strip


@dataclass(frozen=True)
class DepartmentView:
    """Everything on one department's page that is not in its record."""

    strip: tuple[Stretch, ...]
    parts: tuple[tuple[Touchpoint, tuple[Contribution, ...]], ...]
    """What its roles do, by touchpoint, in the order of the journey."""
    foremost: tuple[Because, ...]
    """The few to show first of how its unseen contributions reach a patron."""
    because: tuple[Because, ...]
    """The others."""
    untold: tuple[Contribution, ...]
    """Unseen contributions that reach nobody yet."""
    handed_to_us: tuple[Contribution, ...]
    """What other departments hand over to its roles."""
    gives: tuple[InternalService, ...]
    gets: tuple[InternalService, ...]
    quick_wins: tuple[Tip, ...]
    """Tips that can start on the next shift, its own first."""
    planned: tuple[Tip, ...]
    """Tips that need planning."""
    standards: tuple[Standard, ...]
    roles: tuple[Role, ...]
    routines: tuple[Routine, ...]
    improvements: tuple[Improvement, ...]
    overdue: tuple[Tip, ...]
    """Its own tips that nobody has confirmed in time."""


def department_view(context: Context, department: Department) -> DepartmentView:
    """Prepares the page of one department."""
    playbook, relations = context.playbook, context.relations
    contributions = relations.contributions_by_department.get(department.id, ())
    unseen = [it for it in contributions if it.lane != "frontstage"]
    told = {it.id: because_of(playbook, it) for it in unseen}
    because = tuple(it for it in told.values() if it)
    foremost = _foremost(because)
    shown_first = {it.you.id for it in foremost}
    tips = sorted(
        relations.tips_by_department.get(department.id, ()),
        key=lambda tip: (tip.owner != department.id, tip.floor is None),
    )
    roles = relations.roles_by_department.get(department.id, ())
    role_ids = {role.id for role in roles}
    handed = {it.id: it for role in roles for it in relations.handed_to_role.get(role.id, ())}
    return DepartmentView(
        strip=strip(context, contributions),
        parts=_by_touchpoint(context, contributions),
        foremost=foremost,
        because=tuple(it for it in because if it.you.id not in shown_first),
        untold=tuple(it for it in unseen if told[it.id] is None),
        handed_to_us=tuple(it for it in handed.values() if it.role not in role_ids),
        gives=relations.services_by_provider.get(department.id, ()),
        gets=relations.services_by_receiver.get(department.id, ()),
        quick_wins=tuple(tip for tip in tips if tip.effort == "now"),
        planned=tuple(tip for tip in tips if tip.effort == "plan"),
        standards=relations.standards_by_owner.get(department.id, ()),
        roles=roles,
        routines=tuple({it.id: it for role in roles for it in relations.routines_by_role.get(role.id, ())}.values()),
        improvements=tuple(it for it in playbook.improvements.values() if it.owner == department.id),
        overdue=tuple(tip for tip in relations.tips_by_owner.get(department.id, ()) if tip.next_review < context.today),
    )


def _foremost(because: tuple[Because, ...], count: int = 2) -> tuple[Because, ...]:
    """Those that lead soonest to a moment of truth, at different touchpoints as far as there are any."""
    ranked = sorted(because, key=lambda it: (not it.touchpoint.moment_of_truth, len(it.between)))
    first_at = {it.touchpoint.id: it.you.id for it in reversed(ranked)}
    return tuple(sorted(ranked, key=lambda it: first_at[it.touchpoint.id] != it.you.id)[:count])


def _by_touchpoint(
    context: Context, contributions: tuple[Contribution, ...]
) -> tuple[tuple[Touchpoint, tuple[Contribution, ...]], ...]:
    by_id: dict[str, list[Contribution]] = {}
    for contribution in contributions:
        by_id.setdefault(contribution.touchpoint, []).append(contribution)
    return tuple((context.playbook.touchpoints[name], tuple(its)) for name, its in by_id.items())
