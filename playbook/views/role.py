"""The page of a role: my shift, what I can decide myself, my tips, who to call."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from playbook.model.experience import Touchpoint
from playbook.model.learning import Exercise
from playbook.model.people import Contribution, Role
from playbook.model.practice import Routine, Scenario, Tip
from playbook.views.because_of_you import Because, because_of
from playbook.views.clock import usual_evening
from playbook.views.context import Context
from playbook.views.listed import MAX_CARDS, MAX_TIPS, Listed, first_of
from playbook.views.spec import RecordSpec
from playbook.views.strip import Stretch, strip
from playbook.views.urgent import first_scenarios
from playbook.wording import N_, _


@dataclass(frozen=True)
class RolePage:
    """Everything on the page of one role."""

    record: Role
    strip: tuple[Stretch, ...]
    shift: tuple[tuple[str, Listed[Contribution]], ...]
    """What this role does before, during and after; empty parts are left out."""
    because: Listed[Because]
    cards: tuple[Tip, ...]
    """The first tips."""
    tips: Listed[Tip]
    """The other tips."""
    scenarios: Listed[Scenario]
    """What can go wrong where this role is in front of patrons, other than what it is called for and what is
    urgent.
    """
    called: Listed[Scenario]
    """Scenarios in which this role is fetched."""
    routines: Listed[Routine]
    exercises: Listed[Exercise]
    handed_to_me: Listed[Contribution]
    urgent: tuple[Scenario, ...]
    """The scenarios in which someone is in danger, which everyone must know."""


def role_page(context: Context, role: Role) -> RolePage:
    """Prepares the page of one role."""
    playbook, relations = context.playbook, context.relations
    contributions = relations.contributions_by_role.get(role.id, ())
    seen_at = {act.touchpoint for act in contributions if act.lane == "frontstage"}
    ways = [because_of(playbook, act) for act in contributions if act.lane != "frontstage"]
    around = [
        scenario
        for scenario in playbook.scenarios.values()
        if scenario.touchpoint in seen_at and role.id not in scenario.call and not scenario.urgent
    ]
    tips = relations.tips_by_role.get(role.id, ())
    return RolePage(
        record=role,
        strip=strip(context, contributions),
        shift=_shift(context, contributions),
        because=first_of([way for way in ways if way]),
        cards=tips[:MAX_CARDS],
        tips=first_of(tips[MAX_CARDS:], MAX_TIPS),
        scenarios=first_of(around),
        called=first_scenarios(relations.scenarios_by_called_role.get(role.id, ())),
        routines=first_of(relations.routines_by_role.get(role.id, ())),
        exercises=first_of([exercise for exercise in playbook.exercises.values() if role.id in exercise.roles]),
        handed_to_me=first_of(relations.handed_to_role.get(role.id, ())),
        urgent=playbook.urgent_scenarios(),
    )


HEADINGS = {
    "before": N_("Before %(patrons)s arrive"),
    "during": N_("While they are with us"),
    "after": N_("After they have gone"),
}


def _shift(context: Context, contributions: tuple[Contribution, ...]) -> tuple[tuple[str, Listed[Contribution]], ...]:
    """Contributions in the order of a shift: those with a time by that time, then the others."""
    evening = usual_evening(context)
    house_opens = min((moment.clock.start for moment in _arrivals(context) if moment.clock), default=0)
    end = evening.minute("end", 0)
    parts: dict[str, list[tuple[float, Contribution]]] = {part: [] for part in HEADINGS}
    for contribution in contributions:
        clock = contribution.clock
        if clock is None:
            parts[_stage_part(context, contribution)].append((math.inf, contribution))
            continue
        start = evening.minute(clock.anchor, clock.start)
        until = start if clock.end is None else evening.minute(clock.anchor, clock.end)
        parts["before" if until <= house_opens else "after" if start >= end else "during"].append((start, contribution))
    names = context.playbook.organisation.audience.names
    return tuple((_(HEADINGS[part], **names), first_of(_in_time(timed))) for part, timed in parts.items() if timed)


def _in_time(timed: list[tuple[float, Contribution]]) -> list[Contribution]:
    return [contribution for start, contribution in sorted(timed, key=lambda pair: pair[0])]


def _arrivals(context: Context) -> Iterator[Touchpoint]:
    """The touchpoints at which patrons come in: those of the second stage."""
    second = list(context.playbook.stages)[1:2]
    return (touchpoint for touchpoint in context.playbook.touchpoints.values() if touchpoint.stage in second)


def _stage_part(context: Context, contribution: Contribution) -> str:
    """The part of a shift that an act without a time belongs to: the first stage of the visit, the last, or between."""
    stages = list(context.playbook.stages)
    stage = context.playbook.touchpoints[contribution.touchpoint].stage
    return "before" if stage == stages[0] else "after" if stage == stages[-1] and len(stages) > 1 else "during"


PAGE = RecordSpec(Role, "records/role.html.j2", role_page)
