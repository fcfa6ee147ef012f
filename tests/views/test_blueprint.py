"""The blueprint puts every act into its cell and draws a line only where something lies on both sides."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from playbook.model import Playbook
from playbook.views import blueprint
from playbook.views.context import Context
from tests.conftest import TODAY
from tests.views.evening import touchpoint


def _prepared(playbook: Playbook) -> Any:
    return blueprint.VIEW.prepare(Context(playbook, TODAY))


def _cells(prepared: Any) -> dict[str, dict[str, list[str]]]:
    """By touchpoint and row, the ids of the acts."""
    return {
        column.touchpoint.id: {
            row: [act.contribution.id for act in acts] for row in blueprint.ROWS if (acts := column.acts(row))
        }
        for sheet in prepared.sheets
        for column in sheet.columns
    }


def test_every_act_stands_in_the_row_of_its_lane(small_playbook: Playbook) -> None:
    assert _cells(_prepared(small_playbook))["finds-seat"] == {
        "frontstage": ["shows-the-row"],
        "backstage": ["lights-the-aisle"],
        "support": ["clears-the-rows"],
    }


@pytest.mark.parametrize(("lane", "row"), [("frontstage", "frontstage"), ("backstage", "partners")])
def test_a_partner_stands_apart_only_out_of_sight(small_playbook: Playbook, lane: str, row: str) -> None:
    role = small_playbook.roles["usher"].model_copy(update={"id": "barkeeper", "department": "bar-firm"})
    act = small_playbook.contributions["shows-the-row"].model_copy(
        update={"id": "pours", "role": "barkeeper", "lane": lane}
    )
    playbook = replace(
        small_playbook,
        roles={**small_playbook.roles, role.id: role},
        contributions={**small_playbook.contributions, act.id: act},
    )
    assert "pours" in _cells(_prepared(playbook))["finds-seat"][row]


def test_the_three_lines_part_the_rows(small_playbook: Playbook) -> None:
    zones = _prepared(small_playbook).zones
    assert [(zone.line, [row.id for row in zone.rows]) for zone in zones] == [
        (None, ["patron", "surroundings"]),
        ("Line of interaction", ["frontstage"]),
        ("Line of visibility", ["backstage"]),
        ("Line of internal interaction", ["support"]),
    ]


def test_rows_and_lines_with_nothing_below_them_are_left_out(small_playbook: Playbook) -> None:
    act = small_playbook.contributions["shows-the-row"]
    bare = {
        touchpoint.id: touchpoint.model_copy(update={"settings": (), "evidence": ()})
        for touchpoint in small_playbook.touchpoints.values()
    }
    zones = _prepared(replace(small_playbook, touchpoints=bare, contributions={act.id: act})).zones
    assert [row.id for zone in zones for row in zone.rows] == ["patron", "frontstage", "backstage"]


def test_a_long_stage_takes_several_sheets(small_playbook: Playbook) -> None:
    stage = next(iter(small_playbook.stages))
    many = {f"t{n}": touchpoint(f"t{n}", stage=stage, owner="front-of-house") for n in range(blueprint.MAX_COLUMNS + 1)}
    sheets = _prepared(replace(small_playbook, touchpoints={**many, **small_playbook.touchpoints})).sheets
    in_stage = [sheet for sheet in sheets if sheet.stage.id == stage]
    assert [sheet.part for sheet in in_stage] == [1, 2]
    assert len(in_stage[0].columns) == blueprint.MAX_COLUMNS


def test_only_departments_that_act_can_be_chosen(small_playbook: Playbook) -> None:
    assert [department.id for department in _prepared(small_playbook).departments] == ["front-of-house", "stage"]


def test_without_contributions_there_is_no_blueprint(small_playbook: Playbook) -> None:
    assert not blueprint.VIEW.exists(Context(replace(small_playbook, contributions={}), TODAY))
