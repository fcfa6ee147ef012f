"""What the house states once agrees with the numbers that cannot name a fact: amounts, measures and clocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from playbook.days import Days
from playbook.model import Playbook
from playbook.opening import Opened, open_playbook
from tests.building import DEFAULT
from tests.conftest import TODAY

NUMBERS = {
    **{"a": 1, "the": 1, "two": 2, "three": 3, "five": 5, "ten": 10, "fourteen": 14, "fifteen": 15, "twenty": 20},
    "thirty": 30,
}
MEASURED = {
    "reply-24h": "reply-time",
    "greet-everyone": "greeting-distance",
    "queue-length": "queue-limit",
    "thank-within-3-days": "thanks-deadline",
    "decision-explained": "decision-deadline",
    "accurate-schedule": "schedule-deadline",
    "delay-told": "delay-news",
    "toilets-ready": "toilet-check",
    "data-request-answered": "data-request-deadline",
    "breach-reported": "breach-deadline",
    "well-for-48-hours": "sickness-absence",
}
"""By a standard with a measure, the fact that its statement names."""
CLOCKS = [
    ("cleaner-readies-the-toilets", "start", "toilet-check"),
    ("cleaner-readies-the-toilets", "end", "toilets-ready"),
    ("bar-assistant-sets-out-the-orders", "end", "orders-ready"),
    ("deputy-stage-manager-warns-of-the-end", "start", "end-call"),
]
"""Contributions whose clocks say, as minutes before, what a fact says."""
A_LIMIT_TYPED_OUT = re.compile(r"\b(?:up to|within|above|over) £ ?\d", re.IGNORECASE)
NAMED_ONCE = {"assembly-point"}
"""What every house must state, though one text names it."""
NAMED = re.compile(r"\{([a-z0-9-]+)\}")


@pytest.fixture(scope="module")
def opened() -> Opened:
    """The default playbook, whose texts as they are written name facts."""
    return open_playbook(DEFAULT, Days.on(TODAY))


def number(fact: str) -> int:
    """The number with which a fact begins."""
    word = fact.split(maxsplit=1)[0]
    return int(word) if word.isdigit() else NUMBERS[word]


def texts(fields: Any) -> Iterator[str]:
    """Every text in the fields of a record."""
    if isinstance(fields, str):
        yield fields
    elif isinstance(fields, dict):
        for part in fields.values():
            yield from texts(part)
    elif isinstance(fields, list):
        for part in fields:
            yield from texts(part)


def test_an_amount_that_a_role_may_decide_is_stated_by_the_role_and_a_fact_that_names_it_agrees(
    default_playbook: Playbook, opened: Opened
) -> None:
    amounts = {f"{role.id}-limit": role.authority.amount for role in default_playbook.roles.values() if role.authority}
    stated = {name: value for name, value in default_playbook.organisation.facts.items() if name in amounts}
    assert stated == {name: f"£{amounts[name]}" for name in stated}
    written = [(ref, text) for ref, _ in default_playbook.records() for text in texts(opened.written(ref))]
    assert [ref for ref, text in written if A_LIMIT_TYPED_OUT.search(text)] == []


def test_every_fact_of_the_house_is_named_by_more_than_one_record(default_playbook: Playbook, opened: Opened) -> None:
    naming = Counter(
        name
        for ref, _ in default_playbook.records()
        for name in {name for text in texts(opened.written(ref)) for name in NAMED.findall(text)}
    )
    assert {name for name in default_playbook.organisation.facts if naming[name] < 2} == NAMED_ONCE


@pytest.mark.parametrize("standard", MEASURED)
def test_a_standard_measures_what_its_statement_says(default_playbook: Playbook, standard: str) -> None:
    measure = default_playbook.standards[standard].measure
    assert measure is not None
    assert measure.value == number(default_playbook.organisation.facts[MEASURED[standard]])


@pytest.mark.parametrize(("contribution", "at", "fact"), CLOCKS)
def test_a_clock_says_what_the_texts_say(default_playbook: Playbook, contribution: str, at: str, fact: str) -> None:
    clock = default_playbook.contributions[contribution].clock
    assert getattr(clock, at) == -number(default_playbook.organisation.facts[fact])
