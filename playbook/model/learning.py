"""How a house gets better: exercises that train people, and negative experiences that are picked and fixed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from playbook.model.fields import (
    Date,
    DepartmentId,
    Line,
    Minutes,
    RoleId,
    Several,
    Text,
    TipId,
    TouchpointId,
)
from playbook.model.kind import Kind, Named, Pages, Search, Sheet
from playbook.model.records import Addressed, Instruction, Shape
from playbook.wording import N_


class ExerciseStep(Shape):
    """One part of a training exercise."""

    text: Text
    minutes: Minutes | None = None


class Exercise(Instruction):
    """A training exercise that someone without experience can lead."""

    name: Line
    minutes: Minutes
    aim: Text
    steps: Annotated[Several[ExerciseStep], Field(min_length=1)]
    group_size: Line | None = None
    materials: Several[Line] = ()
    roles: Several[RoleId] = ()
    tips: Several[TipId] = ()
    facilitator: Text | None = None
    """What the leader should know beforehand."""
    debrief: Several[Text] = ()
    """Questions for the end."""


EXERCISE = Kind(
    name="exercise",
    named=Named(N_("exercise"), N_("an exercise"), N_("Exercises")),
    plural="exercises",
    record=Exercise,
    summary="aim",
    owner="owner",
    shown=Pages(N_("Exercises"), N_("Training that anyone can lead.")),
    search=Search(place=13, body=("aim", "steps", "materials", "facilitator", "debrief"), related=("roles",)),
    sheet=Sheet(5, N_("For the leader, timed step by step.")),
)


class Improvement(Addressed):
    """One negative experience, picked and fixed."""

    label_field = "experienced"

    experienced: Line
    """The patron’s own words."""
    touchpoint: TouchpointId
    noticed: Date
    status: Literal["noticed", "chosen", "trying", "fixed", "let go"]
    owner: DepartmentId | None = None
    tips: Several[TipId] = ()
    outcome: Text | None = None
    """What changed, or why we decided against it."""


IMPROVEMENT = Kind(
    name="improvement",
    named=Named(N_("improvement"), N_("an improvement"), N_("Improvements")),
    plural="improvements",
    record=Improvement,
    summary="outcome",
    owner="owner",
    shown=Pages(N_("Improvements"), N_("What went wrong for %(patrons)s, and what we did about it.")),
    search=Search(place=14, body=("outcome",), related=("touchpoint",), weight=0.8, heading=N_("Things being fixed")),
)
