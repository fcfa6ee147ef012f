"""Who would have to be in two places in the same minutes of one performance. The script of the clock counts alike.

Acts that share a place count once: whoever stands in the foyer can do two things there. An act that takes no time
takes its minute. What cannot be known is how many people play a role; so this says how many it takes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Busy(NamedTuple):
    """When and where one act needs its roles."""

    id: str
    roles: tuple[str, ...]
    places: frozenset[str]
    """Where it can be done; two acts with a common place do not pull anybody apart."""
    start: int
    """Minutes from the start of the performance."""
    until: int | None
    """The minute in which it is over; None for an act that takes no time."""

    @property
    def over(self) -> int:
        """The first minute in which nobody is needed any more."""
        return self.start + 1 if self.until is None else max(self.start + 1, self.until)


class Doubled(NamedTuple):
    """Minutes in which a role is needed in several places at once."""

    role: str
    places: int
    start: int
    until: int
    acts: tuple[str, ...]
    """The ids of what is to be done then."""


def doubled(acts: Iterable[Busy]) -> tuple[Doubled, ...]:
    """Every time at which a role is needed in two places or more, by role; a time that says less than another is left
    out.
    """
    by_role: dict[str, list[Busy]] = {}
    for act in acts:
        for role in act.roles:
            by_role.setdefault(role, []).append(act)
    return tuple(it for role, its in by_role.items() for it in _times(role, its))


def _times(role: str, acts: list[Busy]) -> list[Doubled]:
    """Places only become more when an act begins, so those minutes are enough to look at."""
    found: list[Doubled] = []
    for minute in sorted({act.start for act in acts}):
        going = [act for act in acts if act.start <= minute < act.over]
        names = tuple(act.id for act in going)
        places = _apart(act.places for act in going)
        if places < 2 or any(set(names) <= set(it.acts) for it in found):
            continue
        found = [it for it in found if not set(it.acts) < set(names)]
        found.append(Doubled(role, places, minute, min(act.over for act in going), names))
    return found


def _apart(groups: Iterable[frozenset[str]]) -> int:
    """How many groups of places remain when those with a place in common are taken together."""
    apart: list[frozenset[str]] = []
    for group in groups:
        touching = [it for it in apart if it & group]
        apart = [it for it in apart if not it & group] + [group.union(*touching)]
    return len(apart)
