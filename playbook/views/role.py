"""What a role's page shows: my shift, what I may decide alone, my tips, whom to call."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from playbook.model.journey import Touchpoint
from playbook.model.people import Contribution, Role
from playbook.model.practice import Exercise, Routine, Scenario, Tip
from playbook.views.because_of_you import Because, because_of
from playbook.views.clock import usual_evening
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


HEADINGS = {"before": "Before patrons come", "during": "While they are with us", "after": "When they have gone"}


def _shift(
    context: Context, contributions: tuple[Contribution, ...]
) -> tuple[tuple[str, tuple[Contribution, ...]], ...]:
    """Contributions in the order of a shift: those with a time by that time, the others behind them."""
    evening = usual_evening(context)
    house_opens = min((it.clock.start for it in _arrivals(context) if it.clock), default=0)
    end = evening.minute("end", 0)
    parts: dict[str, list[tuple[float, Contribution]]] = {name: [] for name in HEADINGS}
    for contribution in contributions:
        clock = contribution.clock
        if clock is None:
            parts[_stage_part(context, contribution)].append((math.inf, contribution))
            continue
        start = evening.minute(clock.anchor, clock.start)
        until = start if clock.end is None else evening.minute(clock.anchor, clock.end)
        parts["before" if until <= house_opens else "after" if start >= end else "during"].append((start, contribution))
    return tuple(
        (HEADINGS[name], tuple(contribution for _, contribution in sorted(its, key=lambda it: it[0])))
        for name, its in parts.items()
        if its
    )


def _arrivals(context: Context) -> Iterator[Touchpoint]:
    """The touchpoints at which patrons come in: those of the second stage."""
    stages = list(context.playbook.stages)
    return (it for it in context.playbook.touchpoints.values() if it.stage in stages[1:2])


def _stage_part(context: Context, contribution: Contribution) -> str:
    """The part of a shift that an act without a time belongs to: the first stage of the visit, the last, or between."""
    stages = list(context.playbook.stages)
    stage = context.playbook.touchpoints[contribution.touchpoint].stage
    return "before" if stage == stages[0] else "after" if stage == stages[-1] and len(stages) > 1 else "during"
