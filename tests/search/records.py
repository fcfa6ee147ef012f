"""Builds small playbooks by hand: a test states only what it is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from playbook.model import BY_NAME, Playbook, Record
from playbook.model.people import Organisation

_REQUIRED: dict[str, dict[str, Any]] = {
    "touchpoint": {"stage": "during", "patron_action": "waits", "patron_asks": "And now?", "owner": "front-of-house"},
    "department": {"promise": "Someone is there."},
    "role": {"department": "front-of-house", "side": "frontstage"},
    "tip": {
        "patron_asks": "Does anybody see me?",
        "do": ["Stand up."],
        "why": "It helps.",
        "touchpoints": ["foyer"],
        "departments": ["front-of-house"],
        "owner": "front-of-house",
        "reviewed": dt.date(2026, 1, 1),
    },
    "scenario": {"touchpoint": "foyer", "utterances": ["Oh dear"], "do": ["Listen."]},
    "search_test": {"kind": "everyday"},
}


def record(kind: str, record_id: str, label: str, **fields: Any) -> tuple[str, Record]:
    """A record of a kind with its label and these fields; other required fields are made up."""
    made = BY_NAME[kind].record
    given = {**_REQUIRED.get(kind, {}), made.label_field: label, "id": record_id, **fields}
    return kind, made.model_validate(given)


def playbook(*records: tuple[str, Record], locale: str = "en-GB") -> Playbook:
    """A playbook of exactly these records."""
    by_kind: dict[str, dict[str, Any]] = {}
    for kind, made in records:
        by_kind.setdefault(BY_NAME[kind].plural, {})[made.id] = made
    organisation = Organisation(id="organisation", name="House", sector="theatre", locale=locale)
    return Playbook(organisation=organisation, **by_kind)


def ids(results: Iterable[Any]) -> list[str]:
    """The `kind:id` of each result."""
    return [result.id for result in results]
