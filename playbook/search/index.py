"""The search index of a playbook: for every token, which entries it finds and how strongly.

How strongly a token finds an entry is worked out here, once, as a whole number (its impact), so that the browser and
Python only add up. What an entry's own texts are worth is `strengths`' work, what a word that is only begun finds that
of `beginnings`; cutting the index into files is that of `shards`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from playbook.model import Playbook
from playbook.search.beginnings import ByStrength, FoundBy, beginnings
from playbook.search.entries import Entry, entries_of
from playbook.search.language import Language
from playbook.search.strengths import STRENGTH_UNIT, Strengths
from playbook.search.tokens import CONCEPT, NEIGHBOURS
from playbook.search.vocabulary import Vocabulary

IMPACT_SCALE = 40
"""The impact of a token of rarity 1 in an entry in which nothing else counts."""
MOST_ENTRIES = 500
"""Entries kept for one token, the strongest; a word that stands everywhere finds nothing by itself (static pruning by
impact: Carmel and others, 2001)."""
MOST_ENTRIES_BEGUN = 400
"""The same for a word that is only begun: what it finds is a guess until more of it is typed."""
RARITY_BEGUN = 300
"""The rarity that every word counts with which is only begun: that of a word in every twentieth entry, about."""


@dataclass(frozen=True, slots=True)
class Postings:
    """What one token finds."""

    rarity: int
    """How much the token tells, from its inverse document frequency; 0 when every entry has it."""
    groups: tuple[tuple[int, tuple[int, ...]], ...]
    """Impact and the numbers of the entries that have it, the strongest first, numbers ascending."""


@dataclass(frozen=True)
class Index:
    """Everything that search needs to answer."""

    language: Language
    vocabulary: Vocabulary
    entries: tuple[Entry, ...]
    words: tuple[str, ...]
    """Every stem that finds something, by itself or as a form of a concept, in code point order."""
    postings: Mapping[str, Postings]
    greatest_rarity: int
    """The rarity of a word that no entry has."""


def build_index(playbook: Playbook, pages: Container[str] | None = None) -> Index:
    """The index of a playbook; `pages` names the pages without a record that the site has, None means all."""
    language = Language.of(playbook.organisation.locale)
    vocabulary = Vocabulary.of(playbook.terms.values(), language)
    entries = tuple(entry for entry in entries_of(playbook) if pages is None or _has_page(entry, pages))
    strengths = Strengths(language, vocabulary)
    for number, entry in enumerate(entries):
        strengths.add(number, entry)
    found = strengths.of_tokens()
    postings = dict(_postings(found, vocabulary, len(entries)))
    postings.update(_sentences(strengths.of_sentences))
    words = {token for token in found if token[-1] not in NEIGHBOURS + CONCEPT}
    words.update(vocabulary.single_forms)
    begun = beginnings(words, language.stop_stems(), vocabulary, _strongest_in(found))
    postings.update(_beginnings(begun, len(entries)))
    return Index(language, vocabulary, entries, tuple(sorted(words)), postings, _rarity(0, len(entries)))


def _has_page(entry: Entry, pages: Container[str]) -> bool:
    """Whether there is a page to lead to: terms stand together on the page of words."""
    if entry.kind == "term":
        return "words" in pages
    return entry.kind != "page" or entry.id in pages


def _postings(
    of_tokens: Mapping[str, Mapping[int, list[int]]], vocabulary: Vocabulary, total: int
) -> Iterable[tuple[str, Postings]]:
    having = {token: sum(map(len, found.values())) for token, found in of_tokens.items()}
    for token, found in of_tokens.items():
        count = having[token]
        for concept in vocabulary.concepts.get(token, ()):
            count = max(count, having.get(concept, 0))
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
        left = MOST_ENTRIES_BEGUN
        for strength in sorted(found, reverse=True):
            yield strength, found[strength]
            left -= len(found[strength])
            if left <= 0:
                return

    return found_by


def _beginnings(begun: Iterable[tuple[str, ByStrength]], total: int) -> Iterable[tuple[str, Postings]]:
    scale = RARITY_BEGUN * IMPACT_SCALE / 100 / STRENGTH_UNIT
    for token, found in begun:
        yield token, Postings(_rarity(sum(map(len, found.values())), total), _groups(found, scale, MOST_ENTRIES_BEGUN))


def _groups(
    found: Mapping[int, list[int]], scale: float, most: int = MOST_ENTRIES
) -> tuple[tuple[int, tuple[int, ...]], ...]:
    by_impact: dict[int, list[int]] = {}
    for strength, numbers in found.items():
        by_impact.setdefault(max(1, round(strength * scale)), []).extend(numbers)
    left = most
    groups = []
    for impact in sorted(by_impact, reverse=True):
        numbers = sorted(by_impact[impact])[:left]
        groups.append((impact, tuple(numbers)))
        left -= len(numbers)
        if not left:
            break
    return tuple(groups)


def _rarity(having: int, total: int) -> int:
    return round(100 * math.log1p((total - having + 0.5) / (having + 0.5)))
