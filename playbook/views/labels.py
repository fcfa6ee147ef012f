"""What a record is called in headings and links."""

from __future__ import annotations

from typing import cast

from playbook.model import Playbook, Record
from playbook.model.people import Contribution, InternalService, Organisation

VIEW_TITLES = {
    "home": "Home",
    "journey": "The journey",
    "blueprint": "Blueprint",
    "they-said": "They said…",
    "tip-finder": "Tip finder",
    "clock": "The clock",
    "loyalty-ladder": "Loyalty ladder",
    "service-theatre": "Service theatre",
    "our-view-their-view": "Our view, their view",
    "equal-and-special": "Equal and special",
    "who-serves-whom": "Who serves whom",
    "looking-after-each-other": "Looking after each other",
    "pick-one-thing": "Pick one thing",
    "coverage": "Coverage",
    "health": "Health",
    "trainers-room": "Trainer’s room",
    "words": "Words we use",
    "where-this-comes-from": "Where this comes from",
    "what-changed": "What changed",
}
"""By the name that `page:` references use."""


def label_of(playbook: Playbook, kind: str, name: str) -> str:
    """The label of a record, or of a view (kind `page`). Raises KeyError when there is none."""
    if kind == "page":
        return VIEW_TITLES[name]
    return label(playbook, kind, playbook.of_kind(kind)[name])


def label(playbook: Playbook, kind: str, record: Record) -> str:
    """The label of a record whose kind is known."""
    if kind == "internal_service":
        service = cast(InternalService, record)
        return f"{_name(playbook, service.provider)} to {_name(playbook, service.receiver, within=True)}"
    if kind == "contribution":
        contribution = cast(Contribution, record)
        role = playbook.roles.get(contribution.role)
        return f"{role.name if role else contribution.role} {contribution.does}"
    return record.label


def _name(playbook: Playbook, department: str, *, within: bool = False) -> str:
    record = playbook.departments.get(department)
    name = record.name if record else department
    return lowered(name) if within else name


def lowered(name: str) -> str:
    """A name as it reads inside a sentence: `duty manager`; words with capitals inside, such as IT, stay."""
    first, space, rest = name.partition(" ")
    return name if first[1:] != first[1:].lower() else first.lower() + space + rest


def patrons(organisation: Organisation) -> str:
    """What this house calls the people it is for, several of them: `visitors`."""
    return f"{organisation.audience_word}s"
