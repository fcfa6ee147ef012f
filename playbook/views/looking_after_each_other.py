"""Looking after each other: tips with which colleagues look after colleagues, and what keeps that going."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from playbook.model import Playbook
from playbook.model.kind import MenuPlace
from playbook.model.people import Department
from playbook.model.practice import Exercise, Principle, Tip
from playbook.views.context import Context
from playbook.views.ideas import ideas_at
from playbook.views.listed import MAX_TIPS, Listed, first_of
from playbook.views.spec import Found, ViewSpec, said

MOST_PRINCIPLES = 4
LEVELS = {
    "basic": ("First the basics", "Politeness, punctuality and plain words: anybody can begin with them today."),
    "advanced": (
        "Then the relationship",
        "What takes knowing each other: asking, telling the truth early, keeping at it.",
    ),
}
"""By level of a tip, the heading of its list and a line about it."""


@dataclass(frozen=True)
class Level:
    """Tips of one level."""

    name: str
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


def _tips(playbook: Playbook) -> tuple[Tip, ...]:
    return tuple(tip for tip in playbook.tips.values() if tip.audience == "colleagues")


def _prepare(context: Context) -> dict[str, Any]:
    tips = _tips(context.playbook)
    return {
        "levels": tuple(_levels(tips)),
        "principles": _principles(context, tips),
        "exercises": _exercises(context, tips),
        "keepers": _keepers(context, tips),
        "services": len(context.playbook.internal_services),
        "ideas": ideas_at(context, VIEW.id),
    }


def _levels(tips: tuple[Tip, ...]) -> Iterable[Level]:
    for name, (heading, about) in LEVELS.items():
        its = tuple(tip for tip in tips if tip.level == name)
        if its:
            yield Level(name, heading, about, first_of(its, MAX_TIPS))


def _principles(context: Context, tips: tuple[Tip, ...]) -> tuple[Principle, ...]:
    """The principles that most of these tips live."""
    counted = Counter(name for tip in tips for name in tip.principles)
    return tuple(context.playbook.principles[name] for name, _ in counted.most_common(MOST_PRINCIPLES))


def _exercises(context: Context, tips: tuple[Tip, ...]) -> tuple[Exercise, ...]:
    """The exercises that train one of these tips, in the order of the file."""
    names = {tip.id for tip in tips}
    return tuple(it for it in context.playbook.exercises.values() if names & set(it.tips))


def _keepers(context: Context, tips: tuple[Tip, ...]) -> tuple[Keeper, ...]:
    """The departments that do most for others, most first."""
    owned = Counter(tip.owner for tip in tips)
    promised = Counter(it.provider for it in context.playbook.internal_services.values())
    keepers = (Keeper(it, owned[it.id], promised[it.id]) for it in context.playbook.departments.values())
    doing = [it for it in keepers if it.tips or it.promises]
    return tuple(sorted(doing, key=lambda it: it.tips + it.promises, reverse=True))


VIEW = ViewSpec(
    id="looking-after-each-other",
    title="Looking after each other",
    lead=said("Nobody can be kind to {patrons} for long in a house that is unkind inside."),
    template="looking-after-each-other.html.j2",
    exists=lambda context: bool(_tips(context.playbook) or context.playbook.internal_services),
    prepare=_prepare,
    menu=MenuPlace("Ideas", 5),
    found=Found(
        "Tips for colleagues: treating one another as well as we treat patrons.",
        (
            "staff wellbeing",
            "looking after staff",
            "look after colleagues",
            "treat each other well",
            "team spirit",
            "respect at work",
            "being kind to colleagues",
        ),
        names=lambda _: "colleague team each other staff",
    ),
)
