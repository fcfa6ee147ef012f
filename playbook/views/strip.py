"""The strip of the journey: every touchpoint by stage, and on which side someone acts there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playbook.model.experience import Stage, Touchpoint
from playbook.model.people import Contribution
from playbook.views.context import Context

MAX_STOPS = 10
"""Touchpoints of one stage that the strip names; beyond these it would be a list, and the list has a page."""


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
    """In the order of the journey."""
    count: int
    """How many touchpoints the stage has, those for which there was no room included."""

    @property
    def is_marked(self) -> bool:
        """Whether the person or department of the page acts anywhere in this stage."""
        return any(stop.sides for stop in self.stops)


@dataclass(frozen=True)
class WholeJourney:
    """The strip with no one's part marked, as a hand-written page shows it."""

    strip: tuple[Stretch, ...]


_VISIBILITY = ("frontstage", "backstage", "support")


def strip(context: Context, contributions: Iterable[Contribution] = ()) -> tuple[Stretch, ...]:
    """The journey, with the sides of these contributions marked. Stages without touchpoints are left out.

    Where a stage has more touchpoints than there is room for, only those with a mark are named; without any
    contributions, moments of truth come first.
    """
    sides: dict[str, set[str]] = {}
    for contribution in contributions:
        sides.setdefault(contribution.touchpoint, set()).add(contribution.lane)
    stretches = []
    for number, stage in enumerate(context.playbook.stages.values(), start=1):
        touchpoints = context.relations.touchpoints_by_stage.get(stage.id, ())
        stops = tuple(
            Stop(touchpoint, tuple(side for side in _VISIBILITY if side in sides.get(touchpoint.id, ())))
            for touchpoint in touchpoints
        )
        if stops:
            stretches.append(Stretch(stage, number, _most_telling(stops, are_marked=bool(sides)), len(stops)))
    return tuple(stretches)


def _most_telling(stops: tuple[Stop, ...], *, are_marked: bool) -> tuple[Stop, ...]:
    """The stops that there is room for, in the order given."""
    if len(stops) <= MAX_STOPS:
        return stops
    candidates = (stop for stop in stops if stop.sides or not are_marked)
    telling = sorted(candidates, key=lambda stop: not stop.touchpoint.moment_of_truth)[:MAX_STOPS]
    named = {stop.touchpoint.id for stop in telling}
    return tuple(stop for stop in stops if stop.touchpoint.id in named)


def stage_number(context: Context, touchpoint: Touchpoint) -> int:
    """The position of a touchpoint's stage, from 1."""
    return list(context.playbook.stages).index(touchpoint.stage) + 1
