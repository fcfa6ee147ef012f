"""A search that no longer finds what it must is an error that says what it found and where an alias would fix it."""

from __future__ import annotations

from dataclasses import replace

from playbook.model import Home, Playbook
from playbook.problems import Place, Problem, Severity
from playbook.ref import Ref
from playbook.search import build_index, search
from playbook.search.answering import answer, answer_json
from playbook.search.expected import failing_searches
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
    assert problem.message == "searching for “shy” does not find `tip:smile-first` first"
    assert problem.help == "it finds `tip:wave`; add “shy” to the aliases of `tip:smile-first`"


def test_a_failing_search_says_where_the_alias_belongs() -> None:
    house = playbook(SMILE, record("search_test", "1", "grin", expect=["tip:smile-first"], top=3))
    homed = replace(house, homes={Ref("tip", "smile-first"): Home("playbook_data/tips.yml", 7)})
    [problem] = failing_searches(homed, locate)
    assert problem.message == "searching for “grin” does not find `tip:smile-first` among the first 3"
    expected = "it finds nothing; add “grin” to the aliases of `tip:smile-first` in playbook_data/tips.yml, line 7"
    assert problem.help == expected


def test_an_alias_of_two_records_is_advice() -> None:
    [problem] = problems(
        record("tip", "bow", "Bow", aliases=["greeting"]), record("tip", "nod", "Nod", aliases=["Greeting"])
    )
    assert problem.severity is Severity.ADVICE
    assert problem.place.file == "tip/nod/aliases/0"
    assert problem.about == Ref("tip", "nod")
    assert problem.message == "the alias “Greeting” also stands in `tip:bow`"


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
