"""Coverage counts acts and tips in words, names what is missing, and stays light when the playbook is large."""

from __future__ import annotations

import gzip
from dataclasses import replace
from typing import Any

from playbook.model import Playbook
from playbook.model.people import Contribution, Department, Role
from playbook.rendering import Links, Renderer
from playbook.rendering.frame import Frame
from playbook.views import coverage
from playbook.views.context import Context
from tests.conftest import TODAY
from tests.views.evening import tip, touchpoint

MAX_BYTES = 30_000
"""Compressed, of a matrix of 100 departments and 300 touchpoints."""


def _prepared(playbook: Playbook) -> Any:
    return coverage.VIEW.prepare(Context(playbook, TODAY))


def _cells(prepared: Any, touchpoint_id: str) -> dict[str, tuple[str, str]]:
    rows = [row for block in prepared.table.blocks for row in block.rows if row.touchpoint.id == touchpoint_id]
    return dict(zip((department.id for department in prepared.table.departments), rows[0].cells, strict=True))


def test_a_cell_says_on_which_side_how_often(small_playbook: Playbook) -> None:
    cells = _cells(_prepared(small_playbook), "finds-seat")
    assert cells["front-of-house"][0].replace("\u00a0", " ") == "1 front 1 support"
    assert cells["stage"][0].replace("\u00a0", " ") == "1 back"
    assert cells["box-office"] == coverage.NO_PART


def test_tips_count_for_every_department_they_are_for(small_playbook: Playbook) -> None:
    relations = Context(small_playbook, TODAY).relations
    prepared = _prepared(small_playbook)
    for department in prepared.table.departments:
        for touchpoint_id in small_playbook.touchpoints:
            tips = [
                tip for tip in relations.tips_by_department.get(department.id, ()) if touchpoint_id in tip.touchpoints
            ]
            said = _cells(prepared, touchpoint_id)[department.id][1]
            assert (said.split("\u00a0")[0] if said else "0") == str(len(tips))


def test_lanes_in_which_nobody_acts_are_named(small_playbook: Playbook) -> None:
    act = small_playbook.contributions["shows-the-row"]
    prepared = _prepared(replace(small_playbook, contributions={act.id: act}))
    gaps = {gap.lane: [touchpoint.id for touchpoint in gap.touchpoints.shown] for gap in prepared.gaps}
    others = [other for other in small_playbook.touchpoints if other != "finds-seat"]
    assert gaps == {
        "frontstage": others,
        "backstage": [*small_playbook.touchpoints],
        "support": [*small_playbook.touchpoints],
    }


def test_a_playbook_without_contributions_is_blamed_for_no_lane(small_playbook: Playbook) -> None:
    prepared = _prepared(replace(small_playbook, contributions={}))
    assert [row.missing for block in prepared.table.blocks for row in block.rows if row.missing] == []


def test_a_hundred_departments_and_three_hundred_touchpoints_stay_light(small_playbook: Playbook) -> None:
    playbook = _large(small_playbook)
    house = playbook.organisation
    frame = Frame("coverage", "page", "Coverage", "Who acts where.", (), None, "2026-02", house)
    html = Renderer(playbook, Links("coverage")).render(
        coverage.VIEW.template, {"page": frame, "view": _prepared(playbook)}
    )
    assert html.count("<td>") > 100 * 300
    assert len(gzip.compress(html.encode(), 9, mtime=0)) < MAX_BYTES


def _large(playbook: Playbook) -> Playbook:
    department_ids = [f"d{number}" for number in range(100)]
    departments = {
        department_id: Department(id=department_id, name=f"Department {department_id}", promise="Somebody is there.")
        for department_id in department_ids
    }
    roles = {
        department_id: Role(id=department_id, name=f"Role {department_id}", department=department_id, side="frontstage")
        for department_id in department_ids
    }
    stages = tuple(playbook.stages)
    touchpoints = {f"t{n}": touchpoint(f"t{n}", owner="d0", stage=stages[n * len(stages) // 300]) for n in range(300)}
    acts = {
        f"c{n}": Contribution(
            id=f"c{n}",
            touchpoint=f"t{n // 6}",
            role=f"d{n * 37 % 100}",
            lane=("frontstage", "backstage", "support")[n % 3],
            does="does it",
        )
        for n in range(1800)
    }
    tips = {
        f"tip{n}": tip(f"tip{n}", f"t{n % 300}", departments=(f"d{n * n % 100}", f"d{n * 7 % 100}"), owner="d0")
        for n in range(10_000)
    }
    return Playbook(
        organisation=playbook.organisation,
        stages=playbook.stages,
        touchpoints=touchpoints,
        departments=departments,
        roles=roles,
        contributions=acts,
        tips=tips,
    )
