"""A preview leaves no folder behind; what one that was killed has left, the next one removes, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from playbook.preview.preview_folder import PREFIX, PreviewFolder
from tests.building import ROOT


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_nothing_is_left_of_a_folder_that_is_removed(temporary: Path) -> None:
    folder = PreviewFolder()
    (folder.new() / "index.html").write_text("a page")
    folder.remove()
    assert list(temporary.iterdir()) == []


def test_each_build_has_an_empty_folder_of_its_own() -> None:
    folder = PreviewFolder()
    first, second = folder.new(), folder.new()
    assert first != second
    assert list(second.iterdir()) == []
    folder.remove()


def test_the_folder_of_a_preview_that_was_killed_is_removed_by_the_next(temporary: Path) -> None:
    program = (
        "import os, sys, tempfile; tempfile.tempdir = sys.argv[1]; "
        "from playbook.preview.preview_folder import PreviewFolder; "
        "(PreviewFolder().new() / 'index.html').write_text('a page'); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", program, str(temporary)], cwd=ROOT, check=False)
    [left] = temporary.iterdir()
    folder = PreviewFolder()
    assert list(temporary.iterdir()) == [folder.path]
    assert folder.path != left
    folder.remove()


def test_the_folder_of_a_preview_that_runs_stays() -> None:
    running = PreviewFolder()
    page = running.new() / "index.html"
    page.write_text("a page")
    PreviewFolder().remove()
    assert page.read_text() == "a page"
    running.remove()


def test_what_someone_else_calls_alike_stays(temporary: Path) -> None:
    diary = temporary / f"{PREFIX}diary" / "diary.txt"
    diary.parent.mkdir()
    diary.write_text("mine")
    (temporary / f"{PREFIX}note").write_text("mine")
    linked = temporary / "linked"
    linked.mkdir()
    (linked / "lock").touch()
    (temporary / f"{PREFIX}link").symlink_to(linked, target_is_directory=True)
    PreviewFolder().remove()
    assert diary.read_text() == "mine"
    assert (temporary / f"{PREFIX}note").read_text() == "mine"
    assert (linked / "lock").exists()


def test_an_empty_folder_whose_preview_never_locked_it_is_removed(temporary: Path) -> None:
    (temporary / f"{PREFIX}empty").mkdir()
    PreviewFolder().remove()
    assert list(temporary.iterdir()) == []
