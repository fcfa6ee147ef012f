"""Where this comes from: every idea of the essays with the pages where it is at work, and every source."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.editorial import Concept, Source
from playbook.model.kind import MenuPlace
from playbook.views.context import Context
from playbook.views.ideas import Idea, places
from playbook.views.spec import Found, ViewSpec, said
from playbook.wording import N_, _

KINDS = {
    "essay": N_("Essays"),
    "book": N_("Books"),
    "article": N_("Articles"),
    "guidance": N_("Guidance"),
    "standard": N_("Standards"),
    "practice": N_("Practice"),
}
"""By kind of source, the heading of its list, as a message."""


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
            shelves.append(Shelf(_(heading), owed))
    return tuple(shelves)


VIEW = ViewSpec(
    id="where-this-comes-from",
    title=N_("Where this comes from"),
    lead=said(N_("None of this is ours alone. Here is each idea, where we use it and where it comes from.")),
    template="where_this_comes_from.html.j2",
    exists=lambda context: bool(context.playbook.sources),
    prepare=_prepare,
    menu=MenuPlace(N_("Keeping it up to date"), 6),
    found=Found(
        N_("Each idea, the pages where we use it, and the source it comes from."),
        ("sources", "bibliography", "references", "further reading", "credits", "essays behind this", "reading list"),
    ),
)
