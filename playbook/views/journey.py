"""The journey: the whole visit in the patron's words, how it feels, how hard it is on staff, what is ours to change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playbook.model.experience import Rung, Stage, Touchpoint
from playbook.model.kind import MenuPlace
from playbook.views.context import Context
from playbook.views.feeling_line import FEELINGS, STRAINS, FeelingLine, Stages, feeling_line
from playbook.views.lifts import Lift, lifts_at
from playbook.views.listed import Listed, first_of
from playbook.views.spec import Found, ViewSpec, always, said
from playbook.wording import N_, _

CONTROL = {"own": N_("ours to decide"), "influence": N_("ours to influence"), "outside": N_("outside our control")}
"""Who decides what happens at a moment, as messages."""
NAMED = 6
"""Moments that a sentence names before it says how many more there are."""


@dataclass(frozen=True)
class Moment:
    """One touchpoint of the list."""

    touchpoint: Touchpoint
    number: int
    """Its place along the journey, from 1; the same as in the drawing."""
    as_is: str | None
    """Today's feeling in a word."""
    to_be: str | None
    strain: str | None
    control: str
    is_low: bool
    is_hard: bool
    lifts: tuple[Lift, ...]


@dataclass(frozen=True)
class Leg:
    """One stage of the list."""

    stage: Stage
    number: int
    moments: tuple[Moment, ...]


@dataclass(frozen=True)
class Insight:
    """What the line shows about some moments."""

    words: str
    moments: Listed[Touchpoint]
    """In the order of the journey."""


@dataclass(frozen=True)
class ControlCount:
    """How many moments are ours in one way."""

    count: int
    words: str


@dataclass(frozen=True)
class JourneyPage:
    """Everything the page shows."""

    line: FeelingLine | None
    """None when no one has said how any moment feels."""
    legs: tuple[Leg, ...]
    insights: tuple[Insight, ...]
    rungs: tuple[Rung, ...]
    """From below, where any touchpoint says what lifts patrons; else none."""
    controls: tuple[ControlCount, ...]
    moments_of_truth: int
    """How many there are."""


def _prepare(context: Context) -> JourneyPage:
    touchpoints = tuple(context.playbook.touchpoints.values())
    low, hard = _lowest(touchpoints), _hardest(touchpoints)
    stages = [
        (number, stage, context.relations.touchpoints_by_stage[stage.id])
        for number, stage in enumerate(context.playbook.stages.values(), start=1)
        if stage.id in context.relations.touchpoints_by_stage
    ]
    is_felt = any(touchpoint.emotion or touchpoint.staff_strain is not None for touchpoint in touchpoints)
    has_lifts = any(touchpoint.rungs for touchpoint in touchpoints)
    return JourneyPage(
        line=feeling_line(stages, low, hard, context.playbook.rungs) if is_felt else None,
        legs=_legs(context, stages, low, hard),
        insights=_insights(context, low, hard),
        rungs=tuple(context.playbook.rungs.values()) if has_lifts else (),
        controls=_controls(touchpoints),
        moments_of_truth=sum(touchpoint.moment_of_truth for touchpoint in touchpoints),
    )


def _controls(touchpoints: tuple[Touchpoint, ...]) -> tuple[ControlCount, ...]:
    """In which ways how many moments are ours; ways without any are left out."""
    counts = [
        ControlCount(sum(touchpoint.control == control for touchpoint in touchpoints), _(words))
        for control, words in CONTROL.items()
    ]
    return tuple(counted for counted in counts if counted.count)


def _legs(context: Context, stages: Stages, low: set[str], hard: set[str]) -> tuple[Leg, ...]:
    legs, before = [], 0
    for number, stage, touchpoints in stages:
        moments = tuple(
            Moment(
                touchpoint,
                place,
                _(FEELINGS[touchpoint.emotion.as_is]) if touchpoint.emotion else None,
                _(FEELINGS[touchpoint.emotion.to_be]) if touchpoint.emotion else None,
                None if touchpoint.staff_strain is None else _(STRAINS[touchpoint.staff_strain]),
                _(CONTROL[touchpoint.control]),
                touchpoint.id in low,
                touchpoint.id in hard,
                lifts_at(context.playbook, touchpoint),
            )
            for place, touchpoint in enumerate(touchpoints, start=before + 1)
        )
        legs.append(Leg(stage, number, moments))
        before += len(moments)
    return tuple(legs)


def _lowest(touchpoints: tuple[Touchpoint, ...]) -> set[str]:
    """The ids of the moments in which patrons feel worst; none when it feels the same everywhere."""
    return _extreme(touchpoints, lambda touchpoint: -touchpoint.emotion.as_is if touchpoint.emotion else None)


def _hardest(touchpoints: tuple[Touchpoint, ...]) -> set[str]:
    """The ids of the moments that are hardest on staff; none when all are alike."""
    return _extreme(touchpoints, lambda touchpoint: touchpoint.staff_strain)


def _furthest(touchpoints: tuple[Touchpoint, ...]) -> set[str]:
    """The ids of the moments that are furthest from what we aim for; none when all are alike."""

    def distance(touchpoint: Touchpoint) -> int | None:
        return touchpoint.emotion.to_be - touchpoint.emotion.as_is if touchpoint.emotion else None

    return _extreme(touchpoints, distance)


def _extreme(touchpoints: tuple[Touchpoint, ...], measure: Callable[[Touchpoint], int | None]) -> set[str]:
    values = {touchpoint.id: value for touchpoint in touchpoints if (value := measure(touchpoint)) is not None}
    if len({*values.values()}) < 2:
        return set()
    most = max(values.values())
    return {touchpoint_id for touchpoint_id, value in values.items() if value == most}


def _insights(context: Context, low: set[str], hard: set[str]) -> tuple[Insight, ...]:
    touchpoints = tuple(context.playbook.touchpoints.values())
    names = context.playbook.organisation.audience.names

    def about(words: str, ids: set[str]) -> Insight:
        return Insight(words, first_of((touchpoint for touchpoint in touchpoints if touchpoint.id in ids), NAMED))

    insights = [
        about(_("Lowest for %(patrons)s and hardest for staff", **names), low & hard),
        about(_("Where it feels worst today"), low),
        about(_("Where it is hardest on staff"), hard),
        about(_("Biggest gap between now and our aim"), _furthest(touchpoints)),
    ]
    return tuple(insight for insight in insights if insight.moments.shown)


VIEW = ViewSpec(
    id="journey",
    title=N_("The journey"),
    lead=said(N_("The whole visit as %(the_patron)s experiences it, in their words.")),
    template="journey.html.j2",
    exists=always,
    prepare=_prepare,
    menu=MenuPlace(N_("The visit"), 1, header=N_("Journey")),
    found=Found(
        N_("The whole visit in %(of_the_patron)s words, from the first thought of coming to being thanked."),
        ("patron journey", "customer journey", "journey map", "the whole visit", "stages of a visit", "feeling line"),
        names=lambda playbook: " ".join(stage.name for stage in playbook.stages.values()),
    ),
)
