"""Replaces the published site by a finished build, so that it is one complete build at any moment.

    staging = begin(site)      an empty folder to build into; no one else may build now
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
from playbook.wording import N_, _, ngettext

MAX_NAMED = 3
"""How many files a message names at most."""
_FROM_OLDER = N_("build it again from an older version")
_AS_IT_WAS = N_("the published site has not changed")
_GONE = N_("the next build or rollback will put the published site back")


class PublishingError(Exception):
    """Publishing has failed and the published site is as it was. The text is for people to read."""

    def __init__(self, message: str, help_: str) -> None:
        self.message = message
        self.help = help_
        super().__init__(f"{message}\n  = {_('help: %(words)s', words=help_)}")


@dataclass(frozen=True, slots=True)
class Staging:
    """A build in progress. Give it to `publish` or to `discard`; until then no one else can build this site."""

    folder: Path
    """The folder to build into; empty at first."""
    site: Path
    """The published folder."""
    lock: BaseFileLock


def begin(published: str | Path) -> Staging:
    """Start a build of the site in the folder `published`, after cleaning up after builds that were killed.

    Raises PublishingError when someone else is building, when `published` contains anything that no build of ours
    created, or when the folders beside it cannot be created.
    """
    site = _real_folder(published)
    with _as_publishing_error(_("cannot make a folder for the new build beside `%(site)s`", site=site.name), site):
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
        with _as_publishing_error(_("cannot replace `%(site)s` with the new build", site=site.name), site):
            if not os.listdir(staging.folder):
                raise PublishingError(
                    _("the new build of `%(site)s` is empty", site=site.name),
                    _("the messages of the build, above, say why"),
                )
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
    with _as_publishing_error(_("cannot replace `%(site)s` with the previous build", site=site.name), site):
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
            _(
                "a disk or volume is mounted at `%(site)s`, so it cannot be swapped for another folder",
                site=site.name or site,
            ),
            _("set `site_dir` to a folder inside it"),
        )
    return site


def _locked(site: Path) -> BaseFileLock:
    folder = build_folders.beside(site)
    folder.mkdir(parents=True, exist_ok=True)
    lock = build_lock.acquire(folder / "lock")
    if lock is None:
        raise PublishingError(
            _(
                "another build of `%(site)s` is running (%(holder)s)",
                site=site.name,
                holder=build_lock.holder(folder / "lock"),
            ),
            _("wait until it has finished, then build again"),
        )
    return lock


def _refuse_foreign(site: Path) -> None:
    if not site.exists():
        return
    if not site.is_dir():
        raise PublishingError(
            _("`%(site)s` is a file", site=site.name), _("move it away, or set `site_dir` to another folder")
        )
    found = manifest.foreign(site)
    if found:
        raise PublishingError(
            _(
                "`%(site)s` contains files that no build of this project put there: %(files)s",
                site=site.name,
                files=_first_of(found),
            ),
            _("move them away, or set `site_dir` to an empty folder"),
        )


def _refuse_damaged(previous: Path, site: Path) -> None:
    if not previous.exists():
        raise PublishingError(_("there is no previous build of `%(site)s`", site=site.name), _(_FROM_OLDER))
    missing = manifest.damaged(previous)
    if missing:
        raise PublishingError(
            _(
                "files of the previous build of `%(site)s` are missing or damaged: %(files)s",
                site=site.name,
                files=_first_of(missing),
            ),
            _(_FROM_OLDER),
        )
    foreign = manifest.foreign(previous)
    if foreign:
        raise PublishingError(
            _(
                "the previous build of `%(site)s` contains files that no build put there: %(files)s",
                site=site.name,
                files=_first_of(foreign),
            ),
            _("move them out of `%(folder)s`", folder=previous.name),
        )


def _first_of(paths: list[str]) -> str:
    named = ", ".join(f"`{path}`" for path in paths[:MAX_NAMED])
    left = len(paths) - MAX_NAMED
    return (
        ngettext("%(files)s and %(count)s more", "%(files)s and %(count)s more", left, files=named)
        if left > 0
        else named
    )


def stopped_by(error: OSError) -> PublishingError:
    """An error of the operating system that stopped a build, in words for people."""
    file = error.filename2 or error.filename
    reason = f"{error.strerror or error} ({file})" if file else str(error.strerror or error)
    message = _("the machine stopped the build: %(reason)s", reason=reason)
    return PublishingError(message, _(_help_for(error), state=_(_AS_IT_WAS)))


@contextmanager
def _as_publishing_error(failed: str, site: Path) -> Iterator[None]:
    """Raise PublishingError instead of an error of the operating system; its text begins with what `failed`."""
    existed = site.exists()
    try:
        yield
    except OSError as error:
        message = _("%(failed)s: %(reason)s", failed=failed, reason=error.strerror or error)
        state = _(_GONE if existed and not site.exists() else _AS_IT_WAS)
        raise PublishingError(message, _(_help_for(error), state=state)) from error


def _help_for(error: OSError) -> str:
    """The message that says what helps, with a place for what has become of the site."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return N_("make room on the disk and build again; %(state)s")
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return N_(
            "close programs that have its files open, make sure that you can write there, and build again; %(state)s"
        )
    return N_("fix that and build again; %(state)s")
