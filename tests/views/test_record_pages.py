"""Every kind whose records have pages declares how such a page is made, and nobody can forget to."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from pathlib import Path

import pytest

from playbook import views
from playbook.model import INSTRUCTING, WITH_PAGES, Kind, Playbook
from playbook.model.records import Record
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


NOT_SHOWN = {
    **{
        (kind.name, "review_every"): "`next_review` says what follows from it; every page shows it at its foot"
        for kind in INSTRUCTING
    },
    ("source", "seed_file"): "for editors",
}
"""Fields that no page reads, each with the reason."""
SHOWING = "".join(
    path.read_text("utf-8") for path in [*TEMPLATES.rglob("*.j2"), *Path(views.__file__).parent.glob("*.py")]
)


@pytest.mark.parametrize("kind", WITH_PAGES, ids=lambda kind: kind.name)
def test_every_field_of_a_record_is_read_by_a_template_or_a_view(kind: Kind) -> None:
    fields = kind.record.model_fields.keys() - Record.model_fields.keys() - {kind.record.label_field}
    lost = {name for name in fields if not re.search(rf"\.{name}\b", SHOWING)}
    assert lost == {name for of_kind, name in NOT_SHOWN if of_kind == kind.name}, "show these on the page of the record"
