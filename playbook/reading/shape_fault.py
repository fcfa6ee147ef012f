"""A fault in the shape of a record: as pydantic reports it, and in our words."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

from playbook.model import Kind
from playbook.model.records import UTTERANCE_TAGS
from playbook.problems import Code
from playbook.reading.shapes import Path
from playbook.wording import _

_TAGS = {"audience_word": ("word", "forms")}
"""By the name of a field whose value is of several sorts, the tags of these sorts."""


@dataclass(frozen=True)
class Words:
    """One fault in our words."""

    code: Code
    path: Path
    """Where below the record."""
    message: str
    help: str | None = None
    is_about_key: bool = False
    """Whether the name of the field is at fault, not its value."""


@dataclass(frozen=True)
class ShapeFault:
    """One fault as pydantic reports it."""

    kind: Kind
    """The kind of the record."""
    type: str
    path: Path
    value: Any
    """The value found there; for a missing field, the group that lacks it."""
    context: Mapping[str, Any]

    @classmethod
    def of(cls, kind: Kind, detail: Mapping[str, Any], fields: Mapping[str, Any]) -> ShapeFault:
        """The fault in one of pydantic's error details about a record with these fields."""
        path = without_tags(step for step in detail["loc"] if step != "[key]")
        value = detail["input"]
        if isinstance(value, int):
            # pydantic reports a number that is out of range as it was understood: 900 for `0900`.
            value = reduce(operator.getitem, path, fields)  # type: ignore[arg-type]
        return cls(kind, detail["type"], path, value, detail.get("ctx", {}))

    @property
    def code(self) -> Code | None:
        """The code, when a field of ours found the fault; None when pydantic did by itself."""
        code: Code | None = self.context.get("code")
        return code

    @property
    def field(self) -> str:
        """The name of the field at fault, or of the one whose entry is."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), self.kind.words)

    @property
    def is_entry(self) -> bool:
        """Whether the value is an entry of a list."""
        return bool(self.path) and isinstance(self.path[-1], int)

    @property
    def holder(self) -> str:
        """The name of the group, or of the kind of record, that holds the field."""
        return next((step for step in reversed(self.path[:-1]) if isinstance(step, str)), self.kind.name)

    def said(self, of_field: str, of_entry: str, **values: object) -> str:
        """What is wrong with it: one message for the value of a field, another for an entry of a list."""
        return _(of_entry if self.is_entry else of_field, field=self.field, **values)


def without_tags(path: Iterable[str | int]) -> Path:
    """A path without the tags that pydantic puts after a value of several sorts: an utterance, the audience's word."""
    steps = tuple(path)
    return tuple(step for place, step in enumerate(steps) if not (place and _is_tag(step, steps[place - 1])))


def _is_tag(step: str | int, before: str | int) -> bool:
    return step in (UTTERANCE_TAGS if isinstance(before, int) else _TAGS.get(before, ()))
