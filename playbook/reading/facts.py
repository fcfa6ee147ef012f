"""Puts the facts of the house, which organisation.yml states once, where texts name them: `{refund-limit}`.

It happens before the model validates a record, so that everything above sees the texts as people read them. What is put
in is text like any other: it is escaped with the rest of it. A name that is no fact stays as it is typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playbook.problems import Problem, nearest
from playbook.reading import codes
from playbook.reading.located import Located
from playbook.reading.raw_records import Path, RawRecord

_NAMED = re.compile(r"(?<![{$#%])\{([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\}(?!\})")
_MARK = "{"
FACTS = "facts"
"""The field of the organisation that states them."""
EMERGENCY_NUMBER = "emergency-number"
"""The fact that needs no stating: the number under `emergency`."""


@dataclass(frozen=True)
class Facts:
    """The facts of one house."""

    by_name: Mapping[str, str]
    is_whole: bool = True
    """Whether all facts could be read; otherwise nobody knows which names are wrong."""

    @classmethod
    def of(cls, raw: RawRecord) -> Facts:
        """The facts as the organisation's file states them, before the model has validated them."""
        fields = raw.fields if isinstance(raw.fields, dict) else {}
        stated, emergency = fields.get(FACTS, {}), fields.get("emergency")
        if not isinstance(stated, dict):
            return cls({}, is_whole=False)
        if isinstance(emergency, dict):
            stated = {**stated, EMERGENCY_NUMBER: emergency.get("number")}
        return cls({name: value for name, value in stated.items() if isinstance(value, str)})

    def told(self, raw: RawRecord) -> RawRecord:
        """The record with every fact in the place of its name; the same record when it names none."""
        fields = self.told_in(raw.fields)
        return raw if fields is raw.fields else raw._replace(fields=fields)

    def told_in(self, value: Any) -> Any:
        """A text, list or mapping with every fact in the place of its name; the same value when it names none."""
        if isinstance(value, str):
            return _NAMED.sub(lambda name: self.by_name.get(name[1], name[0]), value) if _MARK in value else value
        if isinstance(value, dict):
            told = {key: part if key == FACTS else self.told_in(part) for key, part in value.items()}
            return value if all(told[key] is value[key] for key in value) else told
        if isinstance(value, list):
            entries = [self.told_in(part) for part in value]
            return value if all(new is old for new, old in zip(entries, value, strict=True)) else entries
        return value

    def unknown(self, raw: RawRecord, located: Located) -> Iterator[Problem]:
        """Names in braces that are no fact."""
        for path, name in _names(raw.fields, ()) if self.is_whole else ():
            if name in self.by_name:
                continue
            near = nearest(name, self.by_name)
            fix = (
                f"a fact with a similar name exists: `{near}`"
                if near
                else f"state it under `{FACTS}` in organisation.yml"
            )
            message = f"`{name}` is not a fact of the house"
            yield codes.UNKNOWN_FACT.at(located.place_of((*raw.path, *path)), message, fix, raw.ref)


def has_facts(data: bytes) -> bool:
    """Whether a file may name a fact at all."""
    return _MARK.encode() in data


def _names(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if _MARK in value:
            yield from ((path, found[1]) for found in _NAMED.finditer(value))
    elif isinstance(value, dict):
        for key, part in value.items():
            if key != FACTS:
                yield from _names(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _names(part, (*path, index))
