"""The ideas behind a page: the concepts that name it as a home, so that each idea can be read where it is at work."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.editorial import Concept
from playbook.views.context import Context
from playbook.views.places import Place, place_of_reference


@dataclass(frozen=True)
class Idea:
    """One concept, seen from one of its homes."""

    concept: Concept
    homes: tuple[Place, ...]
    """Where else it is at work."""


def ideas_at(context: Context, page: str) -> tuple[Idea, ...]:
    """The ideas that live on the page with this name, in the order of the file."""
    here = f"page:{page}"
    return tuple(
        Idea(concept, places(context, tuple(home for home in concept.home if home != here)))
        for concept in context.playbook.concepts.values()
        if here in concept.home
    )


def places(context: Context, references: tuple[str, ...]) -> tuple[Place, ...]:
    """The places that these `kind:id` and `page:name` lead to; those of tips that are not published are left out."""
    tips = context.playbook.tips
    is_hidden = {it for it in references if it.startswith("tip:") and it.removeprefix("tip:") not in tips}
    return tuple(place_of_reference(context.playbook, it) for it in references if it not in is_hidden)
