"""What helps when a search finds nothing: the door for emergencies, and the role that is called most often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass

from playbook.model import Playbook
from playbook.ref import Ref
from playbook.views import emergency
from playbook.views.reach import reach
from playbook.wording import _


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
    if playbook.urgent_scenarios() and (pages is None or emergency.VIEW.id in pages):
        yield Help(_("In an emergency"), "", emergency.VIEW.ref, is_urgent=True)
    called = Counter(Ref("role", role) for scenario in playbook.scenarios.values() for role in scenario.call[:1])
    for callee in reach(playbook, (who for who, times in called.most_common(1) if who.id in playbook.roles)):
        yield Help(playbook.roles[callee.who.id].name, callee.contact or "", callee.who)
