"""What must hold, and what is missing, when somebody is in danger. What is missing is advice, because the rest of the
playbook is true without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checking.rule import Finding, Rule, Subject
from playbook.model import ORGANISATION
from playbook.model.contacts import contact_of
from playbook.problems import HealthSection
from playbook.ref import Ref

_HOUSE = Ref(ORGANISATION.name, ORGANISATION.name)
_EVERY_BUILDING_NEEDS = (
    "someone taken ill, fire and evacuation, a missing child, a threat or an attack, people stuck in the lift"
)


def signs_of_nothing_urgent(subject: Subject) -> Iterator[Finding]:
    """A scenario has `signs` and is not urgent, so nothing would look for them.

    Signs bring an urgent scenario to the top of the search. Other scenarios are found by their `aliases`.
    """
    for scenario in subject.playbook.scenarios.values():
        if scenario.signs and not scenario.urgent:
            fix = "add `urgent: yes` if somebody is in danger, or move them to `aliases`"
            message = f"`{scenario.id}` has signs, but is not urgent"
            yield Finding(Ref("scenario", scenario.id), message, fix, ("signs",), is_about_key=True)


SIGNS_OF_NOTHING_URGENT = Rule("signs-of-nothing-urgent", signs_of_nothing_urgent)


def no_urgent_scenario(subject: Subject) -> Iterator[Finding]:
    """No scenario is marked as urgent, so nothing comes first when somebody is in danger.

    Every building that people visit needs a handful: someone taken ill, fire and evacuation, a missing child, a threat
    or an attack, people stuck in the lift. Write `urgent: yes` under each such scenario.
    """
    if not subject.playbook.urgent_scenarios():
        fix = f"write scenarios with `urgent: yes` for {_EVERY_BUILDING_NEEDS}"
        yield Finding(_HOUSE, "no scenario is marked as urgent", fix)


NO_URGENT_SCENARIO = Rule(
    "no-urgent-scenario",
    no_urgent_scenario,
    HealthSection("Nothing for an emergency", "There are scenarios for emergencies"),
    looks_among=("scenario", "organisation"),
)


def no_emergency_number(subject: Subject) -> Iterator[Finding]:
    """There are urgent scenarios, but nothing says which number to ring and where the building is."""
    if subject.playbook.urgent_scenarios() and subject.playbook.organisation.emergency is None:
        fix = "add `emergency:` with `number` and `address` to organisation.yml"
        yield Finding(_HOUSE, "urgent scenarios cannot say which number to ring", fix)


NO_EMERGENCY_NUMBER = Rule(
    "no-emergency-number",
    no_emergency_number,
    HealthSection("No number to ring", "Urgent scenarios say which number to ring", needs="scenario"),
    looks_among=("organisation",),
)


def nobody_to_call(subject: Subject) -> Iterator[Finding]:
    """An urgent scenario calls nobody, or nobody whom it can say how to reach.

    Name the roles in `call`, first choice first, and give them a `contact`, or their department.
    """
    playbook = subject.playbook
    for scenario in playbook.urgent_scenarios():
        roles = [playbook.roles[role] for role in scenario.call if role in playbook.roles]
        is_known = len(roles) == len(scenario.call)
        if is_known and not any(contact_of(playbook, Ref("role", role.id))[0] for role in roles):
            what = f"nothing says how to reach {roles[0].label}" if roles else "it calls nobody"
            fix = f"add `contact: …` to the role `{roles[0].id}`" if roles else "add `call: […]`"
            yield Finding(Ref("scenario", scenario.id), f"`{scenario.id}` is urgent, but {what}", fix)


NOBODY_TO_CALL = Rule(
    "nobody-to-call",
    nobody_to_call,
    HealthSection("Urgent, and nobody to call", "Every urgent scenario says whom to call, and how", needs="scenario"),
    looks_among=("role", "department"),
)
