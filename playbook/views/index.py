"""The index page of a kind: every record of it, grouped the way people look for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from playbook.model import BY_NAME, Record
from playbook.views.context import Context, View
from playbook.views.labels import label


@dataclass(frozen=True)
class Group:
    """Records under one heading."""

    heading: str | None
    """None when the kind needs no groups."""
    records: tuple[Record, ...]
    target: tuple[str, str] | None = None
    """The kind and id that the heading links to."""


@dataclass(frozen=True)
class _Introduction:
    title: str
    lead: str
    summary: Callable[[Any], str | None]
    """The one line that stands under each record's name."""


def _first(lines: tuple[str, ...]) -> str | None:
    return f"“{lines[0]}”" if lines else None


_INTRODUCTIONS = {
    "touchpoint": _Introduction(
        "Touchpoints", "Every moment in which a patron meets us, in the order they live it.", lambda it: it.patron_asks
    ),
    "department": _Introduction(
        "Departments", "Find yours: every department has a part in what patrons live through.", lambda it: it.promise
    ),
    "role": _Introduction("Roles", "The parts that people play, seen and unseen.", lambda it: it.purpose),
    "tip": _Introduction(
        "Tips", "A smorgasbord: take one, try it on your next shift, come back for another.", lambda it: it.patron_asks
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
        "Improvements", "What patrons had to live through, and what became of it.", lambda it: it.outcome
    ),
    "setting": _Introduction(
        "Settings", "Where it happens, and what each place must say without words.", lambda it: it.purpose
    ),
    "evidence": _Introduction("Evidence", "What patrons can see, hold and keep.", lambda it: it.purpose),
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

    def prepare() -> dict[str, Any]:
        groups = tuple(_groups(context, kind))
        count = sum(len(group.records) for group in groups)
        return {"kind": kind, "groups": groups, "summary": introduction.summary, "is_long": count > LONG_LIST} | {
            "title": introduction.title,
            "lead": introduction.lead,
        }

    return View(BY_NAME[kind].plural, introduction.title, introduction.lead, "index.html.j2", prepare)


LONG_LIST = 200
"""Entries beyond which the groups of a list start folded."""


def _groups(context: Context, kind: str) -> Iterable[Group]:
    playbook, relations = context.playbook, context.relations
    records = tuple(playbook.of_kind(kind).values())
    if kind == "touchpoint":
        for stage in playbook.stages.values():
            if stage.id in relations.touchpoints_by_stage:
                yield Group(stage.name, relations.touchpoints_by_stage[stage.id])
    elif kind == "tip":
        yield from _tips_by_first_touchpoint(context)
    elif kind == "department":
        yield Group(None, tuple(it for it in playbook.departments.values() if not it.partner))
        partners = tuple(it for it in playbook.departments.values() if it.partner)
        if partners:
            yield Group("Partners", partners)
    elif kind == "role":
        for department in playbook.departments.values():
            if department.id in relations.roles_by_department:
                roles = relations.roles_by_department[department.id]
                yield Group(department.name, roles, ("department", department.id))
    elif kind == "scenario":
        for touchpoint in playbook.touchpoints.values():
            if touchpoint.id in relations.scenarios_by_touchpoint:
                scenarios = relations.scenarios_by_touchpoint[touchpoint.id]
                yield Group(touchpoint.name, scenarios, ("touchpoint", touchpoint.id))
    elif kind == "source":
        yield Group(None, tuple(sorted(records, key=lambda it: label(playbook, kind, it).casefold())))
    else:
        yield Group(None, records)


def _tips_by_first_touchpoint(context: Context) -> Iterable[Group]:
    by_touchpoint: dict[str, list[Record]] = {}
    for tip in context.playbook.tips.values():
        by_touchpoint.setdefault(tip.touchpoints[0], []).append(tip)
    for touchpoint in context.playbook.touchpoints.values():
        if touchpoint.id in by_touchpoint:
            yield Group(touchpoint.name, tuple(by_touchpoint[touchpoint.id]), ("touchpoint", touchpoint.id))
