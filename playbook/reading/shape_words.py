"""Explains to an editor why a field does not fit the model.

pydantic reports every fault of a record with a type, a path and the input; this module turns each type into one of our
codes, with what is wrong and what fixes it.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

from playbook.model import Kind
from playbook.model.fields import INVALID_CHOICE, INVALID_DATE, INVALID_FORM, INVALID_NUMBER, MISSING_VALUE
from playbook.model.kind import with_article
from playbook.model.records import UTTERANCE_TAGS
from playbook.problems import Code, nearest, one_line
from playbook.reading import codes
from playbook.reading.dashes import NO_SPACE_AFTER_DASH, PLAIN_DASHES, is_odd_dash, odd_dash, space_after_dash
from playbook.reading.proposals import bare_name, date_meant, field_meant, is_quoted_by_hand, number_meant
from playbook.reading.refused import in_quotes
from playbook.reading.shapes import Path, is_needed, known_fields

_FORMS = {
    "site": "a web address starting with https://",
    "repository": "a web address starting with https://",
    "address": "a web address starting with https://",
    "contact": "an e-mail address or a web address starting with https://",
    "number": "digits and spaces, for example 999",
    "locale": "a language and country, for example en-GB or de-DE",
    "language": "the code of a language, for example en or de",
    "expect": "a kind and an id with a colon between them, for example tip:smile-first",
    "home": "a kind and an id with a colon between them, for example tip:smile-first or page:journey",
}
_EXAMPLES = {
    "patron_asks": "write the question that the patron has here, in their words",
    "owner": "write the id of the department that answers for it",
    "reviewed": "write the day on which somebody last confirmed it, for example 2026-03-31",
    "promise": "write what patrons get because this department exists",
}
_IDS = re.compile(r"[a-z0-9-]+(?: *, *[a-z0-9-]+)*")


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
    def what(self) -> str:
        """The value at fault, for use in a sentence."""
        is_entry = self.path and isinstance(self.path[-1], int)
        return f"an entry of `{self.field}`" if is_entry else f"`{self.field}`"

    @property
    def owner(self) -> str:
        """The record or the group that holds the field."""
        groups = [str(step) for step in self.path[:-1] if isinstance(step, str)]
        if groups and groups[-1] == "utterances":
            return "utterance"
        return f"`{groups[-1]}`" if groups else self.kind.words

    @property
    def an_owner(self) -> str:
        """The same with its article."""
        if self.owner == "utterance":
            return "an utterance"
        if not self.owner.startswith("`"):
            return self.kind.one
        article, _ = with_article(self.owner.strip("`")).split(" ", 1)
        return f"{article} {self.owner}"


def without_tags(path: Iterable[str | int]) -> Path:
    """A path without the tag that pydantic puts behind the number of an utterance."""
    steps = tuple(path)
    return tuple(
        step
        for place, step in enumerate(steps)
        if not (step in UTTERANCE_TAGS and place and isinstance(steps[place - 1], int))
    )


def fault_words(fault: ShapeFault) -> Words:
    """One fault in our words."""
    if fault.type == "extra_forbidden":
        return _unknown_field(fault)
    is_blank = fault.value in ([], {}) or (isinstance(fault.value, str) and not fault.value.strip())
    if is_blank or fault.code is MISSING_VALUE:
        is_entry = fault.path and isinstance(fault.path[-1], int)
        fix = f"write one after the {'dash' if is_entry else 'colon'}"
        if not is_needed(fault.kind, fault.path):
            fix += ", or delete the line"
        message = f"{fault.what} has no value" + ("" if is_blank else f": `{fault.value}` stands for nothing")
        return Words(MISSING_VALUE, fault.path, message, fix, is_blank)
    if fault.code is not None:
        fix = _nearer_help(fault) or fault.context["help"]
        return Words(fault.code, fault.path, fault.context["message"], fix)
    recognise = _BY_TYPE.get(fault.type, _invalid_value)
    return recognise(fault)


def missing_fields(kind: Kind, above: Path, names: list[str]) -> Words:
    """The fields that a record, or the group at `above`, still needs."""
    fault = ShapeFault(kind, "missing", (*above, names[0]), None, {})
    listed = " and ".join(filter(None, [", ".join(f"`{name}`" for name in names[:-1]), f"`{names[-1]}`"]))
    fix = f"add a line `{names[0]}: …`" if len(names) == 1 else "add a line for each of them"
    if len(names) == 1 and names[0] in _EXAMPLES:
        fix += f": {_EXAMPLES[names[0]]}"
    return Words(codes.MISSING_FIELD, above, f"this {fault.owner} needs {listed}", fix, True)


def misspelt_field(kind: Kind, path: Path, meant: str) -> Words:
    """A required field that is there under a wrong name."""
    fault = ShapeFault(kind, "extra_forbidden", path, None, {})
    message = f"`{one_line(str(path[-1]))}` is not a field of {fault.an_owner}, and `{meant}` is missing"
    return Words(codes.UNKNOWN_FIELD, path, message, _renaming(str(path[-1]), meant), True)


def _renaming(name: str, meant: str) -> str:
    if is_quoted_by_hand(name) and bare_name(name) == meant:
        return f"remove the curly quotation marks: `{meant}`"
    return f"write `{meant}` instead"


def _nearer_help(fault: ShapeFault) -> str | None:
    text = fault.value if isinstance(fault.value, str) else ""
    if fault.code is INVALID_DATE and (date := date_meant(text)):
        return f"write year-month-day: {date}"
    if fault.code is INVALID_NUMBER and (number := number_meant(text)):
        return f"write digits only{', behind a plain hyphen' if number.startswith('-') else ''}: `{number}`"
    return None


def _invalid_value(fault: ShapeFault) -> Words:
    return Words(codes.INVALID_VALUE, fault.path, f"{fault.what} does not have a value that fits")


def _unknown_field(fault: ShapeFault) -> Words:
    name = str(fault.path[-1])
    if isinstance(fault.value, dict) and len(fault.path) == 1 and fault.value.keys() & fault.kind.record.model_fields:
        message = f"the record `{one_line(name)}` stands inside the one above"
        fix = "delete the spaces before it, and two of those before each of its fields"
        return Words(codes.WRONG_LEVEL, fault.path, message, fix, True)
    known = known_fields(fault.kind, fault.path[:-1])
    meant = field_meant(name, known)
    message = f"`{one_line(name)}` is not a field of {fault.an_owner}"
    listed = f"the fields here are: {', '.join(known)}" if known else None
    return Words(codes.UNKNOWN_FIELD, fault.path, message, _renaming(name, meant) if meant else listed, True)


def _not_a_choice(fault: ShapeFault) -> Words:
    if not isinstance(fault.value, str):
        return _not_text(fault)
    options = re.findall(r"'([^']*)'", fault.context["expected"])
    near, listed = nearest(fault.value, options), ", ".join(options)
    message = f"`{one_line(fault.value)}` is not one of the words that `{fault.field}` allows"
    fix = f"did you mean `{near}`? Allowed: {listed}" if near else f"use one of: {listed}"
    return Words(INVALID_CHOICE, fault.path, message, fix)


def _not_text(fault: ShapeFault) -> Words:
    value = fault.value
    if isinstance(value, dict) and len(value) == 1:
        (name, rest), *_ = value.items()
        if isinstance(rest, str) and rest:
            message = f"the colon and space after `{one_line(name, 30)}` make YAML take this text for a field"
            fix = f"put the whole text in quotes: {in_quotes(f'{name}: {rest}')}"
            return Words(codes.UNQUOTED_COLON, fault.path, message, fix)
    found = "a list" if isinstance(value, list) else "a group of fields"
    fix = "write the text on the same line as the field; if it holds a colon, put it in quotes"
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        fix = f"write it after the colon, without a dash or brackets: `{one_line(value[0], 40)}`"
    elif isinstance(value, list):
        fix = "keep one of the entries and write it after the colon, without a dash or brackets"
    return Words(codes.EXPECTED_TEXT, fault.path, f"{fault.what} must be one text, not {found}", fix)


def _not_a_list(fault: ShapeFault) -> Words:
    is_text = isinstance(fault.value, str)
    if is_text and is_odd_dash(fault.value):
        return Words(codes.ODD_DASH, fault.path, odd_dash(fault.value), PLAIN_DASHES)
    if is_text and (fix := space_after_dash(fault.value)):
        return Words(codes.MISSING_SPACE, fault.path, NO_SPACE_AFTER_DASH, fix)
    message = f"`{fault.field}` must be a list, not {'one text' if is_text else 'a group of fields'}"
    fix = "write each entry on a line of its own below the field, with a dash and a space before it"
    if is_text and _IDS.fullmatch(fault.value):
        fix = f"put it in brackets: `[{one_line(fault.value, 40)}]`"
    elif is_text and re.match(r"\d+[.)] ", fault.value):
        fix = "write a dash instead of the number before each entry"
    elif is_text:
        fix = f"write it on the line below, with a dash before it: `- {one_line(fault.value, 30)}`"
    return Words(codes.EXPECTED_LIST, fault.path, message, fix)


def _not_fields(fault: ShapeFault) -> Words:
    found = "a list" if isinstance(fault.value, list) else "one text"
    inside = known_fields(fault.kind, fault.path)
    fix = "write one field to a line below it, two spaces further in" + (f": {', '.join(inside)}" if inside else "")
    return Words(codes.EXPECTED_FIELDS, fault.path, f"{fault.what} must be a group of fields, not {found}", fix)


def _wrong_form(fault: ShapeFault) -> Words:
    form = _form_of(fault)
    if form is None and "\n" in fault.value:
        message = f"{fault.what} must fit on one line"
        return Words(codes.SEVERAL_LINES, fault.path, message, "join the lines, or shorten the text")
    if form and re.match(r"https?://\S+ ", fault.value):
        fix = f"write %20 for each space: `{one_line(fault.value.strip().replace(' ', '%20'), 80)}`"
        return Words(INVALID_FORM, fault.path, "a web address cannot hold a space", fix)
    message = f"`{one_line(fault.value)}` does not have the form needed here"
    return Words(INVALID_FORM, fault.path, message, f"write {form or 'it in another form'}")


def _form_of(fault: ShapeFault) -> str | None:
    """The form that a field needs; None where any line would do."""
    if "facts" in fault.path:
        return "small letters, digits and hyphens, for example refund-limit"
    is_any_line = fault.field == "contact" and fault.kind.name != "organisation"
    return None if is_any_line else _FORMS.get(fault.field)


def _out_of_range(fault: ShapeFault) -> Words:
    is_too_small = "ge" in fault.context
    limit = fault.context["ge" if is_too_small else "le"]
    message = f"{one_line(str(fault.value))} is too {'small' if is_too_small else 'large'} for `{fault.field}`"
    fix = f"use a number that is {'at least' if is_too_small else 'at most'} {limit}"
    return Words(codes.OUT_OF_RANGE, fault.path, message, fix)


_BY_TYPE = {
    "literal_error": _not_a_choice,
    "string_type": _not_text,
    "tuple_type": _not_a_list,
    "model_type": _not_fields,
    "dict_type": _not_fields,
    "string_pattern_mismatch": _wrong_form,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
}
