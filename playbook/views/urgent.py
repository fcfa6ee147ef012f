"""Urgent scenarios: before all others wherever scenarios are listed, and never cut."""

from __future__ import annotations

from collections.abc import Iterable

from playbook.model.practice import Scenario
from playbook.views.listed import MAX_LISTED, Listed, first_of


def first_scenarios(scenarios: Iterable[Scenario], limit: int = MAX_LISTED) -> Listed[Scenario]:
    """The first `limit` scenarios, the urgent ones before the others; of these, all."""
    ordered = sorted(scenarios, key=lambda scenario: not scenario.urgent)
    return first_of(ordered, max(limit, sum(scenario.urgent for scenario in ordered)))
