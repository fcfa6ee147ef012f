"""Where each record can be seen: on its own page, or on the page that shows records of its kind together."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model import BY_NAME, Playbook
from playbook.model.kind import OnPage, Within
from playbook.ref import PAGE, Ref
from playbook.views.labels import label_of


@dataclass(frozen=True)
class Place:
    """Somewhere to go, as `link` needs it."""

    kind: str
    """The name of the kind of the record whose page it is, or `page`."""
    name: str
    """The id of that record or page."""
    anchor: str
    """The place on the page; empty for the page itself."""
    words: str | None
    """What the record there is called; None for a page, which links call by its title."""


def place_of(playbook: Playbook, kind: str, record_id: str) -> Place:
    """The place of a record, or of a page that shows no single record (kind `page`).

    Raises KeyError when there is no such record.
    """
    if kind == PAGE:
        return Place(kind, record_id, "", None)
    words = label_of(playbook, kind, record_id)
    shown = BY_NAME[kind].shown
    if isinstance(shown, OnPage):
        return Place(PAGE, shown.page, record_id if shown.is_anchored else "", words)
    if isinstance(shown, Within):
        other = getattr(playbook.of_kind(kind)[record_id], shown.field)
        return Place(BY_NAME[kind].target_of(shown.field), other, record_id, words)
    return Place(kind, record_id, "", words)


def place_of_reference(playbook: Playbook, reference: str) -> Place:
    """The place that a `kind:id` or `page:id` leads to. Raises KeyError when there is no such record."""
    return place_of(playbook, *Ref.parse(reference))
