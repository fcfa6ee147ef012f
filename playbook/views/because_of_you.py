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
from playbook.wording import _
from playbook.wording.audience import Audience
from playbook.wording.grammar import Deed
from playbook.wording.grammars import grammar_of


@dataclass(frozen=True)
class Act:
    """One step on the way to the patron, in words that follow each other."""

    who: str
    """`You`, `so the duty manager can`."""
    does: str
    """The words that complete `who`, without a full stop."""
    role: str
    """The id of the role that acts."""
    is_you: bool
    """Whether `who` is the person who is spoken to, so that the name of the role may follow."""


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
    joint: str
    """What is between two acts on one line."""
    so_that: str
    """What comes of it: `and the patron remembers`."""
    patron_says: str
    """In the patron's voice, to complete `so_that`, without quotation marks."""
    has_markdown: bool
    """Whether `patron_says` may hold inline Markdown."""


def because_of(playbook: Playbook, contribution: Contribution, *, to_you: bool = True) -> Because | None:
    """How this backstage or support contribution reaches a patron; None when no way leads to one.

    Said to the person who makes the contribution or, without `to_you`, about them.
    """
    way = _way_to_a_patron(playbook, contribution)
    if not way:
        return None
    whole = (contribution, *way)
    grammar = grammar_of(playbook.organisation.language)
    told = grammar.tell([Deed(_role_name(playbook, act.role), act.does.rstrip(".")) for act in whole], is_to_you=to_you)
    acts = tuple(Act(words.who, words.does, act.role, words.is_you) for act, words in zip(whole, told, strict=True))
    touchpoint = playbook.touchpoints[way[-1].touchpoint]
    remembered = way[-1].remembered or touchpoint.remembered
    so_that, says = _noticed(touchpoint, remembered, playbook.organisation.audience)
    return Because(contribution, way, touchpoint, acts, grammar.joint, so_that, says, bool(remembered))


def _noticed(touchpoint: Touchpoint, remembered: str | None, audience: Audience) -> tuple[str, str]:
    """What comes of it for the patron, and what they say."""
    if remembered:
        return _("and %(the_patron)s remembers", **audience.names), remembered
    if touchpoint.feel:
        feeling = touchpoint.feel.rstrip(". ")
        return _("and %(the_patron)s can say", **audience.names), _("I feel %(feeling)s.", feeling=feeling)
    return _("and %(the_patron)s no longer has to ask", **audience.names), touchpoint.patron_asks


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


def _role_name(playbook: Playbook, role_id: str) -> str:
    role = playbook.roles.get(role_id)
    return role.name if role else role_id
