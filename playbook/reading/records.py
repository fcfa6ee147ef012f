"""From the content of a file to records: which ids it holds, and whether every field fits the model.

The model decides what fits; this module only says so in an editor's words, at the place of the value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from playbook.model import BY_NAME, Kind, Record
from playbook.model.fields import DEVICE_NAMES, ID_LENGTH, ID_PATTERN
from playbook.problems import Place, Problem, one_line
from playbook.reading.files import SourceFile
from playbook.reading.located import Spot
from playbook.reading.shape_words import fault_words

_ID = re.compile(ID_PATTERN)
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class RawRecord:
    """One record as it stands in a file, before the model has looked at it."""

    kind: str
    id: str
    fields: Any
    """The mapping of its fields, or whatever stands in its place."""
    line: int
    """The line of its key, counted from 1."""
    path: Path
    """The way to it from the top of the file; empty when the file is the record."""


@dataclass
class Content:
    """What one file holds."""

    records: list[RawRecord] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def split(source: SourceFile, value: Any, spot: Spot) -> Content:
    """The records of one file.

    A file holds one record when one of its top keys is a field of the kind (its id is the file's name), else one
    record for each key. The organisation is always one record; a kind without ids is a list.
    """
    kind = BY_NAME[source.kind]
    content = Content()
    if value is None or value == "":
        content.problems.append(
            Problem(
                source.place(1, 1),
                "empty-file",
                "this file holds no record",
                "write one, or delete the file",
            )
        )
    elif kind.is_list:
        _split_list(source, kind, value, spot, content)
    elif not isinstance(value, dict):
        content.problems.append(
            Problem(
                _place(source, spot),
                "expected-fields",
                f"this file must start with the id of a {kind.words}, not with {_described(value)}",
                "write the id, a colon, and its fields below it, two spaces further in",
            )
        )
    elif kind.name == "organisation":
        content.records.append(RawRecord(kind.name, "organisation", value, 1, ()))
    elif kind.record.model_fields.keys() & value.keys():
        record_id = _stem(source)
        if _is_valid_id(record_id, source.place(1, 1), "file name", content):
            content.records.append(RawRecord(kind.name, record_id, value, 1, ()))
    else:
        for key, fields in value.items():
            key_spot = spot.parts[key][0]
            if _is_valid_id(key, _place(source, key_spot), "id", content):
                content.records.append(RawRecord(kind.name, key, fields, key_spot.line + 1, (key,)))
    return content


def _split_list(source: SourceFile, kind: Kind, value: Any, spot: Spot, content: Content) -> None:
    if not isinstance(value, list):
        content.problems.append(
            Problem(
                _place(source, spot),
                "expected-list",
                f"this file must be a list, one {kind.words} to an entry",
                "start each entry with a dash and a space",
            )
        )
        return
    for index, fields in enumerate(value):
        line = spot.parts[index].line + 1
        content.records.append(RawRecord(kind.name, f"{_stem(source)}-{index + 1}", fields, line, (index,)))


def _stem(source: SourceFile) -> str:
    return source.path.rpartition("/")[2].removesuffix(".yml")


def _is_valid_id(record_id: str, place: Place, what: str, content: Content) -> bool:
    if len(record_id) > ID_LENGTH:
        content.problems.append(
            Problem(
                place,
                "invalid-id",
                f"this {what} has {len(record_id)} characters; {ID_LENGTH} is the most",
                "shorten it",
            )
        )
        return False
    if not _ID.fullmatch(record_id):
        proposal = re.sub(r"[^a-z0-9]+", "-", record_id.lower().replace("'", "").replace("’", "")).strip("-")
        content.problems.append(
            Problem(
                place,
                "invalid-id",
                f"`{one_line(record_id)}` cannot be used as {'an' if what == 'id' else 'a'} {what}",
                f"use small letters a to z, digits and single hyphens: `{proposal}`"
                if proposal
                else "use small letters a to z, digits and single hyphens",
            )
        )
        return False
    if record_id in DEVICE_NAMES:
        content.problems.append(
            Problem(
                place,
                "reserved-id",
                f"`{record_id}` is a name that Windows keeps for a device, so no page can have it",
                f"choose another, for example `{record_id}-1`",
            )
        )
        return False
    return True


def validate(raw: RawRecord) -> Record | ValidationError:
    """The record, or everything that keeps its fields from fitting the model."""
    fields = raw.fields if isinstance(raw.fields, dict) else {}
    try:
        return BY_NAME[raw.kind].record.model_validate({**fields, "id": raw.id})
    except ValidationError as error:
        return error


def faults(raw: RawRecord, error: ValidationError | None, source: SourceFile, spot: Spot) -> Iterator[Problem]:
    """The problems of one record whose fields do not fit, each at its place.

    `spot` is that of the whole file.
    """
    kind = BY_NAME[raw.kind]
    if not isinstance(raw.fields, dict):
        yield Problem(
            place_of(source, spot, raw.path),
            "expected-fields",
            f"the {kind.words} `{raw.id}` must be followed by its fields, not by {_described(raw.fields)}",
            "write one field to a line below it, two spaces further in",
        )
        return
    if "id" in raw.fields:
        yield Problem(
            place_of(source, spot, (*raw.path, "id"), at_key=True),
            "unknown-field",
            "`id` is not a field: the id is the name above the fields, or the file's name",
            "delete this line",
        )
    for detail in error.errors(include_url=False) if error else []:
        words = fault_words(kind, detail)
        yield Problem(
            place_of(source, spot, (*raw.path, *words.path), at_key=words.is_about_key),
            words.code,
            words.message,
            words.help,
        )


def place_of(source: SourceFile, spot: Spot, path: Path, *, at_key: bool = False) -> Place:
    """The place of the value at `path`, or of its key.

    Goes as far along the path as the file does: a field that is missing is placed at the key of its record.
    """
    here, key = spot, None
    for step in path:
        parts = here.parts
        if isinstance(parts, Mapping) and step in parts:
            key, here = parts[step]
        elif isinstance(parts, list) and isinstance(step, int) and step < len(parts):
            key, here = None, parts[step]
        else:
            return _place(source, key or here)
    is_group = here.parts is not None or (here.line == here.end_line and here.column == here.end_column)
    return _place(source, key if key is not None and (at_key or is_group) else here)


def _place(source: SourceFile, spot: Spot) -> Place:
    ends_here = spot.end_line == spot.line
    line_length = len(source.lines[spot.line]) if spot.line < len(source.lines) else 0
    length = (spot.end_column if ends_here and spot.parts is None else line_length) - spot.column
    return source.place(spot.line + 1, spot.column + 1, max(1, length))


def _described(value: Any) -> str:
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a group of fields"
    return f"the text `{one_line(value, 30)}`" if value else "nothing"
