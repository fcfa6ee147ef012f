"""Parses a YAML file into plain values and, on demand, the place of each.

Only mappings, lists and text exist here; the model decides whether a text is a number or a date. What could surprise an
editor or harm the machine (anchors, tags, merge keys, a second document, endless depth) is refused.

Reads PyYAML's C event stream, which is about three times as fast as loading and gives lines and columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from playbook.problems import MAX_PROBLEMS, Place, Problem
from playbook.reading import refused
from playbook.reading.decoding import SourceFile
from playbook.reading.swallowed import BLOCKS, FIELD_NAMES, SwallowedText
from playbook.reading.yaml_words import explain

MAX_DEPTH = 12
"""The deepest that lists and groups of fields may nest."""
MAX_NODES = 50_000
"""The most values that one file may hold."""
MAX_TEXT = 20_000
"""The most characters that one text may have."""
_STARTS = (MappingStartEvent, SequenceStartEvent)
_ENDS = (MappingEndEvent, SequenceEndEvent)


class Spot(NamedTuple):
    """The position of a value in the event stream."""

    event: Any
    """The parser's event with which it begins; its marks count lines and columns from 0."""
    parts: Any = None
    """For a mapping `{key: (spot of the key, spot of the value)}`, for a list the spots, for a text None."""


@dataclass
class Located:
    """The content of one file."""

    source: SourceFile
    value: Any = None
    """Nested dicts, lists and texts; None for a file without content."""
    problems: list[Problem] = field(default_factory=list)
    """Everything wrong with the file as YAML; when there is any, the value is not to be used."""
    keys: dict[str, Event] = field(default_factory=dict)
    """The parser's event of each name at the top of the file."""
    events: list[Event] = field(default_factory=list)
    """All events of the parser, from which spots are worked out on demand."""

    @cached_property
    def spot(self) -> Spot:
        """The spot of the whole content, with those of all its parts."""
        return _spot_tree(self.events)

    def top_place(self, key: str) -> Place:
        """The place of a name at the top of the file."""
        return self._place(Spot(self.keys[key]))

    def place_of(self, path: tuple[str | int, ...], *, at_key: bool = False) -> Place:
        """The place of the value at `path`, or of its key.

        Goes as far along the path as the file does: a field that is missing is placed at the key of its record.
        """
        here, key = self.spot, None
        for step in path:
            parts = here.parts
            if isinstance(parts, Mapping) and step in parts:
                key, here = parts[step]
            elif isinstance(parts, list) and isinstance(step, int) and step < len(parts):
                key, here = None, parts[step]
            else:
                return self._place(key or here)
        is_group = here.parts is not None or here.event.start_mark.index == here.event.end_mark.index
        return self._place(key if key is not None and (at_key or is_group) else here)

    def lines_of(self, path: tuple[str | int, ...]) -> list[tuple[Place, str]]:
        """The lines of the text at `path` that have words, each with its place and its words."""
        event = self._spot_at(path).event
        start, end = event.start_mark, event.end_mark
        first = start.line + (event.style in BLOCKS)
        found = []
        for number in range(first, min(end.line + 1, len(self.source.lines))):
            line = self.source.lines[number][: end.column if number == end.line else None]
            words = line[start.column if number == start.line else 0 :].strip("\"' ")
            if words:
                found.append((self.source.place(number + 1, line.index(words) + 1, len(words)), words))
        return found

    def is_in_brackets(self, path: tuple[str | int, ...]) -> bool:
        """Whether the list at `path` is written in brackets."""
        return bool(getattr(self._spot_at(path).event, "flow_style", False))

    def _spot_at(self, path: tuple[str | int, ...]) -> Spot:
        here = self.spot
        for step in path:
            here = here.parts[step][1] if isinstance(here.parts, Mapping) else here.parts[step]
        return here

    def _place(self, spot: Spot) -> Place:
        start, end = spot.event.start_mark, spot.event.end_mark
        is_on_one_line = end.line == start.line and spot.parts is None
        last = end.column if is_on_one_line else len(self.source.lines[start.line].rstrip())
        return self.source.place(start.line + 1, start.column + 1, last - start.column)


def parse(source: SourceFile) -> Located:
    """Reads one file. Never raises for anything the file contains: faults are in `problems`."""
    located = Located(source)
    builder = _Builder(located)
    try:
        for event in iter(CParser(source.text).get_event, None):
            builder.take(event)
    except refused.Refused as refusal:
        located.problems.append(refusal.problem)
    except yaml.YAMLError as error:
        # An earlier problem has usually led the parser astray.
        if not located.problems:
            located.problems.append(explain(error, source))
    return located


class _Builder:
    """Builds values from events, one open mapping or list at a time."""

    def __init__(self, located: Located) -> None:
        self.located = located
        self.source = located.source
        self.events = located.events
        self.swallowed = SwallowedText(located.source)
        self.has_odd_keys = refused.has_odd_keys(located.source.text)
        self.open: list[tuple[Any, str | None]] = []
        self.inside: Any = None
        """The mapping or list that is being filled."""
        self.key: str | None = None
        """The key that waits for its value, when `inside` is a mapping."""
        self.nodes = 0
        self.documents = 0

    def take(self, event: Any) -> None:
        self.events.append(event)
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            if event.anchor is not None or event.tag is not None or len(value) > MAX_TEXT:
                raise refused.scalar(self.source, event, MAX_TEXT)
            if type(self.inside) is dict and self.key is None:
                self._take_key(event)
                return
            swallowed = self.swallowed
            if event.start_mark.line != event.end_mark.line or (
                swallowed.is_possible and (swallowed.has_escape or event.start_mark.line in swallowed.hash_lines)
            ):
                self._report(swallowed.around(event, self._names()))
                # The line feed that ends a block of text belongs to its layout.
                value = value.rstrip("\n") if event.style in BLOCKS else value
            self._add(value)
        elif kind is MappingStartEvent:
            self._start(event, {})
        elif kind is SequenceStartEvent:
            self._start(event, [])
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            closed = self.inside
            self.inside, self.key = self.open.pop()
            if self.swallowed.hash_lines:
                self._report(self.swallowed.after_brackets(event, self._names()))
            self._add(closed)
        elif kind is AliasEvent:
            raise refused.alias(self.source, event)
        elif kind is DocumentStartEvent:
            self.documents += 1
            refused.check_document(self.source, event, self.documents)

    def _add(self, value: Any) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise refused.too_many_values(self.source, self.events[-1], MAX_NODES)
        inside = self.inside
        if type(inside) is dict:
            inside[self.key] = value
            self.key = None
        elif inside is None:
            self.located.value = value
        else:
            inside.append(value)

    def _start(self, event: Any, value: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            raise refused.group(self.source, event)
        if len(self.open) >= MAX_DEPTH:
            raise refused.too_deep(self.source, event, MAX_DEPTH)
        if type(self.inside) is dict and self.key is None:
            raise refused.group_as_name(self.source, event)
        self.open.append((self.inside, self.key))
        self.inside, self.key = value, None

    def _take_key(self, event: Any) -> None:
        key = event.value
        if (key not in FIELD_NAMES and (key == "<<" or not key.strip() or "\n" in key)) or self.has_odd_keys:
            refused.check_key(self.source, event)
        if key in self.inside:
            first = _first_use(self.events, key)
            is_id = len(self.open) == 1 and key not in FIELD_NAMES
            self._report([refused.duplicate_key(self.source, event, first, is_id=is_id)])
        elif len(self.open) == 1:
            self.located.keys[key] = event
        self.key = key
        if self.swallowed.hash_lines:
            self._report(self.swallowed.around_name(event))

    def _names(self) -> list[str | None]:
        """The names of the fields around the value that comes next, the nearest first; None for a list."""
        return [self.key, *(key for _, key in reversed(self.open))]

    def _report(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self.located.problems.append(problem)
            if len(self.located.problems) >= MAX_PROBLEMS:
                raise refused.Refused(problem)


def _first_use(events: list[Event], key: str) -> Any:
    """The earlier event of a key whose second use is the last event."""
    depth = nodes = 0
    for event in reversed(events[:-1]):
        if isinstance(event, _ENDS):
            depth += 1
            continue
        if isinstance(event, _STARTS):
            depth -= 1
        if depth == 0:
            nodes += 1
            if nodes % 2 == 0 and isinstance(event, ScalarEvent) and event.value == key:
                return event
    return events[-1]


def _spot_tree(events: list[Event]) -> Spot:
    done: list[list[Spot]] = [[]]
    """For each open mapping or list, the spots of what it holds so far."""
    starts: list[Event] = []
    for event in events:
        kind = type(event)
        if kind is ScalarEvent:
            done[-1].append(Spot(event))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            starts.append(event)
            done.append([])
        elif kind is SequenceEndEvent:
            parts = done.pop()
            done[-1].append(Spot(starts.pop(), parts))
        elif kind is MappingEndEvent:
            pairs = done.pop()
            keys = zip(pairs[::2], pairs[1::2], strict=True)
            done[-1].append(Spot(starts.pop(), {key.event.value: (key, value) for key, value in keys}))
    return done[0][0] if done[0] else Spot(events[0])
