"""What helps when a search finds nothing: the door for emergencies, and whoever is called most often, with how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass

from playbook.model import Playbook
from playbook.ref import PAGE, Ref


@dataclass(frozen=True, slots=True)
class Help:
    """One thing that helps."""

    words: str
    how: str
    """How to reach it, when a link is not enough: `radio channel 1`."""
    ref: Ref
    is_urgent: bool = False


def help_of(playbook: Playbook, pages: Container[str] | None) -> Iterator[Help]:
    """What helps, first things first. `pages` as in `build_index`."""
    is_urgent = any(scenario.urgent for scenario in playbook.scenarios.values())
    if is_urgent and (pages is None or "emergency" in pages):
        yield Help("In an emergency", "", Ref(PAGE, "emergency"), is_urgent=True)
    called = Counter(role for scenario in playbook.scenarios.values() for role in scenario.call[:1])
    for role_id, _ in called.most_common(1):
        role = playbook.roles.get(role_id)
        department = playbook.departments.get(role.department) if role else None
        if role:
            yield Help(role.name, role.contact or (department and department.contact) or "", Ref("role", role_id))
