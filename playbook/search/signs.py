"""The signs of an emergency: words that, wherever they stand in a query, mean that somebody is in danger.

The title, every alias and every sign of an urgent scenario is one. `assets/search/signs.js` is the twin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playbook.search.analysis import Language
from playbook.search.constants import EITHER, MAX_PREFIX_FACTOR, PREFIX_MARK, RELATIVE_FACTORS, SIGN_FACTOR, SURE_FACTOR
from playbook.search.entries import Entry
from playbook.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from playbook.search.expansion import Expansion


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that together mean one urgent scenario."""

    places: tuple[tuple[str, ...], ...]
    """For each word the stems and concepts of which one must be meant by a query."""
    number: int
    """The number of the scenario's entry."""

    @property
    def key(self) -> tuple[str, ...]:
        """The place with the fewest words: the sign is looked up by each of these."""
        return min(self.places, key=len)


SignsByKey = Mapping[str, tuple[Sign, ...]]
"""Signs by each token that they are looked up by."""


def signs_of(entries: Sequence[Entry], language: Language, vocabulary: Vocabulary) -> SignsByKey:
    """Every sign of the urgent scenarios among the entries."""
    found: defaultdict[str, list[Sign]] = defaultdict(list)
    for number, entry in enumerate(entries):
        if entry.is_urgent:
            texts = (entry.title, *entry.aliases, *entry.signs)
            for places in dict.fromkeys(places_of(text, language, vocabulary) for text in texts):
                sign = Sign(places, number)
                for token in sign.key if places else ():
                    found[token].append(sign)
    return {token: tuple(signs) for token, signs in found.items()}


def places_of(text: str, language: Language, vocabulary: Vocabulary) -> tuple[tuple[str, ...], ...]:
    """For each word of a sign what may stand for it: words with a stroke between them are all as good.

    A sign of which no word means anything by itself has none.
    """
    is_telling = any(language.is_telling(word) for word in language.words(text))
    return tuple(_places(text, language, vocabulary)) if is_telling else ()


def _places(text: str, language: Language, vocabulary: Vocabulary) -> Iterator[tuple[str, ...]]:
    if EITHER not in text:
        yield from ((token,) for token in vocabulary.phrase(language.words(text)).split(" "))
        return
    for part in text.split():
        words = (_token(word, language, vocabulary) for word in part.split(EITHER))
        tokens = tuple(dict.fromkeys(filter(None, words)))
        if tokens:
            yield tokens


def _token(text: str, language: Language, vocabulary: Vocabulary) -> str:
    """What stands for one word of a sign: its concept or its stem, of e-bike that of ebike; empty for a stop word."""
    words = language.words(text)
    if all(word.is_stop for word in words):
        return ""
    phrase = vocabulary.phrase(words)
    return language.joined(*words[-2:]) if " " in phrase else phrase


def danger(signs: SignsByKey, expansion: Expansion, *, is_understood: bool) -> Mapping[int, int]:
    """By the numbers of urgent scenarios, how many words of the query are signs of them.

    In a query that means nothing otherwise, only words that are typed correctly are: any word resembles another.
    """
    least = SIGN_FACTOR if is_understood else SURE_FACTOR
    meant: defaultdict[str, set[int]] = defaultdict(set)
    for alternative in expansion.alternatives:
        is_guess = alternative.token in expansion.completions and alternative.factor <= MAX_PREFIX_FACTOR
        is_whole = not is_guess and alternative.token[-1] != PREFIX_MARK
        if is_whole and alternative.factor >= least and alternative.factor not in RELATIVE_FACTORS:
            meant[alternative.token].update(alternative.slots)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for token in meant:
        for sign in signs.get(token, ()):
            answered = [[slot for word in place for slot in meant.get(word, ())] for place in sign.places]
            if all(answered):
                found[sign.number].update(slot for slots in answered for slot in slots)
    return {number: len(slots) for number, slots in found.items()}
