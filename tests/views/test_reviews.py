"""For everything that instructs, someone answers and has confirmed what it says; or readers are told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from playbook.model.experience import Access
from playbook.model.learning import Exercise, ExerciseStep
from playbook.model.people import Authority, Role
from playbook.model.practice import Scenario
from playbook.ref import Ref
from playbook.views.context import Context
from playbook.views.department import department_page
from playbook.views.owners import owner_of
from playbook.views.rewording import Rewording
from tests.views.evening import TODAY, by_id, house, routine, tip

YESTERDAY, LONG_AGO = TODAY - dt.timedelta(days=1), dt.date(2024, 1, 1)


def scenario(record_id: str, **fields: Any) -> Scenario:
    """Something that goes wrong at the door."""
    given = {"touchpoint": "door", "utterances": ("Help!",), "do": ("Stay calm.",), **fields}
    return Scenario(id=record_id, name=record_id.capitalize(), **given)


def exercise(record_id: str, **fields: Any) -> Exercise:
    """Training of ten minutes."""
    given = {"minutes": 10, "aim": "To hear it.", "steps": (ExerciseStep(text="Greet."),), **fields}
    return Exercise(id=record_id, name=record_id.capitalize(), **given)


def state(context: Context, kind: str, record_id: str) -> Any:
    """What is known of the review of one record."""
    return context.reviews.of(Ref(kind, record_id))


def test_a_record_s_own_owner_counts_before_the_one_that_follows_from_it() -> None:
    walk = routine("walk", ("usher",), None, "foyer")
    context = house(routines=by_id(walk, walk.model_copy(update={"id": "rove", "owner": "stage"})))
    assert owner_of(context.playbook, "routine", "walk") == "house"
    assert owner_of(context.playbook, "routine", "rove") == "stage"


def test_who_keeps_what_a_role_may_decide_does_not_get_the_routines_of_the_role() -> None:
    usher = Role(id="usher", name="Usher", department="house", side="frontstage", owner="stage")
    context = house(roles=by_id(usher), routines=by_id(routine("walk", ("usher",), None, "foyer")))
    assert owner_of(context.playbook, "role", "usher") == "stage"
    assert owner_of(context.playbook, "routine", "walk") == "house"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"reviewed": TODAY}, ""),
        ({"reviewed": dt.date(2025, 9, 9)}, ""),
        ({"reviewed": dt.date(2025, 9, 8)}, "overdue for review"),
        ({}, "never confirmed"),
    ],
)
def test_a_review_holds_for_a_year_to_the_day(fields: dict[str, Any], words: str) -> None:
    assert state(house(scenarios=by_id(scenario("flood", **fields))), "scenario", "flood").words == words


def test_the_review_of_an_urgent_scenario_holds_for_six_months() -> None:
    reviewed = dt.date(2026, 3, 8)
    scenarios = by_id(scenario("flood", reviewed=reviewed), scenario("fire", urgent=True, reviewed=reviewed))
    context = house(scenarios=scenarios)
    assert [state(context, "scenario", name).is_overdue for name in scenarios] == [False, True]


def test_a_review_does_not_count_for_words_that_came_later() -> None:
    context = house(tips=by_id(tip("smile", "door")))
    assert state(context, "tip", "smile").is_well
    changed = replace(context, look_back=lambda: {Ref("tip", "smile"): Rewording(YESTERDAY)})
    assert not state(changed, "tip", "smile").is_well
    assert state(changed, "tip", "smile").words == "changed since it was confirmed"


def test_what_tells_nobody_what_to_do_needs_no_review() -> None:
    context = house(tips=by_id(tip("smile", "door", status="draft")))
    assert [state(context, *about) for about in (("tip", "smile"), ("role", "usher"), ("touchpoint", "door"))] == [
        None
    ] * 3
    decides = Role(id="usher", name="Usher", department="house", side="frontstage", authority=Authority(may=("wait",)))
    assert state(house(roles=by_id(decides)), "role", "usher").words == "never confirmed"


def test_what_nobody_answers_for_says_so() -> None:
    context = house(exercises=by_id(exercise("greet", reviewed=TODAY)))
    assert state(context, "exercise", "greet").words == "no owner"


def test_a_department_s_page_names_whatever_it_must_confirm_the_most_pressing_first() -> None:
    context = house(
        tips=by_id(tip("smile", "door"), tip("wave", "door", reviewed=LONG_AGO), tip("bow", "door")),
        scenarios=by_id(scenario("flood"), scenario("fire", urgent=True)),
        routines=by_id(routine("walk", ("technician",), None, "foyer")),
        exercises=by_id(exercise("greet", roles=("usher",)), exercise("lift", roles=("technician",))),
        access=by_id(Access(id="loop", name="Loop", provides="Sound.", touchpoints=("door",), reviewed=TODAY)),
    )
    context = replace(context, look_back=lambda: {Ref("tip", "bow"): Rewording(YESTERDAY)})
    page = department_page(context, context.playbook.departments["house"])
    assert [due.about.id for due in page.due.shown] == ["fire", "flood", "wave", "bow", "greet", "loop"]
    assert page.calendar == "departments/house/reviews.ics"


def test_a_department_that_has_confirmed_everything_has_a_calendar_and_nothing_due() -> None:
    context = house(tips=by_id(tip("smile", "door")))
    pages = [department_page(context, department) for department in context.playbook.departments.values()]
    assert [(len(page.due.shown), page.calendar is None) for page in pages] == [(0, False), (0, True)]
