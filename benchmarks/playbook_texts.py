"""Every text in the records of a playbook, with the kind, the record and the field it belongs to.

Ids, choices, dates, addresses and numbers are no texts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from playbook.days import Days
from playbook.model import BY_NAME, Playbook
from playbook.opening import open_playbook

DATA = Path(__file__).resolve().parent.parent / "playbook_data"
"""The default playbook."""

NO_TEXT = frozenset(
    (
        *("id", "kind", "home", "expect", "channels", "control", "side", "lane", "audience", "level", "effort"),
        *("status", "anchor", "limit", "sector", "locale", "language", "paper", "audience_word"),
        *("site", "repository", "contact", "address", "seed_file"),
    )
)
"""Fields, besides references to other records, that contain something other than words for people."""

_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")


@dataclass(frozen=True)
class FieldText:
    """One text of a record; each entry of a list is a text of its own."""

    kind: str
    record: str
    field: str
    text: str


def words_of(text: str) -> list[str]:
    """The words of a text as written; `half-past` and `don’t` are one word each."""
    return _WORD.findall(text)


def default_playbook() -> Playbook:
    """The default playbook, drafts included. Raises SystemExit when it cannot be read."""
    playbook = open_playbook(DATA, Days.on(dt.date.today())).playbook
    if playbook is None:
        raise SystemExit("the default playbook cannot be read; `python3 run.py check` says why")
    return playbook


def texts_of(playbook: Playbook) -> Iterator[FieldText]:
    """Every text of every record, editors' notes and search queries included, in the order of the files."""
    for ref, record in playbook.records():
        references = {path for path, _ in BY_NAME[ref.kind].references}
        for field, text in _texts(record, (), references):
            yield FieldText(ref.kind, record.id, field, text)


def _texts(value: object, path: tuple[str, ...], references: set[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Each text below `value` with the name of the field that holds it."""
    if path in references or (path and path[-1] in NO_TEXT):
        return
    if isinstance(value, str):
        yield path[-1], value
    elif isinstance(value, BaseModel):
        for field, inner in value:
            yield from _texts(inner, (*path, field), references)
    elif isinstance(value, tuple):
        for entry in value:
            yield from _texts(entry, path, references)
