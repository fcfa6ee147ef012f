"""What a record is called in headings and links."""

from __future__ import annotations

import re

from playbook.model import BY_NAME, Playbook, Record
from playbook.wording import N_, current
from playbook.wording.grammars import grammar_of

PATTERNS = (N_("%(provider)s to %(receiver)s"), N_("%(role)s %(does)s"))
"""The titles of kinds as messages."""


def label_of(playbook: Playbook, kind: str, record_id: str) -> str:
    """The label of a record. Raises KeyError when there is none; what a page is called, its spec knows."""
    return label(playbook, kind, playbook.of_kind(kind)[record_id])


def label(playbook: Playbook, kind: str, record: Record) -> str:
    """The label of a record whose kind is known."""
    pattern = BY_NAME[kind].title
    if pattern is None:
        return record.label
    return current().translations.gettext(_as_message(pattern)) % _Words(playbook, kind, record)


def _as_message(pattern: str) -> str:
    """`{role} {does}` as the catalogue has it: `%(role)s %(does)s`."""
    return re.sub(r"\{(\w+)\}", r"%(\1)s", pattern)


class _Words(dict[str, str]):
    """The values of the fields in a label's pattern."""

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
            value = grammar_of(self._playbook.organisation.language).inside(value) if self else value
        self[field] = value
        return value
