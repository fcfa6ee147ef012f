"""Errors of the Nu checker are grouped by message; what keeps it from running is reported in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import valid_markup
from benchmarks.valid_markup import as_text, main


def test_errors_are_counted_by_message(tmp_path: Path) -> None:
    errors = [
        {"url": f"file:{tmp_path}/tips/{name}.html", "lastLine": 7, "message": message}
        for name, message in (("a", "Stray tag."), ("b", "Bad value."), ("c", "Stray tag."))
    ]
    assert as_text(errors, tmp_path, pages=9).splitlines() == [
        "    2 × Stray tag.",
        "        tips/a.html:7",
        "        tips/c.html:7",
        "    1 × Bad value.",
        "        tips/b.html:7",
        "3 errors in 9 pages",
    ]


def test_a_folder_without_pages_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "vnu.jar"]) == 3
    assert "build the site first" in capsys.readouterr().err


def test_a_machine_without_java_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>t</title>", encoding="utf-8")
    monkeypatch.setattr(valid_markup.shutil, "which", lambda name: None)
    assert main([str(tmp_path), "vnu.jar"]) == 3
    assert "needs Java" in capsys.readouterr().err
