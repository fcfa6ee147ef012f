"""Coverage: what every department does at every touchpoint, counted in words, so that gaps can be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playbook.checking.gaps import LANES
from playbook.model.journey import Stage, Touchpoint
from playbook.model.people import Department
from playbook.views.context import Context, View
from playbook.views.labels import VIEW_TITLES

WORDS = {"frontstage": "front", "backstage": "back", "support": "support"}
"""The lanes as they fit into a cell."""
_TOGETHER = "\u00a0"
"""Keeps a number and its word on one line."""


@dataclass(frozen=True)
class Row:
    """One touchpoint across all departments."""

    touchpoint: Touchpoint
    cells: tuple[str, ...]
    """For each department, words such as `2 front 1 tip`; empty where it has no part."""
    missing: tuple[str, ...]
    """The lanes in which nobody acts."""
    tips: int


@dataclass(frozen=True)
class Block:
    """The touchpoints of one stage."""

    stage: Stage
    number: int
    rows: tuple[Row, ...]


def view(context: Context) -> View:
    """The matrix of departments and touchpoints."""
    lead = "Which department acts at which touchpoint, on which side, and with how many tips."
    return View("coverage", VIEW_TITLES["coverage"], lead, "coverage.html.j2", lambda: _prepare(context))


def _prepare(context: Context) -> dict[str, Any]:
    playbook = context.playbook
    departments = tuple(playbook.departments.values())
    acts, tips = _acts(context), _tips(context)
    blocks = tuple(_blocks(context, departments, acts, tips))
    rows = [row for block in blocks for row in block.rows]
    acting = {department for department, _, _ in acts}
    return {
        "departments": departments,
        "blocks": blocks,
        "totals": tuple(_total(context, department) for department in departments),
        "act_count": len(playbook.contributions),
        "gaps": tuple((lane, tuple(row.touchpoint for row in rows if lane in row.missing)) for lane in LANES),
        "without_tips": tuple(row.touchpoint for row in rows if not row.tips),
        "idle": tuple(it for it in departments if it.id not in acting),
    }


def _acts(context: Context) -> Counter[tuple[str, str, str]]:
    """How many acts, by department, touchpoint and lane."""
    roles = context.playbook.roles
    return Counter(
        (roles[it.role].department, it.touchpoint, it.lane) for it in context.playbook.contributions.values()
    )


def _tips(context: Context) -> Counter[tuple[str, str]]:
    """How many tips, by department and touchpoint."""
    return Counter(
        (department, touchpoint)
        for tip in context.playbook.tips.values()
        for department in context.relations.departments_of(tip)
        for touchpoint in tip.touchpoints
    )


def _blocks(
    context: Context,
    departments: tuple[Department, ...],
    acts: Counter[tuple[str, str, str]],
    tips: Counter[tuple[str, str]],
) -> Iterator[Block]:
    relations = context.relations
    filled = {(touchpoint, lane) for _, touchpoint, lane in acts}
    for number, stage in enumerate(context.playbook.stages.values(), start=1):
        rows = tuple(
            Row(
                touchpoint,
                tuple(_cell(department.id, touchpoint.id, acts, tips) for department in departments),
                tuple(lane for lane in LANES if (touchpoint.id, lane) not in filled) if acts else (),
                len(relations.tips_by_touchpoint.get(touchpoint.id, ())),
            )
            for touchpoint in relations.touchpoints_by_stage.get(stage.id, ())
        )
        if rows:
            yield Block(stage, number, rows)


def _cell(department: str, touchpoint: str, acts: Counter[tuple[str, str, str]], tips: Counter[tuple[str, str]]) -> str:
    counts = [(acts[department, touchpoint, lane], words) for lane, words in WORDS.items()]
    tip_count = tips[department, touchpoint]
    counts.append((tip_count, "tip" if tip_count == 1 else "tips"))
    return " ".join(f"{count}{_TOGETHER}{words}" for count, words in counts if count)


def _total(context: Context, department: Department) -> str:
    acts = len(context.relations.contributions_by_department.get(department.id, ()))
    tips = len(context.relations.tips_by_department.get(department.id, ()))
    return f"{acts}{_TOGETHER}act{'' if acts == 1 else 's'} {tips}{_TOGETHER}tip{'' if tips == 1 else 's'}"
