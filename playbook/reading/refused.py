"""What YAML allows and a data file may not hold: reuse, tags, further documents, odd names, excessive sizes.

Each function reports one such thing at its place; `located` decides when to call it.
"""

from __future__ import annotations

from typing import Any

from playbook.problems import Place, Problem, one_line
from playbook.reading import codes
from playbook.reading.decoding import SourceFile
from playbook.wording import _

_BEFORE_ODD_KEYS = " ?", "\n?", "\t?", "[?", "{?", ",?"


class Refused(Exception):
    """Raised to stop reading a file when a fault makes the rest meaningless."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def scalar(source: SourceFile, event: Any, limit: int) -> Refused:
    """A text that carries a name or a tag, or is longer than `limit` characters."""
    if event.anchor is None and event.tag is None:
        message = _(
            "this text has %(count)s characters; the maximum is %(limit)s",
            count=f"{len(event.value):,}",
            limit=f"{limit:,}",
        )
        fix = _("shorten it, or close a quotation mark that was left open above")
        return Refused(codes.TEXT_TOO_LONG.at(_place(source, event), message, fix))
    return group(source, event)


def group(source: SourceFile, event: Any) -> Refused:
    """A value that carries a name (`&name`) or a tag (`!name`)."""
    place = _place(source, event)
    rest = place.excerpt[place.column - 1 :].rstrip() if place.excerpt else ""
    place = source.place(place.line, place.column, len(rest))
    if event.anchor is not None:
        message = _("`&%(name)s` names this value for reuse, which is not allowed here", name=one_line(event.anchor))
        return Refused(codes.ANCHOR.at(place, message, _quoted("&", rest)))
    message = _("`!` at the start of a value changes how it is read, which is not allowed here")
    return Refused(codes.TAG.at(place, message, _quoted("!", rest)))


def alias(source: SourceFile, event: Any) -> Refused:
    """A value that repeats another (`*name`)."""
    place = _place(source, event)
    rest = place.excerpt[place.column - 1 :].rstrip() if place.excerpt else ""
    message = _("`*%(name)s` repeats another part of the file, which is not allowed here", name=one_line(event.anchor))
    return Refused(codes.ALIAS.at(source.place(place.line, place.column, len(rest)), message, _quoted("*", rest)))


def _quoted(mark: str, rest: str) -> str:
    return _(
        "put a text that starts with %(mark)s in quotes: `%(text)s`; otherwise write the value out",
        mark=mark,
        text=in_quotes(rest),
    )


def check_document(source: SourceFile, event: Any, number: int) -> None:
    """Raises Refused for a second document in the file, and for instructions to the parser (`%…`)."""
    place = _place(source, event)
    if number > 1:
        message = _("a line with --- starts a second document in the same file")
        fix = _("delete the line with ---, or move what follows to a file of its own")
        raise Refused(codes.SECOND_DOCUMENT.at(place, message, fix))
    if event.version or event.tags:
        message = _("lines that start with a percent sign are instructions to YAML, which are not allowed here")
        raise Refused(codes.TAG.at(source.line_place(place.line), message, _("delete the line")))


def too_many_values(source: SourceFile, event: Any, limit: int) -> Refused:
    """A file with more values than `limit`."""
    message = _("this file contains more than %(limit)s values", limit=f"{limit:,}")
    fix = _("split its records between several files in a folder")
    return Refused(codes.TOO_MANY_VALUES.at(_place(source, event), message, fix))


def too_deep(source: SourceFile, event: Any, limit: int) -> Refused:
    """Lists and groups nested deeper than `limit`."""
    message = _("lists and groups are nested more than %(limit)s levels deep here", limit=limit)
    return Refused(codes.TOO_DEEP.at(_place(source, event), message, _("check the indentation and the brackets")))


def group_as_name(source: SourceFile, event: Any) -> Refused:
    """A list or a group of fields in the place of a name."""
    place = _place(source, event)
    message = _("a list or a group of fields is where a name should be")
    fix = _("put a text that starts with [ or { in quotes, and check the indentation")
    return Refused(codes.GROUP_AS_NAME.at(place, message, fix))


def has_odd_keys(text: str) -> bool:
    """Whether there may be a question mark before a name somewhere, as in hardly any file."""
    return text.startswith("?") or any(mark in text for mark in _BEFORE_ODD_KEYS)


def check_key(source: SourceFile, event: Any) -> None:
    """Raises Refused for a name that has a meaning of its own in YAML, or that no one could see."""
    place = _place(source, event)
    key = event.value
    before = source.lines[place.line - 1][: place.column - 1].rstrip()
    if key == "<<":
        message = _("`<<` copies fields from elsewhere, which is not allowed here")
        raise Refused(codes.MERGE_KEY.at(place, message, _("write the fields out")))
    if before.endswith("?"):
        message = _("a question mark and a space at the start of a value mean something in YAML")
        at = source.place(place.line, len(before))
        raise Refused(codes.QUESTION_MARK.at(at, message, _("put the text in quotes")))
    if not key.strip():
        message = _("there is no name before the colon")
        fix = _("write the name of the field, or put the text in quotes")
        raise Refused(codes.EMPTY_NAME.at(place, message, fix))
    if "\n" in key:
        message = _("a name must fit on one line")
        fix = _("write the name, a colon and a space on one line")
        raise Refused(codes.SEVERAL_LINES.at(place, message, fix))


def duplicate_key(source: SourceFile, event: Any, first: Any, *, is_id: bool) -> Problem:
    """A name that was given before in the same group."""
    line = first.start_mark.line + 1
    if is_id:
        fix = _("give this one or the one on line %(line)s another id", line=line)
    else:
        fix = _("delete this one or the one on line %(line)s, or join them", line=line)
    message = _("`%(name)s` is given twice", name=one_line(event.value))
    return codes.DUPLICATE_KEY.at(_place(source, event), message, fix)


def in_quotes(text: str, width: int = 40) -> str:
    """A text as it would be typed in quotation marks, cut at `width` characters for a message."""
    shown = one_line(text, width)
    if '"' not in shown and "\\" not in shown:
        return f'"{shown}"'
    return "'" + shown.replace("'", "’") + "'"


def _place(source: SourceFile, event: Any) -> Place:
    start, end = event.start_mark, event.end_mark
    length = end.column - start.column if end.line == start.line else 1
    return source.place(start.line + 1, start.column + 1, length)
