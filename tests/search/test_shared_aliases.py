"""An alias that leads to two records by chance gets advice; one shared by records that belong together does not."""

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


def reported(*records: Any) -> list[tuple[str, str]]:
    """The place and the message of each problem."""
    return [(problem.place.file, problem.message) for problem in shared_alias(playbook(*records), locate)]


BOW = record("tip", "bow", "Bow", aliases=["a greeting"])
FOYER = record("touchpoint", "foyer", "Waits in the foyer", aliases=["lobby"])


@pytest.mark.parametrize("alias", ["a greeting", "A Greeting", "a greetings", "“a greeting”"])
def test_an_alias_of_two_records_of_one_kind_gets_advice_in_any_inflection(alias: str) -> None:
    records = playbook(BOW, record("tip", "nod", "Nod", aliases=["nodding", alias]))
    [problem] = shared_alias(records, locate)
    assert problem.severity is Severity.ADVICE
    assert problem.place.file == "tip/nod/aliases/1"
    assert problem.message == f"`tip:bow` also has the alias “{alias}”"


def test_an_alias_of_unrelated_records_of_two_kinds_gets_advice() -> None:
    bar = record("setting", "bar", "Bar", aliases=["lobby"], purpose="It is warm.")
    assert reported(FOYER, bar) == [("setting/bar/aliases/0", "`touchpoint:foyer` also has the alias “lobby”")]


def test_records_that_belong_together_may_share_an_alias() -> None:
    scenario = record("scenario", "too-full", "It is too full", aliases=["lobbies"], touchpoint="foyer")
    tip = record("tip", "open-doors", "Open the doors", aliases=["lobby"], touchpoints=["foyer"])
    assert reported(FOYER, scenario, tip) == []


def test_an_alias_that_is_the_title_of_another_record_gets_advice_whatever_their_order() -> None:
    assert reported(record("tip", "wave", "Wave", aliases=["bowing"]), record("tip", "bow", "Bow")) == [
        ("tip/wave/aliases/0", "the alias “bowing” is the title of `tip:bow`")
    ]


def test_the_title_of_a_setting_may_be_an_alias_of_what_happens_there() -> None:
    foyer = record("touchpoint", "foyer", "Waits", aliases=["lobby"], settings=["lobby"])
    lobby = record("setting", "lobby", "Lobby", purpose="It is bright.")
    assert reported(foyer, lobby) == []
    assert len(reported(record("touchpoint", "foyer", "Waits", aliases=["lobby"]), lobby)) == 1


def test_pages_of_no_record_have_titles_and_aliases_too() -> None:
    assert reported(record("tip", "bow", "Bow", aliases=["glossary", "blueprints"])) == [
        ("tip/bow/aliases/0", "`page:words` also has the alias “glossary”"),
        ("tip/bow/aliases/1", "the alias “blueprints” is the title of `page:blueprint`"),
    ]


def test_terms_are_compared_only_with_one_another() -> None:
    lobby = record("term", "foyer", "foyer", aliases=["lobby"])
    assert reported(FOYER, lobby) == []
    assert [place for place, _ in reported(lobby, record("term", "hall", "hall", aliases=["lobby"]))] == [
        "term/hall/aliases/0"
    ]


def test_an_alias_gets_no_advice_if_a_search_test_says_what_it_must_find() -> None:
    nod = record("tip", "nod", "Nod", aliases=["a greeting"])
    assert reported(BOW, nod, record("search_test", "1", "a greeting", expect=["tip:bow"])) == []


def test_the_default_playbook_has_none(default_playbook: Playbook) -> None:
    assert [problem.message for problem in shared_alias(default_playbook.published(), locate)] == []
