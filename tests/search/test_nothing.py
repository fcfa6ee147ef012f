"""Nothing rather than something hurtful: what the default playbook does not understand, it does not answer."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from playbook.model import Playbook
from playbook.search import Index, build_index, search
from tests.search.records import ids

WITHOUT_AN_ANSWER = yaml.safe_load((Path(__file__).parent / "without_an_answer.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def index(default_playbook: Playbook) -> Index:
    """The index of the default playbook."""
    return build_index(default_playbook)


def test_more_than_a_hundred_queries_without_an_answer_find_nothing(index: Index) -> None:
    assert len(WITHOUT_AN_ANSWER) > 100
    found = {each["query"]: ids(search(index, each["query"], 1)) for each in WITHOUT_AN_ANSWER}
    assert {query: result for query, result in found.items() if result} == {}


@pytest.mark.parametrize("typed", ["widow", "refugee", "third time lucky widow"])
def test_nobody_is_consoled_for_what_they_did_not_say(index: Index, typed: str) -> None:
    assert not {"scenario:thanked-wrongly", "scenario:stop-asking-for-money"} & {*ids(search(index, typed, 3))}


def test_what_an_urgent_scenario_is_about_is_answered_however_little_is_understood(index: Index) -> None:
    typed = ["blimey unconscious zzz qwrt", "gkdls not breathing fjkdl", "wo ist mein unconscious"]
    assert [ids(search(index, query, 1)) for query in typed] == [["scenario:taken-ill"]] * len(typed)
