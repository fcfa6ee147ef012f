"""An alias that leads to two places by chance is advice; one that records share because they belong together is not."""

from __future__ import annotations

from typing import Any

import pytest

from playbook.model import Playbook
from playbook.problems import Place, Severity
from playbook.ref import Ref
from playbook.search.shared_aliases import shared_alias
from tests.search.records import playbook, record


def locate(ref: Ref, path: tuple[str | int, ...]) -> Place:
    return Place(f"{ref.kind}/{ref.id}/{'/'.join(map(str, path))}")


def told(*records: Any) -> list[tuple[str, str]]:
    """Where something is told, and what."""
    return [(problem.place.file, problem.message) for problem in shared_alias(playbook(*records), locate)]


BOW = record("tip", "bow", "Bow", aliases=["a greeting"])
FOYER = record("touchpoint", "foyer", "Waits in the foyer", aliases=["lobby"])


@pytest.mark.parametrize("alias", ["a greeting", "A Greeting", "a greetings", "“a greeting”"])
def test_an_alias_of_two_records_of_one_kind_is_advice_in_whatever_inflection(alias: str) -> None:
    records = playbook(BOW, record("tip", "nod", "Nod", aliases=["nodding", alias]))
    [problem] = shared_alias(records, locate)
    assert problem.severity is Severity.ADVICE
    assert problem.place.file == "tip/nod/aliases/1"
    assert problem.message == f"the alias “{alias}” also stands in `tip:bow`"


def test_so_is_an_alias_of_records_of_two_kinds_that_have_nothing_to_do_with_each_other() -> None:
    bar = record("setting", "bar", "Bar", aliases=["lobby"], purpose="It is warm.")
    assert told(FOYER, bar) == [("setting/bar/aliases/0", "the alias “lobby” also stands in `touchpoint:foyer`")]


def test_records_that_belong_together_may_share_an_alias() -> None:
    scenario = record("scenario", "too-full", "It is too full", aliases=["lobbies"], touchpoint="foyer")
    tip = record("tip", "open-doors", "Open the doors", aliases=["lobby"], touchpoints=["foyer"])
    assert told(FOYER, scenario, tip) == []


def test_an_alias_that_is_the_title_of_another_record_is_told_wherever_that_stands() -> None:
    assert told(record("tip", "wave", "Wave", aliases=["bowing"]), record("tip", "bow", "Bow")) == [
        ("tip/wave/aliases/0", "the alias “bowing” is the title of `tip:bow`")
    ]


def test_the_title_of_a_setting_may_be_an_alias_of_what_happens_there() -> None:
    foyer = record("touchpoint", "foyer", "Waits", aliases=["lobby"], settings=["lobby"])
    lobby = record("setting", "lobby", "Lobby", purpose="It is bright.")
    assert told(foyer, lobby) == []
    assert len(told(record("touchpoint", "foyer", "Waits", aliases=["lobby"]), lobby)) == 1


def test_pages_that_are_no_record_have_titles_and_aliases_too() -> None:
    assert told(record("tip", "bow", "Bow", aliases=["glossary", "blueprints"])) == [
        ("tip/bow/aliases/0", "the alias “glossary” also stands in `page:words`"),
        ("tip/bow/aliases/1", "the alias “blueprints” is the title of `page:blueprint`"),
    ]


def test_terms_are_compared_with_one_another_only() -> None:
    lobby = record("term", "foyer", "foyer", aliases=["lobby"])
    assert told(FOYER, lobby) == []
    assert [place for place, _ in told(lobby, record("term", "hall", "hall", aliases=["lobby"]))] == [
        "term/hall/aliases/0"
    ]


def test_where_a_search_test_says_what_must_be_found_nobody_lands_by_chance() -> None:
    nod = record("tip", "nod", "Nod", aliases=["a greeting"])
    assert told(BOW, nod, record("search_test", "1", "a greeting", expect=["tip:bow"])) == []


def test_the_default_playbook_has_none(default_playbook: Playbook) -> None:
    assert [problem.message for problem in shared_alias(default_playbook.published(), locate)] == []
