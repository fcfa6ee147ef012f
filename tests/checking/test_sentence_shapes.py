"""A text that does not fit the sentence in which it is shown is worth a word, and one that does is left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playbook.model import Playbook
from tests.checking.playbooks import findings, with_record


def helps(playbook: Playbook) -> list[str | None]:
    return [finding.help for code, finding in findings(playbook) if code.word in ("unfit-phrase", "quotes-typed")]


@pytest.mark.parametrize(
    ("does", "expected"),
    [
        ("The usher opens the doors.", "write `opens the doors`"),
        ("usher opens the doors", "write `opens the doors`"),
        ("The musician plays.", "start with the verb"),
        ("they open the doors", "start with the verb"),
        ("Opens the doors", "write `opens the doors`"),
        ("opens the doors.", "write `opens the doors`"),
    ],
)
def test_what_a_role_does_follows_its_name(does: str, expected: str) -> None:
    assert helps(with_record("contribution", "opens-the-doors", does=does)) == [expected]


@pytest.mark.parametrize(
    "does",
    ["opens the doors at 7 p.m.", "opens the doors …", "UV-marks hands", "opens doors, cupboards, etc.", "thanks"],
)
def test_what_only_looks_like_a_sentence_is_left_alone(does: str) -> None:
    assert helps(with_record("contribution", "opens-the-doors", does=does)) == []


def test_a_capital_in_the_middle_of_a_text_is_left_alone() -> None:
    assert helps(with_record("touchpoint", "is-seated", patron_action="finds Door A and the seat")) == []


@pytest.mark.parametrize(
    ("feel", "expected"),
    [
        ("I feel expected.", "write `expected`"),
        ("They feel expected", "write `expected`"),
        ("They should feel expected", "write `expected`"),
        ("I’m expected", "write `expected`"),
        ("expected.", "write `expected`"),
        ("Expected", "write `expected`"),
    ],
)
def test_what_someone_feels_follows_that_they_feel_it(feel: str, expected: str) -> None:
    assert helps(with_record("touchpoint", "is-seated", feel=feel)) == [expected]


def test_a_noun_may_have_a_capital_where_the_language_has_it_so() -> None:
    playbook = with_record("touchpoint", "is-seated", feel="Vorfreude")
    german = playbook.organisation.model_copy(update={"locale": "de-DE"})
    assert helps(replace(playbook, organisation=german)) == []


@pytest.mark.parametrize("typed", ["“Row F”", '"Row F"', "‘Row F’", "'Row F'", "«Row F»", "„Row F“"])
def test_quotation_marks_round_words_to_say_are_reported(typed: str) -> None:
    assert helps(with_record("tip", "say-the-row", say=[typed])) == ["write `Row F`"]


@pytest.mark.parametrize("typed", ["“Row F” or “Row G”", "Say “Row F”", "’Tis row F", "“", "F"])
def test_quotation_marks_inside_words_to_say_are_left_alone(typed: str) -> None:
    assert helps(with_record("tip", "say-the-row", say=[typed])) == []
