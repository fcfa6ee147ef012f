"""The service blueprint: who does what at every touchpoint, above and below the three lines.

The lines are drawn from each act's lane, never typed. A partner's act stands with ours where patrons see it, and in a
row of its own where they do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playbook.model.journey import Stage, Touchpoint
from playbook.model.kind import MenuPlace
from playbook.model.people import Contribution, Department, Role
from playbook.views.context import Context
from playbook.views.spec import Found, ViewSpec, said

SHEET = 8
"""The most touchpoints side by side on one sheet of paper."""
LANES = ("frontstage", "backstage", "support", "partners")


@dataclass(frozen=True)
class Act:
    """One contribution in a cell."""

    contribution: Contribution
    role: Role
    department: Department


@dataclass(frozen=True)
class Column:
    """One touchpoint."""

    touchpoint: Touchpoint
    number: int
    """Its place along the journey, from 1."""
    acts: dict[str, tuple[Act, ...]]
    """By row, what is done there."""


@dataclass(frozen=True)
class Sheet:
    """Touchpoints of one stage, as many as fit beside each other on paper."""

    stage: Stage
    number: int
    """The stage's place, from 1."""
    part: int | None
    """Which part of the stage this is; None for a stage on one sheet."""
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Zone:
    """The rows between two lines."""

    line: str | None
    """The name of the line above; None for the patron's own rows."""
    rows: tuple[tuple[str, str], ...]
    """For each row, its name and the words at its head."""


def _prepare(context: Context) -> dict[str, Any]:
    sheets = tuple(_sheets(context))
    acts = [act for sheet in sheets for column in sheet.columns for its in column.acts.values() for act in its]
    acting = {act.department.id for act in acts}
    filled = {row for sheet in sheets for column in sheet.columns for row in LANES if column.acts[row]}
    return {
        "sheets": sheets,
        "zones": tuple(_zones(context, filled)),
        "stages": tuple({sheet.stage.id: sheet.stage for sheet in sheets}.values()),
        "departments": tuple(it for it in context.playbook.departments.values() if it.id in acting),
        "count": len(acts),
    }


def _sheets(context: Context) -> Iterator[Sheet]:
    place = 0
    for number, stage in enumerate(context.playbook.stages.values(), start=1):
        touchpoints = context.relations.touchpoints_by_stage.get(stage.id, ())
        columns = tuple(_column(context, it, place + offset) for offset, it in enumerate(touchpoints, start=1))
        place += len(columns)
        parts = [columns[start : start + SHEET] for start in range(0, len(columns), SHEET)]
        for part, its in enumerate(parts, start=1):
            yield Sheet(stage, number, part if len(parts) > 1 else None, its)


def _column(context: Context, touchpoint: Touchpoint, number: int) -> Column:
    playbook = context.playbook
    acts: dict[str, list[Act]] = {row: [] for row in LANES}
    for contribution in context.relations.contributions_by_touchpoint.get(touchpoint.id, ()):
        role = playbook.roles[contribution.role]
        department = playbook.departments[role.department]
        is_hidden_partner = department.partner and contribution.lane != "frontstage"
        acts["partners" if is_hidden_partner else contribution.lane].append(Act(contribution, role, department))
    return Column(touchpoint, number, {row: tuple(its) for row, its in acts.items()})


def _zones(context: Context, filled: set[str]) -> Iterator[Zone]:
    """The rows that have something in them, between the lines that part them."""
    touchpoints = context.playbook.touchpoints.values()
    own = [("patron", context.playbook.organisation.audience_word.capitalize())]
    if any(it.settings or it.evidence for it in touchpoints):
        own.append(("surroundings", "Setting and evidence"))
    yield Zone(None, tuple(own))
    yield Zone("Line of interaction", (("frontstage", "Frontstage"),))
    yield Zone("Line of visibility", (("backstage", "Backstage"),))
    inner = [(row, words) for row, words in (("support", "Support"), ("partners", "Partners")) if row in filled]
    if inner:
        yield Zone("Line of internal interaction", tuple(inner))


VIEW = ViewSpec(
    id="blueprint",
    title="Blueprint",
    lead=said("Every moment from the {patron}’s side, and everything that happens behind it to make it work."),
    template="blueprint.html.j2",
    exists=lambda context: bool(context.playbook.contributions),
    prepare=_prepare,
    menu=MenuPlace("The visit", 2),
    found=Found(
        "What everybody does at each moment: front, backstage and in support, with the lines between them.",
        (
            "service blueprint",
            "swim lanes",
            "line of visibility",
            "line of interaction",
            "who does what when",
            "frontstage and backstage lanes",
        ),
    ),
)
