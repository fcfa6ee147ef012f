"""The page of a scenario: what to do and say when it goes wrong. Words come first, unless someone is in danger."""

from __future__ import annotations

import math
from dataclasses import dataclass

from playbook.model.people import Emergency
from playbook.model.practice import Scenario
from playbook.model.records import Utterance
from playbook.views.context import Context
from playbook.views.reach import Callee, call_of
from playbook.views.spec import RecordSpec

POSTER = 143
"""The height of a poster with some to spare, in the unit of 91-poster.css, which says how high a line is."""


@dataclass(frozen=True)
class ScenarioPage:
    """Everything on the page of one scenario."""

    record: Scenario
    heard: Utterance
    """How it sounds when it starts."""
    also_heard: tuple[Utterance, ...]
    """How else it may sound."""
    call: tuple[Callee, ...]
    """Who to fetch, first choice first, and how."""
    emergency: Emergency | None
    """How to get help from outside, where someone is in danger."""
    is_brief: bool
    """Whether a poster has room for its steps in larger type."""


def scenario_page(context: Context, scenario: Scenario) -> ScenarioPage:
    """Prepares the page of one scenario."""
    playbook = context.playbook
    heard, *also_heard = scenario.utterances
    call = call_of(playbook, scenario)
    return ScenarioPage(
        record=scenario,
        heard=heard,
        also_heard=tuple(also_heard),
        call=call,
        emergency=playbook.organisation.emergency if scenario.urgent else None,
        is_brief=_height_of_poster(scenario, call) <= POSTER,
    )


def _height_of_poster(scenario: Scenario, call: tuple[Callee, ...]) -> float:
    """About how high a poster is with its steps in larger type."""
    title = 7.9 * _lines(scenario.name, 22)
    called = sum(3.9 * _lines(f"{callee.who.id}: {callee.contact}", 52) for callee in call)
    steps = sum(5.4 * _lines(step, 38) + 1.3 for step in scenario.do)
    return 20 + title + called + steps


def _lines(text: str, width: int) -> int:
    """The lines that a text takes where so many characters fit into one."""
    return math.ceil(len(text) / width)


PAGE = RecordSpec(Scenario, "records/scenario.html.j2", scenario_page)
