"""YAML as text with places: from a file to plain values and the spot of every one of them.

Only mappings, lists and text exist here; whether a text is a number or a date is the model's business. What could
surprise an editor or harm the machine (anchors, tags, merge keys, a second document, endless depth) is refused.

Reads PyYAML's C event stream, which is about three times as fast as loading and gives lines and columns.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml
from yaml import events as ev

from playbook.problems import Problem, one_line
from playbook.reading.characters import forbidden_characters
from playbook.reading.files import SourceFile
from playbook.reading.yaml_words import explain

MAX_DEPTH = 12
"""How deep lists and groups of fields may nest."""
MAX_NODES = 50_000
"""Values in one file."""
MAX_TEXT = 20_000
"""Characters in one text."""


class Spot(NamedTuple):
    """Where a value stands: from line and column to end line and end column, all counted from 0."""

    line: int
    column: int
    end_line: int
    end_column: int
    parts: Any = None
    """For a mapping `{key: (spot of the key, spot of the value)}`, for a list the spots, for a text None."""


@dataclass
class Located:
    """The content of one file."""

    value: Any = None
    """Nested dicts, lists and texts; None for a file without content."""
    spot: Spot = Spot(0, 0, 0, 0)
    problems: list[Problem] = field(default_factory=list)
    """Everything wrong with the file as YAML; when there is any, the value is not to be used."""


class _Refused(Exception):
    """Stops reading a file at its first fault that makes the rest meaningless."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def parse(source: SourceFile) -> Located:
    """Reads one file. Never raises for anything the file contains: faults are in `problems`."""
    builder = _Builder(source)
    try:
        for event in yaml.parse(source.text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except _Refused as refused:
        builder.located.problems.append(refused.problem)
    except yaml.YAMLError as error:
        builder.located.problems.append(explain(error, source))
    return builder.located


class _Builder:
    """Puts events together into values, one open mapping or list at a time."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.located = Located()
        self.open: list[_Open] = []
        self.nodes = 0
        self.documents = 0
        self.has_hash = "#" in source.text
        self.has_escape = "\\" in source.text

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is ev.ScalarEvent:
            self._check(event)
            spot = self._spot(event)
            self._check_text(event, spot)
            self._add(event.value, spot)
        elif kind is ev.MappingStartEvent or kind is ev.SequenceStartEvent:
            self._check(event)
            self._start(event, kind is ev.MappingStartEvent)
        elif kind is ev.MappingEndEvent or kind is ev.SequenceEndEvent:
            closed = self.open.pop()
            self._add(closed.value, closed.spot)
        elif kind is ev.AliasEvent:
            raise self._refuse(
                event,
                "alias",
                f"`*{one_line(event.anchor)}` would repeat another part of the file, which is not allowed here",
                "write the value out; if the text itself starts with *, put it in quotes",
            )
        elif kind is ev.DocumentStartEvent:
            self._start_document(event)

    def _start_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise self._refuse(
                event,
                "second-document",
                "a line with --- starts a second document in the same file",
                "delete the line with ---, or move what follows to a file of its own",
            )
        if event.version or event.tags:
            raise self._refuse(event, "tag", "lines that start with % are not allowed", "delete the line")

    def _start(self, event: Any, is_mapping: bool) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise self._refuse(
                event, "too-deep", f"more than {MAX_DEPTH} levels are nested here", "check the indentation and brackets"
            )
        value: Any = {} if is_mapping else []
        self.open.append(_Open(value, self._spot(event)._replace(parts={} if is_mapping else [])))

    def _check(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise self._refuse(
                event,
                "too-many-values",
                f"this file holds more than {MAX_NODES:,} values",
                "spread its records over several files in a folder",
            )
        if event.anchor is not None:
            raise self._refuse(
                event,
                "anchor",
                f"`&{one_line(event.anchor)}` would name this value for reuse, which is not allowed here",
                "delete it; if the text itself starts with &, put it in quotes",
            )
        if event.tag is not None:
            raise self._refuse(
                event,
                "tag",
                "a word that starts with ! would change how this value is read, which is not allowed here",
                "delete it; if the text itself starts with !, put it in quotes",
            )

    def _check_text(self, event: Any, spot: Spot) -> None:
        if len(event.value) > MAX_TEXT:
            raise self._refuse(
                event,
                "text-too-long",
                f"this text has {len(event.value):,} characters; {MAX_TEXT:,} is the most",
                "shorten it, or close a quotation mark that was left open above",
            )
        if self.has_escape and event.style == '"':
            for _, name in forbidden_characters(event.value):
                raise self._refuse(
                    event,
                    "forbidden-character",
                    f"this text spells an invisible or control character with a backslash: {name}",
                    "delete the backslash and what belongs to it, or use single quotes",
                )
        if self.has_hash and not event.style:
            self._check_lost_text(event.value, spot)

    def _check_lost_text(self, value: str, spot: Spot) -> None:
        rest = self.source.lines[spot.end_line][spot.end_column :]
        lost = rest.lstrip()
        is_words = " " in value or "\n" in value
        if value and lost.startswith("#") and (is_words or not lost.startswith("# ")):
            column = spot.end_column + len(rest) - len(lost)
            self.located.problems.append(
                Problem(
                    self.source.place(spot.end_line + 1, column + 1, len(lost)),
                    "lost-text",
                    f"everything from `{one_line(lost, 20)}` on is lost: ` #` starts a comment",
                    "put the whole text in quotes, or move the comment to a line of its own",
                )
            )

    def _add(self, value: Any, spot: Spot) -> None:
        if not self.open:
            self.located.value, self.located.spot = value, spot
            return
        into = self.open[-1]
        if isinstance(into.value, list):
            into.value.append(value)
            into.spot.parts.append(spot)
        elif into.key is None:
            self._take_key(into, value, spot)
        else:
            into.value[into.key] = value
            into.spot.parts[into.key] = (into.key_spot, spot)
            into.key = None

    def _take_key(self, into: _Open, key: Any, spot: Spot) -> None:
        place = self.source.place(spot.line + 1, spot.column + 1, max(1, spot.end_column - spot.column))
        if not isinstance(key, str):
            raise _Refused(
                Problem(
                    place,
                    "group-as-name",
                    "a list or a group of fields stands where a name must stand",
                    "put quotes around text that starts with [ or {, and check the indentation",
                )
            )
        if key == "<<":
            raise _Refused(
                Problem(
                    place,
                    "merge-key",
                    "`<<` would copy fields from elsewhere, which is not allowed here",
                    "write the fields out",
                )
            )
        if key in into.value:
            first = into.spot.parts[key][0].line + 1
            self.located.problems.append(
                Problem(
                    place,
                    "duplicate-key",
                    f"`{one_line(key)}` is given twice; the first is on line {first}",
                    "delete one of the two, or join them",
                )
            )
        into.key, into.key_spot = key, spot

    def _spot(self, event: Any) -> Spot:
        start, end = event.start_mark, event.end_mark
        return Spot(start.line, start.column, end.line, end.column)

    def _refuse(self, event: Any, code: str, message: str, mend: str) -> _Refused:
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if end.line == start.line else 1
        return _Refused(Problem(self.source.place(start.line + 1, start.column + 1, length), code, message, mend))


class _Open:
    """A mapping or list whose end has not been seen yet."""

    __slots__ = ("key", "key_spot", "spot", "value")

    def __init__(self, value: Any, spot: Spot) -> None:
        self.value = value
        self.spot = spot
        self.key: str | None = None
        self.key_spot = spot
