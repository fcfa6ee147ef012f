"""The default playbook has few of the tics that `STYLE.md` lists: each is good English now and then, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from playbook.model import BY_NAME, Playbook
from tests.building import DEFAULT

STYLE = DEFAULT / "STYLE.md"
SAID_BY_PATRONS = {"aliases", "utterances", "patron_asks", "remembered", "experienced", "signs", "notes", "query"}
"""Fields with the words of others, and what no reader sees."""
_ROW = re.compile(r"^\| `(?P<pattern>.+)` \| (?P<field>\w+) \| (?P<limit>\d+) \| (?P<instead>.+) \|$", re.MULTILINE)


@dataclass(frozen=True)
class Tic:
    """A habit of wording, and how often it may be met."""

    pattern: str
    field: str
    """The field that is looked through; `all` for every text."""
    limit: int


def tics() -> list[Tic]:
    """The table at the end of the page on style."""
    rows = _ROW.finditer(STYLE.read_text("utf-8"))
    return [Tic(row["pattern"].replace(r"\|", "|"), row["field"], int(row["limit"])) for row in rows]


def texts(playbook: Playbook, field: str) -> Iterator[str]:
    """The texts of one field in all records, or of all fields with the words of the house."""
    for ref, record in playbook.records():
        for path in BY_NAME[ref.kind].words_for_people:
            is_wanted = path[-1] == field if field != "all" else SAID_BY_PATRONS.isdisjoint(path)
            if is_wanted:
                yield from _at(record, path)


def _at(value: object, path: tuple[str, ...]) -> Iterator[str]:
    if isinstance(value, str) and not path:
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from _at(entry, path)
    elif isinstance(value, dict):
        for entry in value.values():
            yield from _at(entry, path)
    elif path and hasattr(value, path[0]):
        yield from _at(getattr(value, path[0]), path[1:])


def found(playbook: Playbook, tic: Tic) -> list[str]:
    """Every text with the tic."""
    return [text for text in texts(playbook, tic.field) if re.search(tic.pattern, text)]


def test_the_page_lists_tics() -> None:
    assert len(tics()) >= 8


@pytest.mark.parametrize("tic", tics(), ids=lambda tic: f"{tic.field}-{tic.pattern}")
def test_a_tic_is_rare(tic: Tic, default_playbook: Playbook) -> None:
    with_it = found(default_playbook, tic)
    assert len(with_it) <= tic.limit, "\n".join(with_it)


def test_a_tic_is_seen_where_it_is(small_playbook: Playbook) -> None:
    tip = next(iter(small_playbook.tips.values()))
    changed = tip.model_copy(update={"why": "Somebody has to.", "floor": "Nobody waits."})
    playbook = replace(small_playbook, tips={tip.id: changed})
    assert "Somebody has to." in found(playbook, Tic(r"\b[Ss]omebody\b", "all", 0))
    assert found(playbook, Tic("^Nobody", "floor", 0))[:1] == ["Nobody waits."]
