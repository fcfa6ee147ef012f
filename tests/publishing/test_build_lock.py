"""One process at a time; the lock is free as soon as its holder says so or ends."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from playbook.publishing import build_lock


def descriptor_of(path: Path) -> int:
    """The descriptor by which this process has the file open."""
    wanted = path.stat()
    for descriptor in range(3, 1024):
        try:
            if os.path.samestat(os.fstat(descriptor), wanted):
                return descriptor
        except OSError:
            continue
    raise AssertionError(f"{path.name} is not open")


def test_a_held_lock_names_its_holder(tmp_path: Path) -> None:
    lock = build_lock.acquire(tmp_path / "lock")
    assert lock
    assert build_lock.acquire(tmp_path / "lock") is None
    assert build_lock.holder(tmp_path / "lock") == f"process {os.getpid()}"
    lock.release()


def test_a_released_lock_is_free_even_while_a_helper_process_still_has_the_file_open(tmp_path: Path) -> None:
    lock = build_lock.acquire(tmp_path / "lock")
    assert lock
    inherited = os.dup(descriptor_of(tmp_path / "lock"))
    lock.release()
    lock.release()
    again = build_lock.acquire(tmp_path / "lock")
    assert again
    again.release()
    os.close(inherited)


def test_a_refused_attempt_leaves_the_name_of_the_holder(tmp_path: Path) -> None:
    lock = build_lock.acquire(tmp_path / "lock")
    assert lock
    for _ in range(3):
        assert build_lock.acquire(tmp_path / "lock") is None
    assert build_lock.holder(tmp_path / "lock") == f"process {os.getpid()}"
    lock.release()


def test_a_longer_name_of_an_earlier_holder_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("\nprocess 12345678901234567890\n")
    lock = build_lock.acquire(tmp_path / "lock")
    assert lock
    assert build_lock.holder(tmp_path / "lock") == f"process {os.getpid()}"
    lock.release()


def test_the_file_of_the_lock_stays_so_that_everyone_waits_for_the_same_one(tmp_path: Path) -> None:
    lock = build_lock.acquire(tmp_path / "lock")
    assert lock
    before = (tmp_path / "lock").stat().st_ino
    lock.release()
    assert (tmp_path / "lock").stat().st_ino == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has another call for it")
@pytest.mark.parametrize("reason", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_disk_without_locks_is_an_error_and_not_someone_else_s_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: int
) -> None:
    def refused(_descriptor: int, _operation: int) -> None:
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr("fcntl.flock", refused)
    with pytest.raises(OSError, match=os.strerror(reason)):
        build_lock.acquire(tmp_path / "lock")
    assert build_lock.holder(tmp_path / "lock") == "another process"


def test_a_holder_that_cannot_be_read_is_another_process(tmp_path: Path) -> None:
    assert build_lock.holder(tmp_path / "gone") == "another process"
    (tmp_path / "lock").write_bytes(b"\xff\xfe")
    assert build_lock.holder(tmp_path / "lock") == "another process"
