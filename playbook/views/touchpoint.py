"""The page of a touchpoint: who acts in each lane, what helps, what can go wrong, who deserves the credit."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.experience import Access, Stage, Touchpoint
from playbook.model.learning import Improvement
from playbook.model.people import Contribution, Role
from playbook.model.practice import Routine, Scenario, Standard, Tip
from playbook.model.records import LANES
from playbook.views.context import Context
from playbook.views.feeling_line import FEELINGS, STRAINS
from playbook.views.listed import MAX_CARDS, MAX_TIPS, Listed, first_of
from playbook.views.spec import RecordSpec
from playbook.views.strip import stage_number
from playbook.views.urgent import first_scenarios
from playbook.wording import _


@dataclass(frozen=True)
class TouchpointPage:
    """Everything on the page of one touchpoint."""

    record: Touchpoint
    stage: Stage
    stage_number: int
    lanes: tuple[tuple[str, tuple[Contribution, ...]], ...]
    """The lanes in which someone acts, most visible first."""
    credits: Listed[tuple[Role, str]]
    """Everyone who makes this moment, with the lane; those who enable it from other touchpoints included."""
    feels_today: str | None
    """How patrons feel here."""
    should_feel: str | None
    """How they should feel, when it differs from today."""
    strain: str | None
    """How hard this moment is on staff."""
    cards: tuple[Tip, ...]
    """The first tips."""
    tips: Listed[Tip]
    """The other tips."""
    scenarios: Listed[Scenario]
    standards: Listed[Standard]
    access: Listed[Access]
    improvements: Listed[Improvement]
    routines: Listed[Routine]
    previous: Touchpoint | None
    next: Touchpoint | None


def touchpoint_page(context: Context, touchpoint: Touchpoint) -> TouchpointPage:
    """Prepares the page of one touchpoint."""
    relations = context.relations
    here = relations.contributions_by_touchpoint.get(touchpoint.id, ())
    order = list(context.playbook.touchpoints.values())
    position = order.index(touchpoint)
    emotion = touchpoint.emotion
    tips = relations.tips_by_touchpoint.get(touchpoint.id, ())
    return TouchpointPage(
        record=touchpoint,
        stage=context.playbook.stages[touchpoint.stage],
        stage_number=stage_number(context, touchpoint),
        lanes=tuple((lane, acts) for lane in LANES if (acts := tuple(act for act in here if act.lane == lane))),
        credits=first_of(_credits(context, here)),
        feels_today=_(FEELINGS[emotion.as_is]) if emotion else None,
        should_feel=_(FEELINGS[emotion.to_be]) if emotion and emotion.to_be != emotion.as_is else None,
        strain=None if touchpoint.staff_strain is None else _(STRAINS[touchpoint.staff_strain]),
        cards=tips[:MAX_CARDS],
        tips=first_of(tips[MAX_CARDS:], MAX_TIPS),
        scenarios=first_scenarios(relations.scenarios_by_touchpoint.get(touchpoint.id, ())),
        standards=first_of(relations.standards_by_touchpoint.get(touchpoint.id, ())),
        access=first_of(relations.access_by_touchpoint.get(touchpoint.id, ())),
        improvements=first_of(relations.improvements_by_touchpoint.get(touchpoint.id, ())),
        routines=first_of(relations.routines_by_touchpoint.get(touchpoint.id, ())),
        previous=order[position - 1] if position else None,
        next=order[position + 1] if position + 1 < len(order) else None,
    )


def _credits(context: Context, here: tuple[Contribution, ...]) -> list[tuple[Role, str]]:
    """The roles of a touchpoint's contributions and of those that directly enable them, most visible first."""
    making = {act.id: act for act in here}
    for contribution in here:
        making |= {act.id: act for act in context.relations.enabled_by.get(contribution.id, ())}
    by_role: dict[str, str] = {}
    for lane in LANES:
        for contribution in making.values():
            if contribution.lane == lane:
                by_role.setdefault(contribution.role, lane)
    return [(context.playbook.roles[role], lane) for role, lane in by_role.items()]


PAGE = RecordSpec(Touchpoint, "records/touchpoint.html.j2", touchpoint_page)
