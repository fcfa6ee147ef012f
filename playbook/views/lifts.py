"""What lifts a patron from one rung of the loyalty ladder to the next, at one touchpoint."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model import Playbook
from playbook.model.experience import Rung, Touchpoint


@dataclass(frozen=True)
class Lift:
    """What lifts a patron on one rung."""

    number: int
    """The rung's place on the ladder, from 1."""
    rung: Rung
    words: str


def lifts_at(playbook: Playbook, touchpoint: Touchpoint) -> tuple[Lift, ...]:
    """What lifts at a touchpoint, in the order in which the touchpoint says it."""
    ladder = {rung.id: (number, rung) for number, rung in enumerate(playbook.rungs.values(), start=1)}
    return tuple(Lift(*ladder[rung], words) for rung, words in touchpoint.rungs.items() if rung in ladder)
