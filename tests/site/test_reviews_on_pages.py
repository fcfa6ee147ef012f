"""Who answers for a page, and whether what it says has been confirmed, is said on the page itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from playbook import git
from playbook.days import Days
from playbook.folders import Folders
from playbook.full_check import check_everything
from playbook.model import INSTRUCTING, Playbook
from playbook.reviewing.ledger import FILE
from tests import building
from tests.conftest import TODAY
from tests.site.documents import document, shown
from tests.site.test_reproducible import differing

STEP = "Ask to see both tickets."


def review_of(site: Path, page: str) -> str:
    """The line about the review on a page; empty when there is none."""
    lines = [shown(line) for line in document(site / page / "index.html").with_class("pb-review")]
    assert len(lines) <= 1
    return lines[0] if lines else ""


def test_every_page_that_tells_people_what_to_do_says_who_answers_for_it(
    small_site: Path, small_playbook: Playbook
) -> None:
    published = small_playbook.published()
    with_line = {
        page.parent for page in small_site.rglob("index.html") if 'class="pb-review' in page.read_text("utf-8")
    }
    folders = {kind.name: kind.folder for kind in INSTRUCTING}
    assert with_line == {small_site / folders[ref.kind] / ref.id for ref, _ in published.instructions()}


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("scenarios/seat-taken", "Owner: Front of house Confirmed 20 January 2026 next review by 20 January 2027"),
        ("tips/look-up", "Owner: Front of house Confirmed 15 January 2026 next review by 15 July 2026"),
        (
            "roles/usher",
            "Owner: Front of house Authority confirmed 20 November 2024 Overdue for review since 20 November 2025",
        ),
        ("roles/cleaner", ""),
        ("touchpoints/finds-seat", ""),
        ("departments/stage", ""),
    ],
)
def test_the_line_says_when_it_was_confirmed_and_until_when_that_holds(small_site: Path, page: str, words: str) -> None:
    assert review_of(small_site, page) == words


def test_a_department_s_page_lists_what_is_due_and_leads_to_its_calendar(small_site: Path) -> None:
    page = document(small_site / "departments/front-of-house/index.html")
    links = {link.get("href"): shown(link) for link in page.all("a")}
    assert links["../../departments/front-of-house/reviews.ics"] == "Add the due dates to a calendar"
    assert "overdue for review" in (small_site / "departments/front-of-house/index.html").read_text("utf-8")
    calendar = (small_site / "departments/front-of-house/reviews.ics").read_bytes()
    assert calendar.startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_playbook_in_which_nobody_confirmed_anything_says_so_quietly(
    small_data: Path, small_project: Path, tmp_path: Path
) -> None:
    data = shutil.copytree(small_data, tmp_path / "small_playbook", ignore=shutil.ignore_patterns(FILE))
    text = (data / "exercises.yml").read_text("utf-8")
    for line in ("  owner: front-of-house\n", "  reviewed: 2026-01-20\n"):
        assert line in text
        text = text.replace(line, "")
    (data / "exercises.yml").write_text(text, "utf-8")
    site = building.build(data, tmp_path / "site", project=small_project, environment=building.on_day(TODAY))
    assert review_of(site, "exercises/first-minute") == "Owner: none yet Never confirmed"


def test_without_a_history_a_build_keeps_what_was_reviewed_and_the_next_ones_see_what_changed(
    small_data: Path, small_project: Path, tmp_path: Path
) -> None:
    data = shutil.copytree(small_data, tmp_path / "small_playbook", ignore=shutil.ignore_patterns(FILE))

    def build(name: str) -> Path:
        environment = building.on_day(TODAY)
        return building.build(data, tmp_path / name, project=small_project, environment=environment)

    first, second = build("first"), build("second")
    assert "- scenario:seat-taken 2026-01-20 " in (data / FILE).read_text("utf-8")
    assert differing(first, second) == []
    scenarios = data / "scenarios.yml"
    scenarios.write_text(scenarios.read_text("utf-8").replace(STEP, "Ask them to show both tickets."), "utf-8")
    third = build("third")
    assert "Changed since it was confirmed" in review_of(third, "scenarios/seat-taken")
    assert "Changed since it was confirmed" in (third / "health/index.html").read_text("utf-8")
    assert "changed since it was confirmed" in (third / "departments/front-of-house/index.html").read_text("utf-8")
    assert differing(third, build("fourth")) == []


def test_a_check_neither_reads_the_history_nor_keeps_a_ledger(
    small_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*arguments: object) -> None:
        raise AssertionError(arguments)

    monkeypatch.setattr(git, "lines", asked)
    monkeypatch.setattr(git, "Objects", asked)
    data = shutil.copytree(small_data, tmp_path / "small_playbook", ignore=shutil.ignore_patterns(FILE))
    for folder in (data, building.SMALL):
        folders = Folders(building.ROOT, folder, tmp_path / "site", tmp_path / "cache")
        check_everything(folders, Days.on(TODAY))
    assert not (data / FILE).exists()
