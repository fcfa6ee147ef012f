"""They said…: every sentence that patrons say, by touchpoint, with what answers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playbook.model import Playbook
from playbook.model.experience import Access, Touchpoint
from playbook.model.kind import MenuPlace
from playbook.model.people import Contribution
from playbook.model.practice import Scenario, Tip
from playbook.model.records import Utterance
from playbook.ref import Ref
from playbook.views.context import Context
from playbook.views.reach import Callee, call_of, reach
from playbook.views.spec import Found, ViewSpec, said
from playbook.wording import N_

MAX_IN_FULL = 400
"""Tips that are answered in full; of more than that, the page has the first words and the link."""


@dataclass(frozen=True)
class Answer:
    """A record with the sentences that it answers."""

    record: Ref
    utterances: tuple[Utterance, ...]
    do: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    may_decide: str | None = None
    """What the person who is there may decide alone."""
    call: tuple[Callee, ...] = ()
    """Whom to fetch, and how."""
    acts: tuple[Contribution, ...] = ()
    """The contributions that `do` puts into words."""
    is_urgent: bool = False
    """Whether someone is in danger."""


@dataclass(frozen=True)
class AnswersAt:
    """What is said at one touchpoint, or what is urgent, wherever it is said."""

    touchpoint: Touchpoint | None
    """None for what is urgent."""
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class TheySaidPage:
    """Everything the page shows."""

    moments: tuple[AnswersAt, ...]
    stages: tuple[tuple[str, str, bool], ...]
    """Where each stage begins on the page: an anchor and the stage's name, and that it is there."""


def _prepare(context: Context) -> TheySaidPage:
    moments = tuple(_moments(context.playbook))
    return TheySaidPage(moments, _stages(context.playbook, moments))


def _stages(playbook: Playbook, moments: Iterable[AnswersAt]) -> tuple[tuple[str, str, bool], ...]:
    first: dict[str, str] = {}
    for moment in moments:
        if moment.touchpoint:
            first.setdefault(moment.touchpoint.stage, moment.touchpoint.id)
    return tuple((f"at-{touchpoint}", playbook.stages[stage].name, True) for stage, touchpoint in first.items())


def _moments(playbook: Playbook) -> Iterator[AnswersAt]:
    has_many = sum(bool(tip.utterances) for tip in playbook.tips.values()) > MAX_IN_FULL
    urgent = tuple(_of_scenario(playbook, scenario) for scenario in playbook.urgent_scenarios())
    if urgent:
        yield AnswersAt(None, urgent)
    by_touchpoint: dict[str, list[Answer]] = {touchpoint: [] for touchpoint in playbook.touchpoints}
    for scenario in playbook.scenarios.values():
        if not scenario.urgent:
            by_touchpoint.setdefault(scenario.touchpoint, []).append(_of_scenario(playbook, scenario))
    for access in playbook.access.values():
        if access.utterances and access.touchpoints:
            by_touchpoint.setdefault(access.touchpoints[0], []).append(_of_access(playbook, access))
    for tip in playbook.tips.values():
        if tip.utterances:
            by_touchpoint.setdefault(tip.touchpoints[0], []).append(_of_tip(playbook, tip, is_short=has_many))
    for touchpoint_id, answers in by_touchpoint.items():
        touchpoint = playbook.touchpoints.get(touchpoint_id)
        if touchpoint and touchpoint.utterances:
            answers.append(_of_touchpoint(playbook, touchpoint))
        if touchpoint and answers:
            yield AnswersAt(touchpoint, tuple(answers))


def _of_scenario(playbook: Playbook, scenario: Scenario) -> Answer:
    return Answer(
        Ref("scenario", scenario.id),
        scenario.utterances,
        scenario.do,
        scenario.say,
        scenario.may_decide,
        call_of(playbook, scenario),
        is_urgent=scenario.urgent,
    )


def _of_access(playbook: Playbook, access: Access) -> Answer:
    call = reach(playbook, [Ref("department", access.owner)] if access.owner else [])
    record = Ref("access", access.id)
    return Answer(record, access.utterances, (access.provides,), access.say, access.how_to_ask, call)


def _of_touchpoint(playbook: Playbook, touchpoint: Touchpoint) -> Answer:
    """What those in front of patrons do there; the first of them is called, or the owner where there is no one."""
    here = (act for act in playbook.contributions.values() if act.touchpoint == touchpoint.id)
    acts = tuple(act for act in here if act.lane == "frontstage")
    do = tuple(f"{playbook.roles[act.role].name} {act.does}" for act in acts)
    call = reach(playbook, [Ref("role", acts[0].role) if acts else Ref("department", touchpoint.owner)])
    return Answer(Ref("touchpoint", touchpoint.id), touchpoint.utterances, do, call=call, acts=acts)


def _of_tip(playbook: Playbook, tip: Tip, *, is_short: bool) -> Answer:
    """Its steps, words and limit; of very many tips only the first words, or the page would grow too heavy."""
    record = Ref("tip", tip.id)
    call = reach(playbook, [Ref("role", tip.roles[0]) if tip.roles else Ref("department", tip.owner)])
    if is_short:
        return Answer(record, tip.utterances, say=tip.say[:1], call=call)
    return Answer(record, tip.utterances, tip.do, tip.say, tip.flex, call)


VIEW = ViewSpec(
    id="they-said",
    title=N_("They said…"),
    lead=said(N_("Pick the sentence you have just heard, or type what you remember of it.")),
    template="they_said.html.j2",
    exists=lambda context: any(_moments(context.playbook)),
    prepare=_prepare,
    menu=MenuPlace(N_("What to do"), 2),
    found=Found(
        N_("Pick the sentence you have just heard; get words to say, what you may decide and who to call."),
        ("what patrons say", "what do I say when", "what to say", "phrases", "scripts", "things patrons say"),
    ),
)
