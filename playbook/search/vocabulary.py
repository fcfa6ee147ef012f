"""Words that mean the same: each term of the playbook is one concept with all the forms that people use for it.

A concept is written as its house word with a mark behind, a token that no text contains.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from playbook.model.editorial import Term
from playbook.search.language import Language, Word
from playbook.search.tokens import CONCEPT

LONGEST_FORM = 4
"""Words in the longest form that is recognised inside a text."""
CONCEPT_OF_WORD = 92
"""In percent, what a concept counts for a word that is one of its forms."""


def forms_of(term: Term) -> Iterator[str]:
    """Every way of saying a term, the house's own first."""
    for forms in ((term.say,), term.aliases, term.gb, term.us, term.sector_words, term.misspellings, term.not_say):
        yield from forms


Span = tuple[int, int, tuple[str, ...]]
"""A form found in a text: the place of its first word, the place after its last, the concepts it may mean."""


@dataclass(frozen=True)
class Vocabulary:
    """The concepts by the forms that stand for them."""

    concepts: dict[str, tuple[str, ...]]
    """For a form, its stems with a space between, the concepts it may mean."""
    openers: frozenset[str]
    """The first stems of forms that have several words."""
    single_forms: frozenset[str]
    """The stems that are a form by themselves."""

    @classmethod
    def of(cls, terms: Iterable[Term], language: Language) -> Vocabulary:
        """The vocabulary that the terms of a playbook make."""
        concepts: dict[str, tuple[str, ...]] = {}
        for term in terms:
            concept = concept_of(term, language)
            for form in forms_of(term):
                words = language.words(form)
                key = " ".join(word.stem for word in words)
                if words and len(words) <= LONGEST_FORM and concept not in concepts.get(key, ()):
                    concepts[key] = (*concepts.get(key, ()), concept)
        return cls(
            concepts,
            frozenset(key.split(" ", 1)[0] for key in concepts if " " in key),
            frozenset(key for key in concepts if " " not in key),
        )

    def worth(self, stem: str, factor: int) -> Iterator[tuple[str, int]]:
        """The tokens of a word that counts `factor` percent, each with what it counts: itself and its concepts."""
        yield stem, factor
        for concept in self.of_word(stem):
            yield concept, factor * CONCEPT_OF_WORD // 100

    def of_word(self, stem: str) -> tuple[str, ...]:
        """The concepts that one word may mean."""
        return self.concepts.get(stem, ())

    def spans(self, words: Sequence[Word]) -> list[Span]:
        """Forms of several words found in `words`, by place, the longest first."""
        return self.spans_of([word.stem for word in words])

    def spans_of(self, stems: Sequence[str]) -> list[Span]:
        """The same for words of which only the stems are known."""
        found = []
        for start, stem in enumerate(stems):
            if stem not in self.openers:
                continue
            for end in range(min(start + LONGEST_FORM, len(stems)), start + 1, -1):
                concepts = self.concepts.get(" ".join(stems[start:end]))
                if concepts:
                    found.append((start, end, concepts))
        return found

    def phrase(self, words: Sequence[Word], spans: Iterable[Span] | None = None) -> str:
        """The sentence that `words` make, the same for all ways of saying it: no stop words, concepts for forms."""
        longest: dict[int, tuple[int, str]] = {}
        for start, end, concepts in self.spans(words) if spans is None else spans:
            longest.setdefault(start, (end, concepts[0]))
        parts = []
        keeps_all = all(word.is_stop for word in words)
        place = 0
        while place < len(words):
            word = words[place]
            end, concept = longest.get(place, (place + 1, ""))
            if concept:
                parts.append(concept)
            elif keeps_all or not word.is_stop:
                parts.append((self.of_word(word.stem) or (word.stem,))[0])
            place = end
        return " ".join(parts)


def concept_of(term: Term, language: Language) -> str:
    """The token of a term's concept."""
    return "".join(word.stem for word in language.words(term.say)) + CONCEPT
