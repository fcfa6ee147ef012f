"""Where this comes from: every idea of the essays with the pages where it is at work, and every source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playbook.model.editorial import Concept, Source
from playbook.views.context import Context, View
from playbook.views.ideas import places
from playbook.views.labels import VIEW_TITLES
from playbook.views.places import Place

NAME = "where-this-comes-from"
KINDS = {
    "essay": "Essays",
    "book": "Books",
    "article": "Articles",
    "guidance": "Guidance",
    "standard": "Standards",
    "practice": "Practice",
}
"""By kind of source, the heading of its list."""


@dataclass(frozen=True)
class Chapter:
    """One source and the ideas that it gave us."""

    source: Source
    ideas: tuple[tuple[Concept, tuple[Place, ...]], ...]
    """Each idea with the places where it is at work."""


@dataclass(frozen=True)
class Shelf:
    """Sources of one kind."""

    heading: str
    kind: str
    sources: tuple[tuple[Source, int], ...]
    """Each with the number of records that owe something to it."""


def view(context: Context) -> View | None:
    """The page of ideas and sources; None without sources."""
    playbook = context.playbook
    if not playbook.sources:
        return None

    def prepare() -> dict[str, Any]:
        return {
            "chapters": _chapters(context),
            "shelves": _shelves(context),
            "ideas": len(playbook.concepts),
            "sources": len(playbook.sources),
        }

    lead = (
        "Nothing here was thought of by us alone. These are the ideas, where each of them is at work, and who had it."
    )
    return View(NAME, VIEW_TITLES[NAME], lead, "where-this-comes-from.html.j2", prepare)


def _chapters(context: Context) -> tuple[Chapter, ...]:
    by_source: dict[str, list[Concept]] = {}
    for concept in context.playbook.concepts.values():
        by_source.setdefault(concept.source, []).append(concept)
    return tuple(
        Chapter(source, tuple((it, places(context, it.home)) for it in by_source[source.id]))
        for source in context.playbook.sources.values()
        if source.id in by_source
    )


def _shelves(context: Context) -> tuple[Shelf, ...]:
    citing = context.relations.citing
    shelves = []
    for kind, heading in KINDS.items():
        sources = sorted(
            (it for it in context.playbook.sources.values() if it.kind == kind), key=lambda it: it.title.casefold()
        )
        if sources:
            shelves.append(Shelf(heading, kind, tuple((it, len(citing.get(it.id, ()))) for it in sources)))
    return tuple(shelves)
