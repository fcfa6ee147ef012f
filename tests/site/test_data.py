"""The data that others may use holds every record, under the names that the guide gives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from playbook.model import KINDS, Playbook

PLURALS = [kind.plural for kind in KINDS]


@pytest.mark.parametrize("plural", PLURALS)
def test_every_record_is_in_the_data(plural: str, default_site: Path, default_playbook: Playbook) -> None:
    everything = json.loads((default_site / "data/playbook.json").read_text("utf-8"))
    assert list(everything[plural]) == list(getattr(default_playbook, plural))
    assert everything[plural] != {}


@pytest.mark.parametrize("plural", PLURALS)
def test_each_kind_has_a_file_of_its_own_with_the_same_records(plural: str, default_site: Path) -> None:
    everything = json.loads((default_site / "data/playbook.json").read_text("utf-8"))
    assert json.loads((default_site / f"data/{plural}.json").read_text("utf-8")) == everything[plural]


def test_a_record_says_what_was_typed(small_site: Path) -> None:
    tips = json.loads((small_site / "data/tips.json").read_text("utf-8"))
    assert {name: tips["thank-the-crew"][name] for name in ("title", "do", "reviewed", "effort")} == {
        "title": "Thank the crew by name",
        "do": ["Say what their work made possible."],
        "reviewed": "2026-01-15",
        "effort": "plan",
    }


def test_what_was_not_typed_is_not_there(small_site: Path) -> None:
    tips = json.loads((small_site / "data/tips.json").read_text("utf-8"))
    assert "say" not in tips["thank-the-crew"]


def test_the_organisation_is_in_the_data(small_site: Path) -> None:
    everything = json.loads((small_site / "data/playbook.json").read_text("utf-8"))
    assert everything["organisation"]["name"] == "Mill Lane Theatre"
