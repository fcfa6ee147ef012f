"""Finds the YAML files of a playbook and turns their bytes into text, or says why not.

Nothing here knows YAML. Only regular files are opened; a link could lead anywhere, so none is followed.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from playbook.model import BY_PLURAL
from playbook.problems import Place, Problem, nearest
from playbook.reading.characters import forbidden_characters

MAX_BYTES = 1_000_000
"""Bytes in one file."""
SCHEMA_FOLDER = "schema"
_CONFLICT = re.compile(r"^(<{7} .*|={7}|>{7} .*|\|{7} .*)$", re.MULTILINE)
_TAB_INDENT = re.compile(r"^ *(\t)", re.MULTILINE)
_OTHER_ENCODINGS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


@dataclass(frozen=True)
class SourceFile:
    """One file's text, with what is needed to point into it."""

    path: str
    """As a pull request shows it: below the project's root, forward slashes."""
    kind: str
    """The name of the kind of record that this file holds."""
    text: str
    """Without byte-order mark, every line ended by a line feed."""
    digest: bytes = b""
    """Fingerprint of the bytes in the file."""
    problems: tuple[Problem, ...] = field(default=())
    """What keeps the text from being read any further; empty when it can be."""

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return self.text.split("\n")

    def place(self, line: int, column: int, length: int = 1) -> Place:
        """The place of `length` characters from line and column, both counted from 1, cut at the end of the line."""
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        column = min(column, len(excerpt) + 1)
        return Place(self.path, line, column, max(1, min(length, len(excerpt) - column + 1)), excerpt)

    def place_at(self, offset: int, length: int = 1) -> Place:
        """The place of `length` characters from an offset into the text."""
        line_start = self.text.rfind("\n", 0, offset) + 1
        return self.place(self.text.count("\n", 0, offset) + 1, offset - line_start + 1, length)


def find_files(folder: Path, root: Path) -> Iterator[SourceFile | Problem]:
    """Yields every YAML file below `folder` in a fixed order, and a problem for each entry that cannot be one.

    Raises OSError when the folder itself cannot be listed.
    """
    for path, kind in _entries(folder, root):
        shown = _shown(path, root)
        if kind is None:
            yield _unknown_file(shown, path)
            continue
        status = path.lstat()
        if path.is_symlink() or not path.is_file():
            yield _not_regular(shown, path)
        elif status.st_size > MAX_BYTES:
            size = f"{status.st_size / 1e6:.1f} MB"
            yield Problem(
                Place(shown),
                "file-too-large",
                f"this file is {size}; a data file may be 1 MB at most",
                "spread its records over several files in a folder",
            )
        else:
            yield decode(shown, kind, path.read_bytes())


def _entries(folder: Path, root: Path, kind: str | None = None) -> Iterator[tuple[Path, str | None]]:
    """Every entry that could hold records, with the name of its kind; None where it belongs to no kind."""
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    for entry in entries:
        path = folder / entry.name
        stem, ending = os.path.splitext(entry.name)
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        known = kind or (BY_PLURAL[stem].name if stem in BY_PLURAL else None)
        if entry.is_dir(follow_symlinks=False):
            if kind is None and entry.name == SCHEMA_FOLDER:
                continue
            if known is None:
                yield path, None
                continue
            yield from _entries(path, root, known)
        elif ending == ".yml" or entry.is_symlink() or not entry.is_file(follow_symlinks=False):
            is_irregular = entry.is_symlink() or not entry.is_file(follow_symlinks=False)
            yield path, known or ("organisation" if is_irregular else None)
        elif ending.lower() in (".yaml", ".yml"):
            yield path, None


def _shown(path: Path, root: Path) -> str:
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def _unknown_file(shown: str, path: Path) -> Problem:
    stem, ending = os.path.splitext(path.name)
    if path.is_dir():
        what, name, written = "folder", path.name, "{}"
    else:
        what, name, written = "file", stem, "{}.yml"
    if ending and ending != ".yml":
        mend = f"rename it to `{stem}.yml`: names of data files end in .yml"
    elif (near := nearest(name, BY_PLURAL)) is not None:
        mend = f"rename it to `{written.format(near)}`"
    else:
        mend = f"use one of these names: {', '.join(BY_PLURAL)}"
    return Problem(Place(shown), "unknown-file", f"no kind of record lives in a {what} called `{path.name}`", mend)


def _not_regular(shown: str, path: Path) -> Problem:
    if path.is_symlink():
        return Problem(
            Place(shown), "symbolic-link", "this is a link to another place, not a file", "put the file itself here"
        )
    return Problem(Place(shown), "not-a-file", "this is not an ordinary file", "remove it from the data folder")


def decode(shown: str, kind: str, data: bytes) -> SourceFile:
    """The bytes of one file as text, with the problems that keep it from being read as YAML."""

    def refused(text: str, place: Place, code: str, message: str, mend: str) -> SourceFile:
        return SourceFile(shown, kind, text, problems=(Problem(place, code, message, mend),))

    save_as_utf8 = "save the file as UTF-8 (in most editors: Save as, Encoding)"
    for mark, encoding in _OTHER_ENCODINGS:
        if data.startswith(mark) or (data[:2].count(0) == 1 and len(data) > 1):
            return refused(
                "", Place(shown), "not-utf-8", f"this file is saved as {encoding}, not as UTF-8", save_as_utf8
            )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").replace("\r\n", "\n")
        rest_of_line = data[error.start :].partition(b"\n")[0].decode("utf-8", "replace")
        line = before + rest_of_line.rstrip("\r")
        source = SourceFile(shown, kind, line)
        message = f"the character here (byte {data[error.start]:#04x}) is not UTF-8"
        return refused(line, source.place_at(len(before)), "not-utf-8", message, save_as_utf8)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    source = SourceFile(shown, kind, text, hashlib.blake2b(data, digest_size=20).digest())
    problems = tuple(_text_problems(source))
    return SourceFile(shown, kind, text, source.digest, problems) if problems else source


def _text_problems(source: SourceFile) -> Iterator[Problem]:
    text = source.text
    conflict = _CONFLICT.search(text)
    if conflict and ("<<<<<<< " in text or ">>>>>>> " in text):
        yield Problem(
            source.place_at(conflict.start(), len(conflict.group())),
            "conflict-marker",
            "a merge conflict was left in this file",
            "keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>",
        )
        return
    for offset, name in forbidden_characters(text):
        yield Problem(
            source.place_at(offset),
            "forbidden-character",
            f"an invisible or control character is not allowed here: {name}",
            "delete it, or retype the words around it; it often comes with text copied from elsewhere",
        )
    for tab in _TAB_INDENT.finditer(text):
        yield Problem(
            source.place_at(tab.start(1)),
            "tab-indentation",
            "this line is indented with a tab",
            "indent with two spaces for each level",
        )
    if text and not text.endswith("\n"):
        yield Problem(
            source.place(len(source.lines), max(1, len(source.lines[-1]))),
            "cut-off",
            "the file ends in the middle of a line, as if the rest were missing",
            "check that the last record is complete, then end the last line with Enter",
        )
