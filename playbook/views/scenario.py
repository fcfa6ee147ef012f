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

LARGE_LINE, LARGE_LINES = 40, 16
"""The characters in a line of a poster in larger type, and the lines that fit; as 91-poster.css sets them."""


@dataclass(frozen=True)
class ScenarioPage:
    """Everything on the page of one scenario."""

    record: Scenario
    heard: Utterance
    """How it sounds when it starts."""
    also_heard: tuple[Utterance, ...]
    """How else it may sound."""
    call: tuple[Callee, ...]
    """Whom to fetch, first choice first, and how."""
    emergency: Emergency | None
    """How to get help from outside, where someone is in danger."""
    is_brief: bool
    """Whether paper has room for its steps in larger type."""


def scenario_page(context: Context, scenario: Scenario) -> ScenarioPage:
    """Prepares the page of one scenario."""
    playbook = context.playbook
    heard, *also_heard = scenario.utterances
    return ScenarioPage(
        record=scenario,
        heard=heard,
        also_heard=tuple(also_heard),
        call=call_of(playbook, scenario),
        emergency=playbook.organisation.emergency if scenario.urgent else None,
        is_brief=sum(math.ceil(len(step) / LARGE_LINE) for step in scenario.do) <= LARGE_LINES,
    )


PAGE = RecordSpec(Scenario, "records/scenario.html.j2", scenario_page)
