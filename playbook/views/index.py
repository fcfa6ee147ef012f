"""The index page of a kind: every record of it, grouped the way people look for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from playbook.model import BY_NAME, Record
from playbook.views.context import Context, View
from playbook.views.labels import patrons
from playbook.views.relations import grouped


@dataclass(frozen=True)
class Group:
    """Records under one heading."""

    heading: str | None
    """None when the kind needs no groups."""
    records: tuple[Record, ...]
    target: tuple[str, str] | None = None
    """The kind and id that the heading links to."""
    anchor: str | None = None
    """The id of the heading on the page."""
    stage: int | None = None
    """The position of the stage that the heading names, from 1; picks its colour."""


@dataclass(frozen=True)
class _Introduction:
    title: str
    lead: str
    """With `{patron}` and `{patrons}` for what this house calls the people it is for."""
    summary: Callable[[Any], str | None]
    """The one line that stands under each record's name."""


def _first(lines: tuple[str, ...]) -> str | None:
    return f"“{lines[0]}”" if lines else None


_INTRODUCTIONS = {
    "touchpoint": _Introduction(
        "Touchpoints",
        "Every moment in which a {patron} meets us, in the order they live it.",
        lambda it: f"“{it.patron_asks}”",
    ),
    "department": _Introduction(
        "Departments", "Find yours: every department has a part in what {patrons} live through.", lambda it: it.promise
    ),
    "role": _Introduction("Roles", "The parts that people play, seen and unseen.", lambda it: it.purpose),
    "tip": _Introduction(
        "Tips",
        "A smorgasbord: take one, try it on your next shift, come back for another.",
        lambda it: f"“{it.patron_asks}”",
    ),
    "scenario": _Introduction(
        "When it goes wrong",
        "What to do and what to say, before you have to think about it.",
        lambda it: _first(it.utterances),
    ),
    "standard": _Introduction("Standards", "What we promise, and how we know that we kept it.", lambda it: it.floor),
    "internal_service": _Introduction(
        "Internal services",
        "What departments promise each other: colleagues are customers too.",
        lambda it: it.provides,
    ),
    "routine": _Introduction("Routines", "Walk-throughs and checklists to do again and again.", lambda it: it.purpose),
    "exercise": _Introduction("Exercises", "Training that anybody can lead.", lambda it: it.aim),
    "improvement": _Introduction(
        "Improvements", "What {patrons} had to live through, and what became of it.", lambda it: it.outcome
    ),
    "setting": _Introduction(
        "Settings", "Where it happens, and what each place must say without words.", lambda it: it.purpose
    ),
    "evidence": _Introduction("Evidence", "What {patrons} can see, hold and keep.", lambda it: it.purpose),
    "rung": _Introduction("Rungs", "The steps of the loyalty ladder.", lambda it: it.meaning),
    "principle": _Introduction("Principles", "What guides us where no rule does.", lambda it: it.statement),
    "access": _Introduction("Access", "What lets everybody take part on equal terms.", lambda it: it.provides),
    "source": _Introduction("Sources", "Where the ideas come from.", lambda it: it.author),
}
KINDS_WITH_PAGES = tuple(_INTRODUCTIONS)
"""The kinds of which every record has a page, in the order of the site."""


def index(context: Context, kind: str) -> View:
    """The index page of a kind that has records."""
    introduction = _INTRODUCTIONS[kind]
    organisation = context.playbook.organisation
    lead = introduction.lead.format(patron=organisation.audience_word, patrons=patrons(organisation))

    def prepare() -> dict[str, Any]:
        groups = tuple(_groups(context, kind))
        count = sum(len(group.records) for group in groups)
        return {"kind": kind, "groups": groups, "summary": introduction.summary, "is_long": count > LONG_LIST} | {
            "title": introduction.title,
            "lead": lead,
        }

    return View(BY_NAME[kind].plural, introduction.title, lead, "index.html.j2", prepare)


LONG_LIST = 200
"""Entries beyond which the groups of a list start folded."""


def _groups(context: Context, kind: str) -> Iterable[Group]:
    if kind in _GROUPINGS:
        return _GROUPINGS[kind](context)
    return [Group(None, tuple(context.playbook.of_kind(kind).values()))]


def _touchpoints(context: Context) -> Iterable[Group]:
    by_stage = context.relations.touchpoints_by_stage
    for number, stage in enumerate(context.playbook.stages.values(), start=1):
        if stage.id in by_stage:
            yield Group(stage.name, by_stage[stage.id], None, stage.id, number)


def _departments(context: Context) -> Iterable[Group]:
    departments = context.playbook.departments.values()
    yield Group(None, tuple(it for it in departments if not it.partner))
    partners = tuple(it for it in departments if it.partner)
    if partners:
        yield Group("Partners", partners, None, "partners")


def _roles(context: Context) -> Iterable[Group]:
    by_department = context.relations.roles_by_department
    for department in context.playbook.departments.values():
        if department.id in by_department:
            yield Group(department.name, by_department[department.id], ("department", department.id), department.id)


def _scenarios(context: Context) -> Iterable[Group]:
    return _by_touchpoint(context, context.relations.scenarios_by_touchpoint)


def _tips(context: Context) -> Iterable[Group]:
    """Tips under the first touchpoint they name, so that each is listed once."""
    by_first = grouped(context.playbook.tips.values(), lambda tip: tip.touchpoints[:1])
    return _by_touchpoint(context, by_first)


def _by_touchpoint(context: Context, groups: Mapping[str, tuple[Record, ...]]) -> Iterable[Group]:
    for touchpoint in context.playbook.touchpoints.values():
        if touchpoint.id in groups:
            yield Group(touchpoint.name, groups[touchpoint.id], ("touchpoint", touchpoint.id), touchpoint.id)


def _sources(context: Context) -> Iterable[Group]:
    by_title = sorted(context.playbook.sources.values(), key=lambda it: it.title.casefold())
    yield Group(None, tuple(by_title))


_GROUPINGS: dict[str, Callable[[Context], Iterable[Group]]] = {
    "touchpoint": _touchpoints,
    "tip": _tips,
    "department": _departments,
    "role": _roles,
    "scenario": _scenarios,
    "source": _sources,
}
"""By kind; a kind that is not here needs no groups."""
