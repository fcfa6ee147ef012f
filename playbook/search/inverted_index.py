"""The search index of a playbook: for every token, which entries it finds and how strongly.

How strongly a token finds an entry is worked out here, once, as a whole number (its impact), so that the browser and
Python need only add. `strengths` weighs an entry's texts, `prefixes` says what a word finds of which only a few letters
are typed, and `shards` cuts the index into files.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from playbook.model import Playbook
from playbook.ref import Ref
from playbook.search.analysis import Language
from playbook.search.constants import BIGRAM_MARK, CONCEPT_MARK
from playbook.search.dictionary import english_stems, is_english_stem
from playbook.search.entries import Entry, entries_of
from playbook.search.help import Help, help_of
from playbook.search.prefixes import ByStrength, FoundBy, prefix_tokens
from playbook.search.signs import SignsByKey, signs_of
from playbook.search.strengths import STRENGTH_UNIT, Strengths
from playbook.search.vocabulary import Vocabulary

IMPACT_SCALE = 40
"""The impact of a token of rarity 1 in an entry in which nothing else counts."""
MAX_ENTRIES = 500
"""Entries kept for a token, the strongest; a word that is everywhere finds nothing by itself (static pruning by impact:
Carmel and others, 2001)."""
MAX_ENTRIES_OF_PREFIX = 400
"""The same for the token of a prefix: what it finds is a guess until more is typed."""
PREFIX_RARITY = 300
"""The rarity with which every prefix counts, about that of a word in one entry of twenty."""


@dataclass(frozen=True, slots=True)
class Postings:
    """What one token finds."""

    rarity: int
    """The token's inverse document frequency as a whole number; 0 if every entry has it."""
    groups: tuple[tuple[int, tuple[int, ...]], ...]
    """Each impact with the numbers of the entries that have it: greatest impact first, numbers ascending."""


@dataclass(frozen=True)
class Index:
    """Everything needed to answer a query."""

    language: Language
    vocabulary: Vocabulary
    entries: tuple[Entry, ...]
    words: tuple[str, ...]
    """Every stem that finds something, by itself or as a form of a concept, in the order of code points."""
    postings: Mapping[str, Postings]
    greatest_rarity: int
    """The rarity of a word that no entry has."""
    foreign: frozenset[str] = frozenset()
    """The tokens that are known from sentences in other languages only."""
    signs: SignsByKey = field(default_factory=dict)
    """The signs of every emergency."""
    help: tuple[Help, ...] = ()
    """What helps when nothing is found."""
    cache: Path | None = None
    """Where the list of English words is cached."""

    @property
    def dictionary(self) -> list[str]:
        """The stems of common English words that are not among the words of the index; none for other languages."""
        return sorted(english_stems(self.cache).difference(self.words)) if self.language.is_english else []

    def is_english_word(self, stem: str) -> bool:
        """Whether a stem is that of a common English word, in an English playbook."""
        return self.language.is_english and is_english_stem(stem, self.cache)

    @cached_property
    def _tokens_cache(self) -> dict[str, frozenset[str]]:
        return {}

    def tokens_of(self, text: str) -> frozenset[str]:
        """The stems of the words of a text that carry a meaning, and its concepts."""
        found = self._tokens_cache.get(text)
        if found is None:
            words = self.language.words(text)
            stems = [word.stem for word in words if not word.is_stop]
            concepts = [concept for stem in stems for concept in self.vocabulary.of_word(stem)]
            spans = [concept for _, _, named in self.vocabulary.spans(words) for concept in named]
            found = self._tokens_cache[text] = frozenset((*stems, *concepts, *spans))
        return found

    def has_word(self, stem: str) -> bool:
        """Whether a stem is in the list of words."""
        return next(self.words_with_prefix(stem), None) == stem

    def words_with_prefix(self, prefix: str) -> Iterator[str]:
        """The words that start with a prefix, in order."""
        for place in range(bisect_left(self.words, prefix), len(self.words)):
            if not self.words[place].startswith(prefix):
                return
            yield self.words[place]


def build_index(
    playbook: Playbook,
    pages: Container[str] | None = None,
    cache: Path | None = None,
    marks: Mapping[Ref, str] | None = None,
) -> Index:
    """The index of a playbook. `pages` are the pages of no record that the site has; None means all of them. `cache` is
    where the list of English words is cached. `marks` are what a result says of a record before it is opened.
    """
    language = Language.of(playbook.organisation.locale)
    vocabulary = Vocabulary.of(playbook.terms.values(), language)
    entries = tuple(entry for entry in entries_of(playbook, marks) if pages is None or _has_page(entry, pages))
    strengths = Strengths(language, vocabulary)
    for number, entry in enumerate(entries):
        strengths.add(number, entry)
    found = strengths.of_tokens()
    postings = dict(_postings(found, vocabulary, len(entries)))
    postings.update(_sentences(strengths.of_sentences))
    words = {token for token in found if token[-1] not in (BIGRAM_MARK, CONCEPT_MARK)}
    words.update(vocabulary.single_forms)
    signs = signs_of(entries, language, vocabulary)
    in_signs = {word for of_key in signs.values() for sign in of_key for place in sign.places for word in place}
    words.update(in_signs - language.stop_stems())
    words = {word for word in words if word[-1] != CONCEPT_MARK}
    prefixes = prefix_tokens(words, language.stop_stems(), vocabulary, _strongest_in(found))
    postings.update(_prefixes(prefixes, len(entries)))
    return Index(
        language,
        vocabulary,
        entries,
        tuple(sorted(words)),
        postings,
        _rarity(0, len(entries)),
        strengths.foreign_tokens(),
        signs,
        tuple(help_of(playbook, pages)),
        cache,
    )


def _has_page(entry: Entry, pages: Container[str]) -> bool:
    """Whether there is a page to link to; all terms are on the page of words."""
    if entry.kind == "term":
        return "words" in pages
    return entry.kind != "page" or entry.id in pages


def _postings(
    of_tokens: Mapping[str, Mapping[int, list[int]]], vocabulary: Vocabulary, total: int
) -> Iterable[tuple[str, Postings]]:
    counts = {token: sum(map(len, found.values())) for token, found in of_tokens.items()}
    for token, found in of_tokens.items():
        count = counts[token]
        for concept in vocabulary.concepts.get(token, ()):
            count = max(count, counts.get(concept, 0))
        rarity = _rarity(count, total)
        scale = rarity * IMPACT_SCALE / 100 / STRENGTH_UNIT
        yield token, Postings(rarity, _groups(found, scale))


def _sentences(of_sentences: Mapping[str, Mapping[int, int]]) -> Iterable[tuple[str, Postings]]:
    for sentence, numbers in of_sentences.items():
        by_impact: defaultdict[int, list[int]] = defaultdict(list)
        for number, impact in numbers.items():
            by_impact[impact].append(number)
        yield sentence, Postings(0, _groups(by_impact, 1))


def _strongest_in(of_tokens: Mapping[str, Mapping[int, list[int]]]) -> FoundBy:
    def found_by(token: str) -> Iterable[tuple[int, list[int]]]:
        found = of_tokens.get(token, {})
        left = MAX_ENTRIES_OF_PREFIX
        for strength in sorted(found, reverse=True):
            yield strength, found[strength]
            left -= len(found[strength])
            if left <= 0:
                return

    return found_by


def _prefixes(prefixes: Iterable[tuple[str, ByStrength]], total: int) -> Iterable[tuple[str, Postings]]:
    scale = PREFIX_RARITY * IMPACT_SCALE / 100 / STRENGTH_UNIT
    for token, found in prefixes:
        rarity = _rarity(sum(map(len, found.values())), total)
        yield token, Postings(rarity, _groups(found, scale, MAX_ENTRIES_OF_PREFIX))


def _groups(
    found: Mapping[int, list[int]], scale: float, limit: int = MAX_ENTRIES
) -> tuple[tuple[int, tuple[int, ...]], ...]:
    by_impact: dict[int, list[int]] = {}
    for strength, numbers in found.items():
        by_impact.setdefault(max(1, round(strength * scale)), []).extend(numbers)
    left = limit
    groups = []
    for impact in sorted(by_impact, reverse=True):
        numbers = sorted(by_impact[impact])[:left]
        groups.append((impact, tuple(numbers)))
        left -= len(numbers)
        if not left:
            break
    return tuple(groups)


def _rarity(count: int, total: int) -> int:
    """The inverse document frequency of a token that this many entries have, in hundredths."""
    return round(100 * math.log1p((total - count + 0.5) / (count + 0.5)))
