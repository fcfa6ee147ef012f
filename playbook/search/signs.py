"""The signs of an emergency: words that mean that someone is in danger, wherever they are in a query.

The title, every alias and every sign of an urgent scenario is one. `assets/search/signs.js` is the twin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playbook.search.analysis import Language
from playbook.search.constants import (
    CLEAR_SIGN_FACTOR,
    DOUBTFUL_FACTORS,
    EITHER,
    MAX_PREFIX_FACTOR,
    PREFIX_MARK,
    RELATIVE_FACTORS,
    SIGN_FACTOR,
)
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


SignsByKey = Mapping[str, tuple[Sign, ...]]
"""Signs by each token that they are looked up by: those of the place with the fewest, of places without stop words."""


@dataclass(frozen=True)
class SignReader:
    """Reads what editors write under `signs`."""

    language: Language
    vocabulary: Vocabulary
    _tokens: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    """What stands for a word, by the word as it is written: most are in many signs."""

    def places_of(self, text: str) -> tuple[tuple[str, ...], ...]:
        """For each word of a sign what may stand for it: words with a stroke between them are all as good.

        None for a sign that cannot be looked up, because each of its words may be a small one, and for a single word
        that means nothing by itself.
        """
        places = tuple(self._places(text))
        is_meant = len(places) > 1 or any(map(self.language.is_telling, self.language.words(text)))
        return places if is_meant and any(map(self.language.stop_stems().isdisjoint, places)) else ()

    def _places(self, text: str) -> Iterator[tuple[str, ...]]:
        for part in text.split():
            tokens = tuple(dict.fromkeys(filter(None, map(self._token, part.split(EITHER)))))
            if tokens:
                yield tokens

    def _token(self, text: str) -> str:
        """What stands for one word: its concept or its stem, of e-bike that of ebike; empty for no word."""
        found = self._tokens.get(text)
        if found is None:
            words = self.language.words(text)
            phrase = self.vocabulary.phrase(words)
            found = self._tokens[text] = self.language.joined(*words[-2:]) if " " in phrase else phrase
        return found


def signs_of(entries: Sequence[Entry], language: Language, vocabulary: Vocabulary) -> SignsByKey:
    """Every sign of the urgent scenarios among the entries."""
    found: defaultdict[str, list[Sign]] = defaultdict(list)
    stops, reader = language.stop_stems(), SignReader(language, vocabulary)
    for number, entry in enumerate(entries):
        if entry.is_urgent:
            in_words = [tuple(_words(text, language, vocabulary)) for text in (entry.title, *entry.aliases)]
            in_places = map(reader.places_of, entry.signs)
            for places in dict.fromkeys([*in_words, *in_places]):
                keys = [place for place in places if stops.isdisjoint(place)]
                for token in min(keys, key=len, default=()):
                    found[token].append(Sign(places, number))
    return {token: tuple(signs) for token, signs in found.items()}


def _words(text: str, language: Language, vocabulary: Vocabulary) -> Iterator[tuple[str, ...]]:
    """Each word of a title or an alias that carries a meaning."""
    for token in filter(None, vocabulary.phrase(language.words(text)).split(" ")):
        yield (token,)


def danger(signs: SignsByKey, expansion: Expansion, *, is_understood: bool) -> Mapping[int, int]:
    """By the numbers of urgent scenarios, how many words of the query are signs of them.

    In a query of several words that means nothing otherwise, only words that are clear are: any short word resembles
    another. Stop words complete a sign but are none: "is he dead" counts one word.
    """
    is_clear = is_understood or expansion.slots == 1
    least = SIGN_FACTOR if is_clear else CLEAR_SIGN_FACTOR
    excluded = RELATIVE_FACTORS if is_clear else (*RELATIVE_FACTORS, *DOUBTFUL_FACTORS)
    meant: defaultdict[str, set[int]] = defaultdict(set)
    for alternative in expansion.alternatives:
        is_guess = alternative.token in expansion.completions and alternative.factor <= MAX_PREFIX_FACTOR
        is_whole = not is_guess and alternative.token[-1] != PREFIX_MARK
        if is_whole and alternative.factor >= least and alternative.factor not in excluded:
            meant[alternative.token].update(alternative.slots)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for token in meant:
        for sign in signs.get(token, ()):
            answered = [{slot for word in place for slot in meant.get(word, ())} for place in sign.places]
            pairs = zip(answered, sign.places, strict=True)
            if all(slots or not expansion.stops.isdisjoint(place) for slots, place in pairs):
                found[sign.number].update(*answered)
    return {number: len(slots) for number, slots in found.items()}
