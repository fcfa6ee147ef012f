"""Which department a record belongs to: the one that it names itself, else the one that its other fields lead to."""

from __future__ import annotations

from playbook.model.kinds import BY_NAME
from playbook.model.playbook import Playbook
from playbook.model.records import Instruction


def owner_of(playbook: Playbook, kind: str, record_id: str) -> str | None:
    """The id of the department that a record belongs to; None for what belongs to the whole house.

    An instruction may name its `owner`. A scenario otherwise belongs to the owner of its touchpoint, a routine to the
    department of its first role.
    """
    record = playbook.find(kind, record_id)
    if isinstance(record, Instruction) and record.owner is not None:
        return record.owner
    return _derived(playbook, kind, record_id)


def _derived(playbook: Playbook, kind: str, record_id: str) -> str | None:
    """Follows the owner field of the kind. What belongs to a role belongs to its department, whoever keeps the role."""
    field = BY_NAME[kind].owner
    record = playbook.find(kind, record_id)
    if field is None or record is None:
        return None
    value = getattr(record, field)
    found: str | None = value[0] if isinstance(value, tuple) and value else value or None
    if found is None or kind == "department":
        return found
    target = BY_NAME[kind].target_of(field)
    return found if target == "department" else _derived(playbook, target, found)
