"""A playbook in which everything refers to one record of each kind: what a busy house makes of a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.writing import yaml_fields

Fields = dict[str, Any]
HUB = "hub"
"""The id of the record of each kind to which the others refer."""


def write(folder: Path, count: int) -> Path:
    """Write one with `count` records of each kind beside the hub of that kind; returns the data folder."""
    folder.mkdir(parents=True)
    for plural, records in _files(range(100, 100 + count)):
        (folder / f"{plural}.yml").write_text(yaml_fields(records), encoding="utf-8")
    return folder


def _files(numbers: range) -> Iterator[tuple[str, Fields]]:
    """Every file by its name. Numbers have one length, so that pages of two playbooks differ by what they list only."""
    yield "organisation", {"name": "A busy house", "sector": "theatre", "locale": "en-GB"}
    yield "stages", {"arriving": {"name": "Arriving"}}
    yield "rungs", {HUB: {"name": "Tryer", "meaning": "Somebody on a first visit."}}
    yield "sources", {HUB: {"title": "What we learnt", "kind": "practice"}}
    yield "principles", {HUB: {"name": "Kindness", "statement": "We are kind first."}}
    yield "settings", {HUB: {"name": "Foyer", "purpose": "To be met in."}}
    yield "evidence", {HUB: {"name": "Sign", "purpose": "To be seen."}}
    yield "departments", {HUB: _department("Everybody"), **{f"d-{n}": _department(f"Team {n}") for n in numbers}}
    yield "roles", {HUB: _role("Helper"), **{f"r-{n}": _role(f"Helper {n}") for n in numbers}}
    yield "touchpoints", {HUB: _touchpoint("Is met"), **{f"t-{n}": _touchpoint(f"Is met {n}") for n in numbers}}
    yield "contributions", dict(_contributions(numbers))
    yield "internal_services", {key: service for n in numbers for key, service in _services(n).items()}
    yield "standards", {HUB: _standard("Everybody is met."), **{f"s-{n}": _standard(f"Promise {n}.") for n in numbers}}
    yield "tips", {HUB: _tip("Look up from the screen"), **{f"tip-{n}": _tip(f"Look up {n} times") for n in numbers}}
    yield "scenarios", {f"trouble-{n}": _scenario(n) for n in numbers}
    yield "routines", {f"walk-{n}": _routine(n) for n in numbers}
    yield "exercises", {f"exercise-{n}": _exercise(n) for n in numbers}
    yield "improvements", {f"pain-{n}": _improvement(n) for n in numbers}
    yield "access", {f"access-{n}": {"name": f"Loop {n}", "provides": "Sound.", "touchpoints": [HUB]} for n in numbers}


def _department(name: str) -> Fields:
    return {"name": name, "promise": "Nobody waits without a word."}


def _role(name: str) -> Fields:
    return {"name": name, "department": HUB, "side": "frontstage"}


def _touchpoint(name: str) -> Fields:
    asks = "Does anybody see me?"
    fields = {"name": name, "stage": "arriving", "patron_action": "comes in", "patron_asks": asks, "owner": HUB}
    return fields | {"settings": [HUB], "evidence": [HUB], "rungs": {HUB: "A look in the eye."}}


def _contributions(numbers: range) -> Iterator[tuple[str, Fields]]:
    """The hub of the contributions, and for each other touchpoint two acts: for the patron, and for the hub."""
    yield HUB, {"touchpoint": HUB, "role": HUB, "lane": "frontstage", "does": "looks up"}
    for n in numbers:
        shared = {"touchpoint": f"t-{n}", "hands_off_to": [HUB], "standard": HUB, "notes": "They do everything."}
        yield f"seen-{n}", {**shared, "role": HUB, "lane": "frontstage", "does": f"looks up {n} times"}
        yield f"unseen-{n}", {**shared, "role": HUB, "lane": "backstage", "does": "tidies up", "enables": [HUB]}
        yield f"by-{n}", {**shared, "role": f"r-{n}", "lane": "backstage", "does": "tidies up", "enables": [HUB]}
        yield f"lost-{n}", {**shared, "role": f"r-{n}", "lane": "support", "does": "keeps a list"}


def _services(number: int) -> dict[str, Fields]:
    provides = {"provides": "a list by noon", "standards": [HUB]}
    return {
        f"given-{number}": {"provider": HUB, "receiver": f"d-{number}", **provides},
        f"got-{number}": {"provider": f"d-{number}", "receiver": HUB, **provides},
        f"there-{number}": {"provider": HUB, "receiver": "d-100", **provides},
        f"back-{number}": {"provider": "d-100", "receiver": HUB, **provides},
    }


def _standard(statement: str) -> Fields:
    measure = {"value": 5, "unit": "minutes"}
    return {"statement": statement, "measure": measure, "owner": HUB, "applies_to": [HUB], "sources": [HUB]}


def _tip(title: str) -> Fields:
    fields = {"title": title, "patron_asks": "Does anybody see me?", "do": ["Look up."], "why": "It is kind."}
    whose = {"touchpoints": [HUB], "roles": [HUB], "departments": [HUB], "owner": HUB, "reviewed": "2020-01-01"}
    return (
        fields | whose | {"floor": "A look.", "rungs": [HUB], "standards": [HUB], "principles": [HUB], "sources": [HUB]}
    )


def _scenario(number: int) -> Fields:
    said = [f"Nobody saw me {number} times"]
    return {"name": f"Overlooked {number}", "touchpoint": HUB, "utterances": said, "do": ["Say sorry."], "call": [HUB]}


def _routine(number: int) -> Fields:
    step = {"text": "Look round.", "touchpoint": HUB, "setting": HUB}
    return {"name": f"Walk {number}", "roles": [HUB], "steps": [step]}


def _exercise(number: int) -> Fields:
    steps = [{"text": "Look up."}]
    return {"name": f"Practice {number}", "minutes": 5, "aim": "To see.", "steps": steps, "roles": [HUB], "tips": [HUB]}


def _improvement(number: int) -> Fields:
    fields = {"experienced": f"I stood there {number} times", "touchpoint": HUB, "noticed": "2026-01-01"}
    return fields | {"status": "noticed", "owner": HUB, "tips": [HUB]}
