"""Words that mean the same: each term of the playbook is one concept with all the forms that people use for it.

The token of a concept is its house word followed by a mark that no text contains.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from playbook.model.editorial import Term
from playbook.search.analysis import Language, Word
from playbook.search.constants import CONCEPT_FACTOR, CONCEPT_MARK, MAX_FORM_WORDS, SHORT_SLIP_LENGTH
from playbook.search.edit_distance import edit_distances


def forms_of(term: Term) -> Iterator[str]:
    """Every way of saying a term, the house's own first."""
    for forms in ((term.say,), term.aliases, term.gb, term.us, term.sector_words, term.misspellings, term.not_say):
        yield from forms


def _forms_looked_up(term: Term, language: Language) -> Iterator[str]:
    """The forms that the vocabulary must know: no slip that would be corrected anyway, because all forms travel."""
    right = [form for form in forms_of(term) if form not in term.misspellings]
    known = {words[0].stem for words in map(language.words, right) if len(words) == 1}
    yield from right
    for form in term.misspellings:
        words = language.words(form)
        if len(words) != 1 or not any(_is_one_slip_from(words[0].stem, stem) for stem in known):
            yield form


def _is_one_slip_from(typed: str, stem: str) -> bool:
    return len(typed) > SHORT_SLIP_LENGTH and typed[0] == stem[0] and edit_distances(typed, stem, 1)[0] <= 1


Span = tuple[int, int, tuple[str, ...]]
"""A form found in a text: the position of its first word, the one after its last, and the concepts it may mean."""


@dataclass(frozen=True)
class Vocabulary:
    """Which forms stand for which concepts."""

    concepts: dict[str, tuple[str, ...]]
    """The concepts that a form may mean, by its stems with a space between them."""
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
            for form in _forms_looked_up(term, language):
                words = language.words(form)
                key = " ".join(word.stem for word in words)
                if words and len(words) <= MAX_FORM_WORDS and concept not in concepts.get(key, ()):
                    concepts[key] = (*concepts.get(key, ()), concept)
        return cls(
            concepts,
            frozenset(key.split(" ", 1)[0] for key in concepts if " " in key),
            frozenset(key for key in concepts if " " not in key),
        )

    def worth(self, stem: str, factor: int) -> Iterator[tuple[str, int]]:
        """The tokens of a word with this factor, each with its own: the word itself and its concepts."""
        yield stem, factor
        for concept in self.of_word(stem):
            yield concept, factor * CONCEPT_FACTOR // 100

    def of_word(self, stem: str) -> tuple[str, ...]:
        """The concepts that one word may mean."""
        return self.concepts.get(stem, ())

    def spans(self, words: Sequence[Word]) -> list[Span]:
        """The forms of several words found in `words`, by position, the longest first."""
        return self.spans_of([word.stem for word in words])

    def spans_of(self, stems: Sequence[str]) -> list[Span]:
        """The same for stems."""
        found = []
        for start, stem in enumerate(stems):
            if stem not in self.openers:
                continue
            for end in range(min(start + MAX_FORM_WORDS, len(stems)), start + 1, -1):
                concepts = self.concepts.get(" ".join(stems[start:end]))
                if concepts:
                    found.append((start, end, concepts))
        return found

    def phrase(self, words: Sequence[Word], spans: Iterable[Span] | None = None) -> str:
        """One sentence for every way of saying it: without stop words, and with concepts instead of their forms."""
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
    return "".join(word.stem for word in language.words(term.say)) + CONCEPT_MARK
