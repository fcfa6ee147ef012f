"""How people are reached: the roles and departments to call, each with the words that say how."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playbook.model import Playbook
from playbook.model.contacts import contact_of
from playbook.model.practice import Scenario
from playbook.ref import Ref


@dataclass(frozen=True)
class Callee:
    """Someone to call, and how."""

    who: Ref
    """A role or a department."""
    contact: str | None
    """How colleagues reach them: the contact of the role, or else of its department. None when neither has one."""
    stated_by: Ref
    """The record that says so."""


def reach(playbook: Playbook, who: Iterable[Ref]) -> tuple[Callee, ...]:
    """How each of these roles and departments is reached."""
    return tuple(Callee(ref, *contact_of(playbook, ref)) for ref in who)


def call_of(playbook: Playbook, scenario: Scenario) -> tuple[Callee, ...]:
    """Who a scenario calls, first choice first."""
    return reach(playbook, (Ref("role", role) for role in scenario.call))
