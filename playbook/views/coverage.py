"""Coverage: what every department does at every touchpoint, counted in words, so that gaps can be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playbook.model.journey import Stage, Touchpoint
from playbook.model.kind import MenuPlace
from playbook.model.people import Department
from playbook.model.records import LANES
from playbook.views.context import Context
from playbook.views.spec import Found, ViewSpec, always, said

WORDS = {"frontstage": "front", "backstage": "back", "support": "support"}
"""The lanes as they fit into a cell."""
_TOGETHER = "\u00a0"
"""Keeps a number and its word on one line."""

Cell = tuple[str, str]
"""Acts and tips in words, `2 front 1 back` and `1 tip`; empty words where there are none."""
NO_PART: Cell = ("", "")


@dataclass(frozen=True)
class Row:
    """One touchpoint across all departments."""

    touchpoint: Touchpoint
    cells: tuple[Cell, ...]
    """For each department."""
    missing: tuple[str, ...]
    """The lanes in which nobody acts."""
    tips: int


@dataclass(frozen=True)
class Block:
    """The touchpoints of one stage."""

    stage: Stage
    number: int
    rows: tuple[Row, ...]


def _prepare(context: Context) -> dict[str, Any]:
    playbook = context.playbook
    departments = tuple(playbook.departments.values())
    blocks = tuple(_blocks(context, departments))
    rows = [row for block in blocks for row in block.rows]
    acting = {playbook.roles[it.role].department for it in playbook.contributions.values()}
    return {
        "departments": departments,
        "blocks": blocks,
        "totals": tuple(_total(context, department) for department in departments),
        "act_count": len(playbook.contributions),
        "gaps": tuple((lane, tuple(row.touchpoint for row in rows if lane in row.missing)) for lane in LANES),
        "without_tips": tuple(row.touchpoint for row in rows if not row.tips),
        "idle": tuple(it for it in departments if it.id not in acting),
    }


def _blocks(context: Context, departments: tuple[Department, ...]) -> Iterator[Block]:
    relations, contributions = context.relations, context.playbook.contributions.values()
    cells = _cells(context)
    filled = {(it.touchpoint, it.lane) for it in contributions}
    names = [department.id for department in departments]
    for number, stage in enumerate(context.playbook.stages.values(), start=1):
        rows = tuple(
            Row(
                touchpoint,
                tuple([cells.get((name, touchpoint.id), NO_PART) for name in names]),
                tuple(lane for lane in LANES if (touchpoint.id, lane) not in filled) if contributions else (),
                len(relations.tips_by_touchpoint.get(touchpoint.id, ())),
            )
            for touchpoint in relations.touchpoints_by_stage.get(stage.id, ())
        )
        if rows:
            yield Block(stage, number, rows)


def _cells(context: Context) -> dict[tuple[str, str], Cell]:
    """By department and touchpoint, the acts and tips in words; only where there are any."""
    acts = _acts(context)
    tips = _tips(context)
    by_lane: dict[tuple[str, str], list[str]] = {}
    for lane, words in WORDS.items():
        for (department, touchpoint, its), count in acts.items():
            if its == lane:
                by_lane.setdefault((department, touchpoint), []).append(f"{count}{_TOGETHER}{words}")
    keys = {**by_lane, **tips}
    return {key: (" ".join(by_lane.get(key, ())), _counted(tips[key], "tip")) for key in keys}


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
        for department, tips in context.relations.tips_by_department.items()
        for tip in tips
        for touchpoint in tip.touchpoints
    )


def _total(context: Context, department: Department) -> str:
    acts = len(context.relations.contributions_by_department.get(department.id, ()))
    tips = len(context.relations.tips_by_department.get(department.id, ()))
    return f"{_counted(acts, 'act')} {_counted(tips, 'tip')}".strip()


def _counted(count: int, word: str) -> str:
    """`1 tip`, `2 tips`; nothing for none."""
    return f"{count}{_TOGETHER}{word}{'' if count == 1 else 's'}" if count else ""


VIEW = ViewSpec(
    id="coverage",
    title="Coverage",
    lead=said("Which department acts at which touchpoint, on which side, and with how many tips."),
    template="coverage.html.j2",
    exists=always,
    prepare=_prepare,
    menu=MenuPlace("Keep it true", 3),
    found=Found(
        "Which department has a part in which moment, and where nobody has.",
        (
            "coverage matrix",
            "department by touchpoint",
            "gaps",
            "who is missing where",
            "blind spots",
            "nothing written yet",
            "what is missing",
        ),
    ),
)
