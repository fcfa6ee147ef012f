"""Every pair of views: what a patron asks, and how the same thing looks from our side of the counter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playbook.model.journey import Stage, Touchpoint
from playbook.model.practice import Tip
from playbook.views.context import Context, View
from playbook.views.labels import VIEW_TITLES
from playbook.views.relations import grouped

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


def view(context: Context) -> View | None:
    """The page of all pairs; None when no tip tells our side."""
    pairs = [tip for tip in context.playbook.tips.values() if tip.our_view]
    if not pairs:
        return None

    def prepare() -> dict[str, Any]:
        return {
            "chapters": _chapters(context, pairs),
            "pairs": len(pairs),
            "one_sided": len(context.playbook.tips) - len(pairs),
        }

    patron = context.playbook.organisation.audience_word
    lead = f"We deliver a service; a {patron} lives an experience. The same minute, seen from both sides."
    return View("our-view-their-view", VIEW_TITLES["our-view-their-view"], lead, "our-view-their-view.html.j2", prepare)


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
