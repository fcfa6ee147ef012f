"""Finds roles that are needed in two places at once during one performance. The script of the clock is the twin.

Acts with a place in common can be done together: someone who stands in the foyer can do two things there. An act that
takes no time takes one minute. How many people play a role is not known, so this says only how many it would take.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Busy(NamedTuple):
    """When and where one act needs its roles."""

    id: str
    roles: tuple[str, ...]
    places: frozenset[str]
    """Where it can be done."""
    start: int
    """Minutes from the start of the performance."""
    until: int | None
    """The minute in which it is over; None for an act that takes no time."""

    @property
    def over(self) -> int:
        """The first minute in which no one is needed for it."""
        return self.start + 1 if self.until is None else max(self.start + 1, self.until)


class Doubled(NamedTuple):
    """A time at which a role is needed in several places at once."""

    role: str
    places: int
    start: int
    until: int
    acts: tuple[str, ...]
    """The ids of everything that the role has to do then."""


def doubled(acts: Iterable[Busy]) -> tuple[Doubled, ...]:
    """Every time at which a role is needed in two places or more, by role.

    A time is left out if at a later one the role has all the same acts and more.
    """
    by_role: dict[str, list[Busy]] = {}
    for act in acts:
        for role in act.roles:
            by_role.setdefault(role, []).append(act)
    return tuple(time for role, of_role in by_role.items() for time in _times(role, of_role))


def _times(role: str, acts: list[Busy]) -> list[Doubled]:
    """Looks only at the minutes in which an act starts, because the places can become more only then."""
    times: list[Doubled] = []
    for minute in sorted({act.start for act in acts}):
        going = [act for act in acts if act.start <= minute < act.over]
        ids = tuple(act.id for act in going)
        places = _count_apart(act.places for act in going)
        if places < 2:
            continue
        times = [time for time in times if not set(time.acts) < set(ids)]
        times.append(Doubled(role, places, minute, min(act.over for act in going), ids))
    return times


def _count_apart(groups: Iterable[frozenset[str]]) -> int:
    """How many groups of places remain when those with a place in common are merged."""
    apart: list[frozenset[str]] = []
    for group in groups:
        touching = [other for other in apart if other & group]
        apart = [other for other in apart if not other & group] + [group.union(*touching)]
    return len(apart)
