"""The preview shows the data as it stands, and the last good pages while the data is broken."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from playbook.preview.preview import Preview
from tests import building


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the default data that the preview reads and the test may change."""
    folder = tmp_path / "playbook_data"
    shutil.copytree(building.DEFAULT, folder)
    monkeypatch.setenv("PLAYBOOK_DATA", str(folder))
    monkeypatch.setenv("PLAYBOOK_CACHE", str(tmp_path / "cache"))
    return folder


@pytest.fixture
def preview(data: Path) -> Iterator[Preview]:
    """A preview of the copy."""
    made = Preview()
    made.rebuild()
    yield made
    made.close()


def change(file: Path, was: str, becomes: str) -> None:
    text = file.read_text("utf-8")
    assert was in text
    file.write_text(text.replace(was, becomes, 1), encoding="utf-8")


def shown(preview: Preview, path: str) -> str:
    html = preview.page(path)
    assert html is not None
    return html


def test_a_changed_record_is_on_its_page_after_the_next_reading(preview: Preview, data: Path):
    change(data / "principles.yml", "\nradar:\n  name: ", "\nradar:\n  name: Whiskers and ")
    preview.reload()
    assert "Whiskers and " in shown(preview, "principles/radar")


def test_broken_data_leaves_the_last_good_page_with_the_problem_on_top(preview: Preview, data: Path):
    good = shown(preview, "principles/radar")
    change(data / "principles.yml", "\nradar:\n  name: ", "\nradar:\n  nmae: ")
    preview.reload()
    html = shown(preview, "principles/radar")
    assert '<div class="pb-problems" role="alert">' in html
    assert "`nmae` is not a field" in html
    assert good[good.index("<article") : good.index("</article>")] in html


def test_fixed_data_takes_the_problem_away(preview: Preview, data: Path):
    change(data / "principles.yml", "\nradar:\n  name: ", "\nradar:\n  nmae: ")
    preview.reload()
    change(data / "principles.yml", "\nradar:\n  nmae: ", "\nradar:\n  name: ")
    preview.reload()
    assert "pb-problems" not in shown(preview, "principles/radar")


def test_a_half_saved_file_is_a_problem_and_not_the_end(preview: Preview, data: Path):
    file = data / "principles.yml"
    file.write_bytes(file.read_bytes()[:300])
    preview.reload()
    assert "pb-problems" in shown(preview, "")


def test_data_that_is_broken_from_the_start_is_reported_on_every_page(data: Path):
    (data / "organisation.yml").unlink()
    preview = Preview()
    preview.rebuild()
    assert "a playbook needs an organisation" in shown(preview, "departments/finance")
    preview.close()


def test_a_preview_that_started_with_broken_data_shows_it_once_it_is_fixed(data: Path):
    text = (data / "organisation.yml").read_bytes()
    (data / "organisation.yml").unlink()
    preview = Preview()
    preview.rebuild()
    (data / "organisation.yml").write_bytes(text)
    preview.reload()
    assert "pb-problems" not in shown(preview, "departments/finance")
    preview.close()


def test_an_open_page_is_informed_of_a_change_while_it_waits(preview: Preview, data: Path):
    known = preview.version
    learned: list[int] = []
    waiting = threading.Thread(target=lambda: learned.append(preview.wait_for_change(known, 30)))
    waiting.start()
    change(data / "principles.yml", "\nradar:\n  name: ", "\nradar:\n  name: Whiskers and ")
    preview.reload()
    waiting.join(30)
    assert learned
    assert learned[0] > known


def test_there_is_no_page_where_no_record_is(preview: Preview):
    assert preview.page("tips/never-written") is None


def test_files_outside_the_site_are_not_served(preview: Preview):
    assert preview.file("../../etc/hostname") is None
    assert preview.file("../playbook_data/organisation.yml") is None


def test_the_data_as_json_follows_the_data(preview: Preview, data: Path):
    change(data / "principles.yml", "\nradar:\n  name: ", "\nradar:\n  name: Whiskers and ")
    preview.reload()
    assert b"Whiskers and " in (preview.file("data/principles.json") or b"")


def test_previewed_pages_carry_the_policy(preview: Preview):
    assert "Content-Security-Policy" in shown(preview, "principles/radar")


@pytest.fixture
def welcome(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A hand-written page, in a copy of the project, that the preview shows and the test may change."""
    project = building.copied_project(tmp_path / "project")
    monkeypatch.setattr("playbook.hosts.mkdocs.commands.ROOT", project)
    return project / "docs/welcome.md"


def test_a_call_that_fails_is_reported_on_top_of_every_page_until_it_is_fixed(welcome: Path, preview: Preview):
    good = welcome.read_text("utf-8")
    welcome.write_text(good + '\n{{ show_tipp("smile-first") }}\n', encoding="utf-8")
    preview.rebuild()
    assert [problem.code for problem in preview.problems] == ["unknown-macro"]
    for path in ("welcome", "principles/radar", ""):
        assert shown(preview, path).count("`show_tipp` is not a macro") == 1
    assert "Traceback" not in shown(preview, "welcome")
    welcome.write_text(good, encoding="utf-8")
    preview.rebuild()
    assert "pb-problems" not in shown(preview, "welcome")


def test_a_call_succeeds_as_soon_as_its_record_is_written(welcome: Path, preview: Preview, data: Path):
    welcome.write_text(welcome.read_text("utf-8") + '\n{{ link_to("principle", "whiskers") }}\n', encoding="utf-8")
    preview.rebuild()
    assert [problem.code for problem in preview.problems] == ["unknown-principle"]
    with (data / "principles.yml").open("a", encoding="utf-8") as file:
        file.write("\nwhiskers:\n  name: Whiskers\n  statement: They feel the way.\n")
    preview.reload()
    assert preview.problems == ()
    assert "Whiskers" in shown(preview, "welcome")


def test_a_page_reports_that_the_record_it_calls_is_gone(welcome: Path, preview: Preview, data: Path):
    with (data / "principles.yml").open("a", encoding="utf-8") as file:
        file.write("\nwhiskers:\n  name: Whiskers\n  statement: They feel the way.\n")
    preview.reload()
    welcome.write_text(welcome.read_text("utf-8") + '\n{{ link_to("principle", "whiskers") }}\n', encoding="utf-8")
    preview.rebuild()
    assert preview.problems == ()
    change(data / "principles.yml", "\nwhiskers:\n", "\nbeards:\n")
    preview.reload()
    assert [problem.code for problem in preview.problems] == ["unknown-principle"]
