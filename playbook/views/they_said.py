"""They said…: every sentence that patrons say, by touchpoint, with what answers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from playbook.model import Playbook
from playbook.model.journey import Access
from playbook.model.practice import Scenario, Tip
from playbook.views.context import Context, View


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


def view(context: Context) -> View | None:
    """The page; None when nobody has written down a sentence."""
    moments = tuple(_moments(context.playbook))
    if not moments:
        return None

    def prepare() -> dict[str, Any]:
        return {"moments": moments, "stages": _stages(context.playbook, moments)}

    lead = "Pick the sentence you have just heard, or type what you remember of it."
    return View("they-said", "They said…", lead, "they_said.html.j2", prepare)


def _stages(playbook: Playbook, moments: Iterable[Moment]) -> tuple[tuple[str, str, bool], ...]:
    """Where each stage begins on the page: an anchor and the stage's name, and that it is there."""
    first: dict[str, str] = {}
    for moment in moments:
        first.setdefault(playbook.touchpoints[moment.touchpoint].stage, moment.touchpoint)
    return tuple((f"at-{touchpoint}", playbook.stages[stage].name, True) for stage, touchpoint in first.items())


def _moments(playbook: Playbook) -> Iterator[Moment]:
    by_touchpoint: dict[str, list[Answer]] = {name: [] for name in playbook.touchpoints}
    for scenario in playbook.scenarios.values():
        by_touchpoint.setdefault(scenario.touchpoint, []).append(_of_scenario(scenario))
    for access in playbook.access.values():
        if access.utterances and access.touchpoints:
            by_touchpoint.setdefault(access.touchpoints[0], []).append(_of_access(access))
    for tip in playbook.tips.values():
        if tip.utterances:
            by_touchpoint.setdefault(tip.touchpoints[0], []).append(_of_tip(tip))
    for name, answers in by_touchpoint.items():
        touchpoint = playbook.touchpoints.get(name)
        if touchpoint and touchpoint.utterances:
            owner = (("department", touchpoint.owner),)
            answers.append(Answer("touchpoint", name, touchpoint.utterances, call=owner))
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


def _of_tip(tip: Tip) -> Answer:
    """Its first words and its limit; the steps are on its page, or the list would grow with every tip."""
    return Answer("tip", tip.id, tip.utterances, (), tip.say[:1], tip.flex, (("department", tip.owner),))
