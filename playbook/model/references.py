"""Finds the ids of other records in a record. Which fields hold them follows from the model (`Kind.references`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playbook.model.kinds import BY_NAME
from playbook.model.records import Record
from playbook.ref import Ref


def referred_to(kind: str, record: Record) -> Iterator[Ref]:
    """Every record that a record refers to by its id, whether it exists or not."""
    for fields, target in BY_NAME[kind].references:
        for _, found, _ in ids_along(getattr(record, fields[0]), fields[1:]):
            yield Ref(target, found)


def ids_along(value: Any, fields: tuple[str, ...]) -> Iterator[tuple[tuple[str | int, ...], str, bool]]:
    """Every id found along `fields`, with its path and whether it is a key of a mapping."""
    if value is None:
        return
    if isinstance(value, tuple) and not fields:
        for index, found in enumerate(value):
            yield (index,), found, False
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            for path, found, is_key in ids_along(part, fields):
                yield (index, *path), found, is_key
    elif isinstance(value, dict):
        for key in value:
            yield (key,), key, True
    elif not fields:
        yield (), value, False
    else:
        for path, found, is_key in ids_along(getattr(value, fields[0]), fields[1:]):
            yield (fields[0], *path), found, is_key
