"""Says in an editor's words why a field does not fit the model.

pydantic reports every fault of a record with a type, a path and the input; this table turns each type into one of
our codes, with what is wrong and what would mend it.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from playbook.model import Kind
from playbook.problems import nearest, one_line

_CURLY = "“”‘’„‟«»"
_FORMS = {
    "site": "a web address starting with https://",
    "repository": "a web address starting with https://",
    "address": "a web address starting with https://",
    "contact": "an e-mail address or a web address starting with https://",
    "locale": "a language and country, for example en-GB",
    "expect": "a kind and an id with a colon between them, for example tip:smile-first",
    "home": "a kind and an id with a colon between them, for example tip:smile-first or page:journey",
}


@dataclass(frozen=True)
class Words:
    """One fault, said."""

    code: str
    path: tuple[str | int, ...]
    """Where below the record."""
    message: str
    help: str | None = None
    is_about_key: bool = False
    """Whether the name of the field is at fault, not its value."""


def fault_words(kind: Kind, detail: Any) -> Words:
    """One of pydantic's error details (a mapping with `type`, `loc`, `input`, `ctx`) in our words."""
    path = tuple(step for step in detail["loc"] if step != "[key]")
    fault, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    field_name = next((step for step in reversed(path) if isinstance(step, str)), kind.words)
    if fault == "missing":
        return Words("missing-field", path, f"{_owner(kind, path)} needs a `{path[-1]}`", _example(kind, str(path[-1])))
    if fault == "extra_forbidden":
        return _unknown_field(kind, path)
    if value == "" or (value in ([], {}) and fault != "extra_forbidden"):
        return Words(
            "missing-value", path, f"`{field_name}` has no value", "write one after the colon, or delete the line", True
        )
    if "help" in context:
        return Words(fault, path, context["message"], context["help"])
    if fault == "literal_error":
        options = re.findall(r"'([^']*)'", context["expected"])
        return _not_a_choice(field_name, path, value, options)
    if fault in _SHAPES:
        return _wrong_shape(fault, field_name, path, value)
    if fault == "string_pattern_mismatch":
        form = _FORMS.get(field_name, "in another form")
        return Words("invalid-form", path, f"`{one_line(value)}` does not have the form needed here", f"write {form}")
    if fault in ("greater_than_equal", "less_than_equal"):
        limit = context.get("ge", context.get("le"))
        side = "smaller than" if "ge" in context else "larger than"
        return Words(
            "out-of-range",
            path,
            f"{one_line(str(value))} is {side} {limit}, which is the {'least' if 'ge' in context else 'most'} allowed",
            f"use a number that is {'at least' if 'ge' in context else 'at most'} {limit}",
        )
    return Words("invalid-value", path, f"`{field_name}` does not have a value that fits", None)


_SHAPES = {
    "string_type": "one text",
    "tuple_type": "a list",
    "model_type": "a group of fields",
    "dict_type": "a group of fields",
    "too_short": "at least one entry",
}


def _wrong_shape(fault: str, field_name: str, path: tuple[str | int, ...], value: Any) -> Words:
    found = {list: "a list", dict: "a group of fields"}.get(type(value), "one text")
    if fault == "string_type":
        mend = (
            "write the text on the same line as the field; if it holds a colon, put it in quotes"
            if isinstance(value, dict)
            else "keep one of the entries and write it after the colon, without the dash"
        )
        return Words("expected-text", path, f"`{field_name}` must be one text, not {found}", mend)
    if fault == "tuple_type":
        shown = one_line(value, 30) if isinstance(value, str) else "…"
        return Words(
            "expected-list",
            path,
            f"`{field_name}` must be a list, not {found}",
            f"write it with brackets, `[{shown}]`, or below the field with a dash before each entry",
        )
    return Words(
        "expected-fields",
        path,
        f"`{field_name}` must be {_SHAPES[fault]}, not {found}",
        "write one field to a line below it, two spaces further in",
    )


def _not_a_choice(field_name: str, path: tuple[str | int, ...], value: Any, options: list[str]) -> Words:
    if not isinstance(value, str):
        return _wrong_shape("string_type", field_name, path, value)
    near = nearest(value, options)
    listed = ", ".join(options)
    return Words(
        "invalid-choice",
        path,
        f"`{one_line(value)}` is not one of the words that `{field_name}` allows",
        f"did you mean `{near}`? Allowed: {listed}" if near else f"use one of: {listed}",
    )


def _unknown_field(kind: Kind, path: tuple[str | int, ...]) -> Words:
    name = str(path[-1])
    shape = _shape_at(kind.record, path[:-1])
    known = [field for field in shape.model_fields if field != "id"] if shape else []
    bare = name.strip(_CURLY + "\"' ").lower().replace(" ", "_").replace("-", "_")
    message = f"`{one_line(name)}` is not a field of {_owner(kind, path).removeprefix('this ')}"
    if bare in known and any(mark in name for mark in _CURLY):
        mend: str | None = f"remove the curly quotation marks: `{bare}`"
    elif bare in known:
        mend = f"write `{bare}`"
    elif (near := nearest(bare, known)) is not None:
        mend = f"a field with a similar name exists: `{near}`"
    else:
        mend = f"fields here are: {', '.join(known)}" if known else None
    return Words("unknown-field", path, message, mend, True)


def _owner(kind: Kind, path: tuple[str | int, ...]) -> str:
    groups = [str(step) for step in path[:-1] if isinstance(step, str)]
    return f"this `{groups[-1]}`" if groups else f"this {kind.words}"


def _example(kind: Kind, name: str) -> str:
    examples = {
        "patron_asks": "write the question that the patron has here, in their words",
        "owner": "write the id of the department that answers for it",
        "reviewed": "write the day on which somebody last confirmed it, for example 2026-03-31",
        "promise": "write what patrons get because this department exists",
    }
    return examples.get(name, f"add a line `{name}: …` below the {kind.words}'s id")


def _shape_at(shape: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The shape that holds the field at the end of `path`."""
    here: type[BaseModel] | None = shape
    for step in path:
        if here is None:
            return None
        if isinstance(step, str) and step in here.model_fields:
            here = next(_shapes_in(here.model_fields[step].annotation), None)
    return here


def _shapes_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _shapes_in(part)
