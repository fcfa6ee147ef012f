"""What changed lately: by month and department, and as entries of a feed.

From the history of the files where there is one, else from the dates that tips and improvements carry.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playbook.model import BY_NAME, WITH_PAGES, Playbook
from playbook.model.kind import MenuPlace
from playbook.model.people import Department
from playbook.ref import Ref
from playbook.views.changes import Change
from playbook.views.context import Context
from playbook.views.destinations import Destination, destination_of
from playbook.views.owners import owner_of
from playbook.views.spec import Found, ViewSpec, said
from playbook.wording import N_, _

MAX_LINES = 300
"""Changes named on the page; earlier months are counted only."""
MAX_FOR_ONE = 12
"""Changes named for one department in one month."""
IN_FEED = 50
"""Entries of the feed."""
_MONTHS = 12

_ORDER = {kind: place for place, kind in enumerate((*(kind.name for kind in WITH_PAGES), "contribution"))}
"""The kinds whose changes are shown, in the order of the site."""
HOW = {"new": N_("new"), "changed": N_("changed"), "confirmed": N_("confirmed"), "noticed": N_("noticed")}
"""What happened to a record, as messages."""


@dataclass(frozen=True)
class Line:
    """One change, ready to be read."""

    change: Change
    kind: str
    """What the record is, in words."""
    how: str
    """What happened to it, in words."""
    destination: Destination
    """Where it can be seen."""
    department: Ref | None
    """The department it belongs to; None for what belongs to the whole house."""


@dataclass(frozen=True)
class DepartmentChanges:
    """What changed for one department in one month."""

    anchor: str
    """The id of its heading on the page."""
    department: Department | None
    """None for what belongs to the whole house."""
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

    id: str
    """Year and month: `2026-09`."""
    first: dt.date
    count: int
    parts: tuple[DepartmentChanges, ...]
    """Empty when it is counted only."""


@dataclass(frozen=True)
class WhatChangedPage:
    """Everything the page shows."""

    months: tuple[Month, ...]
    is_history: bool
    """Whether this comes from the history of the files, not from the dates in records."""
    reach: int
    """How many months it goes back."""


def _exists(context: Context) -> bool:
    return any(_to_show(context, _dated(context.playbook))) or any(_to_show(context, context.changes))


def _prepare(context: Context) -> WhatChangedPage:
    changes = _changes(context)
    is_history = any(change.how in ("new", "changed") for change in changes)
    return WhatChangedPage(_months(context.playbook, changes), is_history, _MONTHS)


def latest(context: Context, count: int = IN_FEED) -> tuple[Line, ...]:
    """The newest changes, for a feed or a short list."""
    return tuple(_line(context.playbook, change) for change in _changes(context)[:count])


def _changes(context: Context) -> list[Change]:
    """The changes of a year that have a page to show them; on the same day in the order of the site."""
    found = list(_to_show(context, context.changes)) or list(_to_show(context, _dated(context.playbook)))
    return sorted(found, key=lambda change: (-change.day.toordinal(), _ORDER[change.kind]))


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
    owner = _department(playbook, change)
    department = Ref("department", owner) if owner else None
    destination = destination_of(playbook, Ref(change.kind, change.id))
    return Line(change, BY_NAME[change.kind].words, _(HOW[change.how]), destination, department)


def _department(playbook: Playbook, change: Change) -> str | None:
    """The id of the department that a changed record belongs to; None for the whole house."""
    return owner_of(playbook, change.kind, change.id)


def _months(playbook: Playbook, changes: Iterable[Change]) -> tuple[Month, ...]:
    by_month: dict[dt.date, list[Change]] = {}
    for change in changes:
        by_month.setdefault(change.day.replace(day=1), []).append(change)
    months, left = [], MAX_LINES
    for first, found in by_month.items():
        month = first.isoformat()[:7]
        parts = tuple(_parts(playbook, month, found)) if left > 0 else ()
        left -= sum(len(part.lines) for part in parts)
        months.append(Month(month, first, len(found), parts))
    return tuple(months)


def _parts(playbook: Playbook, month: str, changes: Iterable[Change]) -> Iterator[DepartmentChanges]:
    """By department as the playbook lists them, what belongs to the whole house last."""
    by_department: dict[str | None, list[Change]] = {department: [] for department in (*playbook.departments, None)}
    for change in changes:
        by_department[_department(playbook, change)].append(change)
    for department, found in by_department.items():
        if found:
            yield DepartmentChanges(
                f"in-{month}-{department or 'whole-house'}",
                playbook.departments[department] if department else None,
                tuple(_line(playbook, change) for change in found[:MAX_FOR_ONE]),
                len(found[MAX_FOR_ONE:]),
            )


VIEW = ViewSpec(
    id="what-changed",
    title=N_("What changed"),
    lead=said(N_("What is new in this playbook and what was confirmed or fixed, month by month.")),
    template="what_changed.html.j2",
    exists=_exists,
    prepare=_prepare,
    menu=MenuPlace(N_("Keeping it up to date"), 2),
    found=Found(
        N_("Changes to the playbook by department and month."),
        ("what is new", "news", "recent changes", "change history", "latest updates", "change log"),
    ),
)
