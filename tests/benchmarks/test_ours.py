"""The copy that is measured is this project with other data, and its hand-written pages name no missing record."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from benchmarks import ours, workload
from benchmarks.sizes import Size
from playbook.days import Days
from playbook.opening import open_playbook

TINY = Size("XS", tips=3, departments=4, touchpoints=3)


def test_the_copy_has_the_workload_as_its_data(tmp_path: Path) -> None:
    workload.write(TINY, tmp_path / "data")
    ours.lay_out(tmp_path / "data", tmp_path / "project")
    opened = open_playbook(tmp_path / "project" / "playbook_data", Days.on(dt.date(2026, 11, 22)))
    assert opened.errors == ()
    assert opened.playbook is not None
    assert len(opened.playbook.tips) == TINY.tips
    assert (tmp_path / "project" / "playbook" / "cli.py").is_file()


def test_no_macro_is_left_in_the_pages(tmp_path: Path) -> None:
    workload.write(TINY, tmp_path / "data")
    ours.lay_out(tmp_path / "data", tmp_path / "project")
    pages = [page.read_text(encoding="utf-8") for page in (tmp_path / "project" / "docs").rglob("*.md")]
    assert pages
    assert not any("{{" in page or "{%" in page for page in pages)
