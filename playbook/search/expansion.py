"""What a query may mean: for each of its words, the tokens that answer it and how well.

`assets/search/expansion.js` is the twin. Both read only the list of words and the vocabulary, never the postings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from playbook.search.analysis import Word
from playbook.search.constants import (
    BIGRAM_MARK,
    COMPOUND_FACTOR,
    EXACT_FACTOR,
    FAMILY_FACTOR,
    MAX_COMPLETIONS,
    MAX_FAMILY,
    MAX_PREFIX_FACTOR,
    MIN_COMPOUND_LENGTH,
    MIN_ROOT_LENGTH,
    MIN_TRUNCATED_LENGTH,
    PREFIX_MARK,
    SENTENCE_MARK,
    SPAN_FACTOR,
    UNFINISHED_EDIT_FACTOR,
)
from playbook.search.corrections import corrections
from playbook.search.inflection import root
from playbook.search.inverted_index import Index
from playbook.search.parsed_query import ParsedQuery, parse
from playbook.search.prefixes import has_own_token, prefix_factor


@dataclass(frozen=True, slots=True)
class Alternative:
    """One token that answers one word of the query or several."""

    token: str
    factor: int
    """How well, in percent."""
    slots: tuple[int, ...]
    """The positions of the words that it answers, among the words that count."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one word of the query may stand for, as tokens with their factors."""

    similar: tuple[tuple[str, int], ...]
    """The word itself, words of the same root, and corrections."""
    completions: tuple[tuple[str, int], ...]
    """Longer words of which it is a prefix."""
    correction: Word | None
    """The likeliest word if this one must be mistyped; sentences and bigrams are looked up with it."""

    @property
    def tokens(self) -> tuple[tuple[str, int], ...]:
        """All its tokens with their factors."""
        return self.similar + self.completions


@dataclass(frozen=True)
class Expansion:
    """Everything to look up for a query."""

    slots: int
    """How many words of the query count."""
    alternatives: tuple[Alternative, ...]
    completions: frozenset[str]
    """Those of their tokens that stand for longer words, of which only a prefix was typed."""
    sentences: tuple[str, ...]
    """Tokens of the query as a sentence, of which the first known one counts: of all its words; without one that has
    hardly been started; with two words written as one."""
    stops: frozenset[str]
    """The stems of the words that do not count; they may complete the sign of an emergency."""


def expand(index: Index, query: str) -> Expansion:
    """The tokens that answer a query."""
    parsed = parse(index, query)
    meanings = [_meaning(index, word, parsed.is_unfinished and word is parsed.wanted[-1]) for word in parsed.wanted]
    certain = _certain_corrections(index, parsed, meanings)
    sentences = [_corrected(certain, words) for words in parsed.sentences]
    words = sentences[-1]
    compounds = _compounds(index, words)
    sentences += [[*words[:place], compounds[place], *words[place + 2 :]] for place in list(compounds)[:1]]
    found = [
        *_of_several_words(index, words, parsed.places, compounds),
        *_bigrams(index, _corrected(certain, parsed.wanted)),
        *((*token, (slot,)) for slot, meaning in enumerate(meanings) for token in meaning.tokens),
    ]
    factors: dict[tuple[str, tuple[int, ...]], int] = {}
    for token, factor, slots in found:
        factors[token, slots] = max(factor, factors.get((token, slots), 0))
    return Expansion(
        slots=len(parsed.wanted),
        alternatives=tuple(Alternative(token, factor, slots) for (token, slots), factor in factors.items()),
        completions=frozenset(token for meaning in meanings for token, _ in meaning.completions),
        sentences=tuple(index.vocabulary.phrase(sentence) + SENTENCE_MARK for sentence in sentences if sentence),
        stops=frozenset(word.stem for word in parsed.sentences[0] if word.is_stop),
    )


def _certain_corrections(index: Index, parsed: ParsedQuery, meanings: Sequence[Meaning]) -> dict[str, Word]:
    """Words that must be mistyped, as they are spelt, with what is most likely meant. Known misspellings are left."""
    words = parsed.sentences[0]
    in_forms = {word.spelt for start, end, _ in index.vocabulary.spans(words) for word in words[start:end]}
    found = {word.spelt: meaning.correction for word, meaning in zip(parsed.wanted, meanings, strict=True)}
    return {spelt: word for spelt, word in found.items() if word and spelt not in in_forms}


def _corrected(corrections: Mapping[str, Word], words: Sequence[Word]) -> list[Word]:
    return [corrections.get(word.spelt, word) for word in words]


def _compounds(index: Index, words: Sequence[Word]) -> dict[int, Word]:
    """Adjacent words that are a known word when written as one, by the position of the first."""
    found: dict[int, Word] = {}
    for place, (first, second) in enumerate(pairwise(words)):
        if not index.language.starts_compounds(first) or (first.is_stop and second.is_stop):
            continue
        joined = index.language.joined(first, second)
        if index.has_word(joined):
            found[place] = Word(joined, joined, is_stop=False)
    return found


def _of_several_words(
    index: Index, words: Sequence[Word], places: Sequence[int], compounds: Mapping[int, Word]
) -> Iterator[tuple[str, int, tuple[int, ...]]]:
    """The tokens that several words stand for together."""

    def slots(start: int, end: int) -> tuple[int, ...]:
        return tuple(slot for slot, place in enumerate(places) if start <= place < end)

    for start, end, concepts in index.vocabulary.spans(words):
        for concept in concepts if slots(start, end) else ():
            yield concept, SPAN_FACTOR, slots(start, end)
    for place, word in compounds.items():
        for token, factor in index.vocabulary.worth(word.stem, COMPOUND_FACTOR) if slots(place, place + 2) else ():
            yield token, factor, slots(place, place + 2)


def _bigrams(index: Index, wanted: Sequence[Word]) -> Iterator[tuple[str, int, tuple[int, ...]]]:
    """The bigrams of adjacent words, and of words that may be two written as one."""
    for slot, (first, second) in enumerate(pairwise(wanted)):
        yield index.language.joined(first, second) + BIGRAM_MARK, EXACT_FACTOR, (slot, slot + 1)
    for slot, word in enumerate(wanted):
        if len(word.stem) >= MIN_COMPOUND_LENGTH:
            yield word.stem + BIGRAM_MARK, COMPOUND_FACTOR, (slot,)


def _meaning(index: Index, word: Word, is_unfinished: bool) -> Meaning:
    """What one word of the query may stand for."""
    is_known = index.has_word(word.stem)
    similar = [(word.stem, EXACT_FACTOR)] if is_known else []
    similar += [(stem, FAMILY_FACTOR) for stem in _family(index, word)] if index.language.is_english else []
    completions = list(_completions(index, word)) if is_unfinished else []
    may_be_slip = not (is_known or completions or index.is_english_word(word.stem))
    corrected = list(corrections(index, word.stem, is_unfinished)) if may_be_slip else []
    is_mistyped = bool(corrected) and corrected[0][1] > UNFINISHED_EDIT_FACTOR
    similar += corrected
    if not similar and not completions and len(word.spelt) >= MIN_TRUNCATED_LENGTH:
        completions = list(_completions(index, word))
    return Meaning(
        similar=tuple(token for stem, factor in similar for token in index.vocabulary.worth(stem, factor)),
        completions=tuple((token, factor // 2 if is_known else factor) for token, factor in completions),
        correction=Word(corrected[0][0], corrected[0][0], is_stop=False) if is_mistyped else None,
    )


def _family(index: Index, word: Word) -> Iterator[str]:
    """Words made from the same root."""
    if len(word.stem) < MIN_ROOT_LENGTH:
        return
    wanted = root(word.stem)
    related = [stem for stem in index.words_with_prefix(wanted[:-1]) if stem != word.stem and root(stem) == wanted]
    yield from related[:MAX_FAMILY]


def _completions(index: Index, word: Word) -> Iterator[tuple[str, int]]:
    """The tokens of longer words: that of the prefix if it has one, else those of the shortest words."""
    if len(word.spelt) < 2:
        return
    longer = [stem for stem in index.words_with_prefix(word.spelt) if stem != word.stem]
    if longer and has_own_token(word.spelt):
        yield word.spelt + PREFIX_MARK, MAX_PREFIX_FACTOR
        return
    for stem in sorted(longer, key=lambda stem: (len(stem), stem))[:MAX_COMPLETIONS]:
        yield from index.vocabulary.worth(stem, prefix_factor(len(word.spelt), stem))
