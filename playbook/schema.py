"""JSON Schemas made from the model: one for each file that editors write, one for the JSON that the site publishes.

The schemas for editors complete and explain fields while someone types, in any editor that knows YAML. They cannot know
which ids exist; `checking` does. Nothing here is written by hand: the model's docstrings are the descriptions.
"""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from playbook.model import KINDS, ORGANISATION, Kind, Record
from playbook.model.fields import ID_LENGTH, ID_PATTERN
from playbook.model.records import NOT_PUBLISHED

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The version of JSON Schema that editors' YAML extensions support best."""
ALL_KINDS = (*KINDS, ORGANISATION)
Schema = dict[str, Any]


def write_schemas(folder: Path) -> None:
    """Writes the schema of every kind of file that editors write, as `<plural>.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in ALL_KINDS:
        (folder / f"{kind.plural}.json").write_text(as_text(editor_schema(kind)), "utf-8", newline="\n")


def as_text(schema: Schema) -> str:
    """A schema as it is written to a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def editor_schema(kind: Kind) -> Schema:
    """What a file of this kind may hold.

    Most files hold a record to each id; a file in the kind's folder may also hold one record without its id.
    """
    shapes = _shapes("validation", [kind.record])
    for shape in shapes.values():
        _without(shape, "id")
    one: Schema = {"$ref": f"#/$defs/{kind.record.__name__}"}
    head: Schema = {"$schema": DRAFT, "title": f"{kind.plural}.yml", "$defs": shapes}
    if kind is ORGANISATION:
        return {**head, "allOf": [one]}
    if kind.is_list:
        return {**head, "type": "array", "items": one}
    many: Schema = {
        "type": "object",
        "propertyNames": {"pattern": ID_PATTERN, "maxLength": ID_LENGTH},
        "additionalProperties": one,
    }
    label = kind.record.label_field
    is_one: Schema = {"required": [label], "properties": {label: {"type": "string"}}}
    return {**head, "type": "object", "if": is_one, "then": one, "else": many}


def published_schema() -> Schema:
    """What the site's `data/playbook.json` holds: the organisation, and for each kind its records by id."""
    shapes = _shapes("serialization", [kind.record for kind in ALL_KINDS])
    for kind in ALL_KINDS:
        for field in NOT_PUBLISHED:
            _without(shapes[kind.record.__name__], field)
    properties: Schema = {ORGANISATION.name: {"$ref": f"#/$defs/{ORGANISATION.record.__name__}"}}
    for kind in KINDS:
        one = {"$ref": f"#/$defs/{kind.record.__name__}"}
        properties[kind.plural] = {"type": "object", "additionalProperties": one}
    return {
        "$schema": DRAFT,
        "title": "Patron playbook",
        "type": "object",
        "required": [ORGANISATION.name, *(kind.plural for kind in KINDS)],
        "properties": properties,
        "additionalProperties": False,
        "$defs": shapes,
    }


def _shapes(mode: Literal["validation", "serialization"], records: list[type[Record]]) -> dict[str, Schema]:
    """The schema of every record and of every group of fields inside one, by the name of its class."""
    _, made = models_json_schema([(record, mode) for record in records], ref_template="#/$defs/{model}")
    shapes: dict[str, Schema] = made["$defs"]
    for shape in _all_shapes(records):
        _describe(shapes[shape.__name__], shape)
    return shapes


def _all_shapes(records: list[type[Record]]) -> Iterator[type[BaseModel]]:
    waiting: list[type[BaseModel]] = [*records]
    seen: set[type[BaseModel]] = set()
    while waiting:
        shape = waiting.pop()
        if shape in seen:
            continue
        seen.add(shape)
        yield shape
        waiting += [inner for field in shape.model_fields.values() for inner in _inside(field.annotation)]


def _inside(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _inside(part)


def _describe(schema: Schema, shape: type[BaseModel]) -> None:
    """Replaces what pydantic guesses from names by what the model's docstrings say; drops empty values."""
    words = _attribute_docstrings(shape)
    schema.pop("title", None)
    for name, field in schema["properties"].items():
        field.pop("title", None)
        if "anyOf" in field and {"type": "null"} in field["anyOf"]:
            # A field without a value is left out, in the files as in the JSON.
            field["anyOf"].remove({"type": "null"})
            field.pop("default", None)
            if len(field["anyOf"]) == 1:
                field.update(field.pop("anyOf")[0])
        if field.get("default") in ([], {}, None):
            field.pop("default", None)
        if name in words:
            field["description"] = words[name]


def _attribute_docstrings(shape: type[BaseModel]) -> dict[str, str]:
    """The text under each attribute of a class and of those it is made from."""
    words: dict[str, str] = {}
    for part in reversed(shape.__mro__):
        if not issubclass(part, BaseModel) or part is BaseModel:
            continue
        body = ast.parse(textwrap.dedent(inspect.getsource(part))).body[0]
        lines = body.body if isinstance(body, ast.ClassDef) else []
        for attribute, text in pairwise(lines):
            if not isinstance(attribute, ast.AnnAssign) or not isinstance(attribute.target, ast.Name):
                continue
            if (
                isinstance(text, ast.Expr)
                and isinstance(text.value, ast.Constant)
                and isinstance(text.value.value, str)
            ):
                words[attribute.target.id] = " ".join(text.value.value.split())
    return words


def _without(shape: Schema, name: str) -> None:
    """Takes a field out of a shape."""
    shape["properties"].pop(name, None)
    if name in shape.get("required", ()):
        shape["required"].remove(name)
