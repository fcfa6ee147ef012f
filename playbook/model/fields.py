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

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTH = 64
"""Characters in the longest id; ids become file names, and Windows limits whole paths to 260."""
DEVICE_NAMES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
"""Names that Windows refuses for files, whatever their ending (Microsoft, "Naming Files, Paths, and Namespaces")."""

INVALID_CHOICE = Code("invalid-choice", "Only certain words are allowed in this field.")
INVALID_DATE = Code("invalid-date", "Dates are written year-month-day, and the day must exist.")
INVALID_FORM = Code("invalid-form", "The text does not have the form this field needs, such as a web address.")
INVALID_NUMBER = Code("invalid-number", "Write digits only; units belong elsewhere.")
MISSING_VALUE = Code(
    "missing-value",
    "The field has no value. Write one, or delete the line. `~` and `null` count as no value: that is how YAML says "
    "that there is none, and readers would be shown them as they stand.",
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
    help_text = "write year-month-day, for example 2026-03-31"
    match = _DATE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise problem(INVALID_DATE, f"{_quoted(value)} is not a date", help_text)
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise problem(INVALID_DATE, f"{_quoted(value)} is not a day of the calendar", help_text) from None


def _as_integer(value: Any) -> int:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and _INTEGER.fullmatch(value):
        return int(value)
    raise problem(INVALID_NUMBER, f"{_quoted(value)} is not a whole number", "write digits only, for example 15")


def _as_number(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Decimal(value)
    raise problem(INVALID_NUMBER, f"{_quoted(value)} is not a number", "write digits, for example 15 or 2.5")


def _as_boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _BOOLEANS:
        return _BOOLEANS[value.lower()]
    raise problem(INVALID_CHOICE, f"{_quoted(value)} is neither yes nor no", "write yes or no")


def _plain_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _said(value: str) -> str:
    if value in NOTHING:
        raise problem(MISSING_VALUE, f"`{value}` stands for nothing", "write the text instead")
    return value


def _quoted(value: Any) -> str:
    return f"`{value}`" if isinstance(value, str) else "a list or a group of fields"


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
