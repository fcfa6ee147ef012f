"""Where each record can be seen: on its own page, or on the page that shows records of its kind together."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model import BY_NAME, Playbook
from playbook.model.kind import OnPage, Within
from playbook.ref import PAGE, Ref


@dataclass(frozen=True)
class Destination:
    """Somewhere to go, called by the label of what is there."""

    record: Ref
    """What can be seen there; a page when it shows no single record."""
    page: Ref
    """The record whose page it is, or the page that shows many."""
    anchor: str
    """The place on that page; empty for the page itself."""


def destination_of(playbook: Playbook, ref: Ref) -> Destination:
    """Where a record can be seen, or a page.

    Raises KeyError for a record that is shown within another and does not exist.
    """
    shown = None if ref.is_page else BY_NAME[ref.kind].shown
    if isinstance(shown, OnPage):
        return Destination(ref, Ref(PAGE, shown.page), ref.id if shown.is_anchored else "")
    if isinstance(shown, Within):
        other = getattr(playbook.of_kind(ref.kind)[ref.id], shown.field)
        return Destination(ref, Ref(BY_NAME[ref.kind].target_of(shown.field), other), ref.id)
    return Destination(ref, ref, "")
