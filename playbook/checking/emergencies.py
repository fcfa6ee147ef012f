"""What must hold, and what is missing, when someone is in danger. What is missing is advice, because the rest of the
playbook is true without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checking.rule import Finding, Rule, Subject
from playbook.model import ORGANISATION
from playbook.model.contacts import contact_of
from playbook.problems import HealthSection
from playbook.ref import Ref
from playbook.wording import N_, _

_HOUSE = Ref(ORGANISATION.name, ORGANISATION.name)


def signs_of_nothing_urgent(subject: Subject) -> Iterator[Finding]:
    """A scenario has `signs` but is not urgent, so nothing looks for them.

    Signs bring an urgent scenario to the top of the search. Add `urgent: yes` if someone is in danger; otherwise move
    them to `aliases`.
    """
    for scenario in subject.playbook.scenarios.values():
        if scenario.signs and not scenario.urgent:
            fix = _("add `urgent: yes` if someone is in danger, or move them to `aliases`")
            message = _("`%(id)s` has signs but is not urgent", id=scenario.id)
            yield Finding(Ref("scenario", scenario.id), message, fix, ("signs",), is_about_key=True)


SIGNS_OF_NOTHING_URGENT = Rule("signs-of-nothing-urgent", signs_of_nothing_urgent)


def no_urgent_scenario(subject: Subject) -> Iterator[Finding]:
    """No scenario is urgent, so nothing comes first when someone is in danger.

    Every building that people visit needs a few: someone taken ill, fire and evacuation, a missing child, a threat or
    an attack, people stuck in the lift. Write `urgent: yes` under each such scenario.
    """
    if not subject.playbook.urgent_scenarios():
        fix = _(
            "write scenarios with `urgent: yes` for someone taken ill, fire and evacuation, a missing child, a threat"
            " or an attack, people stuck in the lift"
        )
        yield Finding(_HOUSE, _("no scenario is urgent"), fix)


NO_URGENT_SCENARIO = Rule(
    "no-urgent-scenario",
    no_urgent_scenario,
    HealthSection(N_("Nothing for an emergency"), N_("There are scenarios for emergencies")),
    looks_among=("scenario", "organisation"),
)


def no_emergency_number(subject: Subject) -> Iterator[Finding]:
    """There are urgent scenarios, but nothing says which number to ring or where the building is.

    Add `emergency`, with `number` and `address`, to organisation.yml.
    """
    if subject.playbook.urgent_scenarios() and subject.playbook.organisation.emergency is None:
        fix = _("add `emergency:` with `number` and `address` to organisation.yml")
        yield Finding(_HOUSE, _("urgent scenarios cannot say which number to ring"), fix)


NO_EMERGENCY_NUMBER = Rule(
    "no-emergency-number",
    no_emergency_number,
    HealthSection(N_("No number to ring"), N_("Urgent scenarios say which number to ring"), needs="scenario"),
    looks_among=("organisation",),
)


def nobody_to_call(subject: Subject) -> Iterator[Finding]:
    """An urgent scenario does not say who to call, or how to reach them.

    Name the roles in `call`, first choice first, and give them or their department a `contact`.
    """
    playbook = subject.playbook
    for scenario in playbook.urgent_scenarios():
        roles = [playbook.roles[role] for role in scenario.call if role in playbook.roles]
        is_known = len(roles) == len(scenario.call)
        if is_known and not any(contact_of(playbook, Ref("role", role.id))[0] for role in roles):
            if roles:
                message = _(
                    "`%(id)s` is urgent, but nothing says how to reach the role `%(role)s`",
                    id=scenario.id,
                    role=roles[0].id,
                )
                fix = _("add `contact: …` to the role `%(role)s`", role=roles[0].id)
            else:
                message = _("`%(id)s` is urgent, but does not say who to call", id=scenario.id)
                fix = _("add `call: […]`")
            yield Finding(Ref("scenario", scenario.id), message, fix)


NOBODY_TO_CALL = Rule(
    "nobody-to-call",
    nobody_to_call,
    HealthSection(
        N_("Urgent, with no one to call"), N_("Every urgent scenario says who to call, and how"), needs="scenario"
    ),
    looks_among=("role", "department"),
)
