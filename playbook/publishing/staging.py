"""Puts a finished build in the place of the published one, so that the published site is one complete build always.

    staging = begin(site)      an empty folder to build into; nobody else may build now
    publish(staging)           swap it in; the build it replaces is kept
    discard(staging)           or forget it; the published site stays as it was
    rollback(site)             swap back; once more swaps forth

Works on paths alone and knows nothing of MkDocs or of what a build contains. How the folders change places is told
in `build_folders`; what is ours and what is foreign, in `manifest`.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from playbook.publishing import build_folders, build_lock, manifest
from playbook.publishing.build_lock import BuildLock

SHOWN = 3
"""How many files a message names."""


class PublishingError(Exception):
    """Publishing cannot go on, and the published site is as it was. Its text is what a person reads."""

    def __init__(self, message: str, help_: str) -> None:
        self.message = message
        self.help = help_
        super().__init__(f"{message}\n  = help: {help_}")


@dataclass(frozen=True, slots=True)
class Staging:
    """A build being made. Give it to `publish` or to `discard`; until then nobody else can build this site."""

    folder: Path
    """Where the files go; empty at first."""
    site: Path
    """The folder that is published."""
    lock: BuildLock


def begin(site_dir: str | Path) -> Staging:
    """Start a build of the site published in `site_dir`, tidying up after builds that were killed.

    Raises PublishingError when somebody else is building, when `site_dir` holds anything that no build of ours
    put there, or when the folders beside it cannot be made.
    """
    site = _site(site_dir)
    with _said_plainly(f"cannot make a folder for the new build beside `{site.name}`", site):
        lock = _locked(site)
        try:
            build_folders.recover(site)
            _refuse_foreign(site)
            return Staging(build_folders.new_folder(site), site, lock)
        except BaseException:
            lock.release()
            raise


def publish(staging: Staging) -> None:
    """Make the build the published one; the one it replaces becomes the previous one.

    Raises PublishingError, with the site as it was and the build discarded.
    """
    site = staging.site
    try:
        with _said_plainly(f"cannot put the new build in the place of `{site.name}`", site):
            if not os.listdir(staging.folder):
                raise PublishingError(f"the new build of `{site.name}` is empty", "see the messages of the build above")
            manifest.write(staging.folder)
            _refuse_foreign(site)
            replaced = build_folders.bring_in(staging.folder, site)
    except BaseException:
        discard(staging)
        raise
    with suppress(OSError):  # the site is published; the next build tidies up
        build_folders.keep(replaced, site)
        build_folders.empty_trash(site)
    staging.lock.release()


def discard(staging: Staging) -> None:
    """Forget the build; does nothing after `publish` or a second time.

    What cannot be deleted is left for the next build to delete.
    """
    with suppress(OSError):
        build_folders.discard_unpublished(staging.folder)
    staging.lock.release()


def rollback(site_dir: str | Path) -> None:
    """Publish the previous build again; the one it replaces becomes the previous one.

    Raises PublishingError, with the site as it was, when there is no previous build or it is not complete, when
    somebody is building, or when `site_dir` holds anything that no build of ours put there.
    """
    site = _site(site_dir)
    with _said_plainly(f"cannot put the previous build in the place of `{site.name}`", site):
        lock = _locked(site)
        try:
            build_folders.recover(site)
            _refuse_foreign(site)
            _refuse_damaged(build_folders.previous_build(site), site)
            replaced = build_folders.bring_in(build_folders.previous_build(site), site)
            with suppress(OSError):  # the site is published; the next build tidies up
                build_folders.keep(replaced, site)
        finally:
            lock.release()


def _site(site_dir: str | Path) -> Path:
    """The folder itself when `site_dir` is a link to it: the link is the administrator's and stays."""
    site = Path(os.path.realpath(site_dir))
    if os.path.ismount(site):
        raise PublishingError(
            f"`{site.name or site}` is where a disk or volume is mounted, so it cannot be swapped for another folder",
            "set `site_dir` to a folder inside it",
        )
    return site


def _locked(site: Path) -> BuildLock:
    folder = build_folders.beside(site)
    folder.mkdir(parents=True, exist_ok=True)
    lock = build_lock.acquire(folder / "lock")
    if lock is None:
        raise PublishingError(
            f"another build of `{site.name}` is running ({build_lock.holder(folder / 'lock')})",
            "wait until it has finished, then build again",
        )
    return lock


def _refuse_foreign(site: Path) -> None:
    if not site.exists():
        return
    if not site.is_dir():
        raise PublishingError(f"`{site.name}` is a file", "move it away, or set `site_dir` to another folder")
    found = manifest.foreign(site)
    if found:
        raise PublishingError(
            f"`{site.name}` holds files that no build of this project put there: {_some(found)}",
            "move them away, or set `site_dir` to another folder; an empty one will do",
        )


def _refuse_damaged(previous: Path, site: Path) -> None:
    if not previous.exists():
        raise PublishingError(f"there is no previous build of `{site.name}`", "build it anew from an older version")
    missing = manifest.damaged(previous)
    if missing:
        raise PublishingError(
            f"the previous build of `{site.name}` is not complete: {_some(missing)}",
            "build it anew from an older version",
        )


def _some(paths: list[str]) -> str:
    shown = ", ".join(f"`{path}`" for path in paths[:SHOWN])
    return shown + (f" and {len(paths) - SHOWN} more" if len(paths) > SHOWN else "")


def stopped_by(error: OSError) -> PublishingError:
    """The error of the operating system that stopped a build, for a person to read."""
    file = error.filename2 or error.filename
    message = f"the machine stopped the build: {error.strerror or error}" + (f" ({file})" if file else "")
    return PublishingError(message, f"{_mend(error)}; the published site is as it was")


@contextmanager
def _said_plainly(failed: str, site: Path) -> Iterator[None]:
    """Turn errors of the operating system into a sentence that starts with what `failed`."""
    existed = site.exists()
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        is_gone = existed and not site.exists()
        where = (
            "the next build or rollback puts the published site back" if is_gone else "the published site is as it was"
        )
        raise PublishingError(f"{failed}: {reason}", f"{_mend(error)}; {where}") from error


def _mend(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "make room on the disk and build again"
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return "close programs that hold its files, see that you may write there, and build again"
    return "mend that and build again"
