"""What `check` reports is cached, and the cache is used only when nothing that it depends on has changed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import shutil
from pathlib import Path

import pytest

from playbook import full_check as full
from playbook.check_cache import checked
from playbook.days import Days
from playbook.folders import Folders
from playbook.problems import Problem
from tests.reading.mistakes import VALID

DAYS = Days(today=dt.date(2026, 6, 1), edition=dt.date(2026, 5, 1))


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """A project of a playbook with an error in a file, an error in a record and a piece of advice about another."""
    folder = Path(shutil.copytree(VALID, tmp_path / "playbook_data"))
    (folder / "sources.yml").write_text("an-essay:\n  title: An essay\n  kind: essay\n", "utf-8")
    (folder / "routines.yml").write_text("walk: [\n", "utf-8")
    (folder / "settings.yml").write_text("foyer:\n  name: Foyer\n", "utf-8")
    return Folders(root=tmp_path, data=folder, site=tmp_path / "site", cache=tmp_path / "cache")


class Checks:
    """Counts the checks that were really made."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        full_check = full.full_check

        def counted(data: Path, days: Days, cache: Path | None = None) -> object:
            self.count += 1
            return full_check(data, days, cache)

        monkeypatch.setattr(full, "full_check", counted)


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> Checks:
    return Checks(monkeypatch)


def everything(problems: tuple[Problem, ...]) -> list[tuple[object, ...]]:
    """Every field of every problem, including those that are not compared."""
    return [dataclasses.astuple(problem) for problem in problems]


def test_a_second_check_reports_the_same_from_the_cache(folders: Folders, checks: Checks) -> None:
    first, second = (checked(folders, DAYS) for _ in range(2))
    assert checks.count == 1
    assert everything(first) == everything(second)
    assert [problem.about for problem in first] == [problem.about for problem in second]
    kinds = {problem.about.kind if problem.about else None for problem in second}
    assert kinds == {None, "setting", "tip"}
    assert {problem.severity for problem in first} == {problem.severity for problem in second}


@pytest.mark.parametrize("day", ["today", "edition"])
def test_another_day_is_another_check(day: str, folders: Folders, checks: Checks) -> None:
    checked(folders, DAYS)
    checked(folders, dataclasses.replace(DAYS, **{day: dt.date(2026, 5, 2)}))
    assert checks.count == 2


def test_one_changed_byte_is_another_check(folders: Folders, checks: Checks) -> None:
    checked(folders, DAYS)
    (folders.data / "settings.yml").write_text("foyer:\n  name: Hall\n", "utf-8")
    checked(folders, DAYS)
    assert checks.count == 2


def test_another_hand_written_page_is_another_check(folders: Folders, checks: Checks) -> None:
    checked(folders, DAYS)
    folders.docs.mkdir()
    for text in ("# Mine\n", "# Ours\n"):
        (folders.docs / "mine.md").write_text(text, "utf-8")
        checked(folders, DAYS)
    assert checks.count == 3


@pytest.mark.parametrize("damage", [b"", b"{{{", b"[]", b"{}", b'{"key": 1, "problems": [{}]}'])
def test_a_damaged_cache_is_not_used(damage: bytes, folders: Folders, checks: Checks) -> None:
    first = checked(folders, DAYS)
    for file in folders.cache.glob("check.json"):
        file.write_bytes(damage)
    assert checked(folders, DAYS) == first
    assert checks.count == 2
