"""Equal and special: what everyone always gets, what you may do for this one person, and within which limits."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model import Playbook
from playbook.model.kind import MenuPlace
from playbook.model.people import Role
from playbook.model.practice import Standard, Tip
from playbook.views.chapters import Chapter, chapters
from playbook.views.context import Context
from playbook.views.ideas import Idea, ideas_at
from playbook.views.spec import Found, ViewSpec, said
from playbook.wording import N_

MAX_TIPS = 200
"""Floors and flexes on the page, as long as every touchpoint shows one."""


@dataclass(frozen=True)
class EqualAndSpecialPage:
    """Everything the page shows."""

    chapters: tuple[Chapter, ...]
    """The tips that have a floor or a flex."""
    floors: int
    flexes: int
    trusted: tuple[Role, ...]
    """Roles with a limit of their own, from the smallest sum they may spend to the largest."""
    standards: tuple[Standard, ...]
    """Those that say both what holds even on a bad day and how to go further."""
    ideas: tuple[Idea, ...]


def _prepare(context: Context) -> EqualAndSpecialPage:
    tips = _tips(context.playbook)
    standards = context.playbook.standards.values()
    return EqualAndSpecialPage(
        chapters=chapters(context, tips, MAX_TIPS),
        floors=sum(1 for tip in tips if tip.floor),
        flexes=sum(1 for tip in tips if tip.flex),
        trusted=_by_limit(_trusted(context.playbook)),
        standards=tuple(standard for standard in standards if standard.floor and standard.exceed),
        ideas=ideas_at(context, VIEW.id),
    )


def _tips(playbook: Playbook) -> tuple[Tip, ...]:
    return tuple(tip for tip in playbook.tips.values() if tip.floor or tip.flex)


def _trusted(playbook: Playbook) -> tuple[Role, ...]:
    return tuple(role for role in playbook.roles.values() if role.authority)


def _by_limit(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """Roles from the smallest sum they may spend to the largest; those without a sum come first."""
    return tuple(sorted(roles, key=lambda role: (role.authority.amount or 0) if role.authority else 0))


VIEW = ViewSpec(
    id="equal-and-special",
    title=N_("Equal and special"),
    lead=said(N_("A floor for everyone, and room above it for what this one person needs.")),
    template="equal_and_special.html.j2",
    exists=lambda context: bool(_tips(context.playbook) or _trusted(context.playbook)),
    prepare=_prepare,
    menu=MenuPlace(N_("Ideas"), 2),
    found=Found(
        N_("What everyone always gets, and what you may do for this one person."),
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
