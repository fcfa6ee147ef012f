""" "Because of you": from something done out of sight, by way of `enables`, to what a patron notices.

The way is the shortest one to a frontstage contribution; among equals the first as listed in the file wins, so that the
sentence changes only when the data does.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from playbook.model import Playbook
from playbook.model.journey import Touchpoint
from playbook.model.people import Contribution


@dataclass(frozen=True)
class Because:
    """How one contribution reaches a patron."""

    you: Contribution
    between: tuple[Contribution, ...]
    """Colleagues' contributions on the way, nearest first; the last one is frontstage."""
    touchpoint: Touchpoint
    """The moment in which the patron notices."""


def because_of(playbook: Playbook, contribution: Contribution) -> Because | None:
    """How this backstage or support contribution reaches a patron; None when no way leads to one."""
    came_from: dict[str, str] = {}
    queue = deque([contribution.id])
    seen = {contribution.id}
    while queue:
        here = playbook.contributions[queue.popleft()]
        if here.lane == "frontstage" and here.id != contribution.id:
            between = [here]
            while (before := came_from[between[-1].id]) != contribution.id:
                between.append(playbook.contributions[before])
            return Because(contribution, tuple(reversed(between)), playbook.touchpoints[here.touchpoint])
        for after in here.enables:
            if after not in seen and after in playbook.contributions:
                seen.add(after)
                came_from[after] = here.id
                queue.append(after)
    return None
