"""Every kind whose records have pages declares how such a page is made, and nobody can forget to."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from playbook.model import WITH_PAGES, Kind, Playbook
from playbook.rendering import TEMPLATES
from playbook.views.context import Context
from playbook.views.record_pages import BY_KIND, PAGES, by_kind

DAY = dt.date(2026, 2, 1)


def test_every_kind_with_pages_has_one_specification() -> None:
    assert sorted(spec.kind.name for spec in PAGES) == sorted(kind.name for kind in WITH_PAGES)


def test_a_kind_without_a_specification_is_named_and_stops_everything() -> None:
    without_tips = [spec for spec in PAGES if spec.kind.name != "tip"]
    with pytest.raises(LookupError, match=r"of these kinds: tip\. Add a module with a PAGE to playbook/views/"):
        by_kind(without_tips, WITH_PAGES)


@pytest.mark.parametrize("kind", WITH_PAGES, ids=lambda kind: kind.name)
def test_what_a_page_is_given_is_frozen_and_holds_its_record(kind: Kind, small_playbook: Playbook) -> None:
    spec = BY_KIND[kind.name]
    assert (TEMPLATES / spec.template).is_file()
    records = small_playbook.of_kind(kind.name).values()
    assert records
    for record in records:
        page = spec.prepare(Context(small_playbook, DAY), record)
        assert page.record is record
        with pytest.raises(dataclasses.FrozenInstanceError):
            page.record = record
