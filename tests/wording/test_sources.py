"""A message is a constant text where it is written: only then can it be collected and translated."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.imports import PACKAGE

MESSAGES = {"_": (0,), "N_": (0,), "ngettext": (0, 1), "pgettext": (0, 1)}
"""By function, which of its arguments are messages."""
SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent.name != "wording")


def made_up(source: str) -> list[int]:
    """The lines on which a message is put together, instead of being written or named."""
    calls = (
        (call, MESSAGES[call.func.id])
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in MESSAGES
    )
    return [
        call.lineno
        for call, places in calls
        for place in places
        if place < len(call.args) and isinstance(call.args[place], ast.JoinedStr | ast.BinOp)
    ]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_message_is_put_together(path: Path) -> None:
    assert made_up(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('_("Kept by %(name)s", name=f"{x}")', []),
        ("_(TITLE)", []),
        ('\n_(f"Kept by {name}")', [2]),
        ('_("Kept by " + name)', [1]),
        ('ngettext("%(count)s tip", f"{count} tips", count)', [1]),
    ],
)
def test_a_message_that_is_put_together_is_seen(source: str, lines: list[int]) -> None:
    assert made_up(source) == lines
