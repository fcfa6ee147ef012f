"""A build lists its own files, so foreign, missing and truncated files are found and nothing foreign is deleted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from playbook.publishing import manifest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A build of two pages and an empty folder."""
    made = tmp_path / "build"
    (made / "tips" / "smile-first").mkdir(parents=True)
    (made / "empty" / "inside").mkdir(parents=True)
    (made / "index.html").write_text("home")
    (made / "tips" / "smile-first" / "index.html").write_text("a tip")
    manifest.write(made)
    return made


def test_a_build_holds_nothing_foreign_and_nothing_damaged(folder: Path) -> None:
    assert manifest.foreign(folder) == []
    assert manifest.damaged(folder) == []


def test_the_same_files_give_the_same_bytes(folder: Path) -> None:
    before = (folder / manifest.NAME).read_bytes()
    manifest.write(folder)
    assert (folder / manifest.NAME).read_bytes() == before


def test_a_missing_and_a_shortened_file_are_damage(folder: Path) -> None:
    (folder / "index.html").write_text("h")
    (folder / "tips" / "smile-first" / "index.html").unlink()
    assert manifest.damaged(folder) == ["index.html", "tips/smile-first/index.html"]
    assert manifest.foreign(folder) == []


def test_a_changed_file_of_the_same_size_is_damage(folder: Path) -> None:
    (folder / "index.html").write_text("hole")
    assert manifest.damaged(folder) == ["index.html"]


def test_a_build_of_an_earlier_version_is_one_and_its_sizes_count(folder: Path) -> None:
    sizes = {"index.html": 4, "tips/smile-first/index.html": 5, "empty/inside": -1}
    (folder / manifest.NAME).write_text(json.dumps({"made_by": "patron-playbook", "sizes": sizes}))
    assert manifest.foreign(folder) == manifest.damaged(folder) == []
    (folder / "index.html").write_text("h")
    assert manifest.damaged(folder) == ["index.html"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"sizes": []}', '{"files": 1}', "{}", '"sizes"'])
def test_a_manifest_that_cannot_be_read_is_none(folder: Path, text: str) -> None:
    (folder / manifest.NAME).write_text(text)
    assert manifest.read(folder) is None
    assert manifest.damaged(folder) == [manifest.NAME]
    assert manifest.foreign(folder) == ["empty/inside", "index.html", "tips/smile-first/index.html"]


def test_a_link_in_the_place_of_a_folder_is_foreign(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder / "empty" / "inside").rmdir()
    (folder / "empty").rmdir()
    (folder / "empty").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert manifest.foreign(folder) == ["empty"]


def test_removing_a_build_removes_its_folder(folder: Path) -> None:
    manifest.remove(folder)
    assert not folder.exists()


def test_removing_a_build_leaves_what_is_foreign(folder: Path) -> None:
    (folder / "tips" / "mine.txt").write_text("mine")
    (folder / "uploads").mkdir()
    manifest.remove(folder)
    left = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    assert left == [manifest.NAME, "tips", "tips/mine.txt", "uploads"]
    manifest.remove(folder)
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*")) == left
