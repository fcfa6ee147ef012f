"""What a source's page shows beyond its record: everything in this playbook that owes something to it."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model import BY_NAME
from playbook.model.words import Source
from playbook.ref import Ref
from playbook.views.context import Context
from playbook.views.places import Destination, place_of

MOST_PLACES = 40
"""Records of one kind that are listed; the others are counted."""


@dataclass(frozen=True)
class Debt:
    """What records of one kind owe to a source."""

    anchor: str
    """The id of the heading."""
    heading: str
    places: tuple[Destination, ...]
    """Where the first of the records are."""
    more: int


@dataclass(frozen=True)
class SourceView:
    """Everything on one source's page that is not in its record."""

    citing: tuple[Debt, ...]


def source_view(context: Context, source: Source) -> SourceView:
    """Prepares the page of one source."""
    by_kind: dict[str, list[Destination]] = {}
    for kind, record in context.relations.citing.get(source.id, ()):
        by_kind.setdefault(kind, []).append(place_of(context.playbook, Ref(kind, record.id)))
    return SourceView(
        tuple(
            Debt(
                BY_NAME[kind].plural,
                BY_NAME[kind].heading,
                tuple(places[:MOST_PLACES]),
                len(places[MOST_PLACES:]),
            )
            for kind, places in by_kind.items()
        )
    )
