"""Whichever call of the operating system fails, the published site is the old build or the new one, as reported."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from playbook.publishing import renaming
from playbook.publishing.staging import PublishingError, begin, discard, rollback
from tests.publishing.synthetic_site import build, leftovers, which_build

CALLS = [
    (os, "rename"), (os, "mkdir"), (os, "rmdir"), (os, "unlink"), (os, "open"), (os, "listdir"), (os, "scandir"),
    (os, "chmod"), (io, "open"), (renaming, "exchange"),
]  # fmt: skip


class Disk:
    """Makes the calls fail that `is_failing` picks by their number, counted from 1."""

    def __init__(self, is_failing: Callable[[int], bool]) -> None:
        self._is_failing = is_failing
        self.calls = 0

    def fail_in(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Count every call that touches the disk from now on, and let the picked ones fail."""
        for module, name in CALLS:
            monkeypatch.setattr(module, name, self._counted(getattr(module, name)))

    def _counted(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **kwargs: Any) -> Any:
            self.calls += 1
            if self._is_failing(self.calls):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return call(*args, **kwargs)

        return counted


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with build 2 published and build 1 behind it."""
    build(tmp_path / "site", 1)
    build(tmp_path / "site", 2)
    return tmp_path / "site"


@pytest.fixture(params=["one step", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How the two folders are swapped."""
    if request.param == "two renames":
        monkeypatch.setattr(renaming, "exchange", lambda _one, _other: False)
    return str(request.param)


def succeeds_on(disk: Disk, action: Callable[[], None]) -> bool:
    """Whether `action` reports success while the disk fails."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        disk.fail_in(monkeypatch)
        try:
            action()
        except (OSError, PublishingError):  # an OSError when writing the files of the build, before publishing
            return False
    return True


@pytest.mark.usefixtures("way")
def test_a_build_reports_the_truth_whichever_single_call_fails(site: Path) -> None:
    for failing in count(1):
        disk = Disk(lambda call, failing=failing: call == failing)
        is_published = succeeds_on(disk, lambda: build(site, 3))
        assert which_build(site) == (3 if is_published else 2)
        discard(begin(site))
        assert leftovers(site) == []
        rollback(site)
        assert which_build(site) == (2 if is_published else 1)
        if disk.calls < failing:
            return
        build(site, 1)
        build(site, 2)


@pytest.mark.usefixtures("way")
def test_a_rollback_reports_the_truth_whichever_single_call_fails(site: Path) -> None:
    for failing in count(1):
        disk = Disk(lambda call, failing=failing: call == failing)
        is_published = succeeds_on(disk, lambda: rollback(site))
        assert which_build(site) == (1 if is_published else 2)
        rollback(site)
        assert which_build(site) == (2 if is_published else 1)
        if disk.calls < failing:
            return
        build(site, 1)
        build(site, 2)


def test_a_build_on_a_disk_that_stays_full(site: Path, way: str) -> None:
    for failing in count(1):
        disk = Disk(lambda call, failing=failing: call >= failing)
        is_published = succeeds_on(disk, lambda: build(site, 3))
        if way == "two renames" and not site.exists():
            assert not is_published  # the rename back failed as well; the next start puts it right
            discard(begin(site))
        assert which_build(site) == (3 if is_published else 2)
        if disk.calls < failing:
            return
        build(site, 1)
        build(site, 2)


def test_a_full_disk_is_named(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Disk(lambda _: True).fail_in(monkeypatch)
    with pytest.raises(PublishingError) as refusal:
        begin(site)
    monkeypatch.undo()
    assert str(refusal.value) == (
        "cannot make a folder for the new build beside `site`: No space left on device\n"
        "  = help: make room on the disk and build again; the published site has not changed"
    )
