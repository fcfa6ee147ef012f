"""What is mistyped, split or called something else is read as what people meant."""

from __future__ import annotations

import pytest

from playbook.search import build_index, search
from tests.search.records import ids, playbook, record


def test_a_mistyped_word_is_likelier_than_one_cut_short() -> None:
    index = build_index(playbook(record("tip", "cut", "Cradlesong of the house"), record("tip", "typo", "Crab gate")))
    found = ids(search(index, "crad."))
    assert "tip:typo" in found
    assert "tip:cut" not in found


def test_a_title_is_found_exactly_even_if_mistyped() -> None:
    many = [
        record("tip", f"tip-{n}", f"Dust gallery {n} and its rooms", aliases=["gallery", "rooms"]) for n in range(9)
    ]
    index = build_index(playbook(*many, record("role", "rooms", "Gallery rooms")))
    assert ids(search(index, "gallery rooms", 1)) == ["role:rooms"]
    assert ids(search(index, "galery rooms", 1)) == ["role:rooms"]


def test_an_unknown_word_may_be_mistyped_even_if_known_words_share_its_root() -> None:
    host = record("role", "host", "Facilitator")
    index = build_index(playbook(host, record("department", "buildings", "Facilities")))
    assert ids(search(index, "facilites", 1)) == ["department:buildings"]


def test_a_known_misspelling_of_several_words_keeps_its_meaning() -> None:
    term = record("term", "door", "foyer doors", misspellings=["fayer doors"])
    index = build_index(playbook(term, record("tip", "other", "Fader at the doors")))
    assert ids(search(index, "fayer doors", 1)) == ["term:door"]


def test_one_word_of_a_known_misspelling_is_not_known_by_itself() -> None:
    term = record("term", "host", "gallery host", misspellings=["galery host"])
    index = build_index(playbook(term, record("tip", "dust", "Dust the gallery")))
    assert ids(search(index, "galery", 1)) == ["tip:dust"]


@pytest.mark.parametrize("query", ["book on line", "on line booking", "on-line booking"])
def test_a_stop_word_may_be_half_of_a_compound(query: str) -> None:
    index = build_index(playbook(record("tip", "web", "Book online"), record("tip", "line", "Stand in line")))
    assert ids(search(index, query, 1)) == ["tip:web"]


def test_a_title_of_one_word_is_found_exactly_by_two() -> None:
    thanks = record("tip", "thanks", "Say thank you back at the stage", aliases=["back stage thanks", "stage"])
    index = build_index(playbook(thanks, record("role", "runner", "Backstage")))
    assert ids(search(index, "back stage", 1)) == ["role:runner"]


def test_a_department_is_found_by_its_name_followed_by_department() -> None:
    coffee = record("tip", "coffee", "Drink coffee with another department", why="Finance or the front of house.")
    officer = record("role", "officer", "Finance officer", aliases=["finance"])
    index = build_index(playbook(record("department", "finance", "Finance"), coffee, officer))
    assert ids(search(index, "finance department", 1)) == ["department:finance"]


def test_a_service_is_found_by_what_people_call_the_two_departments() -> None:
    departments = (
        record("department", "stage", "Stage and production", aliases=["crew"]),
        record("department", "front", "Front of house", aliases=["ushers"]),
        record("department", "library", "Library", aliases=["shelvers"]),
    )
    services = (
        record("internal_service", f"stage-to-{receiver}", "Calls", provider="stage", receiver=receiver)
        for receiver in ("library", "front")
    )
    found = ids(search(build_index(playbook(*departments, *services)), "crew for the ushers"))
    assert next(key for key in found if key.startswith("internal_service:")) == "internal_service:stage-to-front"
