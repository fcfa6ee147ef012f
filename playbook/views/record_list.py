"""Every record of one kind as a list of links, for a hand-written page."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model import Playbook
from playbook.ref import Ref


@dataclass(frozen=True)
class RecordList:
    """The records of one kind, in the order of the files."""

    records: tuple[Ref, ...]


def record_list(playbook: Playbook, kind: str) -> RecordList:
    """The list of the records of the kind with this name. Raises KeyError for a name that is no kind."""
    return RecordList(tuple(Ref(kind, record_id) for record_id in playbook.of_kind(kind)))
