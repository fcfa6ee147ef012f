"""Every pair of views: what a patron asks, and how the same thing looks from our side of the counter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playbook.model.journey import Stage, Touchpoint
from playbook.model.kind import MenuPlace
from playbook.model.practice import Tip
from playbook.views.context import Context
from playbook.views.relations import grouped
from playbook.views.spec import Found, ViewSpec, said

MOST_PAIRS = 200
"""Pairs on the page, as long as every touchpoint shows one."""


@dataclass(frozen=True)
class Moment:
    """The pairs of one touchpoint."""

    touchpoint: Touchpoint
    tips: tuple[Tip, ...]
    more: int
    """Pairs that are found on the touchpoint's page only."""


@dataclass(frozen=True)
class Chapter:
    """The pairs of one stage."""

    stage: Stage
    number: int
    """Position of the stage, from 1."""
    count: int
    """All its pairs."""
    moments: tuple[Moment, ...]


def _prepare(context: Context) -> dict[str, Any]:
    pairs = [tip for tip in context.playbook.tips.values() if tip.our_view]
    return {
        "chapters": _chapters(context, pairs),
        "pairs": len(pairs),
        "one_sided": len(context.playbook.tips) - len(pairs),
    }


def _chapters(context: Context, pairs: list[Tip]) -> tuple[Chapter, ...]:
    """Each pair stands at the first touchpoint of its tip, in the order of the journey."""
    by_touchpoint = grouped(pairs, lambda tip: tip.touchpoints[:1])
    each = MOST_PAIRS if len(pairs) <= MOST_PAIRS else max(1, MOST_PAIRS // len(by_touchpoint))
    chapters = []
    for number, stage in enumerate(context.playbook.stages.values(), start=1):
        moments = tuple(
            Moment(it, tips[:each], len(tips[each:]))
            for it in context.relations.touchpoints_by_stage.get(stage.id, ())
            if (tips := by_touchpoint.get(it.id, ()))
        )
        if moments:
            count = sum(len(it.tips) + it.more for it in moments)
            chapters.append(Chapter(stage, number, count, moments))
    return tuple(chapters)


VIEW = ViewSpec(
    id="our-view-their-view",
    title="Our view, their view",
    lead=said("We deliver a service; a {patron} lives an experience. The same minute, seen from both sides."),
    template="our-view-their-view.html.j2",
    exists=lambda context: any(tip.our_view for tip in context.playbook.tips.values()),
    prepare=_prepare,
    menu=MenuPlace("Ideas", 1),
    found=Found(
        "The same moment seen from our side of the counter and from theirs.",
        (
            "customer service versus customer experience",
            "service versus experience",
            "our view their view",
            "inside out outside in",
            "seeing it as the patron sees it",
            "through their eyes",
            "in their shoes",
        ),
    ),
)
