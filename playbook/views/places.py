"""Where each record can be seen: on its own page, or on the page that shows records of its kind together."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model import BY_NAME, Playbook
from playbook.model.kind import OnPage, Within
from playbook.ref import PAGE
from playbook.views.labels import label_of


@dataclass(frozen=True)
class Place:
    """Somewhere to go, as `link` needs it."""

    kind: str
    name: str
    anchor: str
    """The place on the page; empty for the page itself."""
    words: str
    """What it is called."""


def place_of(playbook: Playbook, kind: str, name: str) -> Place:
    """The place of a record, or of a page that is no record (kind `page`). Raises KeyError when there is none."""
    words = label_of(playbook, kind, name)
    if kind == PAGE:
        return Place(kind, name, "", words)
    shown = BY_NAME[kind].shown
    if isinstance(shown, OnPage):
        return Place(PAGE, shown.page, name if shown.is_anchored else "", words)
    if isinstance(shown, Within):
        other = getattr(playbook.of_kind(kind)[name], shown.field)
        return Place(BY_NAME[kind].target_of(shown.field), other, name, words)
    return Place(kind, name, "", words)


def place_of_reference(playbook: Playbook, reference: str) -> Place:
    """The place that a `kind:id` or `page:name` leads to. Raises KeyError when there is none."""
    kind, _, name = reference.partition(":")
    return place_of(playbook, kind, name)
