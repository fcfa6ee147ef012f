"""Finds text that YAML would silently drop, or silently join to the text above it.

YAML accepts all of these, so the first to notice would be a reader of the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from playbook.model import BY_NAME
from playbook.problems import Problem, one_line
from playbook.reading import codes
from playbook.reading.characters import forbidden_characters
from playbook.reading.dashes import is_odd_dash, odd_dash, without_dash
from playbook.reading.decoding import SourceFile

_ENTRY = re.compile(r"[-•](?:\s|$)")
_FIELD = re.compile(r"([a-z]+(?:_[a-z]+)*):")
BLOCKS = frozenset("|>")
"""The parser's styles for a text in a block below its field."""
FIELD_NAMES = frozenset(name for kind in BY_NAME.values() for name in kind.record.model_fields)
"""The names of the fields of all kinds of record."""


class SwallowedText:
    """Looks around each text of one file for words that would be lost or joined to it."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.has_hash = " #" in source.text or "\t#" in source.text
        self.has_escape = "\\" in source.text
        self.is_possible = self.has_hash or self.has_escape
        """Whether a text on one line can be at fault."""

    def around(self, event: Any) -> Iterator[Problem]:
        """The problems of one scalar event of the parser."""
        style = event.style
        if style in BLOCKS:
            if self.has_hash:
                yield from self._comment_in_text(event)
            return
        if event.end_mark.line != event.start_mark.line:
            yield from self._joined_lines(event)
        if not style and self.has_hash:
            yield from self._lost(event)
        elif style == '"' and self.has_escape:
            yield from self._spelt_out(event)

    def _lost(self, event: Any) -> Iterator[Problem]:
        """Words after ` #`, which YAML takes for a comment."""
        end = event.end_mark
        rest = self.source.lines[end.line][end.column :]
        lost = rest.lstrip()
        if not lost.startswith("#"):
            return
        is_words = " " in event.value
        is_comment = lost.startswith(("# ", "##")) or lost == "#"
        if is_comment and not is_words:
            return
        column = end.column + len(rest) - len(lost)
        yield codes.LOST_TEXT.at(
            self.source.place(end.line + 1, column + 1, len(lost)),
            f"everything from `{one_line(lost, 20)}` on is lost: ` #` starts a comment",
            "put the whole text in quotes, or move the comment to a line of its own",
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
                    f"the quotation mark here is closed only on line {end.line + 1}, with fields in between",
                    "close it at the end of the text; to use the same mark inside the text, write it twice or use ’",
                )
                return
            if event.style or not (is_field or _ENTRY.match(text)):
                continue
            cause = None if is_field else self._cause_above(start.line)
            if cause is not None:
                yield cause
                return
            what = "a field" if is_field else "an entry of a list"
            fix = "start the dash in the same column as the dashes above"
            if is_field:
                fix = "start it in the same column as the other fields, with a space after the colon"
            message = f"this looks like {what}, but YAML joins it to the text above"
            yield codes.JOINED_LINE.at(self.source.line_place(number + 1), message, fix)

    def _cause_above(self, number: int) -> Problem | None:
        """What keeps the first line of a text, counted from 0, from starting the list that goes on below it."""
        text = self.source.lines[number].strip()
        place = self.source.line_place(number + 1)
        if is_odd_dash(text):
            return codes.ODD_DASH.at(place, odd_dash(text), f"write `- {one_line(without_dash(text), 30)}`")
        if text in FIELD_NAMES:
            return codes.MISSING_COLON.at(place, f"a colon is missing behind `{text}`", f"write `{text}:`")
        return None

    def _comment_in_text(self, event: Any) -> Iterator[Problem]:
        """A comment inside a block of text, which readers of the site would see."""
        for number in range(event.start_mark.line + 1, event.end_mark.line):
            if self.source.lines[number].lstrip().startswith("# "):
                message = "this is not a comment: it stands inside a text and would be shown"
                fix = "move the comment above the field, or put the text in quotes if it starts with #"
                yield codes.COMMENT_IN_TEXT.at(self.source.line_place(number + 1), message, fix)

    def _spelt_out(self, event: Any) -> Iterator[Problem]:
        """An invisible character written with a backslash."""
        for _, name in forbidden_characters(event.value):
            yield codes.FORBIDDEN_CHARACTER.at(
                self.source.place(event.start_mark.line + 1, event.start_mark.column + 1),
                f"this text spells an invisible or control character with a backslash: {name}",
                "delete the backslash and what belongs to it, or use single quotes",
            )
            return
