"""Which entries answer a query, best first. `assets/search/ranking.js` is the twin and gives the same numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playbook.search.expansion import EXACT, Alternative, Expansion, expand
from playbook.search.index import Index

SURE = 90
"""From this factor on a token says how rare the word itself is, not only what it resembles."""
WORTH_SHOWING = 0.15
"""The share of the best score below which an entry is only noise."""
ENOUGH = 0.33
"""The share of the query that an entry must answer when it misses more than one word of it, and others do better."""
UNKNOWN = 4
"""A word that finds nothing counts this many times less than the rarest word: people say more than they search for."""


@dataclass(frozen=True, slots=True)
class Result:
    """An entry found."""

    id: str
    """`kind:id`."""
    title: str
    score: float
    """The higher the better; comparable only within one query."""


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
        _rarity(index, expansion.alternatives, slot) if of_slot else index.greatest_rarity // UNKNOWN
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
    enough = {number for number, share in shares.items() if missed[number] <= (expansion.slots > 1) or share >= ENOUGH}
    scores = {number: values[number] * shares[number] for number in enough or values}
    sentence = next((index.postings[token] for token in expansion.sentences if token in index.postings), None)
    for impact, numbers in sentence.groups if sentence else ():
        for number in numbers:
            scores[number] = scores.get(number, 0.0) + impact * EXACT
    least = max(scores.values(), default=0.0) * WORTH_SHOWING
    return {number: score / 100 for number, score in scores.items() if score >= least}


def _best_values(index: Index, expansion: Expansion) -> Sequence[Mapping[int, int]]:
    best: list[dict[int, int]] = [{} for _ in range(expansion.slots)]
    begun = expansion.begun & index.postings.keys()
    rarest_begun = max((index.postings[token].rarity for token in begun), default=0) or 1
    for alternative in expansion.alternatives:
        postings = index.postings.get(alternative.token)
        if postings is None:
            continue
        for impact, numbers in postings.groups:
            value = impact * alternative.factor
            if alternative.token in begun:  # likelier the common word is meant, so a rare one must not count more
                value = value * rarest_begun // max(1, postings.rarity)
            for slot in alternative.slots:
                of_slot = best[slot]
                for number in numbers:
                    if value > of_slot.get(number, 0):
                        of_slot[number] = value
    return best


def _rarity(index: Index, alternatives: Sequence[Alternative], slot: int) -> int:
    """How much one word of the query tells: the least of its sure tokens, else the most of the others."""
    sure: list[int] = []
    others: list[int] = []
    for alternative in alternatives:
        postings = index.postings.get(alternative.token)
        if alternative.slots == (slot,) and postings is not None:
            (sure if alternative.factor >= SURE else others).append(postings.rarity)
    if sure:
        return max(1, min(sure))
    return max(1, *others) if others else index.greatest_rarity
