"""One list of kinds, from which everything else about them follows."""

from __future__ import annotations

import dataclasses

import pytest
from pydantic import ValidationError

from playbook.model import BY_NAME, BY_PLURAL, KINDS, Kind, Playbook
from playbook.model.people import Department
from playbook.model.practice import Tip


def test_the_playbook_has_a_place_for_every_kind() -> None:
    fields = [field.name for field in dataclasses.fields(Playbook)]
    assert fields == ["organisation", *(kind.plural for kind in KINDS), "homes"]


def test_names_and_plurals_are_unique() -> None:
    assert len(BY_NAME) == len(BY_PLURAL) == len(KINDS) + 1


def test_only_four_kinds_are_needed_to_start() -> None:
    needed = [kind.name for kind in BY_NAME.values() if kind.is_required]
    assert sorted(needed) == ["department", "organisation", "tip", "touchpoint"]


def test_references_are_found_in_lists_groups_and_keys() -> None:
    assert (("steps", "setting"), "setting") in BY_NAME["routine"].references
    assert (("rungs",), "rung") in BY_NAME["touchpoint"].references
    assert (("hands_off_to",), "role") in BY_NAME["contribution"].references
    assert (("owner",), "department") in BY_NAME["tip"].references


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_reference_is_to_a_kind(kind: Kind) -> None:
    assert [target for _, target in kind.references if target not in BY_NAME] == []


@pytest.mark.parametrize("kind", BY_NAME.values(), ids=lambda kind: kind.name)
def test_every_record_has_a_label_that_is_one_of_its_needed_fields(kind: Kind) -> None:
    assert kind.record.model_fields[kind.record.label_field].is_required()


def test_lists_of_text_are_known() -> None:
    lists = BY_NAME["tip"].lists_of_text
    assert {"do", "say", "roles", "channels", "aliases"} <= {*lists}
    assert "steps" not in BY_NAME["routine"].lists_of_text
    assert not {"title", "owner"} & {*lists}


def test_records_are_frozen_and_refuse_what_they_do_not_know() -> None:
    department = Department(id="bar", name="Bar", promise="A drink before the bell.")
    with pytest.raises(ValidationError):
        department.name = "Café"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Department.model_validate({"id": "bar", "name": "Bar", "promise": "A drink.", "colour": "red"})


def test_only_live_tips_are_published() -> None:
    fields = {
        "title": "x",
        "patron_asks": "x?",
        "do": ("x",),
        "why": "x",
        "touchpoints": ("x",),
        "owner": "x",
        "reviewed": "2026-03-01",
    }
    tips = {
        status: Tip.model_validate({"id": status, "status": status, **fields})
        for status in ("live", "draft", "retired")
    }
    organisation = BY_NAME["organisation"].record.model_validate(
        {"id": "organisation", "name": "x", "sector": "theatre", "locale": "en-GB"}
    )
    playbook = Playbook(organisation=organisation, tips=tips)  # type: ignore[arg-type]
    assert [*playbook.published().tips] == ["live"]
