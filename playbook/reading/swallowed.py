"""Finds text that YAML would silently drop, or silently join to the text above it.

YAML accepts all of these, so the first to notice would be a reader of the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from playbook.model import BY_NAME
from playbook.problems import Problem, one_line
from playbook.reading import codes
from playbook.reading.characters import forbidden_characters
from playbook.reading.dashes import as_entry, is_odd_dash, no_space_after_dash, odd_dash, space_after_dash, without_dash
from playbook.reading.decoding import SourceFile
from playbook.wording import _

_ENTRY = re.compile(r"[-•](?:\s|$)|-[^\W\d_]")
_FIELD = re.compile(r"([a-z]+(?:_[a-z]+)*):")
BLOCKS = frozenset("|>")
"""The parser's styles for a text in a block below its field."""
FIELD_NAMES = frozenset(name for kind in BY_NAME.values() for name in kind.record.model_fields)
"""The names of the fields of all kinds of record."""
_OF_WORDS = frozenset(path[-1] for kind in BY_NAME.values() for path in kind.words_for_people)
"""The names of the fields that hold words for people, where a text may be meant to go on after ` #`."""
_HASH_IN_LINE = re.compile(r"[^\n]#")
_COMMENT = re.compile(r"[ \t]*,?[ \t]*(#.*)")
_HASH_AND_WORD = re.compile(r"[ \t]*,?[ \t]*(#[^ #].*)")
_COMMENT_AFTER_NAME = re.compile(r"[ \t]*:[ \t]+(#.*)")
_COMMENT_AFTER_BLOCK_MARK = re.compile(r"[|>][-+0-9]*[ \t]+(#.*)")
_BEFORE_NAME = re.compile(r"\s*(?:- +)*")
Names = Sequence[str | None]
"""The names of the fields around a value, the nearest first; None for a list."""


class SwallowedText:
    """Looks around each text of one file for words that would be lost or joined to it."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.hash_lines = _lines_near_hash(source) if _HASH_IN_LINE.search(source.text) else frozenset()
        """The lines, counted from 0, on which a comment may begin after something, or that one may follow."""
        self.has_escape = "\\" in source.text
        self.is_possible = bool(self.hash_lines) or self.has_escape
        """Whether a text on one line can be at fault."""

    def around(self, event: Any, names: Names) -> Iterator[Problem]:
        """The problems of one scalar event of the parser; `names` are those of the fields that it belongs to."""
        style = event.style
        if style in BLOCKS:
            if self.hash_lines:
                fix = _("start the text on the next line, or move the comment to a line of its own")
                yield from self._lost(event.start_mark, _COMMENT_AFTER_BLOCK_MARK, fix)
                yield from self._comment_in_text(event)
            return
        if event.end_mark.line != event.start_mark.line:
            yield from self._joined_lines(event)
        if event.end_mark.line in self.hash_lines and (event.value or style or names[0] not in _OF_WORDS):
            fix = _quote_fix()
            if style:
                fix = _("close the quotation mark at the end of the text, or move the comment to a line of its own")
            yield from self._lost_after(event, names, fix, is_several_words=" " in event.value)
            yield from self._comment_below(event, names)
        if style == '"' and self.has_escape:
            yield from self._spelt_out(event)

    def around_name(self, event: Any) -> Iterator[Problem]:
        """The problem after the name of a field and its colon."""
        if event.end_mark.line in self.hash_lines and event.value in _OF_WORDS:
            yield from self._lost(event.end_mark, _COMMENT_AFTER_NAME, _quote_fix())

    def after_brackets(self, event: Any, names: Names) -> Iterator[Problem]:
        """The problem after a list or a group, from the event with which it ends; those without brackets have none."""
        if event.end_mark.line in self.hash_lines and event.start_mark.index != event.end_mark.index:
            fix = _("move it into the brackets, in quotes, or move the comment to a line of its own")
            yield from self._lost_after(event, names, fix)

    def _lost_after(self, event: Any, names: Names, fix: str, *, is_several_words: bool = False) -> Iterator[Problem]:
        """Words after a value and ` #`. After an id, a date or one of a few words they are a comment."""
        is_words = is_several_words or not _OF_WORDS.isdisjoint(names)
        yield from self._lost(event.end_mark, _COMMENT if is_words else _HASH_AND_WORD, fix)

    def _comment_below(self, event: Any, names: Names) -> Iterator[Problem]:
        """A comment on the next line, so far in that it may be meant as the rest of the text."""
        start, end, lines = event.start_mark, event.end_mark, self.source.lines
        below = lines[end.line + 1] if end.line + 1 < len(lines) else ""
        if event.style or not event.value or not below.lstrip().startswith("#") or _OF_WORDS.isdisjoint(names):
            return
        before = lines[start.line][: start.column]
        words = _BEFORE_NAME.match(before)
        if words is not None and words.end() < start.column:
            outer = words.end()  # the name of the field
        else:
            outer = (len(before.rstrip()) or start.column) - 1  # the dash, or where the text must not begin
        if len(below) - len(below.lstrip()) > outer:
            message = _("this line starts with #, so it is lost as a comment although it may belong to the text above")
            fix = _("put the whole text in quotes, or move the comment as far left as the field")
            yield codes.LOST_TEXT.at(self.source.line_place(end.line + 2), message, fix)

    def _lost(self, mark: Any, pattern: re.Pattern[str], fix: str) -> Iterator[Problem]:
        """What YAML takes for a comment, where a pattern fits at a mark of the parser."""
        lines = self.source.lines
        found = pattern.match(lines[mark.line], mark.column) if mark.line < len(lines) else None
        if found is None:
            return
        lost = found[1].rstrip()
        if lost[-1] in "]}":
            fix = _("put the entry with # in quotes, or move the comment to a line of its own")
        yield codes.LOST_TEXT.at(
            self.source.place(mark.line + 1, found.start(1) + 1, len(lost)),
            lost_from(lost),
            fix,
        )

    def _joined_lines(self, event: Any) -> Iterator[Problem]:
        """Lines that look like an entry or a field of their own, but continue the text above."""
        start, end = event.start_mark, event.end_mark
        for number in range(start.line + 1, min(end.line + 1, len(self.source.lines))):
            line = self.source.lines[number]
            text = (line[: end.column] if number == end.line else line).strip()
            field = _FIELD.match(text)
            is_field = field is not None and field[1] in FIELD_NAMES
            if event.style and is_field:
                yield codes.UNFINISHED_QUOTE.at(
                    self.source.place(start.line + 1, start.column + 1),
                    _(
                        "the quotation mark here is not closed until line %(line)s, after other fields",
                        line=end.line + 1,
                    ),
                    close_quote(),
                )
                return
            if event.style or not (is_field or _ENTRY.match(text)):
                continue
            cause = None if is_field else self._cause_above(start.line)
            if cause is not None:
                yield cause
                return
            if is_field:
                message = _("this looks like a field, but YAML joins it to the text above")
                fix = _("line it up with the other fields, with a space after the colon")
            else:
                message = _("this looks like an entry of a list, but YAML joins it to the text above")
                fix = _("line the dash up with those above")
                if text[1:2].strip():
                    fix = _("line the dash up with those above, with a space after it")
            yield codes.JOINED_LINE.at(self.source.line_place(number + 1), message, fix)

    def _cause_above(self, number: int) -> Problem | None:
        """What keeps the first line of a text, counted from 0, from starting the list that goes on below it."""
        text = self.source.lines[number].strip()
        place = self.source.line_place(number + 1)
        if is_odd_dash(text):
            return codes.ODD_DASH.at(place, odd_dash(text), as_entry(without_dash(text)))
        if re.match(r"-\w", text):
            return codes.MISSING_SPACE.at(place, no_space_after_dash(), space_after_dash(text))
        if text in FIELD_NAMES:
            message = _("there is no colon after `%(name)s`", name=text)
            return codes.MISSING_COLON.at(place, message, _("write `%(line)s`", line=f"{text}:"))
        return None

    def _comment_in_text(self, event: Any) -> Iterator[Problem]:
        """A comment inside a block of text, which readers of the site would see."""
        for number in range(event.start_mark.line + 1, event.end_mark.line):
            if self.source.lines[number].lstrip().startswith("# "):
                message = _("this is inside a text, so readers would see it: it is not a comment")
                fix = _("move the comment above the field; if the text starts with #, put it in quotes")
                yield codes.COMMENT_IN_TEXT.at(self.source.line_place(number + 1), message, fix)

    def _spelt_out(self, event: Any) -> Iterator[Problem]:
        """An invisible character written with a backslash."""
        for found in forbidden_characters(event.value):
            yield codes.FORBIDDEN_CHARACTER.at(
                self.source.place(event.start_mark.line + 1, event.start_mark.column + 1),
                _("a backslash stands for an invisible character here: %(name)s", name=found[1]),
                _("delete the backslash and what belongs to it, or use single quotes"),
            )
            return


def lost_from(words: str) -> str:
    """What is wrong with words that YAML takes for a comment."""
    return _("everything from `%(words)s` on is lost: ` #` starts a comment", words=one_line(words, 20))


def close_quote() -> str:
    """What fixes a quotation mark that is never closed."""
    return _("close it at the end of the text; for the same mark inside the text, type it twice or use ’")


def _quote_fix() -> str:
    return _("put the whole text in quotes, or move the comment to a line of its own")


def _lines_near_hash(source: SourceFile) -> frozenset[int]:
    found = set()
    for number, line in enumerate(source.lines):
        at = line.find("#", 1)
        if at > 0:
            found.add(number)
            if not line[:at].strip():
                found.add(number - 1)
    return frozenset(found)
