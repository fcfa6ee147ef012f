"""One list of kinds, from which everything else about them follows."""

from __future__ import annotations

import dataclasses
import pkgutil
import typing
from importlib import import_module

import pytest
from pydantic import ValidationError

from playbook import model
from playbook.model import BY_NAME, BY_PLURAL, KINDS, WITH_PAGES, Instruction, Kind, Playbook
from playbook.model.people import Department
from playbook.model.playbook import without_a_place
from playbook.model.practice import Tip
from playbook.model.records import Addressed
from playbook.wording import speaking
from playbook.wording.pseudo import accented


def test_the_playbook_has_a_place_for_every_kind() -> None:
    fields = [field.name for field in dataclasses.fields(Playbook)]
    assert fields == ["organisation", *(kind.plural for kind in KINDS), "homes", "retired"]


def test_a_kind_for_which_the_playbook_has_no_place_is_named() -> None:
    assert without_a_place((BY_NAME["tip"], dataclasses.replace(BY_NAME["tip"], plural="rituals"))) == ("rituals",)


def test_every_kind_that_is_declared_is_in_the_list() -> None:
    modules = [import_module(f"playbook.model.{module.name}") for module in pkgutil.iter_modules(model.__path__)]
    declared = {value.name for module in modules for value in vars(module).values() if isinstance(value, Kind)}
    assert declared - BY_NAME.keys() == set(), "add these to KINDS in playbook/model/kinds.py"


def test_names_and_plurals_are_unique() -> None:
    assert len(BY_NAME) == len(BY_PLURAL) == len(KINDS) + 1


@pytest.mark.parametrize("kind", BY_NAME.values(), ids=lambda kind: kind.name)
def test_a_kind_is_called_in_the_language_that_is_spoken(kind: Kind) -> None:
    english = (kind.words, kind.one, kind.heading, kind.found_heading)
    assert kind.one in (f"a {kind.words}", f"an {kind.words}")
    with speaking("en-XA"):
        assert (kind.words, kind.one, kind.heading, kind.found_heading) == tuple(map(accented, english))


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


NOT_SEARCHED = {
    ("department", "contact"): "an address",
    ("source", "address"): "an address",
    ("source", "seed_file"): "a file",
    ("exercise", "group_size"): "an amount",
    ("tip", "cadence"): "how often",
    ("routine", "cadence"): "how often",
}
"""Fields with text by which nobody looks for a record, each with what is in it."""
READ_BY_NAME = {"utterances", "patron_asks", "signs", "title"}
"""What patrons say, what means an emergency, and what a record is called: read by search whatever the kind."""


BY_BODY = [kind for kind in KINDS if kind.search and kind.name != "term"]
"""The kinds found by their texts; all words of a term are forms of it, which the vocabulary knows."""


@pytest.mark.parametrize("kind", BY_BODY, ids=lambda kind: kind.name)
def test_a_record_is_found_by_each_of_its_texts(kind: Kind) -> None:
    assert kind.search is not None
    found = {*kind.search.body, *READ_BY_NAME, kind.record.label_field, *(path[0] for path, _ in kind.references)}
    own = kind.record.model_fields.keys() - Addressed.model_fields.keys()
    texts = {name for name in own if _holds_words(kind.record.model_fields[name].annotation)}
    lost = {name for name in texts - found if (kind.name, name) not in NOT_SEARCHED}
    assert lost == set(), "add these to `body` of the kind's Search, or to NOT_SEARCHED"


def _holds_words(annotation: object) -> bool:
    """Whether people write words in a field, in one text or several; a choice between given words is none."""
    if typing.get_origin(annotation) is typing.Literal:
        return False
    return annotation is str or any(_holds_words(part) for part in typing.get_args(annotation))


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
    assert [*playbook.published().retired] == ["retired"]


def test_a_record_may_have_had_another_id_where_it_has_a_page_of_its_own() -> None:
    assert [kind.name for kind in KINDS if issubclass(kind.record, Addressed)] == [kind.name for kind in WITH_PAGES]
    assert "former_ids" not in Instruction.fields_reviewed()
