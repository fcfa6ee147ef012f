"""The folders that hold the builds of one site, and how they are swapped so that the published one is always complete.

`.site-site-builds/` is beside `site/`, on the same file system, so that every step is a rename:

    lock          held by the process that builds
    new-<n>       a build in progress; <n> is the folder's own inode number
    old           the published build, for the moment between two renames (see below)
    previous      the build that a rollback publishes again
    trash-…       builds being deleted

On Linux and macOS one system call swaps two folders. Elsewhere (Windows, some network shares) the published folder
is renamed to `old` and then the new one takes its name. Between these two renames, usually for less than a
millisecond, nothing is published, and a process killed at that moment leaves it so until the next build or rollback,
which puts the old one back first. After a swap `new-<n>` holds what was published: since its inode number is no
longer <n>, it cannot be taken for a build that was never published.

Killed processes, failing writes and full disks are provided for. A power cut is not (nothing is forced to the disk,
which would take longer than the build): build again afterwards.

`staging` decides when this is done and when it is refused, and holds the lock.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from playbook.publishing import manifest, renaming


def beside(site: Path) -> Path:
    """The folder that holds the builds of `site` that are not published."""
    return site.parent / f".site-{site.name}-builds"


def previous_build(site: Path) -> Path:
    """The folder of the build that was published before, whether it exists or not."""
    return beside(site) / "previous"


def create_build_folder(site: Path) -> Path:
    """Create an empty folder named after its own inode number, with the permissions of the published one."""
    made = beside(site) / "new"
    made.mkdir()
    if site.is_dir():
        shutil.copymode(site, made)
    named = made.with_name(f"new-{made.stat().st_ino}")
    renaming.rename(made, named)
    return named


def swap_in(folder: Path, site: Path) -> Path | None:
    """Publish `folder` and return where the folder that was published is now; None when there was none.

    Raises OSError, with everything as it was.
    """
    if not site.exists():
        renaming.rename(folder, site)
        return None
    if renaming.exchange(folder, site):
        return folder
    old = beside(site) / "old"
    renaming.rename(site, old)
    try:
        renaming.rename(folder, site)
    except BaseException:
        renaming.rename(old, site)
        raise
    return old


def keep_as_previous(replaced: Path | None, site: Path) -> None:
    """Make the folder that was published the previous build; delete it if it held no build."""
    if replaced is None:
        return
    previous = previous_build(site)
    if manifest.read(replaced) is None:
        _move_to_trash(replaced)
    elif replaced != previous:
        _move_to_trash(previous)
        renaming.rename(replaced, previous)


def discard_unpublished(folder: Path) -> None:
    """Delete the build in `folder`, which only our own build can have filled, unless it has been published."""
    if is_unpublished(folder):
        shutil.rmtree(folder)


def is_unpublished(folder: Path) -> bool:
    """Whether `folder` was created for a new build and never swapped with the published one."""
    with suppress(FileNotFoundError):
        return folder.name in {"new", f"new-{folder.stat().st_ino}"}
    return False


def recover(site: Path) -> None:
    """Finish or undo what killed processes left incomplete, and delete what they left behind.

    Raises OSError; what cannot be deleted is left for the next time.
    """
    old = beside(site) / "old"
    if old.exists() and not site.exists():
        renaming.rename(old, site)
    elif old.exists():
        keep_as_previous(old, site)
    for folder in sorted(beside(site).glob("new*")):
        if not is_unpublished(folder):
            keep_as_previous(folder, site)
            continue
        with suppress(OSError):
            discard_unpublished(folder)
    if manifest.read(previous_build(site)) is None:
        _move_to_trash(previous_build(site))
    empty_trash(site)


def empty_trash(site: Path) -> None:
    """Delete the builds in the trash. A foreign file that got into one stays, and so does its folder."""
    for trash in sorted(beside(site).glob("trash-*")):
        with suppress(OSError):
            manifest.remove(trash)


def _move_to_trash(folder: Path) -> None:
    if folder.exists():
        renaming.rename(folder, folder.with_name(f"trash-{os.urandom(8).hex()}"))
