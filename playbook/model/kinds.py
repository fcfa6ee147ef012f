"""The kinds of record, each with its name, its plural and where its YAML lives.

This is the only list of kinds; files, JSON keys, references and pages all take their names from it.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel

from playbook.model import journey, people, practice, words
from playbook.model.fields import RefersTo
from playbook.model.records import Record


@dataclass(frozen=True)
class Kind:
    """A kind of record."""

    name: str
    """One record, as in `kind:id` references: `internal_service`."""
    plural: str
    """The file or folder under `playbook_data/`, the key in the JSON, the attribute of `Playbook`."""
    record: type[Record]
    is_required: bool = False
    """Whether a playbook without a record of this kind is incomplete."""
    is_list: bool = False
    """Whether its file is a list of records without ids of their own."""

    @property
    def words(self) -> str:
        """The name for use in a sentence."""
        return self.name.replace("_", " ")

    @cached_property
    def references(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """The fields that hold ids of other records, as (field path, name of the kind referred to).

        A list or the keys of a mapping add no step to the path: `("steps", "touchpoint")`.
        """
        return tuple(_references(self.record))

    @cached_property
    def lists_of_text(self) -> tuple[str, ...]:
        """The fields that hold lists of texts or ids."""
        fields = self.record.model_fields.items()
        return tuple(name for name, field in fields if _is_list_of_text(field.annotation))


def _is_list_of_text(annotation: object) -> bool:
    parts = typing.get_args(annotation)
    if typing.get_origin(annotation) is typing.Annotated:
        return _is_list_of_text(parts[0])
    if typing.get_origin(annotation) is not tuple:
        return False
    entry = parts[0]
    while typing.get_origin(entry) is typing.Annotated:
        entry = typing.get_args(entry)[0]
    return entry is str or typing.get_origin(entry) is typing.Literal


def _references(shape: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, field in shape.model_fields.items():
        here = (*path, name)
        for marker in field.metadata:
            if isinstance(marker, RefersTo):
                yield here, marker.kind
        yield from _references_in(field.annotation, here)


def _references_in(annotation: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _references(annotation, path)
        return
    if typing.get_origin(annotation) is typing.Annotated:
        for marker in typing.get_args(annotation)[1:]:
            if isinstance(marker, RefersTo):
                yield path, marker.kind
    for part in typing.get_args(annotation):
        yield from _references_in(part, path)


KINDS = (
    Kind("stage", "stages", journey.Stage),
    Kind("touchpoint", "touchpoints", journey.Touchpoint, is_required=True),
    Kind("department", "departments", people.Department, is_required=True),
    Kind("role", "roles", people.Role),
    Kind("contribution", "contributions", people.Contribution),
    Kind("tip", "tips", practice.Tip, is_required=True),
    Kind("scenario", "scenarios", practice.Scenario),
    Kind("standard", "standards", practice.Standard),
    Kind("internal_service", "internal_services", people.InternalService),
    Kind("routine", "routines", practice.Routine),
    Kind("exercise", "exercises", practice.Exercise),
    Kind("improvement", "improvements", practice.Improvement),
    Kind("setting", "settings", journey.Setting),
    Kind("evidence", "evidence", journey.Evidence),
    Kind("rung", "rungs", journey.Rung),
    Kind("principle", "principles", practice.Principle),
    Kind("access", "access", journey.Access),
    Kind("term", "terms", words.Term),
    Kind("source", "sources", words.Source),
    Kind("concept", "concepts", words.Concept),
    Kind("search_test", "search_tests", words.SearchTest, is_list=True),
)
"""Every kind but the organisation, of which there is one; in the order in which people meet them."""

ORGANISATION = Kind("organisation", "organisation", people.Organisation, is_required=True)
BY_NAME = {kind.name: kind for kind in (*KINDS, ORGANISATION)}
BY_PLURAL = {kind.plural: kind for kind in (*KINDS, ORGANISATION)}
