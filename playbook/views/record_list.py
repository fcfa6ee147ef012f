"""Every record of one kind as a list of links, for a hand-written page."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model import Playbook
from playbook.ref import Ref


@dataclass(frozen=True)
class RecordList:
    """The records of one kind, in the order of the playbook."""

    records: tuple[Ref, ...]
    urgent: frozenset[Ref]
    """Those of them in which someone is in danger."""


def record_list(playbook: Playbook, kind: str) -> RecordList:
    """The list of the records of the kind with this name. Raises KeyError for a name that is no kind."""
    records = tuple(Ref(kind, record_id) for record_id in playbook.of_kind(kind))
    urgent = frozenset(Ref("scenario", scenario.id) for scenario in playbook.urgent_scenarios())
    return RecordList(records, urgent.intersection(records))
