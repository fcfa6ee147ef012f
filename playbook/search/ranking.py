"""Which entries answer a query, best first. `assets/search/ranking.js` is the twin and gives the same scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playbook.search.constants import (
    DOUBTFUL_FACTORS,
    EXACT_FACTOR,
    LEAST_WORTH,
    LIKELY_WORTH,
    MIN_COVERAGE,
    MIN_SCORE_SHARE,
    SURE_FACTOR,
    SURE_WORTH,
    UNKNOWN_DIVISOR,
)
from playbook.search.expansion import Alternative, Expansion, expand
from playbook.search.inverted_index import Index
from playbook.search.signs import danger


@dataclass(frozen=True, slots=True)
class Result:
    """An entry found."""

    id: str
    """`kind:id`."""
    title: str
    score: float
    """The higher the better; only comparable within one query."""


def search(index: Index, query: str, limit: int = 10) -> list[Result]:
    """The best entries for a query, best first; equal ones in the order of the index."""
    scores = rank(index, query)
    best = sorted(scores, key=lambda number: (-scores[number], number))[:limit]
    return [Result(index.entries[number].key, index.entries[number].title, scores[number]) for number in best]


def rank(index: Index, query: str) -> dict[int, float]:
    """The score of every entry that answers enough of a query, by its number."""
    expansion = expand(index, query)
    if not expansion.slots:
        return {}
    best = _best_values(index, expansion)
    rarities = [
        _rarity(index, expansion.alternatives, slot) if of_slot else index.greatest_rarity // UNKNOWN_DIVISOR
        for slot, of_slot in enumerate(best)
    ]
    wanted = sum(rarities)
    values: dict[int, int] = {}
    covered: dict[int, int] = {}
    missed: dict[int, int] = {}
    for rarity, of_slot in zip(rarities, best, strict=True):
        for number, value in of_slot.items():
            values[number] = values.get(number, 0) + value
            covered[number] = covered.get(number, 0) + rarity
            missed[number] = missed.get(number, expansion.slots) - 1
    shares = {number: covered[number] / wanted for number in values}
    may_miss = 1 if expansion.slots > 1 else 0
    enough = {number for number, share in shares.items() if missed[number] <= may_miss or share >= MIN_COVERAGE}
    scores = {number: values[number] * shares[number] for number in enough or values}
    sentence = next((index.postings[token] for token in expansion.sentences if token in index.postings), None)
    for impact, numbers in sentence.groups if sentence else ():
        for number in numbers:
            scores[number] = scores.get(number, 0.0) + impact * EXACT_FACTOR
    is_understood = sentence is not None or _is_understood(index, expansion)
    urgent = danger(index.signs, expansion, is_understood=is_understood)
    if not is_understood:
        scores = {number: score for number, score in scores.items() if number in urgent}
    highest = max(scores.values(), default=0.0)
    first = {number: (highest + 1) * words for number, words in urgent.items()}
    return {
        number: (score + first.get(number, 0)) / 100
        for number, score in (dict.fromkeys(urgent, 0.0) | scores).items()
        if number in urgent or score >= highest * MIN_SCORE_SHARE
    }


def _is_understood(index: Index, expansion: Expansion) -> bool:
    """Whether enough words of a query mean something. Otherwise the few that do would answer another question."""
    worth = [0] * expansion.slots
    for alternative in expansion.alternatives:
        if alternative.token in index.postings and (expansion.slots == 1 or alternative.factor not in DOUBTFUL_FACTORS):
            token = alternative.token
            is_word = len(token) > 1 and not token.isdecimal()
            is_known = is_word and token not in expansion.completions and token not in index.foreign
            for slot in alternative.slots:
                is_sure = is_known and alternative.factor >= SURE_FACTOR
                worth[slot] = max(worth[slot], SURE_WORTH if is_sure else LIKELY_WORTH)
    return sum(worth) >= LEAST_WORTH * expansion.slots


def _best_values(index: Index, expansion: Expansion) -> Sequence[Mapping[int, int]]:
    best: list[dict[int, int]] = [{} for _ in range(expansion.slots)]
    completions = expansion.completions & index.postings.keys()
    rarest = max((index.postings[token].rarity for token in completions), default=0) or 1
    for alternative in expansion.alternatives:
        postings = index.postings.get(alternative.token)
        if postings is None:
            continue
        for impact, numbers in postings.groups:
            value = impact * alternative.factor
            if alternative.token in completions:  # a common word is likelier to be meant: a rare one must not win
                value = value * rarest // max(1, postings.rarity)
            for slot in alternative.slots:
                of_slot = best[slot]
                for number in numbers:
                    if value > of_slot.get(number, 0):
                        of_slot[number] = value
    return best


def _rarity(index: Index, alternatives: Sequence[Alternative], slot: int) -> int:
    """How rare one word of the query is: as its commonest sure token, else as the rarest of the others."""
    sure: list[int] = []
    others: list[int] = []
    for alternative in alternatives:
        postings = index.postings.get(alternative.token)
        if alternative.slots == (slot,) and postings is not None:
            (sure if alternative.factor >= SURE_FACTOR else others).append(postings.rarity)
    if sure:
        return max(1, min(sure))
    return max(1, *others) if others else index.greatest_rarity
