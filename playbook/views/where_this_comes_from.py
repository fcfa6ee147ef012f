"""Where this comes from: every idea of the essays with the pages where it is at work, and every source."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.editorial import Concept, Source
from playbook.model.kind import MenuPlace
from playbook.views.context import Context
from playbook.views.ideas import Idea, places
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
class SourceIdeas:
    """One source and the ideas that it gave us."""

    source: Source
    ideas: tuple[Idea, ...]


@dataclass(frozen=True)
class Owed:
    """One source and how much is owed to it."""

    source: Source
    count: int
    """How many records name it."""


@dataclass(frozen=True)
class Shelf:
    """Sources of one kind."""

    heading: str
    sources: tuple[Owed, ...]


@dataclass(frozen=True)
class WhereThisComesFromPage:
    """Everything the page shows."""

    chapters: tuple[SourceIdeas, ...]
    shelves: tuple[Shelf, ...]
    sources: int
    """How many there are."""


def _prepare(context: Context) -> WhereThisComesFromPage:
    return WhereThisComesFromPage(_chapters(context), _shelves(context), len(context.playbook.sources))


def _chapters(context: Context) -> tuple[SourceIdeas, ...]:
    by_source: dict[str, list[Concept]] = {}
    for concept in context.playbook.concepts.values():
        by_source.setdefault(concept.source, []).append(concept)
    return tuple(
        SourceIdeas(source, tuple(Idea(concept, places(context, concept.home)) for concept in by_source[source.id]))
        for source in context.playbook.sources.values()
        if source.id in by_source
    )


def _shelves(context: Context) -> tuple[Shelf, ...]:
    citing = context.relations.citing
    in_order = sorted(context.playbook.sources.values(), key=lambda source: source.title.casefold())
    shelves = []
    for kind, heading in KINDS.items():
        owed = tuple(Owed(source, len(citing.get(source.id, ()))) for source in in_order if source.kind == kind)
        if owed:
            shelves.append(Shelf(heading, owed))
    return tuple(shelves)


VIEW = ViewSpec(
    id="where-this-comes-from",
    title="Where this comes from",
    lead=said(
        "Nothing here was thought of by us alone. These are the ideas, where each of them is at work, and who had it."
    ),
    template="where_this_comes_from.html.j2",
    exists=lambda context: bool(context.playbook.sources),
    prepare=_prepare,
    menu=MenuPlace("Keep it true", 6),
    found=Found(
        "Each idea with the page it lives on and the source it is owed to.",
        ("sources", "bibliography", "references", "further reading", "credits", "essays behind this", "reading list"),
    ),
)
