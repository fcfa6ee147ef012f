"""The playbook gives every record by its kind and id, the organisation like any other."""

from __future__ import annotations

from playbook.model import Playbook
from playbook.ref import Ref


def test_every_record_is_found_by_the_reference_to_it(small_playbook: Playbook) -> None:
    found = [(ref, small_playbook.find(*ref)) for ref, _ in small_playbook.records()]
    assert found == [*small_playbook.records()]
    assert found[0][0] == Ref("organisation", "organisation")


def test_every_record_that_was_read_has_a_home(small_playbook: Playbook) -> None:
    assert {ref for ref, _ in small_playbook.records()} == set(small_playbook.homes)


def test_what_is_not_there_is_not_found(small_playbook: Playbook) -> None:
    assert small_playbook.find("tip", "nowhere") is None
    assert small_playbook.find("organisation", "nowhere") is None
