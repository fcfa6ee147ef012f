"""The search index of a playbook: for every token, which entries it finds and how strongly.

Tokens are stems (`seat`), neighbours written as one (`boxoffic~`), concepts of the vocabulary (`interval#`) and whole
sentences (`angri patron#=`). How strongly a token finds an entry is worked out here, once, as a whole number (its
impact), so that the browser and Python only add up. Cutting the index into files is the work of `shards`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from playbook.model import Playbook
from playbook.search.entries import Entry, entries_of
from playbook.search.language import Language, Word
from playbook.search.vocabulary import Vocabulary

NEIGHBOURS, CONCEPT, SENTENCE = "~", "#", "="
"""What a token that is more than one stem ends in; no text contains them after folding."""

TITLE, ALIAS, UTTERANCE, BODY = 7.0, 5.0, 4.0, 2.0
"""How much a word counts in each field."""
TITLE_SENTENCE, OTHER_SENTENCE = 160, 80
"""What an entry gains when the query is its title, or one of its aliases or utterances, word for word."""
OTHER_WORDS = 0.25
"""How much each further word of a title or phrase takes from the weight of the others."""
SATURATION = 7.0
"""BM25's k1: the field weight at which a word has half of its greatest effect."""
BODY_LENGTH = 80
"""Words in a usual body, a constant so that one record's text changes no other record's entry."""
BOOST: Mapping[str, float] = MappingProxyType(
    {
        "touchpoint": 1.15,
        "department": 1.15,
        "role": 1.05,
        "scenario": 1.15,
        "access": 1.15,
        "page": 1.1,
        "term": 0.6,
        "source": 0.6,
        "setting": 0.85,
        "evidence": 0.85,
        "improvement": 0.8,
    }
)
"""How much more or less than others a kind is looked for; 1 for a kind that is not listed."""
IMPACT_SCALE = 40
MOST_ENTRIES = 1500
"""Entries kept for one token, the strongest; a word that stands everywhere finds nothing by itself."""


@dataclass(frozen=True, slots=True)
class Postings:
    """What one token finds."""

    rarity: int
    """How much the token tells, from its inverse document frequency; 0 when every entry has it."""
    impacts: tuple[tuple[int, int], ...]
    """Number of the entry and impact, by number."""


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
    entries = tuple(
        entry for entry in entries_of(playbook) if entry.kind != "page" or pages is None or entry.id in pages
    )
    found: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    sentences: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        boost = BOOST.get(entry.kind, 1.0)
        for token, weight in _weights(entry, language, vocabulary).items():
            found[token].append((number, boost * weight / (weight + SATURATION)))
        for sentence, impact in _sentences(entry, language, vocabulary):
            of_sentence = sentences[sentence]
            of_sentence[number] = max(of_sentence.get(number, 0), round(impact * boost))
    postings = dict(_postings(found, vocabulary, len(entries)))
    for sentence, impacts in sentences.items():
        postings[sentence] = Postings(0, tuple(impacts.items())[:MOST_ENTRIES])
    words = {token for token in found if token[-1] not in "~#"}
    words.update(stem for form in vocabulary.concepts for stem in form.split())
    return Index(language, vocabulary, entries, tuple(sorted(words)), postings, _rarity(0, len(entries)))


def _weights(entry: Entry, language: Language, vocabulary: Vocabulary) -> dict[str, float]:
    total: defaultdict[str, float] = defaultdict(float)
    is_term = entry.kind == "term"
    for texts, field_weight in (((entry.title,), TITLE), (entry.aliases, ALIAS), (entry.utterances, UTTERANCE)):
        best: dict[str, float] = {}
        for text in texts:
            for token, share in _phrase_tokens(language.words(text), language, vocabulary):
                if is_term and not token.endswith(CONCEPT):
                    continue
                if share > best.get(token, 0.0):
                    best[token] = share
        for token, share in best.items():
            total[token] += share * field_weight
    words = [word for word in language.words(entry.body) if not word.is_stop]
    length_norm = 0.4 + 0.6 * len(words) / BODY_LENGTH
    for token, count in _body_counts(words, vocabulary).items():
        total[token] += BODY * count / (count + length_norm)
    return total


def _phrase_tokens(words: Sequence[Word], language: Language, vocabulary: Vocabulary) -> Iterable[tuple[str, float]]:
    content = [word for word in words if not word.is_stop]
    share = 1.0 / (1.0 + OTHER_WORDS * (max(len(content), 1) - 1))
    for word in words:
        yield word.stem, share
        if not word.is_stop or not content:
            for concept in vocabulary.of_word(word.stem):
                yield concept, share
    for first, second in pairwise(content):
        yield language.joined(first, second) + NEIGHBOURS, share
    for _, _, concepts in vocabulary.spans(words):
        for concept in concepts:
            yield concept, share


def _body_counts(words: Sequence[Word], vocabulary: Vocabulary) -> Mapping[str, int]:
    counts: Counter[str] = Counter([word.stem for word in words])
    concepts: Counter[str] = Counter()
    for stem, count in counts.items():
        for concept in vocabulary.concepts.get(stem, ()):
            concepts[concept] += count
    if not vocabulary.openers.isdisjoint(counts):
        for _, _, named in vocabulary.spans(words):
            concepts.update(named)
    counts.update(concepts)
    return counts


def _sentences(entry: Entry, language: Language, vocabulary: Vocabulary) -> Iterable[tuple[str, int]]:
    for text in (entry.title, *entry.aliases, *entry.utterances):
        phrase = vocabulary.phrase(language.words(text))
        if phrase:
            yield phrase + SENTENCE, TITLE_SENTENCE if text is entry.title else OTHER_SENTENCE


def _postings(
    found: Mapping[str, list[tuple[int, float]]], vocabulary: Vocabulary, total: int
) -> Iterable[tuple[str, Postings]]:
    for token, weights in found.items():
        rarity = _rarity(len(weights), total)
        for concept in vocabulary.concepts.get(token, ()):
            rarity = min(rarity, _rarity(len(found.get(concept, ())), total))
        scale = rarity * IMPACT_SCALE / 100
        impacts = [(number, max(1, round(weight * scale))) for number, weight in weights]
        if len(impacts) > MOST_ENTRIES:
            impacts = sorted(sorted(impacts, key=lambda posting: (-posting[1], posting[0]))[:MOST_ENTRIES])
        yield token, Postings(rarity, tuple(impacts))


def _rarity(having: int, total: int) -> int:
    return round(100 * math.log1p((total - having + 0.5) / (having + 0.5)))
