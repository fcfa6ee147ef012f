"""The page of a scenario: what to do and say when it goes wrong. Words to say come first."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.practice import Scenario
from playbook.model.records import Utterance
from playbook.views.context import Context
from playbook.views.spec import RecordSpec


@dataclass(frozen=True)
class ScenarioPage:
    """Everything on the page of one scenario."""

    record: Scenario
    heard: Utterance
    """How it sounds when it starts."""
    also_heard: tuple[Utterance, ...]
    """How else it may sound."""


def scenario_page(_: Context, scenario: Scenario) -> ScenarioPage:
    """Prepares the page of one scenario."""
    heard, *also_heard = scenario.utterances
    return ScenarioPage(scenario, heard, tuple(also_heard))


PAGE = RecordSpec(Scenario, "records/scenario.html.j2", scenario_page)
