"""A tip must be confirmed again after so many months, whatever the length of the month."""

from __future__ import annotations

import datetime as dt

import pytest

from playbook.model.practice import Tip
from tests.checking.playbooks import record


@pytest.mark.parametrize(
    ("reviewed", "every", "due"),
    [
        ("2026-01-31", "1", dt.date(2026, 2, 28)),
        ("2024-02-29", "12", dt.date(2025, 2, 28)),
        ("2026-12-15", "1", dt.date(2027, 1, 15)),
    ],
)
def test_the_next_review_keeps_to_the_calendar(reviewed: str, every: str, due: dt.date) -> None:
    tip = record("tip", "say-the-row", reviewed=reviewed, review_every=every)
    assert isinstance(tip, Tip)
    assert tip.next_review == due
