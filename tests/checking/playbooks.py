"""A playbook in which no rule finds anything, and ways to change one record of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, NamedTuple

from playbook.checking import check
from playbook.checking.rule import Finding, Subject
from playbook.days import Days
from playbook.model import BY_NAME, Playbook, Record
from playbook.problems import Code
from playbook.ref import Ref
from playbook.views.catalogue import page_ids

DAYS = Days.on(dt.date(2026, 6, 1))

RECORDS: dict[tuple[str, str], dict[str, Any]] = {
    ("organisation", "organisation"): {
        "name": "Corner Theatre",
        "sector": "theatre",
        "locale": "en-GB",
        "emergency": {"number": "999", "address": "Corner Street"},
    },
    ("stage", "arriving"): {"name": "Arriving"},
    ("department", "front-of-house"): {"name": "Front of house", "promise": "They are met."},
    ("department", "stage-crew"): {
        "name": "Stage crew",
        "promise": "The show is ready.",
        "serves": ["front-of-house"],
    },
    ("role", "usher"): {
        "name": "Usher",
        "department": "front-of-house",
        "side": "frontstage",
        "contact": "radio channel 1",
    },
    ("role", "technician"): {"name": "Technician", "department": "stage-crew", "side": "backstage"},
    ("role", "cleaner"): {"name": "Cleaner", "department": "stage-crew", "side": "support"},
    ("touchpoint", "is-seated"): {
        "name": "Is seated",
        "stage": "arriving",
        "patron_action": "finds the seat",
        "patron_asks": "Is this my row?",
        "owner": "front-of-house",
        "rungs": {"tryer": "A word of welcome."},
    },
    ("contribution", "opens-the-doors"): {
        "touchpoint": "is-seated",
        "role": "usher",
        "lane": "frontstage",
        "does": "opens the doors",
        "clock": {"anchor": "start", "start": "-30", "end": "-5"},
    },
    ("contribution", "hands-over-the-stage"): {
        "touchpoint": "is-seated",
        "role": "technician",
        "lane": "backstage",
        "does": "hands over the stage",
        "enables": ["opens-the-doors"],
    },
    ("contribution", "sweeps-the-rows"): {
        "touchpoint": "is-seated",
        "role": "cleaner",
        "lane": "support",
        "does": "sweeps the rows",
        "enables": ["opens-the-doors"],
    },
    ("tip", "say-the-row"): {
        "title": "Say the row aloud",
        "patron_asks": "Is this my row?",
        "do": ["Say it.", "Point at it."],
        "why": "Nobody has to ask.",
        "touchpoints": ["is-seated"],
        "roles": ["usher"],
        "owner": "front-of-house",
        "reviewed": "2026-03-01",
        "floor": "Everybody hears the row.",
        "sources": ["our-own"],
        "rungs": ["tryer"],
    },
    ("tip", "own-the-gap"): {
        "title": "Own the gap",
        "patron_asks": "Why are we waiting?",
        "do": ["Say so."],
        "why": "Silence worries.",
        "touchpoints": ["is-seated"],
        "departments": ["front-of-house"],
        "owner": "front-of-house",
        "reviewed": "2026-03-01",
        "kind": "recovery",
        "related": ["say-the-row"],
        "sources": ["our-own"],
    },
    ("scenario", "fire"): {
        "name": "Fire",
        "touchpoint": "is-seated",
        "urgent": "yes",
        "utterances": ["I can smell smoke"],
        "do": ["Raise the alarm."],
        "call": ["usher"],
        "reviewed": "2026-03-01",
    },
    ("scenario", "row-is-dark"): {
        "name": "A row is dark",
        "touchpoint": "is-seated",
        "utterances": ["I cannot see my row."],
        "do": ["Bring a torch."],
        "call": ["usher"],
        "reviewed": "2026-03-01",
    },
    ("internal_service", "stage-to-house"): {
        "provider": "stage-crew",
        "receiver": "front-of-house",
        "provides": "A stage in time",
        "reviewed": "2026-03-01",
    },
    ("routine", "walk"): {
        "name": "Walk the rows",
        "roles": ["usher"],
        "steps": [{"text": "Start at the back.", "touchpoint": "is-seated", "setting": "auditorium"}],
        "reviewed": "2026-03-01",
    },
    ("exercise", "greeting"): {
        "name": "Greeting",
        "minutes": "10",
        "aim": "Hear it.",
        "steps": [{"text": "Greet.", "minutes": "10"}],
        "owner": "front-of-house",
        "reviewed": "2026-03-01",
    },
    ("improvement", "dark-row"): {
        "experienced": "I could not read my row",
        "touchpoint": "is-seated",
        "noticed": "2026-01-10",
        "status": "fixed",
        "owner": "stage-crew",
        "outcome": "The letters glow.",
    },
    ("setting", "auditorium"): {"name": "Auditorium", "purpose": "It says: you are expected."},
    ("rung", "tryer"): {"name": "Tryer", "meaning": "Here for the first time."},
    ("source", "our-own"): {"title": "Our own practice", "kind": "practice"},
    ("concept", "seen"): {
        "name": "Being seen",
        "idea": "They matter.",
        "home": ["tip:say-the-row", "page:journey"],
        "source": "our-own",
    },
    ("search_test", "search-tests-1"): {"query": "row", "kind": "everyday", "expect": ["tip:say-the-row"]},
}


def record(kind: str, record_id: str, /, **fields: Any) -> Record:
    """A record of the good playbook with some of its fields changed; `None` takes a field away."""
    changed = {**RECORDS.get((kind, record_id), {}), **fields}
    given = {field: value for field, value in changed.items() if value is not None}
    return BY_NAME[kind].record.model_validate({**given, "id": record_id})


def good() -> Playbook:
    """The playbook in which no rule finds anything."""
    kinds: dict[str, dict[str, Record]] = {}
    for kind, record_id in RECORDS:
        kinds.setdefault(BY_NAME[kind].plural, {})[record_id] = record(kind, record_id)
    organisation = kinds.pop("organisation")["organisation"]
    return Playbook(organisation=organisation, **kinds)  # type: ignore[arg-type]


def with_record(kind: str, record_id: str, /, **fields: Any) -> Playbook:
    """The good playbook with one record changed or added."""
    playbook = good()
    plural = BY_NAME[kind].plural
    return replace(playbook, **{plural: {**getattr(playbook, plural), record_id: record(kind, record_id, **fields)}})


def without(kind: str, record_id: str) -> Playbook:
    """The good playbook without one record."""
    playbook = good()
    plural = BY_NAME[kind].plural
    kept = {other: value for other, value in getattr(playbook, plural).items() if other != record_id}
    return replace(playbook, **{plural: kept})


class Found(NamedTuple):
    """What a rule found, with its code."""

    code: Code
    finding: Finding


def findings(playbook: Playbook, excused: tuple[Ref, ...] = (), days: Days = DAYS) -> list[Found]:
    """What the rules find on a fixed day."""
    subject = Subject(playbook, days, lambda ref: ref in excused, frozenset(page_ids()))
    return [Found(*found) for found in check(subject)]


def words(found: list[Found]) -> list[str]:
    """The words of the codes."""
    return [code.word for code, _ in found]
