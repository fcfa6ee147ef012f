"""What a review confirms: the words of a record, apart from how they are laid out in its file."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from playbook.model import BY_NAME, Instruction
from playbook.reading.facts import Facts

Wording = tuple[tuple[str, str], ...]
"""Each text of a record with the field it is in, in the order of the model: `("do", "Look up.")`."""


def wording(kind: str, fields: Any, facts: Facts | None = None) -> Wording:
    """The words of a record whose fields are written like this, with the facts of the house in their places.

    Fields that a review does not confirm are left out (`Instruction.fields_reviewed`).
    """
    record = BY_NAME[kind].record
    if not issubclass(record, Instruction) or not isinstance(fields, Mapping):
        return ()
    given = {name: fields[name] for name in record.fields_reviewed() if name in fields}
    return tuple(_texts(facts.told_in(kind, given) if facts else given))


def _texts(value: Any, field: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, part in sorted(value.items()) if field else value.items():
            yield from _texts(part, f"{field} {name}".strip())
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part, field)
    else:
        yield field, " ".join(str(value).split())


def digest(words: Wording) -> str:
    """A short fingerprint of the words."""
    return hashlib.blake2b("\n".join(f"{field}: {text}" for field, text in words).encode(), digest_size=8).hexdigest()


def reviewed_on(fields: Any) -> str | None:
    """The day in `reviewed`, as it is written; None when there is none."""
    day = fields.get("reviewed") if isinstance(fields, Mapping) else None
    return day.strip() if isinstance(day, str) and _is_day(day.strip()) else None


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True
