"""A field takes the text that was typed and makes of it what was meant, or says why not."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from playbook.model.fields import Boolean, Date, Line, Minutes, Number, Offset, Text, WholeNumber

Integer = Annotated[int, WholeNumber]


@pytest.mark.parametrize(
    ("kind", "typed", "meant"),
    [
        (Date, "2026-02-28", dt.date(2026, 2, 28)),
        (Date, "2024-02-29", dt.date(2024, 2, 29)),
        (Integer, "010", 10),
        (Integer, "-3", -3),
        (Integer, "+3", 3),
        (Number, "2.50", Decimal("2.50")),
        (Boolean, "yes", True),
        (Boolean, "No", False),
        (Boolean, "TRUE", True),
        (Minutes, "600", 600),
        (Offset, "-1440", -1440),
        (Text, "two\nlines", "two\nlines"),
        (Line, " x ", " x "),
    ],
)
def test_what_is_meant(kind: Any, typed: str, meant: Any) -> None:
    assert TypeAdapter(kind).validate_python(typed) == meant


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (Date, "2026-02-29"),
        (Date, "2026-2-9"),
        (Date, "٢٠٢٦-٠٣-٠١"),
        (Date, "2026-03-01T10:00"),
        (Date, ""),
        (Date, ["2026-03-01"]),
        (Integer, "1.0"),
        (Integer, "1_000"),
        (Integer, "١"),
        (Integer, "9" * 5000),
        (Integer, "0x10"),
        (Number, "1e3"),
        (Number, "nan"),
        (Number, "Infinity"),
        (Number, "1,5"),
        (Boolean, "on"),
        (Boolean, "1"),
        (Boolean, {}),
        (Minutes, "0"),
        (Minutes, "601"),
        (Text, ""),
        (Text, " \n"),
        (Text, 5),
        (Line, "two\nlines"),
        (Line, "one\n"),
    ],
)
def test_what_is_refused(kind: Any, typed: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(typed)


@pytest.mark.parametrize(("typed", "plain"), [("24", "24"), ("2.50", "2.5"), ("-3", "-3")])
def test_numbers_are_numbers_in_json(typed: str, plain: str) -> None:
    number = TypeAdapter(Number)
    assert json.dumps(number.dump_python(number.validate_python(typed), mode="json")) == plain
