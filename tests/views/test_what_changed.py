"""What changed: from the history where there is one, else from dates in records; by month and department."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from playbook.ref import Ref
from playbook.views import what_changed
from playbook.views.changes import Change
from playbook.views.context import Context
from tests.views.evening import by_id, contribution, house, improvement, tip

SEPTEMBER, AUGUST = dt.date(2026, 9, 3), dt.date(2026, 8, 20)


def _months(context: Context) -> Any:
    return what_changed.VIEW.prepare(context).months


def test_where_nothing_has_a_date_there_is_no_page() -> None:
    assert not what_changed.VIEW.exists(house())


def test_without_a_history_the_dates_in_records_are_used() -> None:
    context = house(
        tips=by_id(tip("smile", "door", reviewed=AUGUST)),
        improvements=by_id(improvement("cold", "noticed", SEPTEMBER, owner="stage")),
    )
    lines = what_changed.latest(context)
    assert [(line.change.id, line.change.how, line.department) for line in lines] == [
        ("cold", "noticed", Ref("department", "stage")),
        ("smile", "confirmed", Ref("department", "house")),
    ]


def test_the_history_is_shown_by_month_and_department() -> None:
    past = (
        Change("tip", "smile", SEPTEMBER, "changed"),
        Change("role", "technician", SEPTEMBER, "new"),
        Change("touchpoint", "door", AUGUST, "new"),
    )
    context = replace(house(tips=by_id(tip("smile", "door"))), history=lambda: past)
    shown = [
        (
            month.first.isoformat(),
            [(part.department.id, [line.change.id for line in part.lines]) for part in month.parts],
        )
        for month in _months(context)
    ]
    assert shown == [
        ("2026-09-01", [("house", ["smile"]), ("stage", ["technician"])]),
        ("2026-08-01", [("house", ["door"])]),
    ]


def test_what_belongs_to_no_department_comes_last_and_is_for_everybody() -> None:
    context = replace(
        house(contributions=by_id(contribution("light", "technician", "seat"))),
        history=lambda: (
            Change("setting", "gone", SEPTEMBER, "new"),
            Change("contribution", "light", SEPTEMBER, "new"),
        ),
    )
    assert [
        (line.department, line.destination.page, line.destination.anchor) for line in what_changed.latest(context)
    ] == [(Ref("department", "stage"), Ref("touchpoint", "seat"), "light")]


def test_changes_older_than_a_year_or_to_records_that_are_gone_are_left_out() -> None:
    past = (
        Change("touchpoint", "door", dt.date(2025, 9, 30), "new"),
        Change("touchpoint", "seat", dt.date(2025, 10, 1), "new"),
        Change("tip", "gone", SEPTEMBER, "new"),
        Change("term", "interval", SEPTEMBER, "new"),
    )
    context = replace(house(), history=lambda: past)
    assert [line.change.id for line in what_changed.latest(context)] == ["seat"]


def test_a_flood_of_changes_is_cut_by_department_and_later_months_are_counted_only() -> None:
    tips = by_id(*(tip(f"tip-{number}", "door") for number in range(500)))
    past = tuple(Change("tip", name, SEPTEMBER, "new") for name in tips)
    month = _months(replace(house(tips=tips), history=lambda: past))[0]
    assert (month.count, [(len(part.lines), part.more, part.count) for part in month.parts]) == (500, [(12, 488, 500)])
