"""The loyalty ladder: its rungs, what lifts a patron at each moment, and the tips that help."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.experience import Rung, Stage, Touchpoint
from playbook.model.kind import MenuPlace
from playbook.model.practice import Tip
from playbook.views.context import Context
from playbook.views.ideas import Idea, ideas_at
from playbook.views.lifts import Lift, lifts_at
from playbook.views.spec import Found, ViewSpec, said
from playbook.wording import N_

MAX_TIPS = 5
"""Tips shown for one rung; the tip finder has the others."""


@dataclass(frozen=True)
class Step:
    """One rung of the ladder."""

    rung: Rung
    tips: tuple[Tip, ...]
    """The first few of those that lift patrons on this rung."""
    count: int
    """How many there are."""


@dataclass(frozen=True)
class Rise:
    """What lifts patrons at one touchpoint."""

    touchpoint: Touchpoint
    lifts: tuple[Lift, ...]
    """In the order of the ladder."""


@dataclass(frozen=True)
class Flight:
    """What lifts patrons during one stage."""

    stage: Stage
    number: int
    """Position of the stage, from 1."""
    moments: tuple[Rise, ...]


@dataclass(frozen=True)
class LoyaltyLadderPage:
    """Everything the page shows."""

    steps: tuple[Step, ...]
    flights: tuple[Flight, ...]
    ideas: tuple[Idea, ...]


def _prepare(context: Context) -> LoyaltyLadderPage:
    return LoyaltyLadderPage(
        steps=tuple(_step(context, rung) for rung in context.playbook.rungs.values()),
        flights=_flights(context),
        ideas=ideas_at(context, VIEW.id),
    )


def _step(context: Context, rung: Rung) -> Step:
    tips = context.relations.tips_by_rung.get(rung.id, ())
    return Step(rung, tips[:MAX_TIPS], len(tips))


def _flights(context: Context) -> tuple[Flight, ...]:
    flights = []
    for number, stage in enumerate(context.playbook.stages.values(), start=1):
        moments = tuple(
            Rise(touchpoint, tuple(sorted(lifts_at(context.playbook, touchpoint), key=lambda lift: lift.number)))
            for touchpoint in context.relations.touchpoints_by_stage.get(stage.id, ())
            if touchpoint.rungs
        )
        if moments:
            flights.append(Flight(stage, number, moments))
    return tuple(flights)


VIEW = ViewSpec(
    id="loyalty-ladder",
    title=N_("Loyalty ladder"),
    lead=said(N_("Who our %(patrons)s become, visit by visit, and what helps them up.")),
    template="loyalty_ladder.html.j2",
    exists=lambda context: bool(context.playbook.rungs),
    prepare=_prepare,
    menu=MenuPlace(N_("Ideas"), 3),
    found=Found(
        N_("From first-timer to regular to advocate: who is on each rung, and what moves them up."),
        (
            "tryer buyer advocate",
            "ladder",
            "rungs of loyalty",
            "customer loyalty",
            "loyalty program",
            "turning first-timers into regulars",
            "word of mouth",
        ),
        names=lambda playbook: " ".join(rung.name for rung in playbook.rungs.values()),
    ),
)
