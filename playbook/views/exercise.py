"""The page of an exercise: its steps, with the minutes of each step counted from the start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.model.learning import Exercise
from playbook.ref import Ref
from playbook.views.context import Context
from playbook.views.spec import RecordSpec
from playbook.wording import _, ngettext


@dataclass(frozen=True)
class TimedStep:
    """One step and its place in the time there is."""

    text: str
    minutes: int | None
    span: str | None
    """`minutes 7 to 15`; None once a step without a length has come before."""


@dataclass(frozen=True)
class ExercisePage:
    """Everything on the page of one exercise."""

    record: Exercise
    steps: tuple[TimedStep, ...]
    tips: tuple[Ref, ...]
    """The published tips that it trains."""


def exercise_page(context: Context, exercise: Exercise) -> ExercisePage:
    """Prepares the page of one exercise."""
    tips = tuple(Ref("tip", tip) for tip in exercise.tips if tip in context.playbook.tips)
    return ExercisePage(exercise, tuple(_timed(exercise)), tips)


def _timed(exercise: Exercise) -> Iterator[TimedStep]:
    begins: int | None = 0
    for step in exercise.steps:
        ends = begins + step.minutes if begins is not None and step.minutes else None
        yield TimedStep(step.text, step.minutes, _span(begins, ends) if ends else None)
        begins = ends


def _span(begins: int | None, ends: int) -> str:
    if begins:
        return _("minutes %(first)s to %(last)s", first=begins, last=ends)
    return ngettext("the first minute", "the first %(count)s minutes", ends)


PAGE = RecordSpec(Exercise, "records/exercise.html.j2", exercise_page)
