"""A search that no longer finds what it must is an error that says what it found and where an alias would fix it."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from playbook.days import Days
from playbook.full_check import full_check
from playbook.model import Home, Playbook
from playbook.problems import Place, Problem, Severity
from playbook.ref import Ref
from playbook.search import build_index, search
from playbook.search.answering import answer, answer_json
from playbook.search.expected import failing_searches
from tests.building import DEFAULT
from tests.search.records import ids, playbook, record

SMILE = record("tip", "smile-first", "Smile first")
WAVE = record("tip", "wave", "Wave at the shy")


def locate(ref: Ref, path: tuple[str | int, ...]) -> Place:
    return Place(f"{ref.kind}/{ref.id}/{'/'.join(map(str, path))}")


def problems(*records: object) -> list[Problem]:
    return list(failing_searches(playbook(SMILE, WAVE, *records), locate))  # type: ignore[arg-type]


def test_a_search_that_finds_its_record_is_no_problem() -> None:
    assert problems(record("search_test", "1", "smiling", expect=["tip:smile-first"])) == []


def test_a_failing_search_says_what_was_found_instead() -> None:
    [problem] = problems(record("search_test", "1", "shy", expect=["tip:smile-first"]))
    assert problem.is_error
    assert problem.code == "failing-search"
    assert problem.place.file == "search_test/1/query"
    assert problem.about == Ref("search_test", "1")
    assert problem.message == "a search for “shy” does not find `tip:smile-first` first"
    assert problem.help == "it finds `tip:wave`; add “shy” to the aliases of `tip:smile-first`"


def test_a_failing_search_says_where_the_alias_belongs() -> None:
    house = playbook(SMILE, record("search_test", "1", "grin", expect=["tip:smile-first"], top=3))
    homed = replace(house, homes={Ref("tip", "smile-first"): Home("playbook_data/tips.yml", 7)})
    [problem] = failing_searches(homed, locate)
    assert problem.message == "a search for “grin” does not find `tip:smile-first` among the first 3 results"
    expected = "it finds nothing; add “grin” to the aliases of `tip:smile-first` in playbook_data/tips.yml, line 7"
    assert problem.help == expected


def test_a_search_for_what_is_not_published_is_advice() -> None:
    house = playbook(SMILE, record("search_test", "1", "wave", expect=["tip:wave"]))
    [problem] = failing_searches(house, locate)
    assert (problem.severity, problem.code) == (Severity.ADVICE, "unpublished-answer")
    assert problem.place.file == "search_test/1/query"
    assert problem.message == "the search test “wave” expects `tip:wave`, which is not published"


def test_a_search_whose_other_answers_do_not_replace_the_one_that_is_not_published_is_advice() -> None:
    house = playbook(SMILE, record("search_test", "1", "bow", expect=["tip:bow", "tip:smile-first", "tip:nod"]))
    [problem] = failing_searches(house, locate)
    assert not problem.is_error
    assert problem.message.endswith(" expects `tip:bow` and `tip:nod`, which are not published")


def test_a_search_that_finds_one_of_its_answers_does_without_the_one_that_is_not_published() -> None:
    assert problems(record("search_test", "1", "smile", expect=["tip:bow", "tip:smile-first"])) == []


def test_searches_in_another_language_are_one_piece_of_advice_for_each_language() -> None:
    tests = [
        record("search_test", "1", "smile", expect=["tip:wave"]),
        record("search_test", "2", "grin", expect=["tip:wave"]),
        record("search_test", "3", "souris", expect=["tip:wave"], language="fr"),
        record("search_test", "4", "lächle", expect=["tip:wave"], language="de"),
    ]
    german = playbook(record("tip", "wave", "Winke und lächle"), *tests, locale="de-DE")
    found = list(failing_searches(german, locate))
    assert [(problem.code, problem.severity, problem.place.file) for problem in found] == [
        ("other-language", Severity.ADVICE, "search_test/1/query"),
        ("other-language", Severity.ADVICE, "search_test/3/query"),
    ]
    assert [problem.message for problem in found] == [
        "2 search tests are in `en`, but this playbook is in `de`",
        "1 search test is in `fr`, but this playbook is in `de`",
    ]


def test_a_search_in_the_playbooks_own_language_can_fail() -> None:
    german = playbook(
        SMILE, record("search_test", "1", "winken", expect=["tip:smile-first"], language="de"), locale="de"
    )
    assert [problem.code for problem in failing_searches(german, locate)] == ["failing-search"]


@pytest.mark.parametrize("locale", ["de-DE", "en-US", "en", "cy-GB", "ar-EG", "ja-JP"])
def test_the_default_playbook_with_another_locale_has_no_errors(locale: str, tmp_path: Path) -> None:
    data = Path(shutil.copytree(DEFAULT, tmp_path / "playbook_data"))
    organisation = (data / "organisation.yml").read_text("utf-8")
    (data / "organisation.yml").write_text(organisation.replace("locale: en-GB", f"locale: {locale}"), "utf-8")
    found = full_check(data, Days.on(dt.date.today()))
    assert found.playbook is not None
    assert found.playbook.organisation.locale == locale
    assert found.errors == ()


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_every_tip_that_a_search_names_can_be_taken_back(status: str, default_playbook: Playbook) -> None:
    named = {answer for test in default_playbook.search_tests.values() for answer in test.expect}
    tips = {
        tip.id: tip.model_copy(update={"status": status}) if f"tip:{tip.id}" in named else tip
        for tip in default_playbook.tips.values()
    }
    found = list(failing_searches(replace(default_playbook, tips=tips).published(), locate))
    assert {problem.code for problem in found if not problem.is_error} >= {"unpublished-answer"}
    assert [problem.message for problem in found if problem.is_error] == []


def test_an_alias_of_two_records_is_advice() -> None:
    [problem] = problems(
        record("tip", "bow", "Bow as a greeting", aliases=["greeting"]),
        record("tip", "nod", "Nod as a greeting", aliases=["Greeting"]),
    )
    assert problem.severity is Severity.ADVICE
    assert problem.place.file == "tip/nod/aliases/0"
    assert problem.about == Ref("tip", "nod")
    assert problem.message == "`tip:bow` also has the alias “Greeting”"


def test_answers_at_a_terminal_name_the_record() -> None:
    house = playbook(SMILE, WAVE)
    assert answer(house, "smile").rstrip().endswith("Smile first  (tip:smile-first)")
    assert answer(house, "hippopotamus") == "Nothing is found for “hippopotamus”.\n"
    assert '"id": "tip:smile-first"' in answer_json(house, "smile")


def test_the_default_playbook_finds_what_it_promises(default_playbook: Playbook) -> None:
    index = build_index(default_playbook)
    missed = [
        test.query
        for test in default_playbook.search_tests.values()
        if not set(test.expect) & set(ids(search(index, test.query, test.top)))
    ]
    assert missed == []


def test_the_default_playbook_has_more_than_a_hundred_searches(default_playbook: Playbook) -> None:
    assert len(default_playbook.search_tests) >= 100


def test_a_failing_search_of_an_emergency_asks_for_signs() -> None:
    fire = record("scenario", "fire", "Fire", urgent="yes", call=["usher"])
    name, test = record("search_test", "1", "lampshade smouldering", expect=["scenario:fire"])
    [problem] = problems(fire, (name, test.model_copy(update={"kind": "emergency"})))
    assert problem.code == "failing-emergency"
    assert problem.help is not None
    assert "to the `signs` of `scenario:fire`" in problem.help
