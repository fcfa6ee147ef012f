"""Equal and special: what everybody always gets, what one may do for this one person, and within which limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playbook.model import Playbook
from playbook.model.journey import Stage, Touchpoint
from playbook.model.kind import MenuPlace
from playbook.model.people import Role
from playbook.model.practice import Tip
from playbook.views.context import Context
from playbook.views.ideas import ideas_at
from playbook.views.relations import grouped
from playbook.views.spec import Found, ViewSpec, said

MOST_TIPS = 200
"""Floors and flexes on the page, as long as every touchpoint shows one."""


@dataclass(frozen=True)
class Moment:
    """The floors and flexes of one touchpoint."""

    touchpoint: Touchpoint
    tips: tuple[Tip, ...]
    count: int
    """All there are."""
    more: int
    """Those that are found on the touchpoint's page only."""


@dataclass(frozen=True)
class Chapter:
    """The floors and flexes of one stage."""

    stage: Stage
    number: int
    """Position of the stage, from 1."""
    moments: tuple[Moment, ...]


def _tips(playbook: Playbook) -> tuple[Tip, ...]:
    return tuple(tip for tip in playbook.tips.values() if tip.floor or tip.flex)


def _trusted(playbook: Playbook) -> tuple[Role, ...]:
    return tuple(role for role in playbook.roles.values() if role.authority)


def _prepare(context: Context) -> dict[str, Any]:
    playbook = context.playbook
    tips = _tips(playbook)
    return {
        "chapters": _chapters(context, tips),
        "floors": sum(1 for tip in tips if tip.floor),
        "flexes": sum(1 for tip in tips if tip.flex),
        "trusted": _by_limit(_trusted(playbook)),
        "standards": tuple(it for it in playbook.standards.values() if it.floor and it.exceed),
        "ideas": ideas_at(context, VIEW.id),
    }


def _by_limit(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """Roles from the smallest sum they may spend to the largest; those without a sum come first."""
    return tuple(sorted(roles, key=lambda it: (it.authority.amount or 0) if it.authority else 0))


def _chapters(context: Context, tips: tuple[Tip, ...]) -> tuple[Chapter, ...]:
    """Each tip stands at the first touchpoint that it names, in the order of the journey."""
    by_touchpoint = grouped(tips, lambda tip: tip.touchpoints[:1])
    each = MOST_TIPS if len(tips) <= MOST_TIPS else max(1, MOST_TIPS // len(by_touchpoint))
    chapters = []
    for number, stage in enumerate(context.playbook.stages.values(), start=1):
        moments = tuple(
            Moment(it, its[:each], len(its), len(its[each:]))
            for it in context.relations.touchpoints_by_stage.get(stage.id, ())
            if (its := by_touchpoint.get(it.id, ()))
        )
        if moments:
            chapters.append(Chapter(stage, number, moments))
    return tuple(chapters)


VIEW = ViewSpec(
    id="equal-and-special",
    title="Equal and special",
    lead=said("A floor that holds for everybody, and on top of it room for what only this one person needs."),
    template="equal-and-special.html.j2",
    exists=lambda context: bool(_tips(context.playbook) or _trusted(context.playbook)),
    prepare=_prepare,
    menu=MenuPlace("Ideas", 2),
    found=Found(
        "What everybody always gets, and what you may do for this one person.",
        (
            "equal or special",
            "treat everyone the same",
            "treating everybody equally",
            "fairness",
            "special treatment",
            "floor and flex",
            "bend the rules",
            "exceptions to the rules",
        ),
    ),
)
