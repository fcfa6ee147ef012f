"""The tests get a Chromium that starts, or one clear sentence; never a silent skip."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import chromium


def program(path: Path, text: str) -> str:
    """An executable at `path` that prints `text`."""
    path.write_text(f"#!/bin/sh\necho '{text}'\n")
    path.chmod(0o755)
    return str(path)


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine with no browser, where nothing can be installed."""
    monkeypatch.delenv("PLAYBOOK_CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "BROWSERS", ("chromium", "google-chrome"))
    monkeypatch.setenv("PATH", str(tmp_path) + os.pathsep + "/nowhere")
    monkeypatch.setattr(chromium, "from_debian", lambda: None)
    monkeypatch.setattr(chromium, "from_playwright", lambda: None)


def test_nothing_to_be_had_is_one_sentence_and_a_failing_exit(capsys: pytest.CaptureFixture[str]) -> None:
    assert chromium.main() == 3
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == (
        "run.py: the tests need Chromium, and none could be found or installed; "
        "install Chromium or Google Chrome, or set PLAYBOOK_CHROMIUM to the path of one\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="the browsers of this test are shell scripts")
def test_an_installed_browser_that_starts_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program(tmp_path / "chromium", "install me with snap")
    expected = program(tmp_path / "google-chrome", "Google Chrome 140")
    assert chromium.main() == 0
    assert capsys.readouterr().out == f"{expected}\n"


@pytest.mark.skipif(os.name == "nt", reason="the browsers of this test are shell scripts")
def test_the_named_browser_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program(tmp_path / "chromium", "Chromium 140")
    named = program(tmp_path / "mine", "Chromium 141")
    monkeypatch.setenv("PLAYBOOK_CHROMIUM", named)
    assert chromium.main() == 0
    assert capsys.readouterr().out == f"{named}\n"


def test_a_named_browser_that_does_not_start_is_reported_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLAYBOOK_CHROMIUM", str(tmp_path / "gone"))
    assert chromium.main() == 3
    assert "the program that PLAYBOOK_CHROMIUM names does not start" in capsys.readouterr().err


@pytest.mark.parametrize("source", ["from_debian", "from_playwright"])
def test_a_browser_is_installed_where_there_is_none(
    source: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chromium, source, lambda: "/installed/chromium")
    assert chromium.main() == 0
    assert capsys.readouterr().out == "/installed/chromium\n"
