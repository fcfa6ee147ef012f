"""Every pair of views: what a patron asks, and how the same thing looks from our side of the counter."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.kind import MenuPlace
from playbook.views.chapters import Chapter, chapters
from playbook.views.context import Context
from playbook.views.spec import Found, ViewSpec, said
from playbook.wording import N_

MAX_PAIRS = 200
"""Pairs on the page, as long as every touchpoint shows one."""


@dataclass(frozen=True)
class OurViewTheirViewPage:
    """Everything the page shows."""

    chapters: tuple[Chapter, ...]
    tips: int
    """How many there are."""
    pairs: int
    """How many tips have both sides."""
    one_sided: int
    """How many have only the patron's."""


def _prepare(context: Context) -> OurViewTheirViewPage:
    pairs = [tip for tip in context.playbook.tips.values() if tip.our_view]
    return OurViewTheirViewPage(
        chapters=chapters(context, pairs, MAX_PAIRS),
        tips=len(context.playbook.tips),
        pairs=len(pairs),
        one_sided=len(context.playbook.tips) - len(pairs),
    )


VIEW = ViewSpec(
    id="our-view-their-view",
    title=N_("Our view, their view"),
    lead=said(N_("We deliver a service; %(a_patron)s has an experience. The same minute, seen from both sides.")),
    template="our_view_their_view.html.j2",
    exists=lambda context: any(tip.our_view for tip in context.playbook.tips.values()),
    prepare=_prepare,
    menu=MenuPlace(N_("Ideas"), 1),
    found=Found(
        N_("The same moment seen from our side of the counter and from theirs."),
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
