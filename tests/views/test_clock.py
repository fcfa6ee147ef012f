"""The clock puts everything with a time in order, counts from its anchor, and shows who is needed in two places."""

from __future__ import annotations

import pytest

from playbook.ref import Ref
from playbook.views import clock as the_clock
from playbook.views.clock import EVENINGS, LENGTHS, countdown
from playbook.views.context import Context
from playbook.views.two_places import Busy, Doubled, doubled
from tests.views.evening import HOUSE, by_id, clock, contribution, house, routine, touchpoint


def _rows(context: Context) -> list[tuple[int, str]]:
    return [(row.minute, row.id) for row in the_clock.VIEW.prepare(context).rows]


def test_a_house_without_times_has_no_clock() -> None:
    assert not the_clock.VIEW.exists(house())


def test_acts_of_every_kind_are_in_order_between_the_moments_of_the_performance() -> None:
    context = house(
        touchpoints=by_id(touchpoint("door", clock=clock("start", -60, 0))),
        contributions=by_id(
            contribution("late", "usher", "door", clock("start", 5)),
            contribution("applause", "usher", "door", clock("end", -1)),
            contribution("doors", "usher", "door", clock("interval", 0, 3)),
            contribution("unclocked", "usher", "door"),
        ),
        routines=by_id(routine("round", ("usher",), clock("start", -75, -50), "foyer")),
    )
    assert _rows(context) == [
        (-75, "routine-round"),
        (-60, "touchpoint-door"),
        (0, "performance-starts"),
        (5, "contribution-late"),
        (60, "performance-interval-starts"),
        (60, "contribution-doors"),
        (80, "performance-interval-ends"),
        (134, "contribution-applause"),
        (135, "performance-ends"),
    ]


def test_an_orchestra_s_usual_evening_is_a_concert() -> None:
    organisation = HOUSE.organisation.model_copy(update={"sector": "orchestra"})
    assert the_clock.usual_evening(house(organisation=organisation)).id == "concert"


def test_an_evening_to_choose_has_an_end_after_its_start() -> None:
    assert [evening.minute("end", 0) for evening in EVENINGS] == [135, 110, 135, 80, 50]


@pytest.mark.parametrize("evening", EVENINGS, ids=lambda evening: evening.id)
def test_an_evening_to_choose_has_lengths_that_can_be_typed(evening: the_clock.Evening) -> None:
    lengths = {length: getattr(evening, length) for length in LENGTHS}
    assert {length for length, (least, most) in LENGTHS.items() if not least <= lengths[length] <= most} == set()
    assert not evening.interval or evening.second


def test_only_departments_with_something_to_do_can_be_chosen() -> None:
    context = house(contributions=by_id(contribution("light", "technician", "seat", clock("start", -5))))
    assert [department.id for department in the_clock.VIEW.prepare(context).departments] == ["stage"]


def test_a_role_needed_in_two_settings_in_the_same_minutes_is_flagged() -> None:
    context = house(
        contributions=by_id(
            contribution("greets", "usher", "door", clock("start", -60, 0)),
            contribution("seats", "usher", "seat", clock("start", -30, 0)),
            contribution("clears", "usher", "seat", clock("end", 0, 10)),
        )
    )
    values = the_clock.VIEW.prepare(context)
    assert [(torn.role, torn.places, torn.count) for torn in values.torn] == [(Ref("role", "usher"), 2, "T−30 to T")]
    assert [row.id for row in values.rows if row.is_doubled] == ["contribution-greets", "contribution-seats"]


@pytest.mark.parametrize(
    ("first", "second", "places"),
    [
        (Busy("a", ("usher",), frozenset({"foyer"}), -60, -30), Busy("b", ("usher",), frozenset({"hall"}), -30, 0), 0),
        (Busy("a", ("usher",), frozenset({"foyer"}), -60, 0), Busy("b", ("usher",), frozenset({"foyer"}), -30, 0), 0),
        (Busy("a", ("usher",), frozenset({"foyer"}), -60, 0), Busy("b", ("guide",), frozenset({"hall"}), -30, 0), 0),
        (Busy("a", ("usher",), frozenset({"foyer"}), -60, 0), Busy("b", ("usher",), frozenset({"hall"}), -30, None), 2),
        (Busy("a", ("usher",), frozenset({"foyer"}), -60, None), Busy("b", ("usher",), frozenset({"hall"}), -30, 0), 0),
    ],
    ids=["one after the other", "in the same place", "different people", "a moment inside", "a moment before"],
)
def test_who_is_needed_in_two_places(first: Busy, second: Busy, places: int) -> None:
    assert [time.places for time in doubled([first, second])] == ([places] if places else [])


def test_an_act_in_two_places_joins_them() -> None:
    acts = [
        Busy("a", ("usher",), frozenset({"foyer"}), 0, 10),
        Busy("b", ("usher",), frozenset({"hall"}), 0, 10),
        Busy("round", ("usher",), frozenset({"foyer", "hall"}), 5, 8),
    ]
    assert doubled(acts) == (Doubled("usher", 2, 0, 10, ("a", "b")),)


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (clock("start", 0), "T"),
        (clock("start", -60, -5), "T−60 to −5"),
        (clock("start", -30, 0), "T−30 to T"),
        (clock("start", 0, 25), "T to +25"),
        (clock("interval", -10, 22), "Interval −10 to +22"),
        (clock("end", 0), "End"),
        (clock("start", -450), "T−7½ h"),
        (clock("start", -1440), "T−24 h"),
    ],
)
def test_a_time_is_shown_as_a_count(time: the_clock.Clock, words: str) -> None:
    assert countdown(time) == words
