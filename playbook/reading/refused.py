"""What YAML allows and a data file may not hold: reuse, tags, further documents, odd names, excessive sizes.

Each function reports one such thing at its place; `located` decides when to call it.
"""

from __future__ import annotations

from typing import Any

from playbook.problems import Place, Problem, one_line
from playbook.reading import codes
from playbook.reading.decoding import SourceFile

_BEFORE_ODD_KEYS = " ?", "\n?", "\t?", "[?", "{?", ",?"
_SPREAD = "spread its records over several files in a folder"


class Refused(Exception):
    """Raised to stop reading a file when a fault makes the rest meaningless."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def scalar(source: SourceFile, event: Any, limit: int) -> Refused:
    """A text that carries a name or a tag, or is longer than `limit` characters."""
    if event.anchor is None and event.tag is None:
        message = f"this text has {len(event.value):,} characters; {limit:,} is the most"
        fix = "shorten it, or close a quotation mark that was left open above"
        return Refused(codes.TEXT_TOO_LONG.at(_place(source, event), message, fix))
    return group(source, event)


def group(source: SourceFile, event: Any) -> Refused:
    """A value that carries a name (`&name`) or a tag (`!name`)."""
    place = _place(source, event)
    rest = place.excerpt[place.column - 1 :].rstrip() if place.excerpt else ""
    place = source.place(place.line, place.column, len(rest))
    if event.anchor is not None:
        message = f"`&{one_line(event.anchor)}` would name this value for reuse, which is not allowed here"
        return Refused(codes.ANCHOR.at(place, message, _quoted("&", rest)))
    message = "a `!` at the start of a value would change how it is read, which is not allowed here"
    return Refused(codes.TAG.at(place, message, _quoted("!", rest)))


def alias(source: SourceFile, event: Any) -> Refused:
    """A value that repeats another (`*name`)."""
    place = _place(source, event)
    rest = place.excerpt[place.column - 1 :].rstrip() if place.excerpt else ""
    message = f"`*{one_line(event.anchor)}` would repeat another part of the file, which is not allowed here"
    return Refused(codes.ALIAS.at(source.place(place.line, place.column, len(rest)), message, _quoted("*", rest)))


def _quoted(mark: str, rest: str) -> str:
    return f"if the text starts with {mark}, put all of it in quotes: `{in_quotes(rest)}`; else write the value out"


def check_document(source: SourceFile, event: Any, number: int) -> None:
    """Raises Refused for a second document in the file, and for instructions to the parser (`%…`)."""
    place = _place(source, event)
    if number > 1:
        message = "a line with --- starts a second document in the same file"
        fix = "delete the line with ---, or move what follows to a file of its own"
        raise Refused(codes.SECOND_DOCUMENT.at(place, message, fix))
    if event.version or event.tags:
        message = "lines that start with % give orders to YAML, which is not allowed here"
        raise Refused(codes.TAG.at(source.line_place(place.line), message, "delete the line"))


def too_many_values(source: SourceFile, event: Any, limit: int) -> Refused:
    """A file with more values than `limit`."""
    message = f"this file holds more than {limit:,} values"
    return Refused(codes.TOO_MANY_VALUES.at(_place(source, event), message, _SPREAD))


def too_deep(source: SourceFile, event: Any, limit: int) -> Refused:
    """Lists and groups nested deeper than `limit`."""
    message = f"more than {limit} levels are nested here"
    return Refused(codes.TOO_DEEP.at(_place(source, event), message, "check the indentation and brackets"))


def group_as_name(source: SourceFile, event: Any) -> Refused:
    """A list or a group of fields in the place of a name."""
    place = _place(source, event)
    message = "a list or a group of fields stands where a name must stand"
    fix = "put quotes around a text that starts with [ or {, and check the indentation"
    return Refused(codes.GROUP_AS_NAME.at(place, message, fix))


def has_odd_keys(text: str) -> bool:
    """Whether there may be a question mark before a name somewhere, as in hardly any file."""
    return text.startswith("?") or any(mark in text for mark in _BEFORE_ODD_KEYS)


def check_key(source: SourceFile, event: Any) -> None:
    """Raises Refused for a name that has a meaning of its own in YAML, or that nobody could see."""
    place = _place(source, event)
    key = event.value
    before = source.lines[place.line - 1][: place.column - 1].rstrip()
    if key == "<<":
        message = "`<<` would copy fields from elsewhere, which is not allowed here"
        raise Refused(codes.MERGE_KEY.at(place, message, "write the fields out"))
    if before.endswith("?"):
        message = "a question mark and a space at the start of a value have a meaning of their own in YAML"
        at = source.place(place.line, len(before))
        raise Refused(codes.QUESTION_MARK.at(at, message, "put the text in quotes"))
    if not key.strip():
        message = "there is no name before the colon"
        raise Refused(codes.EMPTY_NAME.at(place, message, "write the field's name, or put the text in quotes"))
    if "\n" in key:
        message = "a name must fit on one line"
        raise Refused(codes.SEVERAL_LINES.at(place, message, "write the name, a colon and a space on one line"))


def duplicate_key(source: SourceFile, event: Any, first: Any, *, is_id: bool) -> Problem:
    """A name that was given before in the same group."""
    fix = "give one of the two another id" if is_id else "delete one of the two, or join them"
    help_text = f"the first is on line {first.start_mark.line + 1}; {fix}"
    return codes.DUPLICATE_KEY.at(_place(source, event), f"`{one_line(event.value)}` is given twice", help_text)


def in_quotes(text: str) -> str:
    """A text as it would be typed in quotation marks, shortened for a message."""
    shown = one_line(text, 40)
    if "'" not in shown:
        return f"'{shown}'"
    return "'" + shown.replace("'", "’") + "'" if '"' in shown else f'"{shown}"'


def _place(source: SourceFile, event: Any) -> Place:
    start, end = event.start_mark, event.end_mark
    length = end.column - start.column if end.line == start.line else 1
    return source.place(start.line + 1, start.column + 1, length)
