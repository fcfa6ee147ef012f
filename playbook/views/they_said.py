"""They said…: every sentence that patrons say, by touchpoint, with what answers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from playbook.model import Playbook
from playbook.model.journey import Access, Touchpoint
from playbook.model.kind import MenuPlace
from playbook.model.practice import Scenario, Tip
from playbook.views.context import Context
from playbook.views.spec import Found, ViewSpec, said

MOST_IN_FULL = 400
"""Tips that are answered in full; of more than that, the page has the first words and the link."""


@dataclass(frozen=True)
class Answer:
    """A record with the sentences that it answers."""

    kind: str
    id: str
    utterances: tuple[str, ...]
    do: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    may_decide: str | None = None
    """What whoever is there may decide alone."""
    call: tuple[tuple[str, str], ...] = ()
    """Whom to fetch, as (kind, id)."""


@dataclass(frozen=True)
class Moment:
    """What is said at one touchpoint."""

    touchpoint: str
    answers: tuple[Answer, ...]


def _prepare(context: Context) -> dict[str, Any]:
    moments = tuple(_moments(context.playbook))
    return {"moments": moments, "stages": _stages(context.playbook, moments)}


def _stages(playbook: Playbook, moments: Iterable[Moment]) -> tuple[tuple[str, str, bool], ...]:
    """Where each stage begins on the page: an anchor and the stage's name, and that it is there."""
    first: dict[str, str] = {}
    for moment in moments:
        first.setdefault(playbook.touchpoints[moment.touchpoint].stage, moment.touchpoint)
    return tuple((f"at-{touchpoint}", playbook.stages[stage].name, True) for stage, touchpoint in first.items())


def _moments(playbook: Playbook) -> Iterator[Moment]:
    has_many = sum(bool(tip.utterances) for tip in playbook.tips.values()) > MOST_IN_FULL
    by_touchpoint: dict[str, list[Answer]] = {name: [] for name in playbook.touchpoints}
    for scenario in playbook.scenarios.values():
        by_touchpoint.setdefault(scenario.touchpoint, []).append(_of_scenario(scenario))
    for access in playbook.access.values():
        if access.utterances and access.touchpoints:
            by_touchpoint.setdefault(access.touchpoints[0], []).append(_of_access(access))
    for tip in playbook.tips.values():
        if tip.utterances:
            by_touchpoint.setdefault(tip.touchpoints[0], []).append(_of_tip(tip, is_short=has_many))
    for name, answers in by_touchpoint.items():
        touchpoint = playbook.touchpoints.get(name)
        if touchpoint and touchpoint.utterances:
            answers.append(_of_touchpoint(playbook, touchpoint))
        if touchpoint and answers:
            yield Moment(name, tuple(answers))


def _of_scenario(scenario: Scenario) -> Answer:
    return Answer(
        "scenario",
        scenario.id,
        scenario.utterances,
        scenario.do,
        scenario.say,
        scenario.may_decide,
        tuple(("role", role) for role in scenario.call),
    )


def _of_access(access: Access) -> Answer:
    call = (("department", access.owner),) if access.owner else ()
    return Answer("access", access.id, access.utterances, (access.provides,), access.say, access.how_to_ask, call)


def _of_touchpoint(playbook: Playbook, touchpoint: Touchpoint) -> Answer:
    """What those in front of patrons do there; the first of them is called, or the owner where there is nobody."""
    acts = [it for it in playbook.contributions.values() if it.touchpoint == touchpoint.id and it.lane == "frontstage"]
    do = tuple(f"{playbook.roles[it.role].name} {it.does}" for it in acts)
    call = ("role", acts[0].role) if acts else ("department", touchpoint.owner)
    return Answer("touchpoint", touchpoint.id, touchpoint.utterances, do, call=(call,))


def _of_tip(tip: Tip, *, is_short: bool) -> Answer:
    """Its steps, words and limit; of very many tips only the first words, or the page would grow too heavy."""
    call = ("role", tip.roles[0]) if tip.roles else ("department", tip.owner)
    if is_short:
        return Answer("tip", tip.id, tip.utterances, say=tip.say[:1], call=(call,))
    return Answer("tip", tip.id, tip.utterances, tip.do, tip.say, tip.flex, (call,))


VIEW = ViewSpec(
    id="they-said",
    title="They said…",
    lead=said("Pick the sentence you have just heard, or type what you remember of it."),
    template="they_said.html.j2",
    exists=lambda context: any(_moments(context.playbook)),
    prepare=_prepare,
    menu=MenuPlace("What to do", 2),
    found=Found(
        "Pick the sentence you have just heard; get words, what you may decide and whom to call.",
        ("what patrons say", "what do I say when", "what to say", "phrases", "scripts", "things patrons say"),
    ),
)
