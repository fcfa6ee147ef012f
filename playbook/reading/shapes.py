"""Which fields a record has, and each group of fields inside it."""

from __future__ import annotations

import typing
from collections.abc import Iterator

from pydantic import BaseModel

from playbook.model import Kind

Path = tuple[str | int, ...]


def known_fields(kind: Kind, path: Path) -> list[str]:
    """The fields that the record, or the group of fields at `path`, may have; none for a mapping by id."""
    here = _shape_at(kind, path)
    return [name for name in here.model_fields if name != "id"] if here else []


def is_needed(kind: Kind, path: Path) -> bool:
    """Whether the record, or the group of fields that holds the one at `path`, is incomplete without it."""
    here = _shape_at(kind, path[:-1])
    field = here.model_fields.get(str(path[-1])) if here and path else None
    return field is not None and field.is_required()


def _shape_at(kind: Kind, path: Path) -> type[BaseModel] | None:
    here: type[BaseModel] | None = kind.record
    for step in path:
        if isinstance(step, str) and here is not None:
            here = next(_shapes_in(here.model_fields[step].annotation), None) if step in here.model_fields else None
    return here


def _shapes_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _shapes_in(part)
