"""What a role does, said to the person who does it: grammatical, or left as it was typed."""

from __future__ import annotations

import pytest

from playbook.views.second_person import base_form, said_to_you


@pytest.mark.parametrize(
    ("third_person", "base"),
    [
        ("checks", "check"),
        ("plays", "play"),
        ("says", "say"),
        ("carries", "carry"),
        ("tidies", "tidy"),
        ("ties", "tie"),
        ("passes", "pass"),
        ("finishes", "finish"),
        ("fetches", "fetch"),
        ("fixes", "fix"),
        ("buzzes", "buzz"),
        ("closes", "close"),
        ("organises", "organise"),
        ("organizes", "organize"),
        ("circles", "circle"),
        ("frees", "free"),
        ("roves", "rove"),
        ("goes", "go"),
        ("does", "do"),
        ("has", "have"),
    ],
)
def test_a_verb_in_the_third_person_gets_its_base_form(third_person: str, base: str) -> None:
    assert base_form(third_person) == base


@pytest.mark.parametrize("word", ["is", "check", "press", "prüft", ""])
def test_a_word_that_is_no_verb_in_the_third_person_has_no_base_form(word: str) -> None:
    assert base_form(word) is None


def test_only_the_verb_changes() -> None:
    assert said_to_you("sets chairs, stands and lamps to the marks") == "set chairs, stands and lamps to the marks"


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("always greets whoever comes", "always greet whoever comes"),
        ("quietly closes the door", "quietly close the door"),
        ("never lets a phone ring twice", "never let a phone ring twice"),
    ],
)
def test_a_word_before_the_verb_stays(does: str, said: str) -> None:
    assert said_to_you(does) == said


@pytest.mark.parametrize(
    "does",
    [
        "greets each guest and opens the door",
        "writes the sign, then hangs it",
        "check the lamps",
        "we answer letters",
    ],
)
def test_where_it_is_not_certain_nothing_is_said(does: str) -> None:
    assert said_to_you(does) is None
