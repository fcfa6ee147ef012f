"""The page of a department: its part along the journey, why it matters, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.experience import Touchpoint
from playbook.model.learning import Improvement
from playbook.model.people import Contribution, Department, InternalService, Role
from playbook.model.practice import Routine, Standard, Tip
from playbook.views.because_of_you import Because, because_of
from playbook.views.context import Context
from playbook.views.listed import MAX_TIPS, Listed, first_of
from playbook.views.reviews import ReviewState, calendar_file
from playbook.views.spec import RecordSpec
from playbook.views.strip import Stretch, strip

MAX_FOREMOST = 2
"""Ways to a patron on the first screen."""
MAX_NEXT_TIPS = 3
"""Tips on the first screen below the one that is shown whole."""
MAX_FIRST_PROMISES = 2
"""Promises on the first screen, in each direction."""
MAX_DUE = 12
"""How much of what has to be reviewed the page names."""


@dataclass(frozen=True)
class QuickWins:
    """Tips that can start on the next shift, the department's own first."""

    first: Tip | None
    """The one that is shown whole."""
    next: tuple[Tip, ...]
    """Those on the first screen below it."""
    others: Listed[Tip]


@dataclass(frozen=True)
class Promises:
    """Promises between departments, in one direction."""

    first: tuple[InternalService, ...]
    """Those on the first screen."""
    all: Listed[InternalService]

    @property
    def has_others(self) -> bool:
        """Whether there are more than the first screen shows."""
        return self.all.count > len(self.first)


@dataclass(frozen=True)
class DepartmentPage:
    """Everything on the page of one department."""

    record: Department
    strip: tuple[Stretch, ...]
    parts: Listed[tuple[Touchpoint, tuple[Contribution, ...]]]
    """What its roles do, by touchpoint, in the order of the journey."""
    foremost: tuple[Because, ...]
    """The few to show first of how its unseen contributions reach a patron."""
    because: Listed[Because]
    """The others."""
    unlinked: Listed[Contribution]
    """Unseen contributions that reach no one yet."""
    handed_to_us: Listed[Contribution]
    """What other departments hand over to its roles."""
    gives: Promises
    gets: Promises
    promises: int
    """How many it gives and gets."""
    quick_wins: QuickWins
    planned: Listed[Tip]
    """Tips that need planning."""
    standards: Listed[Standard]
    roles: Listed[Role]
    routines: Listed[Routine]
    improvements: Listed[Improvement]
    due: Listed[ReviewState]
    """What it owns and must confirm, the most pressing first; then what has no owner and concerns it."""
    calendar: str | None
    """The file with the days on which its reviews fall due; None when none does."""


def department_page(context: Context, department: Department) -> DepartmentPage:
    """Prepares the page of one department."""
    playbook, relations = context.playbook, context.relations
    contributions = relations.contributions_by_department.get(department.id, ())
    unseen = [act for act in contributions if act.lane != "frontstage"]
    ways = {act.id: because_of(playbook, act) for act in unseen}
    because = tuple(way for way in ways.values() if way)
    foremost = _foremost(because)
    shown_first = {way.you.id for way in foremost}
    gives = relations.services_by_provider.get(department.id, ())
    gets = relations.services_by_receiver.get(department.id, ())
    tips = _own_first(relations.tips_by_department.get(department.id, ()), department.id)
    roles = relations.roles_by_department.get(department.id, ())
    routines = {routine.id: routine for role in roles for routine in relations.routines_by_role.get(role.id, ())}
    return DepartmentPage(
        record=department,
        strip=strip(context, contributions),
        parts=first_of(_by_touchpoint(context, contributions)),
        foremost=foremost,
        because=first_of([way for way in because if way.you.id not in shown_first]),
        unlinked=first_of([act for act in unseen if ways[act.id] is None]),
        handed_to_us=first_of(_handed_to(context, roles)),
        gives=_promises(gives),
        gets=_promises(gets),
        promises=len(gives) + len(gets),
        quick_wins=_quick_wins([tip for tip in tips if tip.effort == "now"]),
        planned=first_of([tip for tip in tips if tip.effort == "plan"], MAX_TIPS),
        standards=first_of(relations.standards_by_owner.get(department.id, ())),
        roles=first_of(roles),
        routines=first_of(tuple(routines.values())),
        improvements=first_of([pain for pain in playbook.improvements.values() if pain.owner == department.id]),
        due=first_of(_due(context, department.id), MAX_DUE),
        calendar=calendar_file(department.id) if context.reviews.dated(department.id) else None,
    )


def _due(context: Context, department_id: str) -> list[ReviewState]:
    own = context.reviews.by_owner.get(department_id, ())
    unconfirmed = sorted((state for state in own if state.is_unconfirmed), key=lambda state: state.pressing)
    return [*unconfirmed, *context.reviews.unowned_near.get(department_id, ())]


def _own_first(tips: tuple[Tip, ...], department_id: str) -> list[Tip]:
    """The tips that the department owns, then the others; among them those with a floor first."""
    return sorted(tips, key=lambda tip: (tip.owner != department_id, tip.floor is None))


def _quick_wins(tips: list[Tip]) -> QuickWins:
    on_first_screen = 1 + MAX_NEXT_TIPS
    return QuickWins(
        first=tips[0] if tips else None,
        next=tuple(tips[1:on_first_screen]),
        others=first_of(tips[on_first_screen:], MAX_TIPS),
    )


def _promises(services: tuple[InternalService, ...]) -> Promises:
    return Promises(services[:MAX_FIRST_PROMISES], first_of(services))


def _foremost(because: tuple[Because, ...]) -> tuple[Because, ...]:
    """Those that lead soonest to a moment of truth, at different touchpoints as far as there are any."""
    ranked = sorted(because, key=lambda way: (not way.touchpoint.moment_of_truth, len(way.between)))
    first_at = {way.touchpoint.id: way.you.id for way in reversed(ranked)}
    return tuple(sorted(ranked, key=lambda way: first_at[way.touchpoint.id] != way.you.id)[:MAX_FOREMOST])


def _handed_to(context: Context, roles: tuple[Role, ...]) -> list[Contribution]:
    """What others hand over to one of these roles."""
    role_ids = {role.id for role in roles}
    handed = {act.id: act for role in roles for act in context.relations.handed_to_role.get(role.id, ())}
    return [act for act in handed.values() if act.role not in role_ids]


def _by_touchpoint(
    context: Context, contributions: tuple[Contribution, ...]
) -> list[tuple[Touchpoint, tuple[Contribution, ...]]]:
    by_id: dict[str, list[Contribution]] = {}
    for contribution in contributions:
        by_id.setdefault(contribution.touchpoint, []).append(contribution)
    return [(context.playbook.touchpoints[touchpoint_id], tuple(acts)) for touchpoint_id, acts in by_id.items()]


PAGE = RecordSpec(Department, "records/department.html.j2", department_page)
