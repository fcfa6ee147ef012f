"""Looking after each other: tips with which colleagues look after colleagues, and what keeps that going."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from playbook.model import Playbook
from playbook.model.kind import MenuPlace
from playbook.model.learning import Exercise
from playbook.model.people import Department
from playbook.model.practice import Principle, Tip
from playbook.views.context import Context
from playbook.views.ideas import Idea, ideas_at
from playbook.views.listed import MAX_TIPS, Listed, first_of
from playbook.views.spec import Found, ViewSpec, said
from playbook.wording import N_, _

MAX_PRINCIPLES = 4
LEVELS = {
    "basic": (
        N_("First the basics"),
        N_("Politeness, punctuality and plain words: anyone can begin with them today."),
    ),
    "advanced": (
        N_("Then the relationship"),
        N_("What you can do once you know each other: ask, tell the truth early, keep at it."),
    ),
}
"""By level of a tip, the heading of its list and a line about it, as messages."""


@dataclass(frozen=True)
class Level:
    """Tips of one level."""

    id: str
    """As in records."""
    heading: str
    about: str
    tips: Listed[Tip]


@dataclass(frozen=True)
class Keeper:
    """A department that looks after others."""

    department: Department
    tips: int
    """Tips for colleagues that it keeps true."""
    promises: int
    """What it promises other departments."""


@dataclass(frozen=True)
class LookingAfterEachOtherPage:
    """Everything the page shows."""

    levels: tuple[Level, ...]
    principles: tuple[Principle, ...]
    """Those that most of the tips put into practice."""
    exercises: tuple[Exercise, ...]
    keepers: tuple[Keeper, ...]
    services: int
    """How many promises departments have given each other."""
    ideas: tuple[Idea, ...]


def _tips(playbook: Playbook) -> tuple[Tip, ...]:
    return tuple(tip for tip in playbook.tips.values() if tip.audience == "colleagues")


def _prepare(context: Context) -> LookingAfterEachOtherPage:
    tips = _tips(context.playbook)
    return LookingAfterEachOtherPage(
        levels=tuple(_levels(tips)),
        principles=_principles(context, tips),
        exercises=_exercises(context, tips),
        keepers=_keepers(context, tips),
        services=len(context.playbook.internal_services),
        ideas=ideas_at(context, VIEW.id),
    )


def _levels(tips: tuple[Tip, ...]) -> Iterator[Level]:
    for level, (heading, about) in LEVELS.items():
        of_level = tuple(tip for tip in tips if tip.level == level)
        if of_level:
            yield Level(level, _(heading), _(about), first_of(of_level, MAX_TIPS))


def _principles(context: Context, tips: tuple[Tip, ...]) -> tuple[Principle, ...]:
    lived = Counter(principle for tip in tips for principle in tip.principles)
    return tuple(context.playbook.principles[principle] for principle, _count in lived.most_common(MAX_PRINCIPLES))


def _exercises(context: Context, tips: tuple[Tip, ...]) -> tuple[Exercise, ...]:
    """The exercises that train one of these tips, in the order of the file."""
    ids = {tip.id for tip in tips}
    return tuple(exercise for exercise in context.playbook.exercises.values() if ids & set(exercise.tips))


def _keepers(context: Context, tips: tuple[Tip, ...]) -> tuple[Keeper, ...]:
    """The departments that do most for others, most first."""
    owned = Counter(tip.owner for tip in tips)
    promised = Counter(service.provider for service in context.playbook.internal_services.values())
    departments = context.playbook.departments.values()
    keepers = (Keeper(department, owned[department.id], promised[department.id]) for department in departments)
    doing = [keeper for keeper in keepers if keeper.tips or keeper.promises]
    return tuple(sorted(doing, key=lambda keeper: keeper.tips + keeper.promises, reverse=True))


VIEW = ViewSpec(
    id="looking-after-each-other",
    title=N_("Looking after each other"),
    lead=said(N_("No one can be kind to %(patrons)s for long in a place that is unkind inside.")),
    template="looking_after_each_other.html.j2",
    exists=lambda context: bool(_tips(context.playbook) or context.playbook.internal_services),
    prepare=_prepare,
    menu=MenuPlace(N_("Ideas"), 5),
    found=Found(
        N_("Tips for colleagues: treating one another as well as we treat %(patrons)s."),
        (
            "staff wellbeing",
            "looking after staff",
            "look after colleagues",
            "treat each other well",
            "team spirit",
            "respect at work",
            "being kind to colleagues",
        ),
        names=lambda playbook: "colleague team each other staff",
    ),
)
