"""Files and folders become one playbook; what is broken does not hide what is whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from playbook.model import Home
from playbook.reading import USUAL_STAGES, Reading, read
from playbook.ref import Ref
from tests.reading.mistakes import VALID

TIP = """\
title: Look up
patron_asks: Has anybody seen me?
do: [Look up.]
why: It is kind.
touchpoints: [arrives]
roles: [usher]
owner: front-of-house
reviewed: 2026-03-01
floor: Everybody is greeted.
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(VALID, tmp_path / "playbook_data"))


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def test_a_file_in_a_folder_may_be_one_record_named_by_the_file(data: Path) -> None:
    (data / "tips" / "look-up.yml").write_text(TIP)
    reading = read(data)
    assert reading.playbook is not None
    assert [*reading.playbook.tips] == ["ask-two-questions", "open-the-door", "look-up"]
    assert reading.playbook.homes[Ref("tip", "look-up")] == Home("playbook_data/tips/look-up.yml", 1)
    assert reading.playbook.homes[Ref("tip", "open-the-door")] == Home("playbook_data/tips/everyday.yml", 14)


def test_a_file_and_a_folder_of_the_same_kind_add_up(data: Path) -> None:
    (data / "tips.yml").write_text("look-up:\n" + "".join(f"  {line}\n" for line in TIP.splitlines()))
    reading = read(data)
    assert reading.playbook is not None
    assert len(reading.playbook.tips) == 3


@pytest.mark.parametrize("word", ["say", "us", "meaning"])
def test_a_word_that_is_also_a_field_may_be_an_id(word: str, data: Path) -> None:
    (data / "terms.yml").write_text(f"{word}:\n  say: Word\nother:\n  say: Other\n")
    reading = read(data)
    assert (codes(reading), [*reading.playbook.terms] if reading.playbook else []) == ([], [word, "other"])


def test_a_playbook_without_stages_has_the_usual_ones(data: Path) -> None:
    playbook = read(data).playbook
    assert playbook is not None
    assert [stage.name for stage in playbook.stages.values()] == [*USUAL_STAGES]


def test_touchpoints_follow_the_stages(data: Path) -> None:
    (data / "stages.yml").write_text("arriving: {name: Arriving}\nbefore: {name: Before}\n")
    playbook = read(data).playbook
    assert playbook is not None
    assert [*playbook.touchpoints] == ["arrives", "books-a-seat"]


def test_one_broken_record_leaves_the_others_of_its_file(data: Path) -> None:
    file = data / "tips" / "everyday.yml"
    file.write_text(file.read_text("utf-8").replace("  why: A closed door asks a question.\n", ""))
    reading = read(data)
    assert reading.playbook is not None
    assert ([*reading.playbook.tips], reading.broken) == (["ask-two-questions"], {Ref("tip", "open-the-door")})


def test_a_broken_file_is_reported_once_and_not_again_for_what_refers_to_it(data: Path) -> None:
    (data / "departments.yml").write_text("box-office: [\n")
    reading = read(data)
    assert (codes(reading), reading.incomplete) == (["unfinished-list"], {"department"})


def test_every_file_is_reported_in_one_run(data: Path) -> None:
    for number in range(60):
        (data / "tips" / f"broken-{number:02}.yml").write_text("x: [\n")
    assert codes(read(data)) == ["unfinished-list"] * 60


def test_searches_are_numbered(data: Path) -> None:
    row = "- {query: loo, kind: everyday, expect: [tip:open-the-door]}\n"
    (data / "search_tests.yml").write_text(row * 2)
    playbook = read(data).playbook
    assert playbook is not None
    assert [*playbook.search_tests] == ["search-tests-1", "search-tests-2"]


def test_paths_are_shown_below_the_root(data: Path, tmp_path: Path) -> None:
    (data / "tips" / "x.yml").write_text("")
    shown = [read(data, root).problems[0].place.file for root in (None, tmp_path, data, Path("/usr"))]
    assert shown[:3] == ["playbook_data/tips/x.yml", "playbook_data/tips/x.yml", "tips/x.yml"]
    assert shown[3] == (data / "tips" / "x.yml").as_posix()


def test_a_value_can_be_located_later(data: Path) -> None:
    reading = read(data)
    place = reading.locate(Ref("tip", "open-the-door"), ("roles", 0))
    assert (place.file, place.line, place.column, place.length) == ("playbook_data/tips/everyday.yml", 21, 11, 5)
    with pytest.raises(KeyError):
        reading.locate(Ref("tip", "nowhere"))


def test_problems_of_a_record_know_which_one_it_is(data: Path) -> None:
    file = data / "tips" / "everyday.yml"
    file.write_text(file.read_text("utf-8").replace("  why: A closed door asks a question.\n", "  wy: It helps.\n"))
    (data / "tips" / "open-the-door.yml").write_text(TIP)
    problems = read(data).problems
    assert [problem.code for problem in problems] == ["unknown-field", "duplicate-id"]
    assert {problem.about for problem in problems} == {Ref("tip", "open-the-door")}


def test_problems_of_a_file_are_about_no_record(data: Path) -> None:
    (data / "tips" / "one.yml").write_text("x: [\n")
    assert [problem.about for problem in read(data).problems] == [None]
