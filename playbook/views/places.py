"""Where each record can be seen: on its own page, or on the page that shows records of its kind together."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model import Playbook
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
    if kind == "stage":
        return Place("page", "touchpoints", name, words)
    if kind == "term":
        return Place("page", "words", name, words)
    if kind == "concept":
        return Place("page", "where-this-comes-from", name, words)
    if kind == "search_test":
        return Place("page", "home", "", words)
    if kind == "contribution":
        touchpoint = playbook.contributions[name].touchpoint
        return Place("touchpoint", touchpoint, name, words)
    return Place(kind, name, "", words)


def place_of_reference(playbook: Playbook, reference: str) -> Place:
    """The place that a `kind:id` or `page:name` leads to. Raises KeyError when there is none."""
    kind, _, name = reference.partition(":")
    return place_of(playbook, kind, name)
