"""A playbook is told what it lacks for the moment in which someone is in danger."""

from __future__ import annotations

from dataclasses import replace

from tests.checking.playbooks import findings, good, record, with_record, words


def test_a_playbook_for_people_in_danger_says_what_to_do_which_number_to_ring_and_whom_to_call() -> None:
    assert words(findings(with_record("scenario", "fire", urgent="no"))) == ["no-urgent-scenario"]
    house = record("organisation", "organisation", emergency=None)
    assert words(findings(replace(good(), organisation=house))) == ["no-emergency-number"]
    assert words(findings(with_record("scenario", "fire", call=None))) == ["nobody-to-call"]
    assert words(findings(with_record("role", "usher", contact=None))) == ["nobody-to-call"]


def test_a_role_is_reached_through_its_department() -> None:
    playbook = with_record("role", "usher", contact=None)
    desk = record("department", "front-of-house", contact="extension 12")
    assert findings(replace(playbook, departments={**playbook.departments, "front-of-house": desk})) == []
