"""The preview shows the data as it stands, and the last good pages while the data is broken."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from playbook.days import Days
from playbook.folders import Folders
from playbook.hosts.mkdocs.preview_pages import MkDocsPreview
from playbook.preview.preview import Preview
from tests import building


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """Where the preview of a copy of the default data works; hooks.py reads it from the environment."""
    shutil.copytree(building.DEFAULT, tmp_path / "playbook_data")
    monkeypatch.setenv("PLAYBOOK_DATA", str(tmp_path / "playbook_data"))
    monkeypatch.setenv("PLAYBOOK_CACHE", str(tmp_path / "cache"))
    return Folders.of(os.environ)


@pytest.fixture
def data(folders: Folders) -> Path:
    """The copy, which the test may change."""
    return folders.data


def preview_of(folders: Folders) -> Preview:
    """A preview that has not been built."""
    return Preview(MkDocsPreview(folders), folders, lambda: Days.of(os.environ, folders.root))


@pytest.fixture
def preview(folders: Folders) -> Iterator[Preview]:
    """A preview of the copy."""
    made = preview_of(folders)
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
    assert "has no field `nmae`" in html
    assert good[good.index("<article") : good.index("</article>")] in html


def test_fixed_data_takes_the_problem_away(preview: Preview, data: Path):
    change(data / "principles.yml", "\nradar:\n  name: ", "\nradar:\n  nmae: ")
    preview.reload()
    change(data / "principles.yml", "\nradar:\n  nmae: ", "\nradar:\n  name: ")
    preview.reload()
    assert "pb-problems" not in shown(preview, "principles/radar")


def test_advice_about_a_search_is_not_shown_as_a_problem(preview: Preview, data: Path):
    [file] = [path for path in (data / "tips").glob("*.yml") if "\nsmile-first:\n" in path.read_text("utf-8")]
    change(file, "\nsmile-first:\n", "\nsmile-first:\n  status: draft\n")
    preview.reload()
    assert preview.problems == ()
    assert "pb-problems" not in shown(preview, "principles/radar")


def test_a_half_saved_file_is_a_problem_and_not_the_end(preview: Preview, data: Path):
    file = data / "principles.yml"
    file.write_bytes(file.read_bytes()[:300])
    preview.reload()
    assert "pb-problems" in shown(preview, "")


def test_data_that_is_broken_from_the_start_is_reported_on_every_page(folders: Folders):
    (folders.data / "organisation.yml").unlink()
    preview = preview_of(folders)
    preview.rebuild()
    assert "a playbook needs an organisation" in shown(preview, "departments/finance")
    preview.close()


def test_a_preview_that_began_broken_comes_to_life_when_the_data_is_fixed(folders: Folders):
    text = (folders.data / "organisation.yml").read_bytes()
    (folders.data / "organisation.yml").unlink()
    preview = preview_of(folders)
    preview.rebuild()
    (folders.data / "organisation.yml").write_bytes(text)
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


def test_pages_outside_the_site_are_not_served(preview: Preview, tmp_path: Path):
    (tmp_path / "index.html").write_text("a secret")
    up = "../" * 20
    assert preview.page(f"{up}{str(tmp_path).lstrip('/')}") is None
    assert preview.page(str(tmp_path)) is None


def test_a_data_folder_that_disappears_is_told_and_its_pages_stay(preview: Preview, data: Path):
    data.rename(data.with_name("gone"))
    preview.reload()
    assert "the data folder cannot be read: no such file or directory" in shown(preview, "principles/radar")
    assert "<article" in shown(preview, "principles/radar")
    data.with_name("gone").rename(data)
    preview.reload()
    assert "pb-problems" not in shown(preview, "principles/radar")


def test_the_data_as_json_follows_the_data(preview: Preview, data: Path):
    change(data / "principles.yml", "\nradar:\n  name: ", "\nradar:\n  name: Whiskers and ")
    preview.reload()
    assert b"Whiskers and " in (preview.file("data/principles.json") or b"")


def test_previewed_pages_carry_the_policy(preview: Preview):
    assert "Content-Security-Policy" in shown(preview, "principles/radar")


@pytest.fixture
def project(folders: Folders, tmp_path: Path) -> Iterator[tuple[Preview, Path]]:
    """A preview of a copy of the project, and the folder of its hand-written pages, which the test may change."""
    copied = building.copied_project(tmp_path / "project")
    made = preview_of(replace(folders, root=copied))
    made.rebuild()
    yield made, copied / "docs"
    made.close()


def test_a_call_that_fails_is_reported_on_top_of_every_page_until_it_is_fixed(project: tuple[Preview, Path]):
    preview, docs = project
    welcome = docs / "welcome.md"
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


def test_an_old_address_leads_on_in_the_preview(preview: Preview, data: Path):
    change(data / "principles.yml", "radar:\n", "radar:\n  former_ids: [antenna]\n")
    preview.reload()
    assert preview.problems == ()
    assert "is now <a " in shown(preview, "principles/antenna")
    assert 'content="0; url=../../principles/radar/"' in shown(preview, "principles/antenna")


PAGES = {
    "macro-not-run": b'{{ show_tip("smile-first") }}\n',
    "misplaced-macro": b'---\nrender_macros: true\n---\n\n- {{ show_tip("smile-first") }}\n',
    "invalid-front-matter": b"---\ntitle: a: b\n---\n\n# Mine\n",
    "unreadable-page": b"# Caf\xe9\n",
}
"""By code, what has it."""


def test_what_is_wrong_with_a_page_as_it_is_saved_is_on_top_of_the_preview(project: tuple[Preview, Path]):
    preview, docs = project
    for code, content in PAGES.items():
        (docs / f"{code}.md").write_bytes(content)
    preview.rebuild()
    assert sorted(problem.code for problem in preview.problems) == sorted(PAGES)
    assert shown(preview, "").count("save the file as UTF-8") == 1
    assert "Traceback" not in shown(preview, "")
    for code in PAGES:
        (docs / f"{code}.md").unlink()
    preview.rebuild()
    assert preview.problems == ()


def test_a_call_that_fails_is_well_when_its_record_is_written(project: tuple[Preview, Path], data: Path):
    preview, docs = project
    welcome = docs / "welcome.md"
    welcome.write_text(welcome.read_text("utf-8") + '\n{{ link_to("principle", "whiskers") }}\n', encoding="utf-8")
    preview.rebuild()
    assert [problem.code for problem in preview.problems] == ["unknown-principle"]
    with (data / "principles.yml").open("a", encoding="utf-8") as file:
        file.write("\nwhiskers:\n  name: Whiskers\n  statement: They feel the way.\n")
    preview.reload()
    assert preview.problems == ()
    assert "Whiskers" in shown(preview, "welcome")


def test_a_page_learns_that_the_record_it_calls_is_gone(project: tuple[Preview, Path], data: Path):
    preview, docs = project
    welcome = docs / "welcome.md"
    with (data / "principles.yml").open("a", encoding="utf-8") as file:
        file.write("\nwhiskers:\n  name: Whiskers\n  statement: They feel the way.\n")
    preview.reload()
    welcome.write_text(welcome.read_text("utf-8") + '\n{{ link_to("principle", "whiskers") }}\n', encoding="utf-8")
    preview.rebuild()
    assert preview.problems == ()
    change(data / "principles.yml", "\nwhiskers:\n", "\nbeards:\n")
    preview.reload()
    assert [problem.code for problem in preview.problems] == ["unknown-principle"]


def test_where_there_is_no_history_the_preview_keeps_what_was_reviewed_and_sees_what_changes(
    preview: Preview, data: Path
):
    ledger = data / "reviewed.md"
    [file] = [path for path in (data / "tips").glob("*.yml") if "\nsmile-first:\n" in path.read_text("utf-8")]
    others, _, ours = file.read_text("utf-8").partition("\nsmile-first:\n")
    ours = re.sub(r"(?m)^  reviewed: .*$", "  reviewed: 2026-01-15", ours, count=1)
    file.write_text(f"{others}\nsmile-first:\n{ours}", encoding="utf-8")
    preview.rebuild()
    (before,) = [line for line in ledger.read_text("utf-8").splitlines() if "tip:smile-first " in line]
    change(file, "\nsmile-first:\n  title: ", "\nsmile-first:\n  title: Whiskers and ")
    preview.reload()
    assert "Changed since it was confirmed" in shown(preview, "tips/smile-first")
    assert before in ledger.read_text("utf-8")
