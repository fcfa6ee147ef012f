"""The service blueprint: who does what at every touchpoint, above and below the three lines.

The lines are drawn from each act's lane, never typed. A partner's act is shown with ours where patrons see it, and in a
row of its own where they do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.model.experience import Stage, Touchpoint
from playbook.model.kind import MenuPlace
from playbook.model.people import Contribution, Department, Role
from playbook.views.context import Context
from playbook.views.spec import Found, ViewSpec, said
from playbook.wording import N_, _

MAX_COLUMNS = 8
"""The most touchpoints side by side on one sheet of paper."""
ROWS = ("frontstage", "backstage", "support", "partners")


@dataclass(frozen=True)
class BlueprintAct:
    """One contribution in a cell."""

    contribution: Contribution
    role: Role
    department: Department


@dataclass(frozen=True)
class BlueprintColumn:
    """One touchpoint, and what is done there by row."""

    touchpoint: Touchpoint
    number: int
    """Its place along the journey, from 1."""
    frontstage: tuple[BlueprintAct, ...]
    backstage: tuple[BlueprintAct, ...]
    support: tuple[BlueprintAct, ...]
    partners: tuple[BlueprintAct, ...]
    """What partners do out of sight of patrons."""

    def acts(self, row: str) -> tuple[BlueprintAct, ...]:
        """What is done in a row of ROWS."""
        found: tuple[BlueprintAct, ...] = getattr(self, row)
        return found


@dataclass(frozen=True)
class BlueprintSheet:
    """Touchpoints of one stage, as many as fit beside each other on paper."""

    stage: Stage
    number: int
    """The stage's place, from 1."""
    part: int | None
    """Which part of the stage this is; None for a stage on one sheet."""
    columns: tuple[BlueprintColumn, ...]
    width: int
    """How many columns there are, that of the rows' heads included."""


@dataclass(frozen=True)
class ZoneRow:
    """One row of every sheet."""

    id: str
    """`patron`, `surroundings`, or one of ROWS."""
    words: str
    """The words at its head."""


@dataclass(frozen=True)
class Zone:
    """The rows between two lines."""

    line: str | None
    """The name of the line above; None for the patron's own rows."""
    rows: tuple[ZoneRow, ...]


@dataclass(frozen=True)
class BlueprintPage:
    """Everything the page shows."""

    sheets: tuple[BlueprintSheet, ...]
    zones: tuple[Zone, ...]
    stages: tuple[Stage, ...]
    """Those that can be chosen."""
    departments: tuple[Department, ...]
    """Those that can be chosen: all that act."""


def _prepare(context: Context) -> BlueprintPage:
    sheets = tuple(_sheets(context))
    acting = context.relations.contributions_by_department
    filled = {row for sheet in sheets for column in sheet.columns for row in ROWS if column.acts(row)}
    return BlueprintPage(
        sheets=sheets,
        zones=tuple(_zones(context, filled)),
        stages=tuple({sheet.stage.id: sheet.stage for sheet in sheets}.values()),
        departments=tuple(
            department for department in context.playbook.departments.values() if department.id in acting
        ),
    )


def _sheets(context: Context) -> Iterator[BlueprintSheet]:
    before = 0
    for number, stage in enumerate(context.playbook.stages.values(), start=1):
        touchpoints = context.relations.touchpoints_by_stage.get(stage.id, ())
        columns = tuple(_column(context, touchpoint, place) for place, touchpoint in enumerate(touchpoints, before + 1))
        before += len(columns)
        parts = [columns[start : start + MAX_COLUMNS] for start in range(0, len(columns), MAX_COLUMNS)]
        for part, fitting in enumerate(parts, start=1):
            yield BlueprintSheet(stage, number, part if len(parts) > 1 else None, fitting, len(fitting) + 1)


def _column(context: Context, touchpoint: Touchpoint, number: int) -> BlueprintColumn:
    playbook = context.playbook
    acts: dict[str, list[BlueprintAct]] = {row: [] for row in ROWS}
    for contribution in context.relations.contributions_by_touchpoint.get(touchpoint.id, ()):
        role = playbook.roles[contribution.role]
        department = playbook.departments[role.department]
        is_hidden_partner = department.partner and contribution.lane != "frontstage"
        row = "partners" if is_hidden_partner else contribution.lane
        acts[row].append(BlueprintAct(contribution, role, department))
    return BlueprintColumn(touchpoint, number, *(tuple(acts[row]) for row in ROWS))


def _zones(context: Context, filled: set[str]) -> Iterator[Zone]:
    """The rows that have something in them, between the lines that part them."""
    own = [ZoneRow("patron", context.playbook.organisation.audience.names["Patron"])]
    if any(touchpoint.settings or touchpoint.evidence for touchpoint in context.playbook.touchpoints.values()):
        own.append(ZoneRow("surroundings", _("Setting and evidence")))
    yield Zone(None, tuple(own))
    yield Zone(_("Line of interaction"), (ZoneRow("frontstage", _("Frontstage")),))
    yield Zone(_("Line of visibility"), (ZoneRow("backstage", _("Backstage")),))
    inner = [row for row in (ZoneRow("support", _("Support")), ZoneRow("partners", _("Partners"))) if row.id in filled]
    if inner:
        yield Zone(_("Line of internal interaction"), tuple(inner))


VIEW = ViewSpec(
    id="blueprint",
    title=N_("Blueprint"),
    lead=said(N_("Every moment from %(of_the_patron)s side, and everything that happens behind it to make it work.")),
    template="blueprint.html.j2",
    exists=lambda context: bool(context.playbook.contributions),
    prepare=_prepare,
    menu=MenuPlace(N_("The visit"), 2),
    found=Found(
        N_("What everyone does at each moment: out front, backstage and in support, with the lines between them."),
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
