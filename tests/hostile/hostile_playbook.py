"""Turns a harmless playbook into one in which every text of every kind of record contains payloads.

Which fields hold text is not listed: a text is a value that the model accepts when a payload stands in its place,
and that does not refer to another record.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from playbook.model import BY_NAME, KINDS, Playbook, Record
from tests.hostile.payloads import GROUPS

Place = tuple[str | int, ...]
Payload = Callable[[str, str, Place], str]


class HostilePlaybook:
    """The records of a playbook, once for each group of payloads."""

    def __init__(
        self, harmless: Playbook, groups: Collection[str] = tuple(GROUPS), payload: Payload | None = None
    ) -> None:
        """`payload` makes the text of a group for a kind and a place: by default all payloads of the group."""
        self._payload = payload or _payload
        first = next(iter(groups))
        self.files: dict[str, Any] = {"organisation": self._hostile("organisation", harmless.organisation, first)}
        """The content of each file, by its name without extension."""
        self.texts: dict[tuple[str, str], dict[str, list[str]]] = {}
        """The payloads in each record: by (kind, id), then by the name of the field."""
        for kind in KINDS:
            if kind.is_list:
                continue
            records = harmless.of_kind(kind.name).values()
            self.files[kind.plural] = {
                f"{record.id}-{group}": self._hostile(kind.name, record, group)
                for record, group in itertools.product(records, groups)
            }
            for name, fields in self.files[kind.plural].items():
                self.texts[kind.name, name] = {
                    field: [text for _, text in _leaves(value) if "¶" in text] for field, value in fields.items()
                }

    def write(self, folder: Path) -> Path:
        """Write the files into `folder`, which is returned."""
        folder.mkdir(parents=True)
        for name, content in self.files.items():
            text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000)
            (folder / f"{name}.yml").write_text(text, "utf-8")
        return folder

    def _hostile(self, kind: str, record: Record, group: str) -> dict[str, Any]:
        fields = record.model_dump(mode="json", exclude_unset=True, exclude={"id"})
        references = {path for path, _ in BY_NAME[kind].references}
        for place, text in [*_leaves(fields)]:
            names = tuple(step for step in place if isinstance(step, str))
            if any(names[: len(path)] == path for path in references) and not isinstance(fields[names[0]], dict):
                _put(fields, place, f"{text}-{group}")
                continue
            payload = self._payload(group, kind, place)
            if _is_accepted(record, fields, place, payload):
                _put(fields, place, payload)
        if kind == "touchpoint" and "rungs" in fields:
            fields["rungs"] = {f"{name}-{group}": text for name, text in fields["rungs"].items()}
        if kind == "concept":
            fields["home"] = [f"{reference}-{group}" for reference in fields["home"]]
        return fields


def _payload(group: str, kind: str, place: Place) -> str:
    """All payloads of a group in one line, with a mark that no other text has."""
    return f"¶{kind} {' '.join(map(str, place))}: " + " ".join(GROUPS[group])


def _is_accepted(record: Record, fields: dict[str, Any], place: Place, payload: str) -> bool:
    if place in {("status",), ("kind",)}:
        return False
    try:
        changed = _as_texts(fields)
        _put(changed, place, payload)
        type(record).model_validate({"id": record.id, **changed})
    except ValidationError:
        return False
    return True


def _as_texts(value: Any) -> Any:
    """A copy in which numbers and booleans are texts, as they come out of a file."""
    if isinstance(value, dict):
        return {key: _as_texts(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_texts(inner) for inner in value]
    return str(value)


def _leaves(value: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every text below `value` with its place."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _leaves(inner, (*place, index))


def _put(value: Any, place: Place, text: str) -> None:
    for step in place[:-1]:
        value = value[step]
    value[place[-1]] = text
