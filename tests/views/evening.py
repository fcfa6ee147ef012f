"""Playbooks built by hand for the tests of the views: a house of two departments, and acts around one performance."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from playbook.model import Playbook
from playbook.model.experience import Stage, Touchpoint
from playbook.model.learning import Improvement
from playbook.model.people import Contribution, Department, Organisation, Role
from playbook.model.practice import Routine, RoutineStep, Scenario, Tip
from playbook.model.records import Clock
from playbook.views.context import Context

TODAY = dt.date(2026, 9, 9)


def touchpoint(record_id: str, **fields: Any) -> Touchpoint:
    """A touchpoint of the one stage there is."""
    return Touchpoint(
        **{
            "id": record_id,
            "name": record_id.capitalize(),
            "stage": "during",
            "patron_action": "comes in",
            "patron_asks": "Is it here?",
            "owner": "house",
            **fields,
        }
    )


def contribution(record_id: str, role: str, place: str, clock: Clock | None = None) -> Contribution:
    """What a role does at a touchpoint."""
    return Contribution(
        id=record_id, touchpoint=place, role=role, lane="frontstage", does=f"does {record_id}", clock=clock
    )


def tip(record_id: str, place: str, **fields: Any) -> Tip:
    """A tip of the front of house."""
    return Tip(
        **{
            "id": record_id,
            "title": f"Do {record_id}",
            "patron_asks": f"What about {record_id}?",
            "do": ("Do it",),
            "why": "It helps.",
            "touchpoints": (place,),
            "departments": ("house",),
            "owner": "house",
            "reviewed": dt.date(2026, 8, 1),
            **fields,
        }
    )


def scenario(record_id: str, **fields: Any) -> Scenario:
    """Something that goes wrong at the door."""
    return Scenario(
        **{
            "id": record_id,
            "name": f"It is {record_id}",
            "touchpoint": "door",
            "utterances": (f"Look, {record_id}!",),
            "do": ("Go.",),
            **fields,
        }
    )


def improvement(record_id: str, status: Any, noticed: dt.date, **fields: Any) -> Improvement:
    """Something that went wrong at the door."""
    return Improvement(
        id=record_id, experienced=f"It was {record_id}", touchpoint="door", noticed=noticed, status=status, **fields
    )


def by_id(*records: Any) -> dict[str, Any]:
    """Records as a playbook holds them."""
    return {record.id: record for record in records}


HOUSE = Playbook(
    organisation=Organisation(id="organisation", name="A house", sector="theatre", locale="en-GB"),
    stages=by_id(Stage(id="during", name="During")),
    touchpoints=by_id(touchpoint("door", settings=("foyer",)), touchpoint("seat", settings=("hall",))),
    departments=by_id(
        Department(id="house", name="Front of house", promise="A welcome."),
        Department(id="stage", name="Stage", promise="A show."),
    ),
    roles=by_id(
        Role(id="usher", name="Usher", department="house", side="frontstage"),
        Role(id="technician", name="Technician", department="stage", side="backstage"),
    ),
)
"""Two departments, two roles, two touchpoints in two places."""


def house(**records: Any) -> Context:
    """The house with more records, on TODAY."""
    return Context(replace(HOUSE, **records), TODAY)


def routine(record_id: str, roles: tuple[str, ...], clock: Clock | None, *stops: str) -> Routine:
    """A routine that passes these settings."""
    steps = tuple(RoutineStep(text="Look", setting=stop) for stop in stops)
    return Routine(id=record_id, name=record_id.capitalize(), roles=roles, steps=steps, clock=clock)


def clock(anchor: Any, start: int, end: int | None = None) -> Clock:
    """Minutes around a performance."""
    return Clock(anchor=anchor, start=start, end=end)
