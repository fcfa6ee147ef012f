"""Whoever is to be called is shown with how: by the contact of the role, or else of its department."""

from __future__ import annotations

from playbook.model.people import Department, Emergency, Organisation, Role
from playbook.model.practice import Scenario
from playbook.ref import Ref
from playbook.views import they_said
from playbook.views.reach import reach
from playbook.views.scenario import scenario_page
from tests.views.evening import HOUSE, by_id, house, scenario

PEOPLE = {
    "departments": by_id(
        Department(id="house", name="Front of house", promise="A welcome.", contact="extension 12"),
        Department(id="stage", name="Stage", promise="A show."),
    ),
    "roles": by_id(
        Role(id="usher", name="Usher", department="house", side="frontstage", contact="radio channel 1"),
        Role(id="greeter", name="Greeter", department="house", side="frontstage"),
        Role(id="technician", name="Technician", department="stage", side="backstage"),
    ),
}


def contacts(entry: Scenario) -> list[tuple[str, str | None, str]]:
    """Whom a scenario calls, how, and which record says so."""
    page = scenario_page(house(**PEOPLE), entry)
    return [(callee.who.id, callee.contact, str(callee.stated_by)) for callee in page.call]


def test_a_role_is_reached_by_its_own_contact_or_by_that_of_its_department_or_nobody_has_said_how() -> None:
    assert contacts(scenario("fire", call=("greeter", "usher", "technician"))) == [
        ("greeter", "extension 12", "department:house"),
        ("usher", "radio channel 1", "role:usher"),
        ("technician", None, "department:stage"),
    ]


def test_a_department_is_reached_by_its_contact() -> None:
    playbook = house(**PEOPLE).playbook
    assert [callee.contact for callee in reach(playbook, [Ref("department", "house"), Ref("department", "stage")])] == [
        "extension 12",
        None,
    ]


def test_they_said_says_how_too() -> None:
    page = they_said.VIEW.prepare(house(**PEOPLE, scenarios=by_id(scenario("late", call=("usher",)))))
    assert [callee.contact for callee in page.moments[0].answers[0].call] == ["radio channel 1"]


def test_the_number_to_ring_stands_with_what_is_urgent_only() -> None:
    number = Emergency(number="+44 999", address="3 Mill Lane")
    organisation = Organisation(**{**HOUSE.organisation.model_dump(exclude_unset=True), "emergency": number})
    context = house(organisation=organisation)
    assert scenario_page(context, scenario("late")).emergency is None
    assert scenario_page(context, scenario("fire", urgent=True)).emergency == number
    assert number.tel == "+44999"


def test_steps_are_brief_if_a_poster_has_room_for_them_beside_the_title_and_whom_to_call() -> None:
    step = "Ring 999 now, and say aloud where you are and what you can see there."
    context = house(**PEOPLE)
    assert scenario_page(context, scenario("fire", do=(step,) * 7)).is_brief
    assert not scenario_page(context, scenario("fire", do=(step * 2,) * 7)).is_brief
    assert not scenario_page(
        context, scenario("fire", do=(step,) * 7, call=("usher", "greeter", "technician") * 3)
    ).is_brief
    assert not scenario_page(context, scenario("fire", do=(step,) * 7, name="It burns in the house " * 8)).is_brief
