"""The trainer's room: exercises by the time they take, first weeks, questions for meetings, and what prints well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from playbook.model import KINDS, Playbook
from playbook.model.kind import MenuPlace
from playbook.model.learning import Exercise
from playbook.model.people import Department
from playbook.model.practice import Tip
from playbook.views.context import Context
from playbook.views.ideas import Idea, ideas_at
from playbook.views.listed import Listed, first_of
from playbook.views.spec import Found, ViewSpec, said
from playbook.wording import N_, _

MAX_QUESTIONS = 5
"""Questions shown for one department."""
BANDS = (
    (20, N_("Up to 20 minutes")),
    (30, N_("Up to half an hour")),
    (45, N_("Up to three quarters of an hour")),
    (600, N_("Longer")),
)
"""Minutes at most, and the heading of the exercises that fit, as a message."""


@dataclass(frozen=True)
class Band:
    """Exercises that fit into the same time."""

    heading: str
    exercises: tuple[Exercise, ...]


@dataclass(frozen=True)
class PrintedPages:
    """Pages of one kind that print well."""

    page: str
    """The id of the page that leads to them."""
    words: str
    good_for: str
    count: int


@dataclass(frozen=True)
class Questions:
    """Questions for one department's meetings."""

    department: Department
    tips: Listed[Tip]
    """Those that ask one."""


@dataclass(frozen=True)
class TrainersRoomPage:
    """Everything the page shows."""

    bands: tuple[Band, ...]
    starting: tuple[Department, ...]
    """The departments that say what a first week is like."""
    sheets: tuple[PrintedPages, ...]
    questions: tuple[Questions, ...]
    ideas: tuple[Idea, ...]


def _exists(context: Context) -> bool:
    playbook = context.playbook
    return bool(playbook.exercises or _starting(playbook) or _asking(playbook))


def _prepare(context: Context) -> TrainersRoomPage:
    return TrainersRoomPage(
        bands=tuple(_bands(context)),
        starting=_starting(context.playbook),
        sheets=tuple(_sheets(context)),
        questions=tuple(_questions(context)),
        ideas=ideas_at(context, VIEW.id),
    )


def _starting(playbook: Playbook) -> tuple[Department, ...]:
    return tuple(department for department in playbook.departments.values() if department.first_week)


def _asking(playbook: Playbook) -> tuple[Tip, ...]:
    """The tips that ask a question."""
    return tuple(tip for tip in playbook.tips.values() if tip.discuss)


def _bands(context: Context) -> Iterator[Band]:
    exercises = sorted(context.playbook.exercises.values(), key=lambda exercise: exercise.minutes)
    after = 0
    for most, heading in BANDS:
        fitting = tuple(exercise for exercise in exercises if after < exercise.minutes <= most)
        if fitting:
            yield Band(_(heading), fitting)
        after = most


def _sheets(context: Context) -> Iterator[PrintedPages]:
    posters = len(context.playbook.urgent_scenarios())
    if posters:
        yield PrintedPages(
            "emergency", _("Emergency posters"), _("One sheet each, for the wall beside a phone."), posters
        )
    sheets = [(kind.sheet.place, kind, kind.sheet) for kind in KINDS if kind.sheet]
    for _place, kind, sheet in sorted(sheets, key=itemgetter(0)):
        count = len(context.playbook.of_kind(kind.name))
        if count:
            yield PrintedPages(kind.folder, kind.heading, _(sheet.good_for), count)


def _questions(context: Context) -> Iterator[Questions]:
    asking = _asking(context.playbook)
    for department in context.playbook.departments.values():
        tips = first_of((tip for tip in asking if tip.owner == department.id), MAX_QUESTIONS)
        if tips.shown:
            yield Questions(department, tips)


VIEW = ViewSpec(
    id="trainers-room",
    title=N_("Trainer’s room"),
    lead=said(N_("Everything you need for an hour with your team: no preparation, just a room and perhaps a printer.")),
    template="trainers_room.html.j2",
    exists=_exists,
    prepare=_prepare,
    menu=MenuPlace(N_("About"), 25),
    found=Found(
        N_("Handouts, pocket cards, worksheets, exercises and the first week."),
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
