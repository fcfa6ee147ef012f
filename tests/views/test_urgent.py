"""Urgent scenarios come before all others wherever scenarios are listed, and none of them is ever cut."""

from __future__ import annotations

import pytest

from playbook.model import Playbook
from playbook.model.editorial import Source
from playbook.model.practice import Scenario
from playbook.ref import Ref
from playbook.views import catalogue, emergency, they_said
from playbook.views.context import Context
from playbook.views.listed import MAX_LISTED
from playbook.views.record_list import record_list
from playbook.views.role import role_page
from playbook.views.source import MAX_MENTIONS, source_page
from playbook.views.touchpoint import touchpoint_page
from playbook.views.urgent import first_scenarios
from tests.conftest import TODAY
from tests.views.evening import by_id, contribution, house, scenario

MANY = MAX_MENTIONS + 10
"""More scenarios than any list has room for."""


def crowd(**fields: tuple[str, ...]) -> list[Scenario]:
    """Many scenarios, the last two of them urgent."""
    usual = [scenario(f"usual-{number}", **fields) for number in range(MANY)]
    return [*usual, scenario("fire", urgent=True, **fields), scenario("flood", urgent=True, **fields)]


def ids(scenarios: tuple[Scenario, ...]) -> list[str]:
    """The ids of scenarios."""
    return [entry.id for entry in scenarios]


def test_urgent_ones_come_first_and_the_others_are_cut() -> None:
    listed = first_scenarios(crowd(), 5)
    assert ids(listed.shown) == ["fire", "flood", "usual-0", "usual-1", "usual-2"]
    assert listed.count == MANY + 2


def test_no_urgent_one_is_cut_however_many_there_are() -> None:
    listed = first_scenarios([scenario("late"), *(scenario(f"fire-{n}", urgent=True) for n in range(9))], 3)
    assert ids(listed.shown) == [f"fire-{n}" for n in range(9)]
    assert listed.more == 1


def test_a_playbook_that_was_read_has_them_first(small_playbook: Playbook) -> None:
    assert [entry.urgent for entry in small_playbook.scenarios.values()] == [True, False]
    assert (
        small_playbook.homes[Ref("scenario", "taken-ill")].line
        > small_playbook.homes[Ref("scenario", "seat-taken")].line
    )


def test_on_the_page_of_a_touchpoint_they_are_first_and_whole() -> None:
    context = house(scenarios=by_id(*crowd()))
    page = touchpoint_page(context, context.playbook.touchpoints["door"])
    assert ids(page.scenarios.shown)[:3] == ["fire", "flood", "usual-0"]
    assert len(page.scenarios.shown) == MAX_LISTED


def test_a_role_is_called_first_for_what_is_urgent() -> None:
    context = house(scenarios=by_id(*crowd(call=("usher",))))
    assert ids(role_page(context, context.playbook.roles["usher"]).called.shown)[:3] == ["fire", "flood", "usual-0"]


def test_the_page_of_every_role_has_all_of_them_once() -> None:
    acts = by_id(contribution("meets", "usher", "door"))
    context = house(scenarios=by_id(*crowd()), contributions=acts)
    for role in context.playbook.roles.values():
        page = role_page(context, role)
        assert ids(page.urgent) == ["fire", "flood"]
        assert [entry.id for entry in page.scenarios.shown if entry.urgent] == []
    assert role_page(context, context.playbook.roles["usher"]).scenarios.count == MANY


def test_the_index_has_them_on_top_and_in_no_group() -> None:
    context = house(scenarios=by_id(*crowd()))
    index = catalogue.INDEXES["scenario"].prepare(context)
    assert ids(index.urgent) == ["fire", "flood"]
    assert [len(group.entries) for group in index.groups] == [MANY]
    assert catalogue.INDEXES["tip"].prepare(context).urgent == ()


def test_they_said_begins_with_them() -> None:
    page = they_said.VIEW.prepare(house(scenarios=by_id(*crowd())))
    first, second = page.moments
    assert (first.touchpoint, [str(answer.record) for answer in first.answers]) == (
        None,
        ["scenario:fire", "scenario:flood"],
    )
    assert second.touchpoint is not None
    assert [answer.is_urgent for answer in second.answers] == [False] * MANY
    assert page.stages == (("at-door", "During", True),)


def test_the_page_of_a_source_names_each_of_them() -> None:
    urgent = [scenario(f"fire-{number}", urgent=True, sources=("book",)) for number in range(MANY)]
    source = Source(id="book", title="A book", kind="guidance")
    context = house(scenarios=by_id(*urgent, scenario("late", sources=("book",))), sources=by_id(source))
    (debt,) = source_page(context, source).debts
    assert (len(debt.mentions.shown), debt.mentions.more, len(debt.urgent)) == (MANY, 1, MANY)


def test_a_list_on_a_hand_written_page_knows_which_they_are(small_playbook: Playbook) -> None:
    assert record_list(small_playbook, "scenario").urgent == {Ref("scenario", "taken-ill")}
    assert record_list(small_playbook, "tip").urgent == frozenset()


def test_there_is_a_page_for_emergencies_only_with_an_urgent_scenario(small_playbook: Playbook) -> None:
    assert emergency.VIEW.exists(Context(small_playbook, TODAY))
    assert not emergency.VIEW.exists(house(scenarios=by_id(scenario("late"))))


def test_its_doors_are_in_the_order_of_the_files() -> None:
    context = house(scenarios=by_id(scenario("flood", urgent=True), scenario("late"), scenario("fire", urgent=True)))
    assert ids(emergency.VIEW.prepare(context).doors) == ["flood", "fire"]
    assert ids(context.playbook.urgent_scenarios()) == ["flood", "fire"]


def test_it_names_once_whoever_is_called_first() -> None:
    gas, fire = (scenario(name, urgent=True, call=("technician", "usher")) for name in ("gas", "fire"))
    late = scenario("late", call=("usher",))
    assert [callee.who.id for callee in emergency.VIEW.prepare(house(scenarios=by_id(gas, fire, late))).call] == [
        "technician"
    ]
    flood = scenario("flood", urgent=True, call=("usher",))
    assert [callee.who.id for callee in emergency.VIEW.prepare(house(scenarios=by_id(gas, flood))).call] == [
        "technician",
        "usher",
    ]


@pytest.mark.parametrize("words", ["999", "Someone is ill or hurt"])
def test_search_finds_it_by_the_number_and_by_what_has_happened(words: str, small_playbook: Playbook) -> None:
    assert emergency.VIEW.found is not None
    assert words in emergency.VIEW.found.names(small_playbook)
