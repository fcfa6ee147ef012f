"""How colleagues reach a role or a department: by its own contact, or a role by that of its department."""

from __future__ import annotations

from playbook.model.playbook import Playbook
from playbook.ref import Ref


def contact_of(playbook: Playbook, who: Ref) -> tuple[str | None, Ref]:
    """The contact of a role or a department, and the record that states it, or should; None when nothing does.

    Raises KeyError for a role that does not exist. A department may be missing.
    """
    department = who
    if who.kind == "role":
        role = playbook.roles[who.id]
        if role.contact:
            return role.contact, who
        department = Ref("department", role.department)
    found = playbook.departments.get(department.id)
    return found.contact if found else None, department
