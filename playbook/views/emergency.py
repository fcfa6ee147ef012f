"""Emergency: the number to ring, whom to call, and a door for each scenario in which someone is in danger."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model import Playbook
from playbook.model.kind import MenuPlace
from playbook.model.people import Emergency
from playbook.model.practice import Scenario
from playbook.ref import Ref
from playbook.views.context import Context
from playbook.views.reach import Callee, reach
from playbook.views.spec import Found, ViewSpec, said
from playbook.wording import N_


@dataclass(frozen=True)
class EmergencyPage:
    """Everything the page shows."""

    emergency: Emergency | None
    """How to get help from outside; None when the house has not written it down."""
    call: tuple[Callee, ...]
    """Everyone whom one of the scenarios calls first; its own page says whom else it calls."""
    doors: tuple[Scenario, ...]


def _prepare(context: Context) -> EmergencyPage:
    playbook = context.playbook
    doors = playbook.urgent_scenarios()
    first_choices = dict.fromkeys(role for scenario in doors for role in scenario.call[:1])
    return EmergencyPage(
        emergency=playbook.organisation.emergency,
        call=reach(playbook, (Ref("role", role) for role in first_choices)),
        doors=doors,
    )


def _names(playbook: Playbook) -> str:
    number = playbook.organisation.emergency
    return " ".join([number.number if number else "", *(scenario.name for scenario in playbook.urgent_scenarios())])


VIEW = ViewSpec(
    id="emergency",
    title=N_("Emergency"),
    lead=said(N_("The number to ring, who to call and what to do first when someone is in danger.")),
    template="emergency.html.j2",
    exists=lambda context: bool(context.playbook.urgent_scenarios()),
    prepare=_prepare,
    menu=MenuPlace("", 0, header=N_("Emergency"), is_door=True),
    found=Found(
        N_("The number to ring, who to call and what to do first."),
        (
            "urgent",
            "help me",
            "need help now",
            "danger",
            "sos",
            "emergency number",
            "emergency procedures",
            "who do I call",
            "what do I do",
        ),
        _names,
    ),
)
