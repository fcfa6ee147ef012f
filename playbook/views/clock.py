"""The clock of one performance: everything done around it, in order, counted from its start, its interval or its end.

Real times are added in the browser, which knows when tonight begins; the order here is that of a usual evening.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from playbook.model import Playbook
from playbook.model.experience import Touchpoint
from playbook.model.kind import MenuPlace
from playbook.model.people import Contribution, Department, Role
from playbook.model.practice import Routine
from playbook.model.records import Clock
from playbook.ref import Ref
from playbook.views.context import Context
from playbook.views.spec import Found, ViewSpec, said
from playbook.views.two_places import Busy, Doubled, doubled
from playbook.wording import N_, _


@dataclass(frozen=True)
class Evening:
    """How long the parts of a performance take, in minutes."""

    id: str
    name: str
    """A message in EVENINGS, translated on the page."""
    start: str
    """Hours and minutes."""
    first: int
    """From the start to the interval, or to the end without one."""
    interval: int
    """0 for a performance without one."""
    second: int
    """From the end of the interval to the end."""

    def minute(self, anchor: str, offset: int) -> int:
        """Minutes from the start of the performance."""
        resumption = self.first + self.interval
        end = resumption + self.second
        return {"start": 0, "interval": self.first, "resumption": resumption, "end": end}[anchor] + offset


LENGTHS: Mapping[str, tuple[int, int]] = MappingProxyType({"first": (1, 600), "interval": (0, 180), "second": (0, 600)})
"""The least and greatest length of each part of an evening, in minutes. The script of the clock accepts no others."""

EVENINGS = (
    Evening("play", N_("A play, with an interval"), "19:30", 60, 20, 55),
    Evening("concert", N_("A concert, with an interval"), "19:30", 45, 20, 45),
    Evening("matinee", N_("A matinée, with an interval"), "14:30", 60, 20, 55),
    Evening("straight", N_("A performance without an interval"), "19:30", 80, 0, 0),
    Evening("family", N_("A family show in the morning"), "11:00", 50, 0, 0),
)
"""What can be chosen instead of typing; the first with an interval that suits the house is the usual one."""


@dataclass(frozen=True)
class Row:
    """One line of the running order: an act, or a moment of the performance itself."""

    id: str
    """Unique on the page."""
    kind: str
    """`contribution`, `routine`, `touchpoint`, or `milestone` for a moment of the performance."""
    record: Contribution | Routine | Touchpoint | None
    """What is done; None for a milestone."""
    words: str
    """Those of a milestone."""
    anchor: str
    """What its minutes count from: as in a clock, or `resumption`, the end of the interval."""
    start: int
    end: int | None
    count: str
    """Its time as a count: `T−60 to −5`."""
    minute: int
    """Minutes from the start, on the usual evening."""
    until: int | None = None
    roles: tuple[Role, ...] = ()
    departments: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    is_doubled: bool = False
    """Whether one of its roles is needed elsewhere in the same minutes, on the usual evening."""


@dataclass(frozen=True)
class Torn:
    """A role that is needed in several places at once, ready to be read."""

    role: Ref
    places: int
    count: str
    moments: tuple[tuple[str, Ref], ...]
    """What pulls it apart: each touchpoint or routine, after the id of its first row."""


@dataclass(frozen=True)
class ClockPage:
    """Everything the page shows."""

    evening: Evening
    """The usual one."""
    evenings: tuple[Evening, ...]
    lengths: str
    """What may be typed for the parts of an evening, as JSON for the script."""
    rows: tuple[Row, ...]
    departments: tuple[Department, ...]
    """Those that can be chosen: all that have something to do."""
    torn: tuple[Torn, ...]


def _prepare(context: Context) -> ClockPage:
    evening = usual_evening(context)
    acts = [_act(context.playbook, evening, *clocked) for clocked in _clocked(context.playbook)]
    torn = doubled(_busy(act) for act in acts if act.roles)
    by_id = {act.id: act for act in acts}
    elsewhere = {row for found in torn for row in found.acts}
    return ClockPage(
        evening=evening,
        evenings=tuple(replace(choice, name=_(choice.name)) for choice in EVENINGS),
        lengths=json.dumps(dict(LENGTHS)),
        rows=_in_order([*_milestones(evening), *acts], elsewhere),
        departments=_departments(context, acts),
        torn=tuple(_torn(found, by_id) for found in torn),
    )


def _busy(act: Row) -> Busy:
    return Busy(act.id, tuple(role.id for role in act.roles), frozenset(act.places), act.minute, act.until)


def usual_evening(context: Context) -> Evening:
    """The evening that suits the house as long as no one says otherwise."""
    evening_id = "concert" if context.playbook.organisation.sector == "orchestra" else "play"
    return next(evening for evening in EVENINGS if evening.id == evening_id)


def _clocked(playbook: Playbook) -> Iterator[tuple[str, Contribution | Routine | Touchpoint, Clock]]:
    """Kind, record and time of everything that has a time around a performance."""
    for touchpoint in playbook.touchpoints.values():
        if touchpoint.clock:
            yield "touchpoint", touchpoint, touchpoint.clock
    for routine in playbook.routines.values():
        if routine.clock:
            yield "routine", routine, routine.clock
    for contribution in playbook.contributions.values():
        if contribution.clock:
            yield "contribution", contribution, contribution.clock


def _act(
    playbook: Playbook, evening: Evening, kind: str, record: Contribution | Routine | Touchpoint, clock: Clock
) -> Row:
    roles, departments, places = _whose_and_where(playbook, record)
    return Row(
        id=f"{kind}-{record.id}",
        kind=kind,
        record=record,
        words="",
        anchor=clock.anchor,
        start=clock.start,
        end=clock.end,
        count=countdown(clock),
        minute=evening.minute(clock.anchor, clock.start),
        until=None if clock.end is None else evening.minute(clock.anchor, clock.end),
        roles=tuple(playbook.roles[role] for role in roles),
        departments=departments,
        places=places,
    )


def _whose_and_where(
    playbook: Playbook, record: Contribution | Routine | Touchpoint
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The roles, departments and places of an act. Patrons' own acts have no role."""
    if isinstance(record, Touchpoint):
        return (), (record.owner,), _places(playbook, record.id)
    if isinstance(record, Contribution):
        department = playbook.roles[record.role].department
        return (record.role,), (department,), _places(playbook, record.touchpoint)
    departments = dict.fromkeys(playbook.roles[role].department for role in record.roles)
    places = [place for step in record.steps for place in ([step.setting] if step.setting else [])]
    stops = [place for step in record.steps if step.touchpoint for place in _places(playbook, step.touchpoint)]
    return record.roles, tuple(departments), tuple(dict.fromkeys(places + stops))


def _places(playbook: Playbook, touchpoint: str) -> tuple[str, ...]:
    """The settings of a touchpoint, or a place of its own when it names none."""
    return playbook.touchpoints[touchpoint].settings or (f"at-{touchpoint}",)


_MILESTONES = (
    ("starts", N_("The performance starts"), "start", "T"),
    ("interval-starts", N_("The interval starts"), "interval", N_("Interval")),
    ("interval-ends", N_("The interval ends"), "resumption", ""),
    ("ends", N_("The performance ends"), "end", N_("End")),
)


def _milestones(evening: Evening) -> list[Row]:
    return [
        Row(
            id=f"performance-{milestone_id}",
            kind="milestone",
            record=None,
            words=_(words),
            anchor=anchor,
            start=0,
            end=None,
            count=_(count) if count else "",
            minute=evening.minute(anchor, 0),
        )
        for milestone_id, words, anchor, count in _MILESTONES
    ]


def _in_order(rows: list[Row], elsewhere: set[str]) -> tuple[Row, ...]:
    """By time; milestones come first in their minute, the rest as listed."""
    marked = [replace(row, is_doubled=row.id in elsewhere) for row in rows]
    return tuple(sorted(marked, key=lambda row: (row.minute, row.kind != "milestone")))


def _departments(context: Context, acts: list[Row]) -> tuple[Department, ...]:
    """The departments that have something to do, as the playbook lists them."""
    busy = {department for act in acts for department in act.departments}
    return tuple(department for department in context.playbook.departments.values() if department.id in busy)


def _torn(found: Doubled, by_id: Mapping[str, Row]) -> Torn:
    first: dict[Ref, str] = {}
    for row in found.acts:
        first.setdefault(_moment(by_id[row]), row)
    clock = Clock(anchor="start", start=found.start, end=found.until)
    return Torn(
        Ref("role", found.role), found.places, countdown(clock), tuple((row, moment) for moment, row in first.items())
    )


def _moment(act: Row) -> Ref:
    """The touchpoint or routine that an act is a part of."""
    if isinstance(act.record, Contribution):
        return Ref("touchpoint", act.record.touchpoint)
    assert act.record is not None  # milestones are no one's acts
    return Ref(act.kind, act.record.id)


_ANCHORS = {"start": N_("T%(minutes)s"), "interval": N_("Interval %(minutes)s"), "end": N_("End %(minutes)s")}
"""A time before or after each anchor, as messages."""
_LONG = 300
"""From so many minutes on, whole and half hours are counted in hours."""


def countdown(clock: Clock) -> str:
    """A time as a count from its anchor; T is the start of the performance: `T−60 to −5`, `Interval −10 to +22`."""
    first = _from_anchor(clock.anchor, clock.start)
    if clock.end is None or clock.end == clock.start:
        return first
    return _("%(first)s to %(last)s", first=first, last=_signed(clock.end) or _from_anchor(clock.anchor, 0))


def _from_anchor(anchor: str, offset: int) -> str:
    return _(_ANCHORS[anchor], minutes=_signed(offset)).strip()


def _signed(offset: int) -> str:
    sign, minutes = "−" if offset < 0 else "+", abs(offset)
    if minutes >= _LONG and minutes % 30 == 0:
        return _("%(hours)s h", hours=f"{sign}{minutes // 60}{'½' if minutes % 60 else ''}")
    return f"{sign}{minutes}" if minutes else ""


VIEW = ViewSpec(
    id="clock",
    title=N_("Tonight’s running order"),
    lead=said(N_("Enter tonight’s start time to see who does what, minute by minute, and print it.")),
    template="clock.html.j2",
    exists=lambda context: any(_clocked(context.playbook)),
    prepare=_prepare,
    menu=MenuPlace(N_("Tonight"), 1, header=N_("Tonight")),
    found=Found(
        N_("Who does what tonight, minute by minute, from the start time that you enter."),
        ("run sheet", "running order", "tonight’s times", "call times", "timetable of a performance", "show timings"),
    ),
)
