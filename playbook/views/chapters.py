"""Tips along the visit: by stage and touchpoint, as many as a page has room for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from playbook.model.experience import Stage, Touchpoint
from playbook.model.practice import Tip
from playbook.views.context import Context
from playbook.views.relations import grouped


@dataclass(frozen=True)
class TipsAt:
    """The tips of one touchpoint."""

    touchpoint: Touchpoint
    tips: tuple[Tip, ...]
    count: int
    """All there are."""
    more: int
    """Those that are found on the touchpoint's page only."""


@dataclass(frozen=True)
class Chapter:
    """The tips of one stage."""

    stage: Stage
    number: int
    """Position of the stage, from 1."""
    count: int
    """All its tips."""
    moments: tuple[TipsAt, ...]


def chapters(context: Context, tips: Collection[Tip], room: int) -> tuple[Chapter, ...]:
    """The tips in the order of the journey, each at the first touchpoint that it names.

    Of more tips than there is room for, every touchpoint shows the same number, and at least one.
    """
    by_touchpoint = grouped(tips, lambda tip: tip.touchpoints[:1])
    each = room if len(tips) <= room else max(1, room // len(by_touchpoint))
    made = []
    for number, stage in enumerate(context.playbook.stages.values(), start=1):
        moments = tuple(
            TipsAt(touchpoint, found[:each], len(found), len(found[each:]))
            for touchpoint in context.relations.touchpoints_by_stage.get(stage.id, ())
            if (found := by_touchpoint.get(touchpoint.id, ()))
        )
        if moments:
            made.append(Chapter(stage, number, sum(moment.count for moment in moments), moments))
    return tuple(made)
