"""Decodes the bytes of a data file, and reports what in the text keeps it from being parsed as YAML at all.

Accepts UTF-8 with or without a byte-order mark, with Unix or Windows line endings, with or without one after the last
line, and refuses everything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from playbook.problems import MAX_PROBLEMS, Place, Problem
from playbook.reading import codes
from playbook.reading.characters import forbidden_characters, is_plain
from playbook.reading.data_files import DataFile
from playbook.wording import _

_UTF_8_MARK = "\ufeff"
_OTHER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_CONFLICT_START = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
_CONFLICT_END = re.compile(r"^>{7}(?: .*)?$", re.MULTILINE)
_TAB_INDENT = re.compile(r"^ *(\t)", re.MULTILINE)
_ODD_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE = re.compile(f"^ *(?:-|(?:- +)?[A-Za-z_]+:)?([{_ODD_SPACES}])", re.MULTILINE)
"""An unusual space where YAML gives spaces a meaning: in the indentation, or after a dash or a colon."""


@dataclass(frozen=True)
class SourceFile:
    """The text of one file, and the places in it."""

    path: str
    """As a pull request shows it: below the project's root, forward slashes."""
    text: str
    """Without byte-order mark, every line ended by a line feed."""
    problems: tuple[Problem, ...] = field(default=())
    """What keeps the bytes from being text; empty when they are."""

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return self.text.split("\n")

    def place(self, line: int, column: int, length: int = 1) -> Place:
        """The place of `length` characters from line and column, both counted from 1, cut at the end of the line."""
        line = min(max(line, 1), len(self.lines))
        excerpt = self.lines[line - 1]
        column = min(max(column, 1), len(excerpt) + 1)
        return Place(self.path, line, column, max(1, min(length, len(excerpt) - column + 1)), excerpt)

    def place_at(self, offset: int, length: int = 1) -> Place:
        """The place of `length` characters from an offset into the text."""
        line_start = self.text.rfind("\n", 0, offset) + 1
        return self.place(self.text.count("\n", 0, offset) + 1, offset - line_start + 1, length)

    def line_place(self, line: int) -> Place:
        """The place of a whole line, counted from 1, without the spaces around its words."""
        text = self.lines[line - 1]
        return self.place(line, len(text) - len(text.lstrip()) + 1, len(text.strip()))


def decode(file: DataFile) -> SourceFile:
    """The text of a file, with the problems that keep it from being UTF-8."""
    encoding = _other_encoding(file.data)
    if encoding is not None:
        message = _("this file is saved as %(encoding)s, not as UTF-8", encoding=encoding)
        return SourceFile(file.path, "", (codes.NOT_UTF_8.at(Place(file.path), message, _save_as_utf_8()),))
    try:
        text = file.data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf_8(file, error)
    return SourceFile(file.path, text.removeprefix(_UTF_8_MARK).replace("\r\n", "\n"))


def text_problems(source: SourceFile) -> Iterator[Problem]:
    """What in a text keeps it from being read as YAML."""
    if source.problems:
        return iter(source.problems)
    return islice(_text_problems(source), MAX_PROBLEMS)


def _other_encoding(data: bytes) -> str | None:
    for mark, name in _OTHER_MARKS:
        if data.startswith(mark):
            return name
    # Without a mark, Latin letters in UTF-16 still show: every other byte is zero.
    start = data[:64]
    zeros = start.count(0)
    return "UTF-16" if zeros > 2 and zeros in (start[::2].count(0), start[1::2].count(0)) else None


def _not_utf_8(file: DataFile, error: UnicodeDecodeError) -> SourceFile:
    before = file.data[: error.start].decode("utf-8").removeprefix(_UTF_8_MARK).replace("\r\n", "\n")
    is_cut = error.reason == "unexpected end of data"
    rest = "" if is_cut else file.data[error.start :].partition(b"\n")[0].decode("cp1252", "replace").rstrip("\r")
    source = SourceFile(file.path, before + rest)
    if is_cut:
        problem = _cut_off(source)
    else:
        place = source.place_at(len(before))
        message = _("this file is not saved as UTF-8: `%(letter)s` is in Windows or Latin-1 encoding", letter=rest[:1])
        problem = codes.NOT_UTF_8.at(place, message, _save_as_utf_8())
    return SourceFile(source.path, source.text, (problem,))


def _text_problems(source: SourceFile) -> Iterator[Problem]:
    text = source.text
    conflict = ("<<<<<<<" in text and _CONFLICT_START.search(text)) or (
        ">>>>>>>" in text and _CONFLICT_END.search(text)
    )
    if conflict:
        yield codes.CONFLICT_MARKER.at(
            source.place_at(conflict.start(), len(conflict.group())),
            _("a merge conflict was left in this file"),
            _("keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>"),
        )
        return
    if "\r" in text and "\n" not in text:
        message = _("this file uses old Mac line endings, so the whole file counts as one line")
        fix = _("save it with the line endings LF or CRLF (in many editors: bottom right, or Save as)")
        yield codes.OLD_LINE_ENDS.at(source.place(1, text.index("\r") + 1), message, fix)
        return
    yield from _unseen(source)


def _unseen(source: SourceFile) -> Iterator[Problem]:
    for offset, name in () if is_plain(source.text) else forbidden_characters(source.text):
        message = _("there is an invisible character here: %(name)s", name=name)
        fix = _("delete it, or retype the words around it; it often comes with text copied from elsewhere")
        yield codes.FORBIDDEN_CHARACTER.at(source.place_at(offset), message, fix)
    if "\t" in source.text:
        for tab in _TAB_INDENT.finditer(source.text):
            message, fix = _("this line is indented with a tab"), _("indent it with two spaces for each level")
            yield codes.TAB_INDENTATION.at(source.place_at(tab.start(1)), message, fix)
    if not source.text.isascii():
        for odd in _ODD_SPACE.finditer(source.text):
            message = _("the space here is a special one, which YAML takes for a letter")
            fix = _("delete it and press the space bar; it often comes with text copied from elsewhere")
            yield codes.ODD_SPACE.at(source.place_at(odd.start(1)), message, fix)


def _cut_off(source: SourceFile) -> Problem:
    return codes.CUT_OFF.at(
        source.place(len(source.lines), max(1, len(source.lines[-1]))),
        _("the file ends in the middle of a letter, as if an upload was interrupted"),
        _("check that the last record is complete, and save the file again"),
    )


def _save_as_utf_8() -> str:
    return _("save the file as UTF-8 (in most editors: Save as, Encoding)")
