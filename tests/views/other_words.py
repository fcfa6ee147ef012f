"""Playbooks that differ from another in the words of one record: everything that people can read in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from playbook.model import BY_NAME, BY_RECORD, Playbook, Record
from playbook.ref import Ref

Steps = tuple[str | int, ...]


def with_other_words(playbook: Playbook, ref: Ref) -> Playbook:
    """The playbook with other words in one record."""
    if ref.kind == "organisation":
        return replace(playbook, organisation=_changed(playbook.organisation))
    records = playbook.of_kind(ref.kind)
    return replace(playbook, **{BY_NAME[ref.kind].plural: {**records, ref.id: _changed(records[ref.id])}})


def _changed(record: Record) -> Record:
    """The record with every text in it changed, its ids and choices kept."""
    fields = record.model_dump(exclude_unset=True, exclude={"id"})
    references = {path for path, _ in BY_RECORD[type(record)].references}
    for path, steps, text in [*_texts(fields)]:
        if path not in references:
            changed = _put(fields, steps, f"¶ {text} ¶")
            fields = changed if _is_valid(record, changed) else fields
    return type(record).model_validate({"id": record.id, **fields})


def _is_valid(record: Record, fields: dict[str, Any]) -> bool:
    """Whether a record of the same kind may have these fields."""
    try:
        type(record).model_validate({"id": record.id, **fields})
    except ValidationError:
        return False
    return True


def _texts(value: Any, path: tuple[str, ...] = (), steps: Steps = ()) -> Iterator[tuple[tuple[str, ...], Steps, str]]:
    """Every text below `value`, with the path of its field and the steps that lead to it."""
    if isinstance(value, str):
        yield path, steps, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key), (*steps, key))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _texts(inner, path, (*steps, index))


def _put(value: Any, steps: Steps, text: str) -> Any:
    """A copy of `value` with another text where the steps lead."""
    if not steps:
        return text
    step, *others = steps
    pairs = enumerate(value) if isinstance(value, tuple) else value.items()
    changed = {key: _put(inner, tuple(others), text) if key == step else inner for key, inner in pairs}
    return tuple(changed.values()) if isinstance(value, tuple) else changed
