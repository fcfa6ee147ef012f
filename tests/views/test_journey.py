"""The journey tells the visit in order, marks both dips, and keeps quiet about what nobody has said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from playbook.model import Playbook
from playbook.model.experience import Emotion, Stage
from playbook.views import journey
from playbook.views.context import Context
from playbook.views.feeling_line import FEELINGS, STRAINS, feeling_line
from playbook.views.lifts import Lift
from tests.conftest import TODAY
from tests.views.evening import touchpoint

DURING = Stage(id="during", name="During")


def _prepared(playbook: Playbook, **touchpoints: dict[str, Any]) -> Any:
    """The values of the page of a journey of these touchpoints."""
    made = {each: touchpoint(each, owner="front-of-house", **fields) for each, fields in touchpoints.items()}
    changed = replace(playbook, stages={"during": DURING}, touchpoints=made)
    return journey.VIEW.prepare(Context(changed, TODAY))


def _feeling(as_is: int, to_be: int) -> Emotion:
    return Emotion(as_is=as_is, to_be=to_be)


def _insights(prepared: Any) -> dict[str, list[str]]:
    return {insight.words: [moment.id for moment in insight.moments.shown] for insight in prepared.insights}


def test_moments_are_numbered_along_the_whole_journey(small_playbook: Playbook) -> None:
    prepared = journey.VIEW.prepare(Context(small_playbook, TODAY))
    numbered = [(moment.number, moment.touchpoint.id) for leg in prepared.legs for moment in leg.moments]
    assert numbered == list(enumerate(small_playbook.touchpoints, start=1))


def test_both_dips_are_found_and_where_they_meet(small_playbook: Playbook) -> None:
    prepared = _prepared(
        small_playbook,
        door={"emotion": _feeling(0, 1), "staff_strain": 3},
        queue={"emotion": _feeling(-1, 1), "staff_strain": 3},
        foyer={"emotion": _feeling(-1, 0), "staff_strain": 0},
    )
    assert _insights(prepared) == {
        "Lowest for patrons and hardest for staff": ["queue"],
        "Where it feels worst today": ["queue", "foyer"],
        "Where it is hardest on staff": ["door", "queue"],
        "Biggest gap between now and our aim": ["queue"],
    }


def test_where_all_moments_are_alike_there_is_no_dip(small_playbook: Playbook) -> None:
    alike = {"emotion": _feeling(0, 1), "staff_strain": 1}
    assert _insights(_prepared(small_playbook, door=alike, queue=alike)) == {}


def test_many_low_moments_are_counted_after_the_first_few(small_playbook: Playbook) -> None:
    low = {f"low-{number}": {"emotion": _feeling(-2, 0)} for number in range(9)}
    prepared = _prepared(small_playbook, good={"emotion": _feeling(1, 1)}, **low)
    worst = prepared.insights[0]
    assert (len(worst.moments.shown), worst.moments.more) == (journey.NAMED, 9 - journey.NAMED)


def test_a_journey_without_any_feeling_has_no_line(small_playbook: Playbook) -> None:
    assert _prepared(small_playbook, door={}, queue={}).line is None


def test_rungs_that_are_lifted_nowhere_are_not_offered(small_playbook: Playbook) -> None:
    assert _prepared(small_playbook, door={}).rungs == ()
    rung = next(iter(small_playbook.rungs))
    prepared = _prepared(small_playbook, door={"rungs": {rung: "a smile"}})
    assert [rung.id for rung in prepared.rungs] == list(small_playbook.rungs)
    assert prepared.line is None
    assert prepared.legs[0].moments[0].lifts == (Lift(1, small_playbook.rungs[rung], "a smile"),)


def test_the_curve_breaks_where_nobody_said_how_it_feels() -> None:
    made = [
        touchpoint("a", emotion=_feeling(0, 1)),
        touchpoint("b"),
        touchpoint("c", emotion=_feeling(1, 2)),
        touchpoint("d", emotion=_feeling(1, 2)),
    ]
    line = feeling_line([(1, DURING, made)], low=[], hard=[])
    assert (line.as_is.count("M"), line.as_is.count("C"), line.strain) == (2, 1, "")


def test_better_feelings_and_harder_work_stand_higher() -> None:
    line = feeling_line([(1, DURING, [touchpoint("a")])], low=[], hard=[])
    assert [words for _, words in sorted(line.feeling_scale)] == [FEELINGS[value] for value in (2, 1, 0, -1, -2)]
    assert [words for _, words in sorted(line.strain_scale)] == [STRAINS[value] for value in (3, 2, 1, 0)]


@pytest.mark.parametrize("count", [1, 5, 300])
def test_every_moment_lies_within_the_drawing(count: int) -> None:
    made = [touchpoint(f"t{number}", emotion=_feeling(0, 1)) for number in range(count)]
    line = feeling_line([(1, DURING, made)], low=["t0"], hard=[])
    assert [point.number for point in line.points] == list(range(1, count + 1))
    assert max(point.x for point in line.points) < line.width
    assert [point.number for point in line.points if point.is_low] == [1]


def test_long_names_are_cut_in_the_drawing_only() -> None:
    name = "Looks for a seat that nobody has kept for them " * 3
    made = touchpoint("a").model_copy(update={"name": name})
    line = feeling_line([(1, Stage(id="s", name=name), [made])], low=[], hard=[])
    assert line.points[0].name.endswith("…")
    assert line.points[0].touchpoint.name == name
