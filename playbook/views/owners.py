"""Which department a record belongs to, found by following the owner field of its kind."""

from __future__ import annotations

from playbook.model import BY_NAME, Playbook


def owner_of(playbook: Playbook, kind: str, record_id: str) -> str | None:
    """The id of the department that a record belongs to; None for what belongs to the whole house.

    A scenario belongs to the owner of its touchpoint, a routine to the department of its first role.
    """
    field = BY_NAME[kind].owner
    record = playbook.find(kind, record_id)
    if field is None or record is None:
        return None
    value = getattr(record, field)
    found: str | None = value[0] if isinstance(value, tuple) else value
    if found is None or kind == "department":
        return found
    target = BY_NAME[kind].target_of(field)
    return owner_of(playbook, target, found)
