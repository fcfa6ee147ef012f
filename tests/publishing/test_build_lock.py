"""One process at a time; the lock is free as soon as its holder says so or ends."""

from __future__ import annotations

import os
from pathlib import Path

from playbook.publishing import build_lock


def test_a_held_lock_names_its_holder(tmp_path: Path) -> None:
    lock = build_lock.acquire(tmp_path / "lock")
    assert lock
    assert build_lock.acquire(tmp_path / "lock") is None
    assert build_lock.holder(tmp_path / "lock") == f"process {os.getpid()}"
    lock.release()


def test_a_released_lock_is_free_even_while_a_helper_process_still_has_the_file_open(tmp_path: Path) -> None:
    lock = build_lock.acquire(tmp_path / "lock")
    assert lock
    inherited = os.dup(lock._file.fileno())
    lock.release()
    lock.release()
    again = build_lock.acquire(tmp_path / "lock")
    assert again
    again.release()
    os.close(inherited)


def test_a_holder_that_cannot_be_read_is_another_process(tmp_path: Path) -> None:
    assert build_lock.holder(tmp_path / "gone") == "another process"
    (tmp_path / "lock").write_bytes(b"\xff\xfe")
    assert build_lock.holder(tmp_path / "lock") == "another process"
