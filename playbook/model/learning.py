"""How a house gets better: exercises that train people, and negative experiences that are picked and mended."""

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
from playbook.model.kind import Kind, Pages, Search, Sheet
from playbook.model.records import Addressed, Instruction, Shape


class ExerciseStep(Shape):
    """One part of a training exercise."""

    text: Text
    minutes: Minutes | None = None


class Exercise(Instruction):
    """A training exercise that somebody without experience can lead."""

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
    plural="exercises",
    record=Exercise,
    summary="aim",
    owner="owner",
    shown=Pages("Exercises", "Training that anybody can lead."),
    search=Search(place=13, body=("aim", "steps", "materials", "facilitator", "debrief"), related=("roles",)),
    sheet=Sheet(5, "For whoever leads it, with the minutes beside the steps."),
)


class Improvement(Addressed):
    """One negative experience, picked and mended."""

    label_field = "experienced"

    experienced: Line
    """The patron’s own words."""
    touchpoint: TouchpointId
    noticed: Date
    status: Literal["noticed", "chosen", "trying", "mended", "let go"]
    owner: DepartmentId | None = None
    tips: Several[TipId] = ()
    outcome: Text | None = None
    """What changed, or why we decided against it."""


IMPROVEMENT = Kind(
    name="improvement",
    plural="improvements",
    record=Improvement,
    summary="outcome",
    owner="owner",
    shown=Pages("Improvements", "What %(patrons)s had to live through, and what became of it."),
    search=Search(place=14, body=("outcome",), related=("touchpoint",), weight=0.8, heading="Pick one thing"),
)
