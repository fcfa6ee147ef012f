"""Where this comes from: every idea of the essays with the pages where it is at work, and every source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playbook.model.editorial import Concept, Source
from playbook.model.kind import MenuPlace
from playbook.views.context import Context
from playbook.views.ideas import places
from playbook.views.places import Place
from playbook.views.spec import Found, ViewSpec, said

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


def _prepare(context: Context) -> dict[str, Any]:
    return {
        "chapters": _chapters(context),
        "shelves": _shelves(context),
        "sources": len(context.playbook.sources),
    }


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


VIEW = ViewSpec(
    id="where-this-comes-from",
    title="Where this comes from",
    lead=said(
        "Nothing here was thought of by us alone. These are the ideas, where each of them is at work, and who had it."
    ),
    template="where-this-comes-from.html.j2",
    exists=lambda context: bool(context.playbook.sources),
    prepare=_prepare,
    menu=MenuPlace("Keep it true", 6),
    found=Found(
        "Each idea with the page it lives on and the source it is owed to.",
        ("sources", "bibliography", "references", "further reading", "credits", "essays behind this", "reading list"),
    ),
)
