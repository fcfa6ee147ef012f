"""The journey: the whole visit in the patron's words, how it feels, how hard it is on staff, what is ours to change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playbook.model.journey import Rung, Stage, Touchpoint
from playbook.model.kind import MenuPlace
from playbook.views.context import Context
from playbook.views.feeling_line import FEELINGS, STRAINS, Stages, feeling_line
from playbook.views.spec import Found, ViewSpec, always, said

CONTROL = {"own": "ours to decide", "influence": "ours to influence", "outside": "outside our control"}
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
    lifts: tuple[tuple[int, Rung, str], ...]
    """For each rung that is lifted here: its place on the ladder from 1, the rung, and by what."""


@dataclass(frozen=True)
class Leg:
    """One stage of the list."""

    stage: Stage
    number: int
    moments: tuple[Moment, ...]


@dataclass(frozen=True)
class Insight:
    """A sentence that the line tells, about some moments."""

    words: str
    touchpoints: tuple[Touchpoint, ...]
    """The first few, in the order of the journey."""
    more: int = 0
    """How many moments it is also true of."""


def _prepare(context: Context) -> dict[str, Any]:
    touchpoints = tuple(context.playbook.touchpoints.values())
    low, hard = _lowest(touchpoints), _hardest(touchpoints)
    stages = [
        (number, stage, context.relations.touchpoints_by_stage[stage.id])
        for number, stage in enumerate(context.playbook.stages.values(), start=1)
        if stage.id in context.relations.touchpoints_by_stage
    ]
    legs = _legs(context, stages, low, hard)
    is_felt = any(it.emotion or it.staff_strain is not None for it in touchpoints)
    rungs = tuple(enumerate(context.playbook.rungs.values(), start=1))
    return {
        "line": feeling_line(stages, low, hard, context.playbook.rungs) if is_felt else None,
        "legs": legs,
        "insights": _insights(touchpoints, low, hard),
        "rungs": rungs if any(it.rungs for it in touchpoints) else (),
        "controls": tuple((words, sum(it.control == name for it in touchpoints)) for name, words in CONTROL.items()),
        "moments_of_truth": sum(it.moment_of_truth for it in touchpoints),
    }


def _legs(context: Context, stages: Stages, low: set[str], hard: set[str]) -> tuple[Leg, ...]:
    ladder = {rung.id: (number, rung) for number, rung in enumerate(context.playbook.rungs.values(), start=1)}
    legs, before = [], 0
    for number, stage, touchpoints in stages:
        moments = tuple(
            Moment(
                touchpoint,
                place,
                FEELINGS[touchpoint.emotion.as_is] if touchpoint.emotion else None,
                FEELINGS[touchpoint.emotion.to_be] if touchpoint.emotion else None,
                None if touchpoint.staff_strain is None else STRAINS[touchpoint.staff_strain],
                CONTROL[touchpoint.control],
                touchpoint.id in low,
                touchpoint.id in hard,
                tuple((*ladder[rung], words) for rung, words in touchpoint.rungs.items() if rung in ladder),
            )
            for place, touchpoint in enumerate(touchpoints, start=before + 1)
        )
        legs.append(Leg(stage, number, moments))
        before += len(moments)
    return tuple(legs)


def _lowest(touchpoints: tuple[Touchpoint, ...]) -> set[str]:
    """The ids of the moments in which patrons feel worst; none when it feels the same everywhere."""
    return _extreme(touchpoints, lambda it: -it.emotion.as_is if it.emotion else None)


def _hardest(touchpoints: tuple[Touchpoint, ...]) -> set[str]:
    """The ids of the moments that are hardest on staff; none when all are alike."""
    return _extreme(touchpoints, lambda it: it.staff_strain)


def _extreme(touchpoints: tuple[Touchpoint, ...], measure: Callable[[Touchpoint], int | None]) -> set[str]:
    values = {it.id: value for it in touchpoints if (value := measure(it)) is not None}
    if len({*values.values()}) < 2:
        return set()
    most = max(values.values())
    return {name for name, value in values.items() if value == most}


def _insights(touchpoints: tuple[Touchpoint, ...], low: set[str], hard: set[str]) -> tuple[Insight, ...]:
    def about(words: str, names: set[str]) -> Insight:
        found = tuple(it for it in touchpoints if it.id in names)
        return Insight(words, found[:NAMED], max(0, len(found) - NAMED))

    far = _extreme(touchpoints, lambda it: it.emotion.to_be - it.emotion.as_is if it.emotion else None)
    both = low & hard
    insights = [
        about("Both dips at once", both),
        about("Where it feels worst today", low),
        about("Where it is hardest on staff", hard),
        about("Furthest from what we aim for", far),
    ]
    return tuple(insight for insight in insights if insight.touchpoints)


VIEW = ViewSpec(
    id="journey",
    title="The journey",
    lead=said("The whole visit as the {patron} lives it, in their words."),
    template="journey.html.j2",
    exists=always,
    prepare=_prepare,
    menu=MenuPlace("The visit", 1, header="Journey"),
    found=Found(
        "The whole visit in the patron’s words, from the first thought of coming to being thanked.",
        ("patron journey", "customer journey", "journey map", "the whole visit", "stages of a visit", "feeling line"),
        names=lambda playbook: " ".join(stage.name for stage in playbook.stages.values()),
    ),
)
