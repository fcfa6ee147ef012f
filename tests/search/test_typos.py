"""Slips of the finger are counted, and forgiven by the length of the word."""

from __future__ import annotations

import pytest

from playbook.search.typos import allowed_slips, slips


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
def test_slips_are_counted(typed: str, word: str, distance: int) -> None:
    assert slips(typed, word, 2)[0] == distance


def test_the_beginning_of_a_word_may_be_near() -> None:
    assert slips("intrev", "interval", 1) == (2, 1)


@pytest.mark.parametrize(("word", "allowed"), [("loo", 0), ("door", 1), ("usher", 1), ("theatre", 1), ("interval", 2)])
def test_long_words_forgive_more(word: str, allowed: int) -> None:
    assert allowed_slips(word) == allowed
