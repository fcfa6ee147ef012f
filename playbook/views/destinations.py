"""Where each record can be seen: on its own page, or on the page that shows records of its kind together."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model import BY_NAME, Playbook
from playbook.model.kind import OnPage, Within
from playbook.ref import PAGE, Ref
from playbook.views.labels import label_of


@dataclass(frozen=True)
class Destination:
    """Where a link to a record leads, and what it says."""

    about: Ref
    """The record, or the page, that the link is about."""
    page: Ref
    """The record whose page it is, or the page."""
    anchor: str
    """The place on the page; empty for the page itself."""
    words: str | None
    """What the record is called; None for a page, which links call by its title."""


def destination_of(playbook: Playbook, about: Ref) -> Destination:
    """The destination of a link to a record or to a page. Raises KeyError when there is no such record."""
    if about.kind == PAGE:
        return Destination(about, about, "", None)
    words = label_of(playbook, about.kind, about.id)
    shown = BY_NAME[about.kind].shown
    if isinstance(shown, OnPage):
        return Destination(about, Ref(PAGE, shown.page), about.id if shown.is_anchored else "", words)
    if isinstance(shown, Within):
        other = getattr(playbook.of_kind(about.kind)[about.id], shown.field)
        return Destination(about, Ref(BY_NAME[about.kind].target_of(shown.field), other), about.id, words)
    return Destination(about, about, "", words)
