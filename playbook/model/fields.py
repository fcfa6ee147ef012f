"""The types of a field's value, each with its validation and the message for a value that does not fit.

Every value arrives as the text in the file, because YAML's own guesses change what people type (`no`, `9:30`, `010`).
What is a number, a date or a choice is decided here and nowhere else.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, Strict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from playbook.problems import Code
from playbook.wording import N_, _

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTH = 64
"""Characters in the longest id; ids become file names, and Windows limits whole paths to 260."""
DEVICE_NAMES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
"""Names that Windows refuses for files, whatever their ending (Microsoft, "Naming Files, Paths, and Namespaces")."""

INVALID_CHOICE = Code(
    "invalid-choice", N_("The word is not one of those that this field allows. Use one of those in the message.")
)
INVALID_DATE = Code(
    "invalid-date", N_("This is not a date, or there is no such day. Write year-month-day, such as `2026-03-31`.")
)
INVALID_FORM = Code(
    "invalid-form", N_("The text is not in the format that this field needs, such as a web address. Rewrite it.")
)
INVALID_NUMBER = Code("invalid-number", N_("This is not a number. Write digits only, without a unit."))
MISSING_VALUE = Code(
    "missing-value",
    N_("The field has no value, and `~` and `null` count as none. Write a value, or delete the line."),
)
CODES = tuple(value for value in vars().values() if isinstance(value, Code))
"""Every kind of problem that a field finds in its value."""

_INTEGER = re.compile(r"[+-]?\d{1,9}", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,9}(\.\d{1,4})?", re.ASCII)
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
NOTHING = frozenset({"~", "null", "Null", "NULL"})
"""What YAML calls nothing; as a text it is only ever the wish to leave a field empty."""
_BOOLEANS = {"yes": True, "true": True, "no": False, "false": False}


def problem(code: Code, message: str, help_text: str) -> PydanticCustomError:
    """What a check of a field raises: our code, what is wrong, and what fixes it."""
    return PydanticCustomError(code.word, "{message}", {"code": code, "message": message, "help": help_text})


def _as_date(value: Any) -> dt.date:
    if isinstance(value, dt.date):
        return value
    match = _DATE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise problem(INVALID_DATE, _is_not(value, N_("`%(text)s` is not a date")), _date_help())
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        message = _("`%(text)s` is not a day of the calendar", text=value)
        raise problem(INVALID_DATE, message, _date_help()) from None


def _date_help() -> str:
    return _("write year-month-day, for example 2026-03-31")


def _as_integer(value: Any) -> int:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and _INTEGER.fullmatch(value):
        return int(value)
    message = _is_not(value, N_("`%(text)s` is not a whole number"))
    raise problem(INVALID_NUMBER, message, _("write digits only, for example 15"))


def _as_number(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Decimal(value)
    message = _is_not(value, N_("`%(text)s` is not a number"))
    raise problem(INVALID_NUMBER, message, _("write digits, for example 15 or 2.5"))


def _as_boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _BOOLEANS:
        return _BOOLEANS[value.lower()]
    raise problem(INVALID_CHOICE, _is_not(value, N_("`%(text)s` is neither yes nor no")), _("write `yes` or `no`"))


def _as_id(value: str) -> str:
    if len(value) > ID_LENGTH or value in DEVICE_NAMES or not re.fullmatch(ID_PATTERN, value):
        help_text = _(
            "write the last part of the old address: small letters, digits and hyphens, such as `smile-first`"
        )
        raise problem(INVALID_FORM, _("`%(text)s` cannot have been an id", text=value), help_text)
    return value


def _plain_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _said(value: str) -> str:
    if value in NOTHING:
        raise problem(MISSING_VALUE, _("`%(text)s` counts as no value", text=value), _("write the text instead"))
    return value


def _is_not(value: Any, message: str) -> str:
    """What is wrong with a value; the message is for a text."""
    if isinstance(value, str):
        return _(message, text=value)
    return _("this must be one value, not a list or a group of fields")


@dataclass(frozen=True)
class RefersTo:
    """Marks a field whose text is the id of another record."""

    kind: str
    """The name of the kind of record referred to, such as `department`."""


@dataclass(frozen=True)
class ForPeople:
    """Marks a field whose text is words for people, rather than an id, a date or one of a few words."""

    has_markdown: bool
    """Whether it may hold emphasis, code and links; otherwise it is shown as it is typed."""


T = TypeVar("T")

Text = Annotated[str, StringConstraints(pattern=r"\S"), AfterValidator(_said), ForPeople(True)]
"""Words for people; may run over several lines and use inline Markdown."""
Line = Annotated[str, StringConstraints(pattern=r"^.*\S.*$"), AfterValidator(_said), ForPeople(False)]
"""Words for people on one line, shown as they are typed."""
Several = Annotated[tuple[T, ...], Strict(False)]
"""A list, kept in the order of the file."""
WholeNumber = BeforeValidator(_as_integer)
"""Marks a whole number. It comes last, after the limits: only then does pydantic put them into the JSON Schema."""
Minutes = Annotated[int, Field(ge=1, le=600), WholeNumber]
"""A length of time in minutes."""
Offset = Annotated[int, Field(ge=-1440, le=1440), WholeNumber]
"""Minutes before (negative) or after an anchor of the clock."""
Number = Annotated[
    Decimal,
    BeforeValidator(_as_number),
    PlainSerializer(_plain_number, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
"""A decimal number, kept as typed."""
Boolean = Annotated[
    bool,
    BeforeValidator(_as_boolean),
    WithJsonSchema({"enum": [True, False, "yes", "no"]}, mode="validation"),
]
"""Yes or no."""
Date = Annotated[dt.date, BeforeValidator(_as_date)]
"""A day, written year-month-day."""

Id = Annotated[str, Field(min_length=1, json_schema_extra={"pattern": ID_PATTERN, "maxLength": ID_LENGTH})]
"""Any text may be typed where an id belongs: whether it is one is found out by looking for the record."""

FormerId = Annotated[
    str,
    AfterValidator(_as_id),
    Field(json_schema_extra={"pattern": ID_PATTERN, "maxLength": ID_LENGTH}),
]
"""An id that a record had once. It becomes an address, and no record is there to be looked for: its form is checked."""

StageId = Annotated[Id, RefersTo("stage")]
TouchpointId = Annotated[Id, RefersTo("touchpoint")]
DepartmentId = Annotated[Id, RefersTo("department")]
RoleId = Annotated[Id, RefersTo("role")]
ContributionId = Annotated[Id, RefersTo("contribution")]
TipId = Annotated[Id, RefersTo("tip")]
StandardId = Annotated[Id, RefersTo("standard")]
SettingId = Annotated[Id, RefersTo("setting")]
EvidenceId = Annotated[Id, RefersTo("evidence")]
RungId = Annotated[Id, RefersTo("rung")]
PrincipleId = Annotated[Id, RefersTo("principle")]
SourceId = Annotated[Id, RefersTo("source")]
