"""What an exercise's page shows beyond its record: when each step begins, counted from the start."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.practice import Exercise
from playbook.views.context import Context


@dataclass(frozen=True)
class TimedStep:
    """One step and its place in the time there is."""

    text: str
    minutes: int | None
    span: str | None
    """`minutes 7 to 15`; None once a step without a length has come before."""


@dataclass(frozen=True)
class ExerciseView:
    """The course of one exercise."""

    steps: tuple[TimedStep, ...]
    tips: tuple[str, ...]
    """The ids of the published tips that it trains."""


def exercise_view(context: Context, exercise: Exercise) -> ExerciseView:
    """Prepares the page of one exercise."""
    steps = []
    begins: int | None = 0
    for step in exercise.steps:
        ends = begins + step.minutes if begins is not None and step.minutes else None
        span = f"minutes {begins} to {ends}" if begins and ends else f"until minute {ends}" if ends else None
        steps.append(TimedStep(step.text, step.minutes, span))
        begins = ends
    return ExerciseView(tuple(steps), tuple(tip for tip in exercise.tips if tip in context.playbook.tips))
