"""What a role's page shows: my shift, what I may decide alone, my tips, whom to call."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.people import Contribution, Role
from playbook.model.practice import Exercise, Routine, Scenario, Tip
from playbook.views.because_of_you import Because, because_of
from playbook.views.context import Context
from playbook.views.strip import Stretch, strip


@dataclass(frozen=True)
class RoleView:
    """Everything on one role's page that is not in its record."""

    strip: tuple[Stretch, ...]
    shift: tuple[tuple[str, tuple[Contribution, ...]], ...]
    """What this role does before, during and after; empty parts are left out."""
    because: tuple[Because, ...]
    tips: tuple[Tip, ...]
    scenarios: tuple[Scenario, ...]
    """What can go wrong where this role stands in front of patrons, other than what it is called for."""
    called: tuple[Scenario, ...]
    """Scenarios in which this role is fetched."""
    routines: tuple[Routine, ...]
    exercises: tuple[Exercise, ...]
    handed_to_me: tuple[Contribution, ...]


def role_view(context: Context, role: Role) -> RoleView:
    """Prepares the page of one role."""
    relations = context.relations
    contributions = relations.contributions_by_role.get(role.id, ())
    seen_at = {it.touchpoint for it in contributions if it.lane == "frontstage"}
    because = [because_of(context.playbook, it) for it in contributions if it.lane != "frontstage"]
    return RoleView(
        strip=strip(context, contributions),
        shift=_shift(context, contributions),
        because=tuple(it for it in because if it),
        tips=relations.tips_by_role.get(role.id, ()),
        scenarios=tuple(
            it for it in context.playbook.scenarios.values() if it.touchpoint in seen_at and role.id not in it.call
        ),
        called=relations.scenarios_by_called_role.get(role.id, ()),
        routines=relations.routines_by_role.get(role.id, ()),
        exercises=tuple(it for it in context.playbook.exercises.values() if role.id in it.roles),
        handed_to_me=relations.handed_to_role.get(role.id, ()),
    )


def _shift(
    context: Context, contributions: tuple[Contribution, ...]
) -> tuple[tuple[str, tuple[Contribution, ...]], ...]:
    """Contributions by the part of the patron's visit they belong to: the first stage, those between, the last."""
    stages = list(context.playbook.stages)
    headings = {"before": "Before patrons come", "during": "While they are with us", "after": "When they have gone"}
    parts: dict[str, list[Contribution]] = {name: [] for name in headings}
    for contribution in contributions:
        stage = context.playbook.touchpoints[contribution.touchpoint].stage
        name = "before" if stage == stages[0] else "after" if stage == stages[-1] and len(stages) > 1 else "during"
        parts[name].append(contribution)
    return tuple((headings[name], tuple(its)) for name, its in parts.items() if its)
