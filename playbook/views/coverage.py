"""Coverage: what every department does at every touchpoint, counted in words, so that gaps can be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from playbook.model.experience import Stage, Touchpoint
from playbook.model.kind import MenuPlace
from playbook.model.people import Department
from playbook.model.records import LANES
from playbook.views.context import Context
from playbook.views.listed import Listed, first_of
from playbook.views.spec import Found, ViewSpec, always, said
from playbook.wording import N_, _, ngettext

COUNTS = {"frontstage": N_("%(count)s front"), "backstage": N_("%(count)s back"), "support": N_("%(count)s support")}
"""How many acts there are in a lane, as messages that fit into a cell."""
GAPS = {
    "frontstage": N_("No frontstage part"),
    "backstage": N_("No backstage part"),
    "support": N_("No support part"),
}
"""What the touchpoints have in common at which no one acts in a lane, as messages."""
NAMED = 6
"""Touchpoints or departments that a sentence names before it says how many more there are."""
_NO_BREAK = "\u00a0"
"""Keeps a number and its word on one line."""

Cell = tuple[str, str]
"""Acts and tips in words, `2 front 1 back` and `1 tip`; empty words where there are none."""
NO_PART: Cell = ("", "")


@dataclass(frozen=True)
class CoverageRow:
    """One touchpoint across all departments."""

    touchpoint: Touchpoint
    cells: tuple[Cell, ...]
    """For each department."""
    missing: tuple[str, ...]
    """The lanes in which no one acts."""
    tips: int


@dataclass(frozen=True)
class StageCoverage:
    """The touchpoints of one stage."""

    stage: Stage
    number: int
    """Position of the stage, from 1."""
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True)
class Gap:
    """The touchpoints at which no one acts in one lane."""

    lane: str
    title: str
    """What is missing, in words."""
    touchpoints: Listed[Touchpoint]


@dataclass(frozen=True)
class CoverageTable:
    """The matrix of departments and touchpoints."""

    departments: tuple[Department, ...]
    """A column each."""
    width: int
    """How many columns there are, the first and the last included."""
    blocks: tuple[StageCoverage, ...]
    totals: tuple[str, ...]
    """For each department, all its acts and tips in words."""


@dataclass(frozen=True)
class CoveragePage:
    """Everything the page shows."""

    table: CoverageTable
    gaps: tuple[Gap, ...]
    """One for each lane; none in a playbook that has not said who does what."""
    without_tips: Listed[Touchpoint]
    idle: Listed[Department]
    """Departments that act nowhere."""


def _prepare(context: Context) -> CoveragePage:
    playbook = context.playbook
    departments = tuple(playbook.departments.values())
    blocks = tuple(_blocks(context, departments))
    rows = [row for block in blocks for row in block.rows]
    totals = tuple(_total(context, department) for department in departments)
    acting = context.relations.contributions_by_department
    return CoveragePage(
        table=CoverageTable(departments, len(departments) + 2, blocks, totals),
        gaps=tuple(_gaps(rows)) if playbook.contributions else (),
        without_tips=first_of((row.touchpoint for row in rows if not row.tips), NAMED),
        idle=first_of((department for department in departments if department.id not in acting), NAMED),
    )


def _gaps(rows: list[CoverageRow]) -> Iterator[Gap]:
    for lane in LANES:
        yield Gap(lane, _(GAPS[lane]), first_of((row.touchpoint for row in rows if lane in row.missing), NAMED))


def _blocks(context: Context, departments: tuple[Department, ...]) -> Iterator[StageCoverage]:
    relations, contributions = context.relations, context.playbook.contributions.values()
    cells = _cells(context)
    filled = {(act.touchpoint, act.lane) for act in contributions}
    columns = [department.id for department in departments]
    for number, stage in enumerate(context.playbook.stages.values(), start=1):
        rows = tuple(
            CoverageRow(
                touchpoint,
                tuple([cells.get((department, touchpoint.id), NO_PART) for department in columns]),
                tuple(lane for lane in LANES if (touchpoint.id, lane) not in filled) if contributions else (),
                len(relations.tips_by_touchpoint.get(touchpoint.id, ())),
            )
            for touchpoint in relations.touchpoints_by_stage.get(stage.id, ())
        )
        if rows:
            yield StageCoverage(stage, number, rows)


def _cells(context: Context) -> dict[tuple[str, str], Cell]:
    """By department and touchpoint, the acts and tips in words; only where there are any."""
    acts = _acts(context)
    tips = _tips(context)
    by_lane: dict[tuple[str, str], list[str]] = {}
    for lane, words in COUNTS.items():
        for (department, touchpoint, acts_lane), count in acts.items():
            if acts_lane == lane:
                by_lane.setdefault((department, touchpoint), []).append(_on_one_line(_(words, count=count)))
    keys = {**by_lane, **tips}
    return {key: (" ".join(by_lane.get(key, ())), _tips_in_words(tips[key])) for key in keys}


def _acts(context: Context) -> Counter[tuple[str, str, str]]:
    """How many acts, by department, touchpoint and lane."""
    roles = context.playbook.roles
    return Counter(
        (roles[act.role].department, act.touchpoint, act.lane) for act in context.playbook.contributions.values()
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
    in_words = _on_one_line(ngettext("%(count)s act", "%(count)s acts", acts)) if acts else ""
    return f"{in_words} {_tips_in_words(tips)}".strip()


def _tips_in_words(count: int) -> str:
    """`1 tip`, `2 tips`, on one line; nothing for none."""
    return _on_one_line(ngettext("%(count)s tip", "%(count)s tips", count)) if count else ""


def _on_one_line(words: str) -> str:
    return words.replace(" ", _NO_BREAK)


VIEW = ViewSpec(
    id="coverage",
    title=N_("Coverage"),
    lead=said(N_("Which departments play a part at which touchpoint, on which side, and with how many tips.")),
    template="coverage.html.j2",
    exists=always,
    prepare=_prepare,
    menu=MenuPlace(N_("Keeping it up to date"), 3),
    found=Found(
        N_("Which departments play a part in which moment, and where no one does."),
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
