"""What a record is called in headings and links."""

from __future__ import annotations

from playbook.model import BY_NAME, Playbook, Record
from playbook.model.people import Organisation

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
    pattern = BY_NAME[kind].title
    return record.label if pattern is None else pattern.format_map(_Words(playbook, kind, record))


class _Words(dict[str, str]):
    """The words that stand for the fields of a label's pattern."""

    def __init__(self, playbook: Playbook, kind: str, record: Record) -> None:
        super().__init__()
        self._playbook = playbook
        self._kind = BY_NAME[kind]
        self._record = record

    def __missing__(self, field: str) -> str:
        value = str(getattr(self._record, field))
        targets = {path: target for path, target in self._kind.references if len(path) == 1}
        if (field,) in targets:
            named = self._playbook.find(targets[field,], value)
            value = named.label if named else value
            value = lowered(value) if self else value
        self[field] = value
        return value


def lowered(name: str) -> str:
    """A name as it reads inside a sentence: `duty manager`; words with capitals inside, such as IT, stay."""
    first, space, rest = name.partition(" ")
    return name if first[1:] != first[1:].lower() else first.lower() + space + rest


def patrons(organisation: Organisation) -> str:
    """What this house calls the people it is for, several of them: `visitors`."""
    return f"{organisation.audience_word}s"
