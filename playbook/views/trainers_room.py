"""The trainer's room: exercises by the time they take, first weeks, questions to begin with, and what prints well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from playbook.model import KINDS
from playbook.model.people import Department
from playbook.model.practice import Exercise, Tip
from playbook.views.context import Context, View
from playbook.views.ideas import ideas_at
from playbook.views.labels import VIEW_TITLES

NAME = "trainers-room"
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


def view(context: Context) -> View | None:
    """The trainer's room; None in a house without exercises, first weeks and questions."""
    playbook = context.playbook
    asking = [tip for tip in playbook.tips.values() if tip.discuss]
    starting = tuple(it for it in playbook.departments.values() if it.first_week)
    if not playbook.exercises and not starting and not asking:
        return None

    def prepare() -> dict[str, Any]:
        return {
            "bands": tuple(_bands(context)),
            "starting": starting,
            "sheets": tuple(_sheets(context)),
            "questions": tuple(_questions(context, asking)),
            "ideas": ideas_at(context, NAME),
        }

    lead = "Everything for an hour with a team: no preparation, a room, and a printer at most."
    return View(NAME, VIEW_TITLES[NAME], lead, "trainers-room.html.j2", prepare)


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


def _questions(context: Context, asking: list[Tip]) -> Iterable[Questions]:
    for department in context.playbook.departments.values():
        tips = tuple(tip for tip in asking if tip.owner == department.id)
        if tips:
            yield Questions(department, tips[:MOST_QUESTIONS], len(tips[MOST_QUESTIONS:]))
