"""Only ordinary files with the right names are opened; everything else is reported, and no link is followed."""

from __future__ import annotations

import os
import socket
import tempfile
from pathlib import Path

import pytest

from playbook.reading import read
from playbook.reading.data_files import MAX_BYTES, DataFile, Unread, find_files


def found(folder: Path) -> list[tuple[str, str]]:
    """The path below the folder, and the kind of record or the code of the problem."""
    entries = []
    for entry in find_files(folder, folder):
        if isinstance(entry, Unread):
            entries.append((entry.problem.place.file, entry.problem.code))
        else:
            entries.append((entry.path, entry.kind))
    return entries


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a: b\n")


def test_files_and_folders_are_found_in_a_fixed_order(tmp_path: Path) -> None:
    write(tmp_path, "tips/b.yml", "tips/a.yml", "tips.yml", "access.yml", "organisation.yml")
    assert found(tmp_path) == [
        ("access.yml", "access"),
        ("organisation.yml", "organisation"),
        ("tips/a.yml", "tip"),
        ("tips/b.yml", "tip"),
        ("tips.yml", "tip"),
    ]


def test_notes_backups_hidden_files_and_schemas_are_ignored(tmp_path: Path) -> None:
    write(tmp_path, "README.md", "tips/notes.md", ".git/x.yml", ".tips.yml.swp", "tips/a.yml~", "schema/tips.json")
    write(tmp_path, "Thumbs.db", "tips/desktop.ini")
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    "name", ["tip.yml", "Tips.yml", "tips.yaml", "tips/a.yaml", "tips/a.YML", "tips.yml.bak", "zoo/a.yml", "a.png"]
)
def test_other_names_are_reported_and_not_ignored(name: str, tmp_path: Path) -> None:
    write(tmp_path, name)
    assert [code for _, code in found(tmp_path)] == ["unknown-file"]


def test_folders_within_folders_are_reported(tmp_path: Path) -> None:
    write(tmp_path, "tips/2026/a.yml")
    assert found(tmp_path) == [("tips/2026", "nested-folder")]


@pytest.mark.parametrize("name", ["tips.yml", "tips/a.yml", "README.md", "anything"])
def test_links_are_refused_wherever_they_lead(name: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text("a: b\n")
    data = tmp_path / "data"
    (data / name).parent.mkdir(parents=True)
    (data / name).symlink_to(outside)
    assert found(data) == [(name, "symbolic-link")]


@pytest.mark.parametrize("target", ["nowhere", ".", "/", "/dev/zero", "loop.yml"])
def test_links_are_not_followed(target: str, tmp_path: Path) -> None:
    (tmp_path / "loop.yml").symlink_to(target)
    assert found(tmp_path) == [("loop.yml", "symbolic-link")]


def test_a_linked_folder_of_records_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/a.yml")
    data = tmp_path / "data"
    data.mkdir()
    (data / "tips").symlink_to(tmp_path / "elsewhere")
    assert found(data) == [("tips", "symbolic-link")]


def test_pipes_and_sockets_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tips.yml")
    # The path of a socket must be short.
    with tempfile.TemporaryDirectory() as short, socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"{short}/s")
        os.rename(f"{short}/s", tmp_path / "roles.yml")
        assert found(tmp_path) == [("roles.yml", "not-a-file"), ("tips.yml", "not-a-file")]


def test_a_file_swapped_for_a_link_after_it_was_seen_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "tips.yml")
    (tmp_path / "secret").write_text("secret: text\n")
    opening = os.open

    def swapping(path: Path, flags: int) -> int:
        (tmp_path / "tips.yml").unlink()
        (tmp_path / "tips.yml").symlink_to(tmp_path / "secret")
        return opening(path, flags)

    monkeypatch.setattr("playbook.reading.data_files.os.open", swapping)
    assert ("tips.yml", "unreadable-file") in found(tmp_path)


def test_a_file_may_have_a_megabyte_and_no_more(tmp_path: Path) -> None:
    (tmp_path / "tips.yml").write_bytes(b"#" * MAX_BYTES)
    (tmp_path / "roles.yml").write_bytes(b"#" * (MAX_BYTES + 1))
    assert found(tmp_path) == [("roles.yml", "file-too-large"), ("tips.yml", "tip")]


def test_names_that_cannot_be_printed_do_no_harm(tmp_path: Path) -> None:
    tips = tmp_path / "tips"
    tips.mkdir()
    for name in (b"\xff\xfe.yml", b"a\nb.yml", "\u202eb.yml".encode(), b"x.yaml\xff"):
        (tips / os.fsdecode(name)).write_bytes(b"a: b\n")
    for path, _ in found(tmp_path):
        path.encode()
        assert path.isprintable()


def test_a_problem_with_one_file_does_not_hide_the_others(tmp_path: Path) -> None:
    write(tmp_path, "tips/a.yml", "tipps.yml")
    (tmp_path / "roles.yml").symlink_to("/dev/zero")
    codes = {problem.code for problem in read(tmp_path).problems}
    assert {"unknown-file", "symbolic-link", "missing-file"} <= codes


def test_a_file_in_its_kinds_folder_knows_it() -> None:
    assert DataFile("playbook_data/tips/a.yml", "tip", b"").is_in_folder
    assert not DataFile("playbook_data/tips.yml", "tip", b"").is_in_folder
