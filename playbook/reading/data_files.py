"""Finds the data files of a playbook and reads their bytes, or reports why not.

Nothing here knows YAML or encodings. Only regular files are opened; a link could lead anywhere, so none is followed.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from playbook.model import BY_PLURAL
from playbook.problems import Place, Problem, nearest
from playbook.reading import codes
from playbook.wording import _

MAX_BYTES = 1_000_000
"""The most bytes that one file may have."""
SCHEMA_FOLDER = "schema"
"""The folder of the schemas, which are generated, not written by editors."""
_IGNORED = ("thumbs.db", "desktop.ini")
_NOTES = ".md"
_COPY = re.compile(
    r"copy of (?P<a>.+)|(?P<b>.+?)(?: - copy|[ _-]copy)(?: ?\(?\d+\)?)?|(?P<c>.+?) ?\(\d+\)", re.IGNORECASE
)
"""The names that computers give to copies: `box - Copy`, `box copy 2`, `Copy of box`, `box (1)`."""
_WRONG_ENDINGS = (".yaml", ".txt", ".json", ".csv", ".docx", ".xlsx", ".orig", ".bak", ".tmp")


@dataclass(frozen=True)
class DataFile:
    """One file with its bytes."""

    path: str
    """As a pull request shows it: below the project's root, forward slashes."""
    kind: str
    """The name of the kind of record that this file holds."""
    data: bytes = field(repr=False)

    @cached_property
    def digest(self) -> str:
        """Fingerprint of the bytes."""
        return hashlib.blake2b(self.data, digest_size=20).hexdigest()

    @property
    def stem(self) -> str:
        """The file's name without folder and ending."""
        return self.path.rpartition("/")[2].removesuffix(".yml")

    @property
    def is_in_folder(self) -> bool:
        """Whether the file is in its kind's folder (`tips/x.yml`), not beside it (`tips.yml`)."""
        return self.path.count("/") > 0 and self.path.split("/")[-2] in BY_PLURAL


@dataclass(frozen=True)
class Unread:
    """An entry of the data folder that is not read."""

    problem: Problem
    kind: str | None = None
    """The name of the kind whose records it may hold; None when there is no telling."""


def find_files(folder: Path, root: Path) -> Iterator[DataFile | Unread]:
    """Yields every data file below `folder` in a fixed order, and every entry that cannot be one.

    Raises OSError when the folder itself cannot be listed.
    """
    for entry in _entries(folder):
        path = folder / entry.name
        shown = shown_path(path, root)
        is_folder = entry.is_dir(follow_symlinks=False)
        if is_folder and entry.name == SCHEMA_FOLDER:
            continue
        if not is_folder:
            yield from _file(path, shown, BY_PLURAL[path.stem].name if path.stem in BY_PLURAL else None)
        elif entry.name in BY_PLURAL:
            yield from _folder(path, root, BY_PLURAL[entry.name].name)
        else:
            yield _misnamed(path, shown, None, is_folder=True)


def copied_from(stem: str) -> str | None:
    """The name of the file, without its ending, that one of this name is a copy of; None when it is no copy."""
    copy = _COPY.fullmatch(stem)
    return next(filter(None, copy.groups())) if copy else None


def shown_path(path: Path, root: Path) -> str:
    """The path below `root` with forward slashes, and with a question mark for what cannot be printed."""
    below = path.relative_to(root) if path.is_relative_to(root) else path
    return "".join(char if char.isprintable() else "?" for char in below.as_posix())


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    return [entry for entry in entries if not entry.name.startswith(".") and entry.name.lower() not in _IGNORED]


def _folder(folder: Path, root: Path, kind: str) -> Iterator[DataFile | Unread]:
    """The files of a kind that has a folder of its own."""
    try:
        entries = _entries(folder)
    except OSError as error:
        yield Unread(_unreadable(shown_path(folder, root), error), kind)
        return
    for entry in entries:
        path = folder / entry.name
        shown = shown_path(path, root)
        if entry.is_dir(follow_symlinks=False):
            message = _("folders inside `%(folder)s` are not read", folder=folder.name)
            fix = _("move the files of `%(inner)s` up into `%(folder)s`", inner=entry.name, folder=folder.name)
            yield Unread(codes.NESTED_FOLDER.at(Place(shown), message, fix), kind)
        else:
            yield from _file(path, shown, kind)


def _file(path: Path, shown: str, kind: str | None) -> Iterator[DataFile | Unread]:
    """One entry that is no folder; `kind` is None when its name belongs to no kind."""
    try:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            message = _("this is a link to another place, not a file")
            yield Unread(codes.SYMBOLIC_LINK.at(Place(shown), message, _("put the file itself here")), kind)
        elif not stat.S_ISREG(mode):
            message = _("this is not an ordinary file")
            yield Unread(codes.NOT_A_FILE.at(Place(shown), message, _("remove it from the data folder")), kind)
        elif path.suffix.lower() == _NOTES or path.name.endswith("~"):
            return
        elif path.suffix != ".yml" or kind is None:
            yield _misnamed(path, shown, kind)
        else:
            yield _fetched(path, shown, kind)
    except OSError as error:
        yield Unread(_unreadable(shown, error), kind)


def _fetched(path: Path, shown: str, kind: str) -> DataFile | Unread:
    # The file may have been replaced since `lstat`, so the open file is checked as well.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as stream:
        status = os.fstat(stream.fileno())
        data = stream.read(MAX_BYTES + 1) if stat.S_ISREG(status.st_mode) else b""
    if len(data) <= MAX_BYTES:
        return DataFile(shown, kind, data)
    size = f"{max(status.st_size, len(data)) / 1e6:.1f}"
    message = _("this file is %(size)s MB; the maximum is 1 MB", size=size)
    fix = _("split its records between several files in a folder")
    return Unread(codes.FILE_TOO_LARGE.at(Place(shown), message, fix), kind)


def _misnamed(path: Path, shown: str, kind: str | None, *, is_folder: bool = False) -> Unread:
    """A file or folder with a wrong name. It may hold records of the kind that its name was probably meant for."""
    name = shown.rpartition("/")[2]
    if is_folder:
        message = _("no kind of record belongs in a folder called `%(name)s`", name=name)
    else:
        message = _("no kind of record belongs in a file called `%(name)s`", name=name)
    plural = _plural_meant(path.name if is_folder else path.stem) if kind is None else None
    fix = _folder_fix(plural) if is_folder else _file_fix(path, plural, is_kind_known=kind is not None)
    return Unread(codes.UNKNOWN_FILE.at(Place(shown), message, fix), BY_PLURAL[plural].name if plural else kind)


def _plural_meant(name: str) -> str | None:
    """The kind, by its plural, whose records a file or folder with this name was meant for."""
    first = name.partition(".")[0]
    return first if first in BY_PLURAL else nearest(first, BY_PLURAL) or nearest(name, BY_PLURAL)


def _folder_fix(plural: str | None) -> str:
    if plural:
        return _("rename it to `%(name)s`", name=plural)
    return _("use one of these names: %(names)s", names=", ".join(BY_PLURAL))


def _file_fix(path: Path, plural: str | None, *, is_kind_known: bool) -> str:
    original = copied_from(path.stem)
    if original is not None and (is_kind_known or original in BY_PLURAL):
        return _("delete it if it is a copy of `%(file)s`", file=f"{original}.yml")
    if plural is None and not is_kind_known:
        return _folder_fix(None)
    first, dot, middle = path.stem.partition(".")
    if path.suffix.lower() in _WRONG_ENDINGS and f"{dot}{middle}" in (".yml", ".yaml"):
        return _("rename it to `%(name)s`, or delete it if it is a copy", name=f"{plural or first}.yml")
    if plural is None or plural == path.stem:
        return _(
            "rename it to `%(name)s` if it contains records: names of data files end in .yml", name=f"{path.stem}.yml"
        )
    return _("rename it to `%(name)s`", name=f"{plural}.yml")


def _unreadable(shown: str, error: OSError) -> Problem:
    fix = _("check that it exists and that you may read it")
    return codes.UNREADABLE_FILE.at(Place(shown), _("this cannot be read: %(reason)s", reason=reason(error)), fix)


def reason(error: OSError) -> str:
    """Why the system does not open something."""
    return (error.strerror or _("unknown reason")).lower()
