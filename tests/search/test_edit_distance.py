"""Edits between words are counted, and the longer the word, the more of them are tolerated."""

from __future__ import annotations

import pytest

from playbook.search.edit_distance import edit_distances, max_edits


@pytest.mark.parametrize(
    ("typed", "word", "distance"),
    [
        ("interval", "interval", 0),
        ("intreval", "interval", 1),
        ("intervl", "interval", 1),
        ("intervall", "interval", 1),
        ("inderval", "interval", 1),
        ("nterval", "interval", 1),
        ("itnreval", "interval", 2),
        ("latecomer", "interval", 3),
    ],
)
def test_edits_are_counted(typed: str, word: str, distance: int) -> None:
    assert edit_distances(typed, word, 2)[0] == distance


def test_the_distance_to_the_nearest_prefix_is_known_too() -> None:
    assert edit_distances("intrev", "interval", 1) == (2, 1)


@pytest.mark.parametrize(("word", "allowed"), [("loo", 0), ("door", 1), ("usher", 1), ("theatre", 1), ("interval", 2)])
def test_longer_words_may_have_more_edits(word: str, allowed: int) -> None:
    assert max_edits(word) == allowed
