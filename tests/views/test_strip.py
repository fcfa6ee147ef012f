"""The strip of the journey: every moment where there is room, and otherwise the most telling ones."""

from __future__ import annotations

from dataclasses import replace

from playbook.model import Playbook
from playbook.model.experience import Touchpoint
from playbook.views.context import Context
from playbook.views.strip import MAX_STOPS, Stretch, strip
from tests.conftest import TODAY


def _crowded(playbook: Playbook, truths: tuple[int, ...] = ()) -> Playbook:
    """The playbook with thirty touchpoints in one stage; `truths` are moments of truth, by position."""
    model = playbook.touchpoints["finds-seat"]
    touchpoints: dict[str, Touchpoint] = {}
    for position in range(30):
        changes = {"id": f"t-{position}", "moment_of_truth": position in truths}
        touchpoints[f"t-{position}"] = model.model_copy(update=changes)
    return replace(playbook, touchpoints=touchpoints)


def _names(stretch: Stretch) -> list[str]:
    return [stop.touchpoint.id for stop in stretch.stops]


def test_a_stage_with_room_names_all_its_moments(default_playbook: Playbook) -> None:
    stretches = strip(Context(default_playbook, TODAY))
    assert [stop.touchpoint.id for stretch in stretches for stop in stretch.stops] == list(default_playbook.touchpoints)
    assert [stretch.count for stretch in stretches] == [len(stretch.stops) for stretch in stretches]


def test_a_crowded_stage_says_how_many_moments_it_has(small_playbook: Playbook) -> None:
    (stretch,) = strip(Context(_crowded(small_playbook), TODAY))
    assert (len(stretch.stops), stretch.count) == (MAX_STOPS, 30)


def test_moments_of_truth_come_first_in_a_crowded_stage(small_playbook: Playbook) -> None:
    (stretch,) = strip(Context(_crowded(small_playbook, truths=(20, 25)), TODAY))
    assert _names(stretch) == [*(f"t-{n}" for n in range(MAX_STOPS - 2)), "t-20", "t-25"]


def test_the_strip_of_a_department_names_only_its_own_moments_of_a_crowded_stage(small_playbook: Playbook) -> None:
    playbook = _crowded(small_playbook, truths=(20, 25))
    act = playbook.contributions["shows-the-row"].model_copy(update={"touchpoint": "t-29"})
    (stretch,) = strip(Context(playbook, TODAY), [act])
    assert _names(stretch) == ["t-29"]
