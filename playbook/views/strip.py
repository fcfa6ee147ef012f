"""The strip of the journey: every touchpoint by stage, and on which side somebody acts there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playbook.model.journey import Stage, Touchpoint
from playbook.model.people import Contribution
from playbook.views.context import Context


@dataclass(frozen=True)
class Stop:
    """One touchpoint on the strip."""

    touchpoint: Touchpoint
    sides: tuple[str, ...] = ()
    """The lanes in which the person or department of the page acts here, most visible first."""


@dataclass(frozen=True)
class Stretch:
    """One stage of the strip."""

    stage: Stage
    number: int
    """Position of the stage, from 1; picks its colour and symbol."""
    stops: tuple[Stop, ...]

    @property
    def is_marked(self) -> bool:
        """Whether the person or department of the page acts anywhere in this stage."""
        return any(stop.sides for stop in self.stops)


_VISIBILITY = ("frontstage", "backstage", "support")


def strip(context: Context, contributions: Iterable[Contribution] = ()) -> tuple[Stretch, ...]:
    """The whole journey, with the sides of these contributions marked. Stages without touchpoints are left out."""
    sides: dict[str, set[str]] = {}
    for contribution in contributions:
        sides.setdefault(contribution.touchpoint, set()).add(contribution.lane)
    stretches = []
    for number, stage in enumerate(context.playbook.stages.values(), start=1):
        touchpoints = context.relations.touchpoints_by_stage.get(stage.id, ())
        stops = tuple(
            Stop(it, tuple(side for side in _VISIBILITY if side in sides.get(it.id, ()))) for it in touchpoints
        )
        if stops:
            stretches.append(Stretch(stage, number, stops))
    return tuple(stretches)


def stage_number(context: Context, touchpoint: Touchpoint) -> int:
    """The position of a touchpoint's stage, from 1."""
    return list(context.playbook.stages).index(touchpoint.stage) + 1
