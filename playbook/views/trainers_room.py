"""The trainer's room: exercises by the time they take, first weeks, questions to begin with, and what prints well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from playbook.model import KINDS, Playbook
from playbook.model.kind import MenuPlace
from playbook.model.people import Department
from playbook.model.practice import Exercise, Tip
from playbook.views.context import Context
from playbook.views.ideas import ideas_at
from playbook.views.spec import Found, ViewSpec, said

MOST_QUESTIONS = 5
"""Questions shown for one department."""
BANDS = (
    (20, "Up to twenty minutes"),
    (30, "Up to half an hour"),
    (45, "Up to three quarters of an hour"),
    (600, "Longer"),
)
"""Minutes at most, and the heading of the exercises that fit."""


@dataclass(frozen=True)
class Band:
    """Exercises that fit into the same time."""

    heading: str
    exercises: tuple[Exercise, ...]


@dataclass(frozen=True)
class Sheet:
    """Pages that print well."""

    page: str
    """The name of their index."""
    words: str
    good_for: str
    count: int


@dataclass(frozen=True)
class Questions:
    """Questions for one department's meetings."""

    department: Department
    tips: tuple[Tip, ...]
    """The first few tips that ask one."""
    more: int


def _exists(context: Context) -> bool:
    playbook = context.playbook
    return bool(playbook.exercises or _starting(playbook) or _asking(playbook))


def _starting(playbook: Playbook) -> tuple[Department, ...]:
    """The departments that say what a first week is like."""
    return tuple(it for it in playbook.departments.values() if it.first_week)


def _asking(playbook: Playbook) -> tuple[Tip, ...]:
    """The tips that ask a question."""
    return tuple(tip for tip in playbook.tips.values() if tip.discuss)


def _prepare(context: Context) -> dict[str, Any]:
    return {
        "bands": tuple(_bands(context)),
        "starting": _starting(context.playbook),
        "sheets": tuple(_sheets(context)),
        "questions": tuple(_questions(context, _asking(context.playbook))),
        "ideas": ideas_at(context, VIEW.id),
    }


def _bands(context: Context) -> Iterable[Band]:
    after = 0
    for most, heading in BANDS:
        fitting = tuple(it for it in context.playbook.exercises.values() if after < it.minutes <= most)
        if fitting:
            yield Band(heading, tuple(sorted(fitting, key=lambda it: it.minutes)))
        after = most


def _sheets(context: Context) -> Iterable[Sheet]:
    sheets = [(kind.sheet.place, kind, kind.sheet) for kind in KINDS if kind.sheet]
    for _, kind, sheet in sorted(sheets, key=itemgetter(0)):
        count = len(context.playbook.of_kind(kind.name))
        if count:
            yield Sheet(kind.folder, kind.heading, sheet.good_for, count)


def _questions(context: Context, asking: tuple[Tip, ...]) -> Iterable[Questions]:
    for department in context.playbook.departments.values():
        tips = tuple(tip for tip in asking if tip.owner == department.id)
        if tips:
            yield Questions(department, tips[:MOST_QUESTIONS], len(tips[MOST_QUESTIONS:]))


VIEW = ViewSpec(
    id="trainers-room",
    title="Trainer’s room",
    lead=said("Everything for an hour with a team: no preparation, a room, and a printer at most."),
    template="trainers-room.html.j2",
    exists=_exists,
    prepare=_prepare,
    menu=MenuPlace("About", 25),
    found=Found(
        "Hand-outs, pocket cards, worksheets, exercises and the first-week path.",
        (
            "training department",
            "train the trainer",
            "print hand-outs",
            "handouts",
            "pocket cards",
            "worksheets",
            "induction pack",
            "onboarding",
            "new starter",
            "team meeting material",
            "training exercises",
            "training material",
        ),
    ),
)
