"""A list that is too long for a page is cut, and what is missing is counted."""

from __future__ import annotations

import pytest

from playbook.views.listed import first_of


@pytest.mark.parametrize(
    ("length", "shown", "more"),
    [(0, 0, 0), (2, 2, 0), (3, 3, 0), (4, 3, 1), (50, 3, 47)],
)
def test_no_more_than_the_first_are_shown_and_the_others_are_counted(length: int, shown: int, more: int) -> None:
    listed = first_of(range(length), 3)
    assert listed.shown == tuple(range(shown))
    assert (listed.more, listed.count) == (more, length)


def test_a_list_is_true_when_it_holds_anything() -> None:
    assert not first_of(())
    assert first_of((1,))
    assert first_of((1,), 0)
