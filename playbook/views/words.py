"""The words we use: what this house says, what it means, what others call it, and what we do not say."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

from playbook.model.editorial import Term
from playbook.views.context import Context, View
from playbook.views.ideas import ideas_at
from playbook.views.labels import VIEW_TITLES

NAME = "words"
NOT_A_LETTER = "0–9"
"""The heading of words that begin with no letter."""


@dataclass(frozen=True)
class Initial:
    """The words that begin with one letter."""

    letter: str
    anchor: str
    """The id of its heading; no term can have it, because ids hold no two hyphens in a row."""
    terms: tuple[Term, ...]


def view(context: Context) -> View | None:
    """The glossary; None without terms."""
    if not context.playbook.terms:
        return None

    def prepare() -> dict[str, Any]:
        terms = context.playbook.terms.values()
        return {
            "initials": _initials(sorted(terms, key=lambda it: _plain(it.say))),
            "count": len(terms),
            "ideas": ideas_at(context, NAME),
        }

    lead = "One word for each thing, so that whoever asks hears the same from all of us."
    return View(NAME, VIEW_TITLES[NAME], lead, "words.html.j2", prepare)


def _plain(word: str) -> str:
    """A word as it is sorted: without accents, quotation marks and capitals."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(it for it in apart if it.isalnum() or it == " ").strip()


def _initials(terms: list[Term]) -> tuple[Initial, ...]:
    by_letter: dict[str, list[Term]] = {}
    for term in terms:
        first = _plain(term.say)[:1].upper()
        by_letter.setdefault(first if first.isalpha() else NOT_A_LETTER, []).append(term)
    return tuple(
        Initial(letter, f"letter--{number}", tuple(its)) for number, (letter, its) in enumerate(by_letter.items(), 1)
    )
