"""Why the fields of a record do not fit the model: each cause once, at its place.

The model decides what fits; `shape_words` puts it into words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from playbook.model import BY_NAME, Kind, Record
from playbook.problems import Problem
from playbook.reading import codes
from playbook.reading.located import Located
from playbook.reading.proposals import field_meant
from playbook.reading.raw_records import RawRecord
from playbook.reading.shape_fault import ShapeFault, Words, without_tags
from playbook.reading.shape_words import fault_words, missing_fields, misspelt_field
from playbook.reading.shapes import Path, known_fields
from playbook.wording import _


def validate(raw: RawRecord) -> Record | ValidationError:
    """The record, or every reason why its fields do not fit the model."""
    fields = raw.fields if isinstance(raw.fields, dict) else {}
    try:
        return BY_NAME[raw.kind].record.model_validate({**fields, "id": raw.id})
    except ValidationError as error:
        return error


def is_record(raw: RawRecord) -> bool:
    """Whether it is a group of fields, without the one field that no one may type."""
    return isinstance(raw.fields, dict) and "id" not in raw.fields


def faults(raw: RawRecord, outcome: Record | ValidationError, located: Located) -> Iterator[Problem]:
    """The problems of one record whose fields do not fit."""
    kind = BY_NAME[raw.kind]
    if not isinstance(raw.fields, dict):
        place = located.place_of(raw.path, at_key=not raw.fields)
        if isinstance(raw.fields, list):
            message = _("`%(id)s` needs fields, not a list", id=raw.id)
        elif raw.fields:
            message = _("`%(id)s` needs fields, not a text", id=raw.id)
        else:
            message = _("`%(id)s` has no fields", id=raw.id)
        fix = _("put each field on its own line below, indented by two more spaces")
        yield codes.EXPECTED_FIELDS.at(place, message, fix, raw.ref)
        return
    if "id" in raw.fields:
        message = _("`id` is not a field: the id is the name above the fields, or the name of the file")
        place = located.place_of((*raw.path, "id"), at_key=True)
        yield codes.UNKNOWN_FIELD.at(place, message, _("delete this line"), raw.ref)
    if not isinstance(outcome, ValidationError):
        return
    for words in _causes(kind, outcome.errors(include_url=False), raw.fields):
        place = located.place_of((*raw.path, *words.path), at_key=words.is_about_key)
        yield words.code.at(place, words.message, words.help, raw.ref)


def _causes(kind: Kind, details: list[Any], fields: Mapping[str, Any]) -> Iterator[Words]:
    """The faults, without those that only follow from another.

    A required field that is there under a wrong name is not reported as missing too. All missing fields of a record are
    one fault.
    """
    missing: dict[Path, list[str]] = {}
    for detail in details:
        if detail["type"] == "missing":
            path = without_tags(detail["loc"])
            missing.setdefault(path[:-1], []).append(str(path[-1]))
    for detail in details:
        # pydantic also calls a list too short when one of its entries is faulty.
        if detail["type"] == "missing" or (detail["type"] == "too_short" and detail["input"]):
            continue
        fault = ShapeFault.of(kind, detail, fields)
        wanted = missing.get(fault.path[:-1], [])
        meant = None
        if detail["type"] == "extra_forbidden" and wanted:
            meant = field_meant(str(fault.path[-1]), [*wanted, *known_fields(kind, fault.path[:-1])])
        if meant in wanted:
            wanted.remove(meant)
            yield misspelt_field(kind, fault.path, meant)
        else:
            yield fault_words(fault)
    for above, names in missing.items():
        if names:
            yield missing_fields(kind, above, names)
