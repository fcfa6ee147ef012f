"""Facts of the house: stated once, named in braces, and told where a text types them out all the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from playbook.reading.facts import Facts
from playbook.reading.located import Located
from playbook.reading.raw_records import RawRecord
from playbook.ref import Ref

FACTS = Facts({"refund-limit": "£100", "incident-channel": "radio channel 1", "helpline": "116 123"})


def record(kind: str = "tip", **fields: Any) -> RawRecord:
    return RawRecord(kind, "a-record", fields, ("a-record",), 1, 1, 8)


def typed_out(fields: Mapping[str, Any], facts: Facts = FACTS, kind: str = "tip") -> list[tuple[object, ...]]:
    return [(path, names) for _, path, names in facts.typed_out(record(kind, **fields))]


def located() -> Located:
    """The file, which must not be parsed."""
    raise AssertionError


def test_a_fact_that_is_typed_out_is_found_in_whatever_case_and_over_lines() -> None:
    assert typed_out({"do": ["Ask.", "Use Radio\n channel 1."]}) == [(("do", 1), ("incident-channel",))]
    assert typed_out({"why": "Up to £100, or ring 116 123."}) == [
        (("why",), ("refund-limit",)),
        (("why",), ("helpline",)),
    ]


@pytest.mark.parametrize("text", ["radio channel 12", "£1000", "£100.50", "£100,000", "0116 1234", "{refund-limit}"])
def test_another_figure_that_contains_it_is_none(text: str) -> None:
    assert typed_out({"why": text}) == []


@pytest.mark.parametrize("text", ["It costs £100.", "£100, no more", "(£100)", "£100"])
def test_what_follows_it_does_not_hide_it(text: str) -> None:
    assert typed_out({"why": text}) == [(("why",), ("refund-limit",))]


@pytest.mark.parametrize("value", ["five minutes", "twice", "25", "999", "£10", "Quay Square"])
def test_what_may_stand_there_by_chance_is_not_looked_for(value: str) -> None:
    facts = Facts({"a-fact": value})
    assert typed_out({"why": value}, facts) == []
    assert not facts.may_be_typed_out(value.encode())


def test_a_file_that_holds_none_is_not_looked_through() -> None:
    assert FACTS.may_be_typed_out(b"why: Use Radio\n  channel 1.")
    assert not FACTS.may_be_typed_out(b"why: Use the radio.")


def test_facts_of_one_value_are_named_together() -> None:
    facts = Facts({"reply-time": "24 hours", "booking-limit": "24 hours"})
    assert typed_out({"why": "Within 24 hours."}, facts) == [(("why",), ("reply-time", "booking-limit"))]


@pytest.mark.parametrize("field", ["aliases", "utterances", "signs", "sources"])
def test_what_people_type_and_say_is_left_as_it_is(field: str) -> None:
    assert typed_out({field: ["radio channel 1", {"says": "radio channel 1"}]}) == []


@pytest.mark.parametrize("field", ["owner", "reviewed", "roles", "level", "minutes"])
def test_what_is_no_text_for_people_holds_no_fact(field: str) -> None:
    facts = Facts({"opening": "2026-01-20", "hall": "hall-2"})
    for value in ("2026-01-20", "hall-2", ["hall-2"]):
        assert typed_out({field: value}, facts) == []
    named = record(**{field: "{opening}"})
    assert facts.told(named) is named
    assert [*facts.unknown(record(**{field: "{a-fact}"}), located)] == []
    assert [*facts.loosely_named(record(**{field: "{Opening}"}))] == []


def test_facts_are_put_into_texts_inside_lists_groups_and_by_id() -> None:
    fields = {"utterances": [{"says": "{hall}", "language": "{hall}"}], "rungs": {"tryer": "{hall}"}, "stage": "{hall}"}
    assert Facts({"hall": "Hall 2"}).told(record("touchpoint", **fields)).fields == {
        "utterances": [{"says": "Hall 2", "language": "{hall}"}],
        "rungs": {"tryer": "Hall 2"},
        "stage": "{hall}",
    }


LOOSE = [
    "{Incident-Channel}",
    "{ incident-channel }",
    "{incident_channel}",
    "{incident channel}",
    "{{incident-channel}}",
    "${incident-channel}",
    "{% incident-channel %}",
]


@pytest.mark.parametrize("typed", LOOSE)
def test_a_fact_that_is_almost_named_is_noticed(typed: str) -> None:
    found = FACTS.loosely_named(record(do=["Wait.", f"Call on {typed}."]))
    assert [*found] == [(Ref("tip", "a-record"), ("do", 1), typed, "incident-channel")]


@pytest.mark.parametrize("text", ["{incident-channel}", "{ name }", "{{ x }}", "${price}", "a {b} c", "{}", "{ }"])
def test_a_fact_that_is_named_and_braces_around_anything_else_are_left_alone(text: str) -> None:
    assert [*FACTS.loosely_named(record(why=text))] == []


def test_neither_a_source_nor_a_search_is_the_text_of_the_house() -> None:
    assert typed_out({"title": "£100"}, kind="source") == typed_out({"query": "£100"}, kind="search_test") == []


def test_the_house_itself_may_state_them() -> None:
    fields = {"facts": {"refund-limit": "£100"}, "emergency": {"number": "116 123"}}
    assert typed_out(fields, kind="organisation") == []


def test_a_file_is_not_parsed_again_while_every_name_is_known() -> None:
    assert [*FACTS.unknown(record(why="Up to {refund-limit}."), located)] == []
