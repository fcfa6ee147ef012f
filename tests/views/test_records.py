"""What the pages of records show beyond the records themselves."""

from __future__ import annotations

import datetime as dt

import pytest

from playbook.model import Playbook
from playbook.model.practice import Exercise, ExerciseStep, Improvement
from playbook.ref import Ref
from playbook.views.clock import usual_evening
from playbook.views.context import Context
from playbook.views.department import department_view
from playbook.views.exercise import exercise_view
from playbook.views.improvement import improvement_view
from playbook.views.places import Destination, place_of
from playbook.views.role import role_view
from playbook.views.source import source_view
from playbook.views.standard import standard_view

DAY = dt.date(2026, 2, 1)


def exercise(*minutes: int | None) -> Exercise:
    """An exercise with steps of these lengths."""
    steps = tuple(ExerciseStep(text="Do it", minutes=it) for it in minutes)
    return Exercise(id="drill", name="Drill", minutes=30, aim="To try", steps=steps)


def improvement(status: str) -> Improvement:
    """Something cold, in this state."""
    return Improvement.model_validate(
        {"id": "cold", "experienced": "I was cold", "touchpoint": "door", "noticed": DAY, "status": status}
    )


def test_the_foremost_ways_to_a_patron_are_at_different_touchpoints_and_not_repeated(
    default_playbook: Playbook,
) -> None:
    view = department_view(Context(default_playbook, DAY), default_playbook.departments["stage-and-production"])
    assert len({it.touchpoint.id for it in view.foremost}) == 2
    assert {it.you.id for it in view.foremost}.isdisjoint(it.you.id for it in view.because)


def test_every_unseen_contribution_of_a_department_is_told_or_said_to_be_untold(default_playbook: Playbook) -> None:
    context = Context(default_playbook, DAY)
    for department in default_playbook.departments.values():
        view = department_view(context, department)
        told = {it.you.id for it in (*view.foremost, *view.because)} | {it.id for it in view.untold}
        acts = context.relations.contributions_by_department.get(department.id, ())
        assert told == {it.id for it in acts if it.lane != "frontstage"}


def test_the_tips_of_a_department_begin_with_its_own(default_playbook: Playbook) -> None:
    view = department_view(Context(default_playbook, DAY), default_playbook.departments["stage-and-production"])
    is_own = [tip.owner == "stage-and-production" for tip in view.quick_wins]
    assert is_own == sorted(is_own, reverse=True)


def test_a_shift_is_told_in_the_order_of_the_evening(default_playbook: Playbook) -> None:
    context = Context(default_playbook, DAY)
    evening = usual_evening(context)
    for role in default_playbook.roles.values():
        clocks = [[it.clock for it in acts if it.clock] for _, acts in role_view(context, role).shift]
        minutes = [[evening.minute(clock.anchor, clock.start) for clock in its] for its in clocks]
        assert minutes == [sorted(its) for its in minutes]
        flat = [minute for its in minutes for minute in its]
        assert (role.id, flat) == (role.id, sorted(flat))


def test_what_is_done_hours_before_the_doors_open_is_done_before_patrons_come(default_playbook: Playbook) -> None:
    shift = dict(role_view(Context(default_playbook, DAY), default_playbook.roles["stage-technician"]).shift)
    before = shift["Before patrons come"]
    assert any(it.clock and it.clock.anchor == "start" and it.clock.start <= -180 for it in before)


def test_a_scenario_for_which_a_role_is_called_is_not_listed_twice(default_playbook: Playbook) -> None:
    view = role_view(Context(default_playbook, DAY), default_playbook.roles["duty-manager"])
    assert {it.id for it in view.called}.isdisjoint(it.id for it in view.scenarios)


def test_the_steps_of_an_exercise_say_when_they_are(small_playbook: Playbook) -> None:
    view = exercise_view(Context(small_playbook, DAY), exercise(7, 8, None, 5))
    assert [it.span for it in view.steps] == ["until minute 7", "minutes 7 to 15", None, None]


@pytest.mark.parametrize(
    ("status", "states"),
    [
        ("noticed", [("noticed", True), ("chosen", False), ("trying", False), ("mended", False)]),
        ("trying", [("noticed", True), ("chosen", True), ("trying", True), ("mended", False)]),
        ("let go", [("noticed", True), ("let go", True)]),
    ],
)
def test_an_improvement_shows_how_far_it_is(
    status: str, states: list[tuple[str, bool]], small_playbook: Playbook
) -> None:
    assert list(improvement_view(Context(small_playbook, DAY), improvement(status)).states) == states


def test_a_standard_names_who_keeps_it_and_between_whom_it_is_promised(small_playbook: Playbook) -> None:
    view = standard_view(Context(small_playbook, DAY), small_playbook.standards["seated-in-time"])
    assert [it.id for it in view.kept_by] == ["shows-the-row"]
    assert [it.id for it in view.promised_in] == ["stage-to-front-of-house"]


def test_a_source_lists_everything_that_names_it_with_a_place_to_go(default_playbook: Playbook) -> None:
    context = Context(default_playbook, DAY)
    for source in default_playbook.sources.values():
        citing = source_view(context, source).citing
        shown = sum(len(it.places) + it.more for it in citing)
        assert shown == len(context.relations.citing.get(source.id, ()))


@pytest.mark.parametrize(
    ("reference", "place"),
    [
        ("touchpoint:finds-seat", ("touchpoint:finds-seat", "")),
        ("page:journey", ("page:journey", "")),
        ("term:interval", ("page:words", "interval")),
        ("contribution:shows-the-row", ("touchpoint:finds-seat", "shows-the-row")),
        ("concept:unseen-work-reaches-patrons", ("page:where-this-comes-from", "unseen-work-reaches-patrons")),
    ],
)
def test_a_record_without_a_page_has_a_place_on_another(
    reference: str, place: tuple[str, str], small_playbook: Playbook
) -> None:
    page, anchor = place
    record = Ref.parse(reference)
    assert place_of(small_playbook, record) == Destination(record, Ref.parse(page), anchor)


def test_a_stage_has_its_place_on_the_index_of_touchpoints(small_playbook: Playbook) -> None:
    stage = next(iter(small_playbook.stages))
    found = place_of(small_playbook, Ref("stage", stage))
    assert (found.page, found.anchor) == (Ref("page", "touchpoints"), stage)
