"""The frozen playbook that tests are made on holds every kind of record and every field."""

from __future__ import annotations

from playbook.model import KINDS, Playbook


def test_every_kind_of_record_is_there(small_playbook: Playbook) -> None:
    assert [kind.name for kind in KINDS if not small_playbook.of_kind(kind.name)] == []


def test_every_field_of_a_record_is_filled_somewhere(small_playbook: Playbook) -> None:
    common = {"id", "former_ids", "aliases", "sources", "notes"}
    empty = [
        f"{kind.name}.{field}"
        for kind in KINDS
        for field in kind.record.model_fields
        if field not in common
        and not any(field in record.model_fields_set for record in small_playbook.of_kind(kind.name).values())
    ]
    assert empty == []
