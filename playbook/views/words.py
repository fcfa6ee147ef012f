"""The words we use: what this house says, what it means, what others call it, and what we do not say."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from playbook.model.editorial import Term
from playbook.model.kind import MenuPlace
from playbook.views.context import Context
from playbook.views.ideas import Idea, ideas_at
from playbook.views.spec import Found, ViewSpec, said
from playbook.wording import N_

NOT_A_LETTER = "0–9"
"""The heading of words that begin with no letter."""


@dataclass(frozen=True)
class Initial:
    """The words that begin with one letter."""

    letter: str
    anchor: str
    """The id of its heading; no term can have it, because ids hold no two hyphens in a row."""
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class WordsPage:
    """Everything the page shows."""

    initials: tuple[Initial, ...]
    ideas: tuple[Idea, ...]


def _prepare(context: Context) -> WordsPage:
    terms = sorted(context.playbook.terms.values(), key=lambda term: _plain(term.say))
    return WordsPage(_initials(terms), ideas_at(context, VIEW.id))


def _plain(word: str) -> str:
    """A word as it is sorted: without accents, quotation marks and capitals."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if letter.isalnum() or letter == " ").strip()


def _initials(terms: list[Term]) -> tuple[Initial, ...]:
    by_letter: dict[str, list[Term]] = {}
    for term in terms:
        first = _plain(term.say)[:1].upper()
        by_letter.setdefault(first if first.isalpha() else NOT_A_LETTER, []).append(term)
    return tuple(
        Initial(letter, f"letter--{number}", tuple(found))
        for number, (letter, found) in enumerate(by_letter.items(), start=1)
    )


VIEW = ViewSpec(
    id="words",
    title=N_("Words we use"),
    lead=said(N_("One word for each thing, so that everyone hears the same from all of us.")),
    template="words.html.j2",
    exists=lambda context: bool(context.playbook.terms),
    prepare=_prepare,
    menu=MenuPlace(N_("Keeping it up to date"), 5),
    found=Found(
        N_("What we call things, and what other people call them."),
        ("glossary", "jargon", "vocabulary", "dictionary", "house style words", "words to avoid"),
    ),
)
