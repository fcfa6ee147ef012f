"""What changed lately: by month and department, and as entries of a feed.

From the history of the files where there is one, else from the dates that tips and improvements carry.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from playbook.model import BY_NAME, WITH_PAGES, Playbook
from playbook.model.kind import MenuPlace
from playbook.model.people import Department
from playbook.views.changes import Change
from playbook.views.context import Context
from playbook.views.labels import label
from playbook.views.owners import owner_of
from playbook.views.spec import Found, ViewSpec, said

MOST_LINES = 300
"""Changes named on the page; earlier months are counted only."""
MOST_FOR_ONE = 12
"""Changes named for one department in one month."""
IN_FEED = 50
"""Entries of the feed."""
_MONTHS = 12

_ORDER = {name: place for place, name in enumerate((*(kind.name for kind in WITH_PAGES), "contribution"))}
"""The kinds whose changes are shown, in the order of the site."""


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


def _exists(context: Context) -> bool:
    return any(_to_show(context, context.changes)) or any(_to_show(context, _dated(context.playbook)))


def _prepare(context: Context) -> dict[str, Any]:
    changes = _changes(context)
    is_history = any(it.how in ("new", "changed") for it in changes)
    return {"months": _months(context.playbook, changes), "is_history": is_history, "lasting": _MONTHS}


def latest(context: Context, count: int = IN_FEED) -> tuple[Line, ...]:
    """The newest changes, for a feed or a short list."""
    return tuple(_line(context.playbook, it) for it in _changes(context)[:count])


def _changes(context: Context) -> list[Change]:
    """The changes of a year that have a page to show them; on the same day in the order of the site."""
    told = list(_to_show(context, context.changes)) or list(_to_show(context, _dated(context.playbook)))
    return sorted(told, key=lambda it: (-it.day.toordinal(), _ORDER[it.kind]))


def _to_show(context: Context, changes: Iterable[Change]) -> Iterator[Change]:
    first = _months_before(context.today, _MONTHS - 1)
    for change in changes:
        is_recent = change.kind in _ORDER and first <= change.day <= context.today
        if is_recent and context.playbook.find(change.kind, change.id):
            yield change


def _months_before(day: dt.date, months: int) -> dt.date:
    """The first day of the month that lies so many months before."""
    count = day.year * 12 + day.month - 1 - months
    return dt.date(count // 12, count % 12 + 1, 1)


def _dated(playbook: Playbook) -> Iterator[Change]:
    for tip in playbook.tips.values():
        yield Change("tip", tip.id, tip.reviewed, "confirmed")
    for improvement in playbook.improvements.values():
        yield Change("improvement", improvement.id, improvement.noticed, "noticed")


def _line(playbook: Playbook, change: Change) -> Line:
    record = playbook.of_kind(change.kind)[change.id]
    target = (change.kind, change.id, "")
    if change.kind == "contribution":
        target = ("touchpoint", playbook.contributions[change.id].touchpoint, change.id)
    words = label(playbook, change.kind, record)
    return Line(change, words, BY_NAME[change.kind].words, target, _department(playbook, change))


def _department(playbook: Playbook, change: Change) -> str | None:
    """The id of the department that a changed record belongs to; None for the whole house."""
    return owner_of(playbook, change.kind, change.id)


def _months(playbook: Playbook, changes: Iterable[Change]) -> tuple[Month, ...]:
    by_month: dict[dt.date, list[Change]] = {}
    for change in changes:
        by_month.setdefault(change.day.replace(day=1), []).append(change)
    months, left = [], MOST_LINES
    for first, its in by_month.items():
        parts = _parts(playbook, its) if left > 0 else ()
        left -= sum(len(part.lines) for part in parts)
        months.append(Month(first, len(its), parts))
    return tuple(months)


def _parts(playbook: Playbook, changes: Iterable[Change]) -> tuple[Part, ...]:
    """By department as the playbook lists them, what belongs to the whole house last."""
    by_department: dict[str | None, list[Change]] = {name: [] for name in (*playbook.departments, None)}
    for change in changes:
        by_department[_department(playbook, change)].append(change)
    return tuple(
        Part(
            playbook.departments[name] if name else None,
            tuple(_line(playbook, it) for it in its[:MOST_FOR_ONE]),
            len(its[MOST_FOR_ONE:]),
        )
        for name, its in by_department.items()
        if its
    )


VIEW = ViewSpec(
    id="what-changed",
    title="What changed",
    lead=said("What is new in this playbook and what was confirmed or mended, month by month."),
    template="what-changed.html.j2",
    exists=_exists,
    prepare=_prepare,
    menu=MenuPlace("Keep it true", 2),
    found=Found(
        "Changes to the playbook by department and month.",
        ("what is new", "news", "recent changes", "change history", "latest updates", "change log"),
    ),
)
