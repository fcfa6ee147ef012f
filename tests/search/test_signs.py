"""An emergency comes first, and what is not understood finds nothing."""

from __future__ import annotations

from typing import Any

import pytest

from playbook.model import Record
from playbook.problems import Place
from playbook.ref import Ref
from playbook.search import build_index, search
from playbook.search.idle_signs import sign_without_meaning
from tests.search.records import ids, playbook, record


def locate(ref: Ref, path: tuple[str | int, ...]) -> Place:
    return Place(f"{ref}/{'/'.join(map(str, path))}")


def urgent(record_id: str, name: str, **fields: Any) -> tuple[str, Record]:
    return record("scenario", record_id, name, urgent="yes", **fields)


IN_DANGER = build_index(
    playbook(
        urgent("ill", "Someone is taken ill", aliases=["not breathing", "chest pain", "unconscious"]),
        urgent("fire", "Fire and smoke", aliases=["smell of burning"]),
        record("tip", "breath", "Say tonight’s show in one breath", aliases=["breathing space", "he is out of breath"]),
        record("tip", "chest", "Open the costume chest", aliases=["chest", "he has a chest of costumes"]),
        record("term", "heart", "unconscious", aliases=["passed out", "knocked out"]),
    )
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("he is not breathing", "scenario:ill"),
        ("help hes not breething at all in the foyer", "scenario:ill"),
        ("pain in his chest", "scenario:ill"),
        ("my chest it is a pain i am in the costume chest", "scenario:ill"),
        ("a man passed out", "scenario:ill"),
        ("unconcious", "scenario:ill"),
        ("burning smell in the costume chest", "scenario:fire"),
    ],
)
def test_the_signs_of_an_emergency_come_before_everything_else(typed: str, found: str) -> None:
    assert ids(search(IN_DANGER, typed))[0] == found


@pytest.mark.parametrize("typed", ["breathing space", "costume chest", "chest", "breath"])
def test_what_only_resembles_a_sign_changes_nothing(typed: str) -> None:
    assert ids(search(IN_DANGER, typed))[0].startswith("tip:")


def test_small_words_complete_a_sign_and_are_none_themselves() -> None:
    index = build_index(
        playbook(
            urgent("ill", "Someone is taken ill", signs=["he/she/they dead", "let/get us out"]),
            record("tip", "battery", "Change the battery before it is dead"),
        )
    )
    assert ids(search(index, "is she dead"))[0] == "scenario:ill"
    assert ids(search(index, "let us out"))[0] == "scenario:ill"
    assert ids(search(index, "dead battery")) == ["tip:battery"]
    assert ids(search(index, "it is dead"))[0] == "tip:battery"


def test_a_clear_slip_in_a_long_word_is_a_sign_although_the_rest_means_nothing() -> None:
    assert ids(search(IN_DANGER, "unconcious zyxwv qwrtp")) == ["scenario:ill"]


WITHOUT_MEANING = ["not", "the", "of the", "a/the", "/", "//", "...", "🚑", "a/ the", "not/the"]


@pytest.mark.parametrize("sign", WITHOUT_MEANING)
def test_a_sign_without_a_telling_word_brings_nothing_to_the_top(sign: str) -> None:
    signed, plain = (
        build_index(playbook(urgent("ill", "Taken ill", signs=signs), record("tip", "not", "Not the of a")))
        for signs in ([sign], [])
    )
    assert signed.signs == plain.signs
    assert "scenario:ill" not in ids(search(signed, sign))


def test_a_sign_without_a_telling_word_gets_advice_and_no_signs_at_all_get_none() -> None:
    signs = [*WITHOUT_MEANING, "gone blue", "cut/the hand", "x-ray"]
    given = playbook(urgent("ill", "Ill", signs=signs), urgent("fire", "Fire", signs=[]))
    found = [*sign_without_meaning(given, locate)]
    assert [problem.place.file for problem in found] == [
        f"scenario:ill/signs/{number}" for number in range(len(WITHOUT_MEANING))
    ]
    assert found[0].message == "the sign “not” contains no key word"
    assert not found[0].is_error


def test_the_emergency_of_which_most_is_said_comes_first() -> None:
    assert ids(search(IN_DANGER, "smell of burning and he has chest pain, unconscious"))[0] == "scenario:ill"


@pytest.mark.parametrize(
    "typed", ["wo ist die Toilette", "die katze ist rot", "qwrt smile zxcv", "lorem ipsum dolor smile"]
)
def test_a_query_most_of_whose_words_mean_nothing_finds_nothing(typed: str) -> None:
    index = build_index(
        playbook(record("tip", "widow", "My wife died and you still write to her"), record("tip", "smile", "Smile"))
    )
    assert search(index, typed) == []


def test_half_of_the_words_are_enough_and_so_is_a_sentence_of_another_language() -> None:
    toilet = {"says": "¿Dónde está el baño?", "language": "es", "means": "Where are the toilets?"}
    index = build_index(playbook(record("scenario", "toilets", "They look for the toilets", utterances=[toilet])))
    assert ids(search(index, "grimly toilets")) == ["scenario:toilets"]
    assert ids(search(index, "donde esta el bano")) == ["scenario:toilets"]


def test_what_is_asked_for_outweighs_the_question_words_of_another_language() -> None:
    def asked(says: str) -> dict[str, str]:
        return {"says": says, "language": "de", "means": "Where is it?"}

    index = build_index(
        playbook(
            record("scenario", "bus", "Gets home", utterances=[asked("Wo ist die Bushaltestelle?")]),
            record("scenario", "toilets", "They look for the toilets", utterances=[asked("Wo sind die Toiletten?")]),
            *(record("tip", f"t{number}", "Smile", why="The toilets are clean.") for number in range(6)),
        )
    )
    assert ids(search(index, "wo ist die toilet"))[0] == "scenario:toilets"


@pytest.mark.parametrize(("typed", "resembles"), [("widow", "Window"), ("refugee", "Refuge"), ("desert", "Dessert")])
def test_an_english_word_is_no_slip_of_another(typed: str, resembles: str) -> None:
    index = build_index(playbook(record("tip", "one", resembles)))
    assert search(index, typed) == []
    assert ids(search(index, resembles[:-2] + resembles[-1])) == ["tip:one"]
