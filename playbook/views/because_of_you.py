""" "Because of you": from something done out of sight, by way of `enables`, to what a patron notices.

The way is the shortest one to a frontstage contribution; among equals the first as listed in the file wins, so that the
sentence changes only when the data does.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from playbook.model import Playbook
from playbook.model.experience import Touchpoint
from playbook.model.people import Contribution
from playbook.views.labels import lowered
from playbook.views.second_person import said_to_you


@dataclass(frozen=True)
class Act:
    """One step on the way to the patron, in words that follow each other."""

    who: str
    """`You`, `so the duty manager can`."""
    does: str
    """The words that complete `who`, without a full stop."""
    role: str
    """The id of the role that acts."""


@dataclass(frozen=True)
class Because:
    """How one contribution reaches a patron."""

    you: Contribution
    between: tuple[Contribution, ...]
    """Colleagues' contributions on the way, nearest first; the last one is frontstage."""
    touchpoint: Touchpoint
    """The moment in which the patron notices."""
    acts: tuple[Act, ...]
    """`you` and `between` in words."""
    so_that: str
    """What the patron can do then: `and the patron can say`."""
    patron_says: str
    """In the patron's voice, to complete `so_that`, without quotation marks."""


def because_of(playbook: Playbook, contribution: Contribution, *, to_you: bool = True) -> Because | None:
    """How this backstage or support contribution reaches a patron; None when no way leads to one.

    Said to whoever makes the contribution, or, without `to_you`, about them.
    """
    way = _way_to_a_patron(playbook, contribution)
    if not way:
        return None
    touchpoint = playbook.touchpoints[way[-1].touchpoint]
    patron = playbook.organisation.audience.one
    so_that, says = f"and the {patron} no longer has to ask", touchpoint.patron_asks
    if touchpoint.feel:
        so_that, says = f"and the {patron} can say", f"I feel {touchpoint.feel.rstrip('.')}."
    return Because(contribution, way, touchpoint, _acts(playbook, (contribution, *way), to_you), so_that, says)


def _way_to_a_patron(playbook: Playbook, contribution: Contribution) -> tuple[Contribution, ...]:
    came_from: dict[str, str] = {}
    queue = deque([contribution.id])
    seen = {contribution.id}
    while queue:
        here = playbook.contributions[queue.popleft()]
        if here.lane == "frontstage" and here.id != contribution.id:
            between = [here]
            while (before := came_from[between[-1].id]) != contribution.id:
                between.append(playbook.contributions[before])
            return tuple(reversed(between))
        for after in here.enables:
            if after not in seen and after in playbook.contributions:
                seen.add(after)
                came_from[after] = here.id
                queue.append(after)
    return ()


def _acts(playbook: Playbook, way: tuple[Contribution, ...], to_you: bool) -> tuple[Act, ...]:
    you, *others = way
    said = said_to_you(you.does) if to_you else None
    actor = f"the {_role_inside(playbook, you.role)}"
    acts = [_act("You" if said else actor[:1].upper() + actor[1:], said or you.does, you)]
    for position, colleague in enumerate(others):
        can = said_to_you(colleague.does)
        who = "you" if said and can and colleague.role == you.role else f"the {_role_inside(playbook, colleague.role)}"
        so = "and so" if position else "so"
        acts.append(_act(f"{so} {who} can" if can else f"{so} {who}", can or colleague.does, colleague))
    return tuple(acts)


def _act(who: str, does: str, contribution: Contribution) -> Act:
    return Act(who, does.rstrip("."), contribution.role)


def _role_inside(playbook: Playbook, role_id: str) -> str:
    """What a role is called inside a sentence."""
    role = playbook.roles.get(role_id)
    return lowered(role.name) if role else role_id
