"""What the pages of records show beyond the records themselves."""

from __future__ import annotations

import datetime as dt

import pytest

from playbook.model import Playbook
from playbook.model.learning import Exercise, ExerciseStep, Improvement
from playbook.ref import Ref
from playbook.views.clock import usual_evening
from playbook.views.context import Context
from playbook.views.department import department_page
from playbook.views.destinations import destination_of
from playbook.views.exercise import exercise_page
from playbook.views.improvement import improvement_page
from playbook.views.role import role_page
from playbook.views.source import source_page
from playbook.views.standard import standard_page

DAY = dt.date(2026, 2, 1)


def exercise(*minutes: int | None) -> Exercise:
    """An exercise with steps of these lengths."""
    steps = tuple(ExerciseStep(text="Do it", minutes=length) for length in minutes)
    return Exercise(id="drill", name="Drill", minutes=30, aim="To try", steps=steps)


def improvement(status: str) -> Improvement:
    """Something cold, in this state."""
    return Improvement.model_validate(
        {"id": "cold", "experienced": "I was cold", "touchpoint": "door", "noticed": DAY, "status": status}
    )


def test_the_foremost_ways_to_a_patron_are_at_different_touchpoints_and_not_repeated(
    default_playbook: Playbook,
) -> None:
    view = department_page(Context(default_playbook, DAY), default_playbook.departments["stage-and-production"])
    assert len({way.touchpoint.id for way in view.foremost}) == 2
    assert {way.you.id for way in view.foremost}.isdisjoint(way.you.id for way in view.because.shown)


def test_every_unseen_contribution_of_a_department_reaches_a_patron_or_is_said_to_reach_nobody(
    default_playbook: Playbook,
) -> None:
    context = Context(default_playbook, DAY)
    for department in default_playbook.departments.values():
        view = department_page(context, department)
        reaching = {way.you.id for way in (*view.foremost, *view.because.shown)}
        acts = context.relations.contributions_by_department.get(department.id, ())
        unseen = {act.id for act in acts if act.lane != "frontstage"}
        assert reaching | {act.id for act in view.unlinked.shown} == unseen


def test_the_tips_of_a_department_begin_with_its_own(default_playbook: Playbook) -> None:
    view = department_page(Context(default_playbook, DAY), default_playbook.departments["stage-and-production"])
    wins = view.quick_wins
    assert wins.first is not None
    is_own = [tip.owner == "stage-and-production" for tip in (wins.first, *wins.next, *wins.others.shown)]
    assert is_own == sorted(is_own, reverse=True)


def test_a_shift_is_in_the_order_of_the_evening(default_playbook: Playbook) -> None:
    context = Context(default_playbook, DAY)
    evening = usual_evening(context)
    for role in default_playbook.roles.values():
        clocks = [[act.clock for act in acts.shown if act.clock] for _, acts in role_page(context, role).shift]
        minutes = [[evening.minute(clock.anchor, clock.start) for clock in part] for part in clocks]
        assert minutes == [sorted(part) for part in minutes]
        flat = [minute for part in minutes for minute in part]
        assert (role.id, flat) == (role.id, sorted(flat))


def test_what_is_done_hours_before_the_doors_open_is_done_before_patrons_arrive(default_playbook: Playbook) -> None:
    shift = dict(role_page(Context(default_playbook, DAY), default_playbook.roles["stage-technician"]).shift)
    before = shift["Before patrons arrive"]
    assert any(act.clock and act.clock.anchor == "start" and act.clock.start <= -180 for act in before.shown)


def test_a_scenario_for_which_a_role_is_called_is_not_listed_twice(default_playbook: Playbook) -> None:
    view = role_page(Context(default_playbook, DAY), default_playbook.roles["duty-manager"])
    assert {scenario.id for scenario in view.called.shown}.isdisjoint(other.id for other in view.scenarios.shown)


def test_the_steps_of_an_exercise_say_when_they_are(small_playbook: Playbook) -> None:
    view = exercise_page(Context(small_playbook, DAY), exercise(7, 8, None, 5))
    assert [step.span for step in view.steps] == ["the first 7 minutes", "minutes 7 to 15", None, None]


@pytest.mark.parametrize(
    ("status", "states"),
    [
        ("noticed", [("noticed", True), ("chosen", False), ("trying", False), ("fixed", False)]),
        ("trying", [("noticed", True), ("chosen", True), ("trying", True), ("fixed", False)]),
        ("let go", [("noticed", True), ("let go", True)]),
    ],
)
def test_an_improvement_shows_how_far_it_is(
    status: str, states: list[tuple[str, bool]], small_playbook: Playbook
) -> None:
    assert list(improvement_page(Context(small_playbook, DAY), improvement(status)).states) == states


def test_a_standard_names_who_keeps_it_and_between_whom_it_is_promised(small_playbook: Playbook) -> None:
    view = standard_page(Context(small_playbook, DAY), small_playbook.standards["seated-in-time"])
    assert [act.id for act in view.kept_by.shown] == ["shows-the-row"]
    assert [service.id for service in view.promised_in.shown] == ["stage-to-front-of-house"]


def test_a_source_lists_everything_that_names_it_with_a_place_to_go(default_playbook: Playbook) -> None:
    context = Context(default_playbook, DAY)
    for source in default_playbook.sources.values():
        debts = source_page(context, source).debts
        assert sum(debt.mentions.count for debt in debts) == len(context.relations.citing.get(source.id, ()))


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
    record = Ref.parse(reference)
    found = destination_of(small_playbook, record)
    assert (found.record, str(found.page), found.anchor) == (record, *place)


def test_a_stage_has_its_place_on_the_index_of_touchpoints(small_playbook: Playbook) -> None:
    stage = next(iter(small_playbook.stages))
    found = destination_of(small_playbook, Ref("stage", stage))
    assert (found.page, found.anchor) == (Ref("page", "touchpoints"), stage)
