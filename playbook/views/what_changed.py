"""What changed lately: by month and department, and as entries of a feed.

From the history of the files where there is one, else from the dates that tips and improvements carry.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from playbook.model import BY_NAME, Playbook, Record
from playbook.model.people import Department
from playbook.views.changes import Change
from playbook.views.context import Context, View
from playbook.views.index import KINDS_WITH_PAGES
from playbook.views.labels import VIEW_TITLES, label

MOST_LINES = 300
"""Changes named on the page; earlier months are counted only."""
MOST_FOR_ONE = 12
"""Changes named for one department in one month."""
IN_FEED = 50
"""Entries of the feed."""
_MONTHS = 12

_OWNER_FIELDS = {"tip": "owner", "touchpoint": "owner", "standard": "owner", "improvement": "owner", "access": "owner"}
_OWNER_FIELDS |= {"role": "department", "internal_service": "provider"}
"""The field that names the department which a record of a kind belongs to."""


@dataclass(frozen=True)
class Line:
    """One change, ready to be read."""

    change: Change
    words: str
    """What the record is called."""
    kind: str
    """What it is, in words."""
    target: tuple[str, str, str]
    """Kind, id and anchor of the page that shows it."""
    department: str | None
    """The department it belongs to; None for what belongs to the whole house."""


@dataclass(frozen=True)
class Part:
    """What changed for one department in one month."""

    department: Department | None
    lines: tuple[Line, ...]
    more: int
    """Changes that are not named."""

    @property
    def count(self) -> int:
        """All its changes."""
        return len(self.lines) + self.more


@dataclass(frozen=True)
class Month:
    """What changed in one month."""

    first: dt.date
    count: int
    parts: tuple[Part, ...]
    """Empty when it is counted only."""


def view(context: Context) -> View | None:
    """The page of changes; None when nothing has a date."""
    if not _changes(context):
        return None

    def prepare() -> dict[str, Any]:
        months = _months(context, _lines(context))
        return {"months": months, "is_history": bool(context.changes), "lasting": _MONTHS}

    lead = "What is new in this playbook and what was confirmed or mended, month by month."
    return View("what-changed", VIEW_TITLES["what-changed"], lead, "what-changed.html.j2", prepare)


def latest(context: Context, count: int = IN_FEED) -> tuple[Line, ...]:
    """The newest changes, for a feed or a short list."""
    return tuple(_lines(context, count))


def _changes(context: Context) -> list[Change]:
    """The changes of a year that have a page to show them; on the same day in the order of the site."""
    first = _months_before(context.today, _MONTHS - 1)
    known = context.changes or _dated(context.playbook)
    order = {name: position for position, name in enumerate((*KINDS_WITH_PAGES, "contribution"))}
    recent = [it for it in known if it.kind in order and first <= it.day <= context.today]
    there = [it for it in recent if context.playbook.find(it.kind, it.id)]
    return sorted(there, key=lambda it: (-it.day.toordinal(), order[it.kind]))


def _months_before(day: dt.date, months: int) -> dt.date:
    """The first day of the month that lies so many months before."""
    count = day.year * 12 + day.month - 1 - months
    return dt.date(count // 12, count % 12 + 1, 1)


def _dated(playbook: Playbook) -> list[Change]:
    tips = [Change("tip", it.id, it.reviewed, "confirmed") for it in playbook.tips.values()]
    return tips + [Change("improvement", it.id, it.noticed, "noticed") for it in playbook.improvements.values()]


def _lines(context: Context, count: int | None = None) -> list[Line]:
    return [_line(context.playbook, it) for it in _changes(context)[:count]]


def _line(playbook: Playbook, change: Change) -> Line:
    record = playbook.of_kind(change.kind)[change.id]
    target = (change.kind, change.id, "")
    if change.kind == "contribution":
        target = ("touchpoint", playbook.contributions[change.id].touchpoint, change.id)
    words = label(playbook, change.kind, record)
    return Line(change, words, BY_NAME[change.kind].words, target, _department(playbook, change.kind, record))


def _department(playbook: Playbook, kind: str, record: Record) -> str | None:
    if kind == "department":
        return record.id
    if kind == "contribution":
        return playbook.roles[playbook.contributions[record.id].role].department
    if kind == "scenario":
        return playbook.touchpoints[playbook.scenarios[record.id].touchpoint].owner
    if kind == "routine":
        return playbook.roles[playbook.routines[record.id].roles[0]].department
    name: str | None = getattr(record, _OWNER_FIELDS[kind]) if kind in _OWNER_FIELDS else None
    return name


def _months(context: Context, lines: Iterable[Line]) -> tuple[Month, ...]:
    by_month: dict[dt.date, list[Line]] = {}
    for line in lines:
        by_month.setdefault(line.change.day.replace(day=1), []).append(line)
    months, left = [], MOST_LINES
    for first, its in by_month.items():
        parts = _parts(context.playbook, its) if left > 0 else ()
        left -= sum(len(part.lines) for part in parts)
        months.append(Month(first, len(its), parts))
    return tuple(months)


def _parts(playbook: Playbook, lines: list[Line]) -> tuple[Part, ...]:
    """By department as the playbook lists them, what belongs to the whole house last."""
    by_department: dict[str | None, list[Line]] = {name: [] for name in (*playbook.departments, None)}
    for line in lines:
        by_department[line.department].append(line)
    return tuple(
        Part(playbook.departments[name] if name else None, tuple(its[:MOST_FOR_ONE]), len(its[MOST_FOR_ONE:]))
        for name, its in by_department.items()
        if its
    )
