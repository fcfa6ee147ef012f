"""How strongly the texts of an entry let each of their tokens find it, before rarity is known.

This is a form of BM25F (Robertson, Zaragoza and Taylor, 2004): fields are weighted and added before they saturate. A
word of the body counts once however often it occurs, so that bodies can be handled as sets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from playbook.model import BY_NAME
from playbook.ref import PAGE
from playbook.search.analysis import Language, Word
from playbook.search.constants import BIGRAM_MARK, CONCEPT_MARK, SENTENCE_MARK
from playbook.search.entries import Entry
from playbook.search.vocabulary import Span, Vocabulary

TITLE, ALIAS, UTTERANCE, BODY = 7.0, 5.0, 4.0, 1.4
"""How much a word counts in each field."""
TITLE_SENTENCE, OTHER_SENTENCE = 160, 80
"""What an entry gains if the query is its title, or one of its aliases or utterances, word for word."""
FOREIGN = 0.3
"""How much a word of a sentence in another language counts: where is the … is said of everything."""
OTHER_WORDS = 0.25
"""How much each further word of a title or phrase lowers the weight of the others."""
SATURATION = 7.0
"""BM25's k1: the field weight at which a word has half of its greatest effect."""
BODY_LENGTH = 80
"""Words in a typical body: a constant, so that the text of one record never changes the entry of another."""
LENGTH_STEP = 20
"""Lengths of bodies are rounded to this step, so that entries share their strengths."""
STRENGTH_UNIT = 1000
"""Strengths are whole thousandths, so that entries can be grouped by them."""
PAGE_WEIGHT = 1.1
"""How much more than others a page is looked for that is no record."""


def _weight_of(kind: str) -> float:
    search = BY_NAME[kind].search if kind != PAGE else None
    return search.weight if search else PAGE_WEIGHT


class Strengths:
    """The strengths of all tokens in the entries added so far."""

    def __init__(self, language: Language, vocabulary: Vocabulary) -> None:
        self.of_sentences: defaultdict[str, dict[int, int]] = defaultdict(dict)
        """The impacts, by the token of the sentence and then by the number of the entry."""
        self._language = language
        self._vocabulary = vocabulary
        self._of_phrases: defaultdict[str, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._of_bodies: defaultdict[int, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        """By strength, then by token: all words of an entry's body have the same strength."""
        self._foreign: set[str] = set()
        self._native: set[str] = set()
        """The tokens of phrases in other languages, and of all others."""
        self._bigram_cache: dict[tuple[str, str], str] = {}

    def add(self, number: int, entry: Entry) -> None:
        """Adds an entry; numbers must ascend."""
        boost = _weight_of(entry.kind)
        stems = self._language.stems(entry.body)
        in_body = self._body_tokens(stems)
        length = round(len(stems) / LENGTH_STEP) * LENGTH_STEP
        body_weight = BODY / (1.4 + 0.6 * length / BODY_LENGTH)
        for token, weight in self._phrase_weights(number, entry, boost).items():
            whole = weight
            if token in in_body:
                whole += body_weight
                in_body.discard(token)
            self._of_phrases[token][_strength(whole, boost)].append(number)
        only_in_body = self._of_bodies[_strength(body_weight, boost)]
        for token in in_body:
            only_in_body[token].append(number)

    def of_tokens(self) -> dict[str, dict[int, list[int]]]:
        """The numbers of the entries, by token and then by strength."""
        merged: dict[str, dict[int, list[int]]] = {token: dict(found) for token, found in self._of_phrases.items()}
        for strength, found in self._of_bodies.items():
            for token, numbers in found.items():
                of_token = merged.setdefault(token, {})
                of_token[strength] = of_token[strength] + numbers if strength in of_token else numbers
        return merged

    def foreign_tokens(self) -> frozenset[str]:
        """The tokens that stand for nothing but sentences in other languages."""
        return frozenset(self._foreign.difference(self._native, *self._of_bodies.values()))

    def _phrase_weights(self, number: int, entry: Entry, boost: float) -> dict[str, float]:
        """The weight of every token in the title, the aliases and the utterances. Also notes their sentences."""
        total: dict[str, float] = {}
        fields = (((entry.title,), TITLE), (entry.aliases, ALIAS), (entry.utterances, UTTERANCE))
        for texts, field_weight in fields:
            best: dict[str, float] = {}
            for text in texts:
                words = self._language.words(text)
                spans = self._vocabulary.spans(words)
                self._note_sentence(number, words, spans, boost, is_title=field_weight == TITLE)
                content = [word for word in words if not word.is_stop]
                share = field_weight / (1.0 + OTHER_WORDS * (max(len(content), 1) - 1))
                share *= FOREIGN if text in entry.foreign else 1
                tokens = set(self._phrase_tokens(words, content, spans))
                (self._foreign if text in entry.foreign else self._native).update(tokens)
                for token in tokens:
                    if share > best.get(token, 0.0):
                        best[token] = share
            for token, share in best.items():
                total[token] = total.get(token, 0.0) + share
        if entry.kind == "term":
            # A term is found by its concept only, so that its forms do not win over what it is about.
            return {token: weight for token, weight in total.items() if token.endswith(CONCEPT_MARK)}
        return total

    def _phrase_tokens(self, words: Sequence[Word], content: Sequence[Word], spans: Sequence[Span]) -> Iterable[str]:
        concepts = self._vocabulary.concepts
        for word in words:
            yield word.stem
        for word in content or words:
            if word.stem in concepts:
                yield from concepts[word.stem]
        for first, second in pairwise(content):
            pair = (first.spelt, second.spelt)
            if pair not in self._bigram_cache:
                self._bigram_cache[pair] = self._language.joined(first, second) + BIGRAM_MARK
            yield self._bigram_cache[pair]
        for _, _, named in spans:
            yield from named

    def _note_sentence(
        self, number: int, words: Sequence[Word], spans: Sequence[Span], boost: float, *, is_title: bool
    ) -> None:
        phrase = self._vocabulary.phrase(words, spans)
        if phrase:
            impacts = self.of_sentences[phrase + SENTENCE_MARK]
            impact = round((TITLE_SENTENCE if is_title else OTHER_SENTENCE) * boost)
            impacts[number] = max(impacts.get(number, 0), impact)

    def _body_tokens(self, stems: Sequence[str]) -> set[str]:
        tokens = set(stems)
        for stem in tokens & self._vocabulary.single_forms:
            tokens.update(self._vocabulary.concepts[stem])
        if not tokens.isdisjoint(self._vocabulary.openers):
            for _, _, concepts in self._vocabulary.spans_of(stems):
                tokens.update(concepts)
        return tokens


def _strength(weight: float, boost: float) -> int:
    return round(STRENGTH_UNIT * boost * weight / (weight + SATURATION))
