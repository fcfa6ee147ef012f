"""The ideas behind a page: the concepts that name it as a home, so that each idea can be read where it is at work."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.words import Concept
from playbook.ref import PAGE, Ref
from playbook.views.context import Context
from playbook.views.places import Destination, place_of


@dataclass(frozen=True)
class Idea:
    """One concept, seen from one of its homes."""

    concept: Concept
    homes: tuple[Destination, ...]
    """Where it is at work; on the page of one of them, the others."""


def ideas_at(context: Context, page_id: str) -> tuple[Idea, ...]:
    """The ideas that live on a page, in the order of the file."""
    here = str(Ref(PAGE, page_id))
    return tuple(
        Idea(concept, places(context, tuple(home for home in concept.home if home != here)))
        for concept in context.playbook.concepts.values()
        if here in concept.home
    )


def places(context: Context, references: tuple[str, ...]) -> tuple[Destination, ...]:
    """The places that these `kind:id` and `page:id` lead to; those of tips that are not published are left out."""
    refs = [Ref.parse(reference) for reference in references]
    shown = [ref for ref in refs if ref.kind != "tip" or ref.id in context.playbook.tips]
    return tuple(place_of(context.playbook, ref) for ref in shown)
