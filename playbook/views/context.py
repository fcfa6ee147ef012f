"""What views are made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from playbook.model import Playbook
from playbook.problems import Problem
from playbook.ref import Ref
from playbook.views.changes import Change
from playbook.views.relations import Relations
from playbook.views.reviews import Reviews
from playbook.views.rewording import Rewording


def _no_one_knows() -> None:
    """No one knows whether words have changed since they were confirmed."""


@dataclass(frozen=True)
class Context:
    """One playbook on one day."""

    playbook: Playbook
    """Published records only."""
    today: dt.date
    """The day of the edition; what is overdue is overdue on this day."""
    advice: tuple[Problem, ...] = ()
    """What the checks found worth doing, for the health page."""
    history: Callable[[], tuple[Change, ...]] = tuple
    """Finds `changes`. It is asked when a view needs them, because looking through the history of files takes time."""
    look_back: Callable[[], Mapping[Ref, Rewording] | None] = _no_one_knows
    """Finds `rewordings`, likewise."""

    @cached_property
    def rewordings(self) -> Mapping[Ref, Rewording] | None:
        """Every record whose words have changed since they were confirmed; None when no one knows."""
        return self.look_back()

    @cached_property
    def reviews(self) -> Reviews:
        """Who answers for what, and what has to be confirmed."""
        return Reviews(self.playbook, self.today, self.rewordings or {})

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """From the history of the files, the newest first; without a history, the dates in records are used."""
        return self.history()

    @cached_property
    def relations(self) -> Relations:
        """The reverse links of the playbook."""
        return Relations(self.playbook)
