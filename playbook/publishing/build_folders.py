"""Where the builds of one site lie, and how they change places so that the published folder is always a whole build.

Beside `site/` lies `.site-site-builds/`, on the same file system, so that every step is a rename:

    lock          held by the process that builds
    new-<n>       a build being made; <n> is the folder's own inode number
    old           the published build, for the moment between two renames (see below)
    previous      what a rollback brings back
    trash-…       builds on their way out

On Linux and macOS one system call swaps two folders. Elsewhere (Windows, some network shares) the published folder
is renamed to `old` and then the new one takes its name. Between these two renames, as a rule for less than a
millisecond, nothing is published, and a process killed just then leaves it so until the next build or rollback,
which puts the old one back first. After a swap `new-<n>` holds what was published: that its own number is no
longer <n> tells it from a build that was never published.

Killed processes, failing writes and full disks are provided for. A power cut is not (nothing is forced to the disk,
which would take longer than the build): build again afterwards.

Who may do this, and when it is refused, is decided by `publishing`, which also holds the lock.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from playbook.publishing import manifest, renaming


def beside(site: Path) -> Path:
    """The folder that holds the builds of `site` which are not published."""
    return site.parent / f".site-{site.name}-builds"


def previous_build(site: Path) -> Path:
    """The folder of the build that was published before, whether there is one or not."""
    return beside(site) / "previous"


def new_folder(site: Path) -> Path:
    """An empty folder whose name tells its own inode number, as readable to others as the published one."""
    made = beside(site) / "new"
    made.mkdir()
    if site.is_dir():
        shutil.copymode(site, made)
    named = made.with_name(f"new-{made.stat().st_ino}")
    renaming.rename(made, named)
    return named


def bring_in(folder: Path, site: Path) -> Path | None:
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


def keep(replaced: Path | None, site: Path) -> None:
    """Make the folder that was published the previous build; throw it away if it was only an empty one."""
    if replaced is None:
        return
    previous = previous_build(site)
    if manifest.read(replaced) is None:
        _throw_away(replaced)
    elif replaced != previous:
        _throw_away(previous)
        renaming.rename(replaced, previous)


def discard_unpublished(folder: Path) -> None:
    """Delete the build in `folder`, which only a build of ours can have filled; not if it was published once."""
    if is_unpublished(folder):
        shutil.rmtree(folder)


def is_unpublished(folder: Path) -> bool:
    """Whether `folder` was made for a new build and never swapped with the published one."""
    with suppress(FileNotFoundError):
        return folder.name in {"new", f"new-{folder.stat().st_ino}"}
    return False


def recover(site: Path) -> None:
    """Finish or undo what killed processes left half done, and delete what they left behind.

    Raises OSError; leftovers that cannot be deleted are left for the next time.
    """
    old = beside(site) / "old"
    if old.exists() and not site.exists():
        renaming.rename(old, site)
    elif old.exists():
        keep(old, site)
    for folder in sorted(beside(site).glob("new*")):
        if not is_unpublished(folder):
            keep(folder, site)
            continue
        with suppress(OSError):
            discard_unpublished(folder)
    if manifest.read(previous_build(site)) is None:
        _throw_away(previous_build(site))
    empty_trash(site)


def empty_trash(site: Path) -> None:
    """Delete thrown away builds. A foreign file that got into one stays, and so does its folder."""
    for trash in sorted(beside(site).glob("trash-*")):
        with suppress(OSError):
            manifest.remove(trash)


def _throw_away(folder: Path) -> None:
    if folder.exists():
        renaming.rename(folder, folder.with_name(f"trash-{os.urandom(8).hex()}"))
