"""Replaces the published site by a finished build, so that it is one complete build at any moment.

    staging = begin(site)      an empty folder to build into; nobody else may build now
    publish(staging)           swap it in; the build it replaces is kept
    discard(staging)           or delete it; the published site stays as it was
    rollback(site)             swap back to the build before; a second time undoes it

Works on paths alone and knows nothing of what a build contains. `build_folders` describes how folders are swapped,
`manifest` which files are ours and which are foreign.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import BaseFileLock

from playbook.publishing import build_folders, build_lock, manifest

MAX_NAMED = 3
"""How many files a message names at most."""


class PublishingError(Exception):
    """Publishing has failed and the published site is as it was. The text is for people to read."""

    def __init__(self, message: str, help_: str) -> None:
        self.message = message
        self.help = help_
        super().__init__(f"{message}\n  = help: {help_}")


@dataclass(frozen=True, slots=True)
class Staging:
    """A build in progress. Give it to `publish` or to `discard`; until then nobody else can build this site."""

    folder: Path
    """The folder to build into; empty at first."""
    site: Path
    """The published folder."""
    lock: BaseFileLock


def begin(published: str | Path) -> Staging:
    """Start a build of the site in the folder `published`, after cleaning up behind builds that were killed.

    Raises PublishingError when someone else is building, when `published` contains anything that no build of ours
    created, or when the folders beside it cannot be created.
    """
    site = _real_folder(published)
    with _as_publishing_error(f"cannot make a folder for the new build beside `{site.name}`", site):
        lock = _locked(site)
        try:
            build_folders.recover(site)
            _refuse_foreign(site)
            return Staging(build_folders.create_build_folder(site), site, lock)
        except BaseException:
            lock.release()
            raise


def publish(staging: Staging) -> None:
    """Publish the build; the one that it replaces becomes the previous one.

    Raises PublishingError, with the site as it was and the build discarded.
    """
    site = staging.site
    try:
        with _as_publishing_error(f"cannot put the new build in the place of `{site.name}`", site):
            if not os.listdir(staging.folder):
                raise PublishingError(f"the new build of `{site.name}` is empty", "see the messages of the build above")
            manifest.write(staging.folder)
            _refuse_foreign(site)
            replaced = build_folders.swap_in(staging.folder, site)
    except BaseException:
        discard(staging)
        raise
    with suppress(OSError):  # the site is published; the next build cleans up
        build_folders.keep_as_previous(replaced, site)
        build_folders.empty_trash(site)
    staging.lock.release()


def discard(staging: Staging) -> None:
    """Delete the build; does nothing after `publish` or a second time.

    What cannot be deleted is left for the next build to delete.
    """
    with suppress(OSError):
        build_folders.discard_unpublished(staging.folder)
    staging.lock.release()


def rollback(published: str | Path) -> None:
    """Publish the previous build again; the one that it replaces becomes the previous one.

    Raises PublishingError, with the site as it was, when there is no previous build or it is not complete, when
    someone is building, or when `published` contains anything that no build of ours created.
    """
    site = _real_folder(published)
    with _as_publishing_error(f"cannot put the previous build in the place of `{site.name}`", site):
        lock = _locked(site)
        try:
            build_folders.recover(site)
            _refuse_foreign(site)
            _refuse_damaged(build_folders.previous_build(site), site)
            replaced = build_folders.swap_in(build_folders.previous_build(site), site)
            with suppress(OSError):  # the site is published; the next build cleans up
                build_folders.keep_as_previous(replaced, site)
        finally:
            lock.release()


def _real_folder(published: str | Path) -> Path:
    """The folder itself when `published` is a link to it: the link is the administrator's and stays.

    Raises PublishingError for a folder that cannot be renamed.
    """
    site = Path(os.path.realpath(published))
    if os.path.ismount(site):
        raise PublishingError(
            f"`{site.name or site}` is where a disk or volume is mounted, so it cannot be swapped for another folder",
            "set `site_dir` to a folder inside it",
        )
    return site


def _locked(site: Path) -> BaseFileLock:
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
            f"`{site.name}` holds files that no build of this project put there: {_first_of(found)}",
            "move them away, or set `site_dir` to another folder; an empty one will do",
        )


def _refuse_damaged(previous: Path, site: Path) -> None:
    if not previous.exists():
        raise PublishingError(f"there is no previous build of `{site.name}`", "build it anew from an older version")
    missing = manifest.damaged(previous)
    if missing:
        raise PublishingError(
            f"the previous build of `{site.name}` is not complete: {_first_of(missing)}",
            "build it anew from an older version",
        )
    foreign = manifest.foreign(previous)
    if foreign:
        raise PublishingError(
            f"the previous build of `{site.name}` holds files that no build put there: {_first_of(foreign)}",
            f"move them out of `{previous.name}`",
        )


def _first_of(paths: list[str]) -> str:
    named = ", ".join(f"`{path}`" for path in paths[:MAX_NAMED])
    return named + (f" and {len(paths) - MAX_NAMED} more" if len(paths) > MAX_NAMED else "")


def stopped_by(error: OSError) -> PublishingError:
    """An error of the operating system that stopped a build, in words for people."""
    file = error.filename2 or error.filename
    message = f"the machine stopped the build: {error.strerror or error}" + (f" ({file})" if file else "")
    return PublishingError(message, f"{_help_for(error)}; the published site is as it was")


@contextmanager
def _as_publishing_error(failed: str, site: Path) -> Iterator[None]:
    """Raise PublishingError in place of an error of the operating system; its text begins with what `failed`."""
    existed = site.exists()
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        is_gone = existed and not site.exists()
        where = (
            "the next build or rollback puts the published site back" if is_gone else "the published site is as it was"
        )
        raise PublishingError(f"{failed}: {reason}", f"{_help_for(error)}; {where}") from error


def _help_for(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "make room on the disk and build again"
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return "close programs that hold its files, see that you may write there, and build again"
    return "mend that and build again"
