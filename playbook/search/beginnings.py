"""What the first letters of a word find, worked out when the index is made.

Two or three letters begin dozens of words, which stand in several parts of the index. A browser that looked for each
of them would fetch all those parts at a single key, and would still have to leave most of the words out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from playbook.search.tokens import BEGUN
from playbook.search.vocabulary import Vocabulary

LETTERS = (2, 3)
"""How many letters are a beginning with a token of its own; longer ones begin so few words that each is looked for."""
LEAST, SPAN = 40, 40
"""In percent, what a word counts of which the beginning is typed: this much, and up to that much more the less is
missing."""
MOST = LEAST + SPAN
ByStrength = Mapping[int, list[int]]
"""The numbers of the entries that a token finds so strongly."""
FoundBy = Callable[[str], Iterable[tuple[int, Iterable[int]]]]
"""Tells for a token how strongly it finds which entries, the strongest first."""


def begun_factor(letters: int, word: str) -> int:
    """In percent, what a word counts of which so many letters are typed."""
    return LEAST + SPAN * letters // max(len(word), letters)


def has_token(letters: str) -> bool:
    """Whether a beginning has a token of its own."""
    return len(letters) in LETTERS


def beginnings(
    words: Iterable[str], without_meaning: Container[str], vocabulary: Vocabulary, found_by: FoundBy
) -> Iterator[tuple[str, ByStrength]]:
    """By token of a beginning what it finds; `MOST` is what the token counts in a query.

    How rare a word is does not matter: of all words that begin so, likelier a common one is meant. Those of
    `without_meaning` count only where no other word begins so.
    """
    stems = defaultdict[str, list[str]](list)
    for word in words:
        for letters in LETTERS:
            if len(word) > letters:
                stems[word[:letters]].append(word)
    for beginning, begun in stems.items():
        meant = [word for word in begun if word not in without_meaning] or begun
        yield beginning + BEGUN, _strongest(_worth(len(beginning), meant, vocabulary, found_by))


def _worth(
    letters: int, words: Iterable[str], vocabulary: Vocabulary, found_by: FoundBy
) -> Iterator[tuple[int, Iterable[int]]]:
    for word in words:
        for token, factor in vocabulary.worth(word, begun_factor(letters, word)):
            for strength, numbers in found_by(token):
                yield strength * factor // MOST, numbers


def _strongest(groups: Iterable[tuple[int, Iterable[int]]]) -> ByStrength:
    """Each entry as strongly as anything finds it."""
    by_strength = defaultdict[int, set[int]](set)
    for strength, numbers in groups:
        by_strength[strength].update(numbers)
    seen: set[int] = set()
    strongest: dict[int, list[int]] = {}
    for strength in sorted(by_strength, reverse=True):
        new = by_strength[strength] - seen
        seen |= new
        if new:
            strongest[strength] = sorted(new)
    return strongest
