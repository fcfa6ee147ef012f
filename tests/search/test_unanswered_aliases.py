"""An alias whose meaning stands nowhere in the record gets advice; its words may be inflected or synonyms."""

from __future__ import annotations

from typing import Any

import pytest

from playbook.problems import Place
from playbook.ref import Ref
from playbook.search.unanswered_aliases import alias_unanswered
from tests.search.records import playbook, record

ROUTINE = {
    "roles": ["greeter"],
    "steps": [{"text": "Unlock the front door.", "touchpoint": "interval"}],
}


def locate(ref: Ref, path: tuple[str | int, ...]) -> Place:
    return Place(f"{ref.kind}/{ref.id}/{'/'.join(map(str, path))}")


def reported(*records: Any) -> list[str]:
    """The message of each problem."""
    return [problem.message for problem in alias_unanswered(playbook(*records), locate)]


@pytest.mark.parametrize("alias", ["unlocking", "front doors", "opening up"])
def test_the_steps_of_a_routine_answer_an_alias(alias: str) -> None:
    assert reported(record("routine", "opening", "Opening", aliases=[alias], **ROUTINE)) == []


def test_the_id_beside_a_step_answers_no_alias() -> None:
    routine = record("routine", "opening", "Opening", aliases=["interval"], **ROUTINE)
    assert reported(routine) == ["`routine:opening` does not mention “interval”"]
