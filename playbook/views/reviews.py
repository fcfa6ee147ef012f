"""Whether a record has an owner, and whether what it says has been confirmed: derived for every instruction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from playbook.model import Instruction, Playbook
from playbook.model.experience import Access
from playbook.model.learning import Exercise
from playbook.model.practice import Scenario
from playbook.ref import Ref
from playbook.urls import page_path
from playbook.views.owners import owner_of
from playbook.views.rewording import Rewording
from playbook.wording import _


@dataclass(frozen=True)
class ReviewState:
    """What is known of the review of one record."""

    about: Ref
    owner: Ref | None
    """The department that owns it; None when none does."""
    reviewed: dt.date | None
    """The day someone last confirmed it; None when no one ever has."""
    due: dt.date | None
    """The day by which it must be confirmed again."""
    is_overdue: bool
    rewording: Rewording | None
    """How the words have changed since; None when they have not, or when no one knows."""
    is_urgent: bool

    @property
    def is_unconfirmed(self) -> bool:
        """Whether what it says today has not been confirmed, or not lately enough."""
        return self.reviewed is None or self.is_overdue or self.rewording is not None

    @property
    def is_well(self) -> bool:
        """Whether someone owns it and has confirmed what it says."""
        return self.owner is not None and not self.is_unconfirmed

    @property
    def words(self) -> str:
        """What a reader should know, in a few words for a list or a search result; empty when all is well."""
        said = {
            _("never confirmed"): self.reviewed is None,
            _("overdue for review"): self.is_overdue,
            _("changed since it was confirmed"): self.rewording is not None,
            _("no owner"): self.owner is None,
        }
        return _(", ").join(words for words, holds in said.items() if holds)

    def is_due_by(self, day: dt.date) -> bool:
        """Whether it has to be looked at by this day."""
        return self.is_unconfirmed or (self.due is not None and self.due <= day)

    @property
    def pressing(self) -> tuple[bool, bool, dt.date]:
        """The key by which the most pressing comes first: urgent ones, then the unconfirmed, the longest waiting."""
        since = self.rewording.since if self.rewording else None
        return not self.is_urgent, not self.is_unconfirmed, min(self.due or dt.date.min, since or dt.date.max)


def review_state(
    playbook: Playbook, about: Ref, today: dt.date, rewording: Rewording | None = None
) -> ReviewState | None:
    """The review of a record on this day; None for one that tells no one what to do, and so needs none."""
    record = None if about.is_page else playbook.find(*about)
    if not isinstance(record, Instruction) or not record.instructs:
        return None
    owner = owner_of(playbook, *about)
    return ReviewState(
        about=about,
        owner=Ref("department", owner) if owner else None,
        reviewed=record.reviewed,
        due=record.next_review,
        is_overdue=record.is_overdue(today),
        rewording=rewording,
        is_urgent=isinstance(record, Scenario) and record.urgent,
    )


class Reviews:
    """The reviews of one playbook, each group made when first asked for."""

    def __init__(self, playbook: Playbook, today: dt.date, rewordings: Mapping[Ref, Rewording]) -> None:
        self._playbook = playbook
        self._today = today
        self._rewordings = rewordings

    def of(self, about: Ref) -> ReviewState | None:
        """The review of a record; None for one that tells no one what to do."""
        return self._states.get(about)

    @property
    def all(self) -> tuple[ReviewState, ...]:
        """The review of every instruction, in the order of the playbook."""
        return tuple(self._states.values())

    @cached_property
    def _states(self) -> Mapping[Ref, ReviewState]:
        found = (
            review_state(self._playbook, about, self._today, self._rewordings.get(about))
            for about, record in self._playbook.instructions()
        )
        return {state.about: state for state in found if state is not None}

    @cached_property
    def by_owner(self) -> Mapping[str, tuple[ReviewState, ...]]:
        """By department, the reviews of what it owns."""
        return _grouped((state.owner.id, state) for state in self.all if state.owner)

    def dated(self, department_id: str) -> tuple[ReviewState, ...]:
        """What a department owns and must confirm on a certain day, the earliest first."""
        states = self.by_owner.get(department_id, ())
        return tuple(sorted((state for state in states if state.due), key=lambda state: state.due or self._today))

    @cached_property
    def unowned_near(self) -> Mapping[str, tuple[ReviewState, ...]]:
        """By department, what has no owner and concerns it."""
        return _grouped((near, state) for state in self.all if not state.owner for near in self._near(state.about))

    def _near(self, about: Ref) -> frozenset[str]:
        record = self._playbook.find(*about)
        if isinstance(record, Exercise):
            return frozenset(self._playbook.roles[role].department for role in record.roles)
        if isinstance(record, Access):
            return frozenset(self._playbook.touchpoints[place].owner for place in record.touchpoints)
        return frozenset()


def calendar_file(department_id: str) -> str:
    """The path, below the site's root, of the calendar of a department's reviews."""
    return f"{page_path('department', department_id)}/reviews.ics"


def _grouped(states: Iterable[tuple[str, ReviewState]]) -> Mapping[str, tuple[ReviewState, ...]]:
    groups: dict[str, list[ReviewState]] = {}
    for department, state in states:
        groups.setdefault(department, []).append(state)
    return {department: tuple(group) for department, group in groups.items()}
