"""The improvement board: a column for each state, what waits longest first, and one to pick."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from playbook.views import pick_one_thing
from playbook.views.context import Context
from tests.views.evening import TODAY, by_id, house, improvement, tip


def _values(context: Context) -> Any:
    return pick_one_thing.VIEW.prepare(context)


def test_without_improvements_there_is_no_board() -> None:
    assert not pick_one_thing.VIEW.exists(house())


def test_every_state_has_its_column_and_the_longest_wait_is_the_one_to_pick() -> None:
    improvements = by_id(
        improvement("cold", "noticed", dt.date(2026, 8, 1)),
        improvement("dark", "noticed", dt.date(2026, 3, 1)),
        improvement("loud", "fixed", dt.date(2025, 1, 1)),
        improvement("slow", "fixed", dt.date(2026, 1, 1)),
    )
    values = _values(house(improvements=improvements))
    columns = [(column.state.name, [card.improvement.id for card in column.cards]) for column in values.columns]
    assert columns == [
        ("noticed", ["dark", "cold"]),
        ("chosen", []),
        ("trying", []),
        ("fixed", ["slow", "loud"]),
        ("let go", []),
    ]
    assert values.suggestion.improvement.id == "dark"


def test_only_what_patrons_still_live_with_is_said_to_wait() -> None:
    improvements = by_id(
        improvement("cold", "trying", dt.date(2026, 8, 1)), improvement("loud", "fixed", dt.date(2026, 8, 1))
    )
    columns = _values(house(improvements=improvements)).columns
    assert [card.waited for column in columns for card in column.cards] == ["6 weeks", None]


def test_a_card_names_published_tips_only() -> None:
    cold = improvement("cold", "noticed", TODAY, tips=("heat", "draft"))
    columns = _values(house(improvements=by_id(cold), tips=by_id(tip("heat", "door")))).columns
    assert [tip.id for tip in columns[0].cards[0].tips] == ["heat"]


def test_a_long_column_is_cut_and_counted() -> None:
    improvements = by_id(*(improvement(f"thing-{number}", "noticed", TODAY) for number in range(30)))
    column = _values(house(improvements=improvements)).columns[0]
    assert (len(column.cards), column.more, column.count) == (12, 18, 30)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-3, None),
        (0, None),
        (1, "1 day"),
        (13, "13 days"),
        (14, "2 weeks"),
        (60, "2 months"),
        (365, "12 months"),
        (800, "2 years"),
    ],
)
def test_a_wait_is_rounded(days: int, words: str | None) -> None:
    assert pick_one_thing.waited(TODAY - dt.timedelta(days), TODAY) == words
