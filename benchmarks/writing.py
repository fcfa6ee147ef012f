"""Writes records as the YAML that an editor would type.

Knows only the texts that `word_lists` makes: they need no quoting, because none holds a colon, a hash or a bracket.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

Fields = Mapping[str, Any]
"""The fields of one record: texts, numbers, lists of texts or of fields, and fields within fields."""

_WIDTH = 100
_STEP = "  "


def yaml_file(records: Iterable[tuple[str, Fields]]) -> str:
    """A whole file: a mapping from id to fields."""
    return "".join(f"{record_id}:\n{yaml_fields(fields, _STEP)}" for record_id, fields in records)


def yaml_fields(fields: Fields, indent: str = "") -> str:
    """The fields of one record, or a whole file that holds one record without an id."""
    return "".join(f"{indent}{key}:{_value(value, indent + _STEP)}" for key, value in fields.items())


def _value(value: Any, indent: str) -> str:
    """The text after the colon of the value's key, including the last line break."""
    if isinstance(value, Mapping):
        return "\n" + yaml_fields(value, indent)
    if isinstance(value, list):
        return _list(value, indent)
    text = str(value)
    if len(text) + len(indent) <= _WIDTH:
        return f" {text}\n"
    return " >-\n" + textwrap.fill(text, _WIDTH, initial_indent=indent, subsequent_indent=indent) + "\n"


def _list(items: list[Any], indent: str) -> str:
    if all(isinstance(item, str) and " " not in item for item in items):
        return f" [{', '.join(items)}]\n"
    return "\n" + "".join(f"{indent}-{_item(item, indent + _STEP)}" for item in items)


def _item(item: Any, indent: str) -> str:
    if isinstance(item, Mapping):
        return " " + yaml_fields(item, indent).removeprefix(indent)
    return _value(item, indent)
