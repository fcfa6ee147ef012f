"""The signs of an emergency: words that, wherever they stand in a query, mean that somebody is in danger.

The title and every alias of an urgent scenario is a sign of it. `assets/search/signs.js` is the twin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playbook.search.analysis import Language
from playbook.search.constants import PREFIX_MARK, SIGN_FACTOR
from playbook.search.entries import Entry
from playbook.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from playbook.search.expansion import Expansion


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that together mean one urgent scenario."""

    tokens: tuple[str, ...]
    """Stems and concepts; all of them must be meant by a query."""
    number: int
    """The number of the scenario's entry."""


def signs_of(entries: Sequence[Entry], language: Language, vocabulary: Vocabulary) -> Iterator[Sign]:
    """Every sign, in the order of the entries."""
    for number, entry in enumerate(entries):
        if entry.is_urgent:
            phrases = (vocabulary.phrase(language.words(text)) for text in (entry.title, *entry.aliases))
            for phrase in dict.fromkeys(filter(None, phrases)):
                yield Sign(tuple(phrase.split(" ")), number)


def danger(signs: Iterable[Sign], expansion: Expansion) -> Mapping[int, int]:
    """By the numbers of urgent scenarios, how many words of the query are signs of them."""
    meant: defaultdict[str, set[int]] = defaultdict(set)
    for alternative in expansion.alternatives:
        is_whole = alternative.token not in expansion.completions and alternative.token[-1] != PREFIX_MARK
        if is_whole and alternative.factor >= SIGN_FACTOR:
            meant[alternative.token].update(alternative.slots)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for sign in signs:
        if all(token in meant for token in sign.tokens):
            for token in sign.tokens:
                found[sign.number] |= meant[token]
    return {number: len(slots) for number, slots in found.items()}
