"""The default playbook contains the agreed records, and enough for every department and every touchpoint."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from playbook.days import Days
from playbook.model import Playbook
from playbook.model.records import LANES
from playbook.opening import Opened, open_playbook
from playbook.search.expected import EMERGENCY
from playbook.views.because_of_you import because_of
from playbook.views.relations import Relations
from tests.building import DEFAULT
from tests.content.expected import IDS, MIN_AMOUNTS, PARTNERS

MAX_STEPS = 3
"""Steps from a backstage role to a patron."""
MAX_URGENT_STEPS, MAX_WORDS_OF_A_STEP = 7, 17
"""What one screen of a phone holds in large type."""


@pytest.fixture(scope="module")
def opened() -> Opened:
    """The default playbook with every problem reported of it."""
    return open_playbook(DEFAULT, Days.on(dt.date.today()))


@pytest.mark.parametrize("kind", IDS)
def test_the_agreed_records_are_there(default_playbook: Playbook, kind: str) -> None:
    assert set(IDS[kind].split()) - set(default_playbook.of_kind(kind)) == set()


@pytest.mark.parametrize("kind", MIN_AMOUNTS)
def test_there_are_enough_of_each_kind(default_playbook: Playbook, kind: str) -> None:
    assert len(default_playbook.of_kind(kind)) >= MIN_AMOUNTS[kind]


def test_there_are_enough_tips_for_colleagues_and_enough_experiments(default_playbook: Playbook) -> None:
    tips = default_playbook.tips.values()
    assert sum(tip.audience == "colleagues" for tip in tips) >= 25
    assert sum(tip.kind == "experiment" for tip in tips) >= 20


def test_nothing_is_wrong_and_no_advice_is_left_unexplained(opened: Opened) -> None:
    lasting = [problem for problem in opened.problems if problem.code != "review-overdue"]  # comes with the calendar
    assert [f"{problem.place}: {problem.message}" for problem in lasting] == []


def test_the_outside_firms_are_partners(default_playbook: Playbook) -> None:
    assert {department.id for department in default_playbook.departments.values() if department.partner} == PARTNERS


def test_every_department_has_six_tips_and_acts_at_four_touchpoints(default_playbook: Playbook) -> None:
    relations = Relations(default_playbook)
    moments = {
        department: {contribution.touchpoint for contribution in contributions}
        for department, contributions in relations.contributions_by_department.items()
    }
    departments = default_playbook.departments
    assert [department for department in departments if len(relations.tips_by_department.get(department, ())) < 6] == []
    assert [department for department in departments if len(moments.get(department, ())) < 4] == []


def test_every_touchpoint_has_its_lanes_tips_and_sentences(default_playbook: Playbook) -> None:
    filled = {(act.touchpoint, act.lane) for act in default_playbook.contributions.values()}
    tips = Counter(touchpoint for tip in default_playbook.tips.values() for touchpoint in tip.touchpoints)
    moments = default_playbook.touchpoints.values()
    assert [
        touchpoint.id
        for touchpoint in moments
        if not touchpoint.notes and any((touchpoint.id, lane) not in filled for lane in LANES)
    ] == []
    assert [touchpoint.id for touchpoint in moments if tips[touchpoint.id] < 3] == []
    assert [touchpoint.id for touchpoint in moments if len(touchpoint.utterances) < 4] == []


def test_every_role_out_of_sight_reaches_a_patron_in_three_steps(default_playbook: Playbook) -> None:
    reaching = set()
    for contribution in default_playbook.contributions.values():
        because = because_of(default_playbook, contribution)
        if contribution.lane == "frontstage" or (because and len(because.between) <= MAX_STEPS):
            reaching.add(contribution.role)
    out_of_sight = {role.id for role in default_playbook.roles.values() if role.side != "frontstage"}
    assert out_of_sight - reaching == set()


def test_sixty_contributions_make_another_one_possible(default_playbook: Playbook) -> None:
    assert sum(bool(act.enables) for act in default_playbook.contributions.values()) >= 60


def test_every_part_of_an_exercise_has_its_minutes_and_they_add_up(default_playbook: Playbook) -> None:
    exercises = default_playbook.exercises.values()
    added = {exercise.id: sum(step.minutes or 0 for step in exercise.steps) for exercise in exercises}
    assert added == {exercise.id: exercise.minutes for exercise in exercises}
    assert all(step.minutes for exercise in exercises for step in exercise.steps)


def test_improvements_are_in_all_five_states(default_playbook: Playbook) -> None:
    states = {improvement.status for improvement in default_playbook.improvements.values()}
    assert states == {"noticed", "chosen", "trying", "fixed", "let go"}


def test_the_words_of_both_countries_the_trade_and_mistyping_are_there(default_playbook: Playbook) -> None:
    terms = default_playbook.terms.values()
    for words in ("gb", "us", "sector_words", "misspellings"):
        assert sum(bool(getattr(term, words)) for term in terms) >= 40


def test_what_people_type_in_an_emergency_is_tried_a_hundred_and_fifty_times(default_playbook: Playbook) -> None:
    typed = [test for test in default_playbook.search_tests.values() if test.kind == EMERGENCY]
    assert len(typed) >= 150
    assert {test.query for test in typed if test.top > 1} == set()
    urgent = {f"scenario:{scenario.id}" for scenario in default_playbook.scenarios.values() if scenario.urgent}
    assert {test.query for test in typed if not urgent & {*test.expect}} == set()


def test_every_urgent_scenario_fits_one_screen_and_says_whom_to_call(default_playbook: Playbook) -> None:
    urgent = [scenario for scenario in default_playbook.scenarios.values() if scenario.urgent]
    assert len(urgent) >= 6
    assert {scenario.id for scenario in urgent if len(scenario.do) > MAX_URGENT_STEPS or not scenario.call} == set()
    long = {(each.id, step) for each in urgent for step in each.do if len(step.split()) > MAX_WORDS_OF_A_STEP}
    assert long == set()
