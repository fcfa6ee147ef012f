"""What a source's page shows beyond its record: everything in this playbook that owes something to it."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model import BY_NAME
from playbook.model.words import Source
from playbook.views.context import Context
from playbook.views.places import Place, place_of


@dataclass(frozen=True)
class SourceView:
    """Everything on one source's page that is not in its record."""

    citing: tuple[tuple[str, str, tuple[Place, ...]], ...]
    """By kind of record: an id for its heading, the heading, and where its records are."""


def source_view(context: Context, source: Source) -> SourceView:
    """Prepares the page of one source."""
    by_kind: dict[str, list[Place]] = {}
    for kind, record in context.relations.citing.get(source.id, ()):
        by_kind.setdefault(kind, []).append(place_of(context.playbook, kind, record.id))
    return SourceView(
        tuple(
            (BY_NAME[kind].plural, BY_NAME[kind].plural.replace("_", " ").capitalize(), tuple(places))
            for kind, places in by_kind.items()
        )
    )
