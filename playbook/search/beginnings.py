"""What the first letters of a word find, worked out when the index is made.

Two or three letters begin dozens of words, which stand in several parts of the index. A browser that looked for each
of them would fetch all those parts at a single key, and would still have to leave most of the words out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from playbook.search.tokens import BEGUN
from playbook.search.vocabulary import Vocabulary

LETTERS = (2, 3)
"""How many letters are a beginning with a token of its own; longer ones begin so few words that each is looked for."""
LEAST, SPAN = 40, 40
"""In percent, what a word counts of which the beginning is typed: this much, and up to that much more the less is
missing."""
MOST = LEAST + SPAN
ByImpact = Mapping[int, list[int]]


def begun_factor(letters: int, word: str) -> int:
    """In percent, what a word counts of which so many letters are typed."""
    return LEAST + SPAN * letters // max(len(word), letters)


def has_token(letters: str) -> bool:
    """Whether a beginning has a token of its own."""
    return len(letters) in LETTERS


def beginnings(
    words: Iterable[str], vocabulary: Vocabulary, found_by: Callable[[str], Iterable[tuple[int, Iterable[int]]]]
) -> Iterator[tuple[str, ByImpact]]:
    """By token of a beginning, the numbers of the entries by impact; `MOST` is what the token counts in a query.

    `found_by` tells for a token the impacts and the numbers of the entries that have each.
    """
    stems = defaultdict[str, list[str]](list)
    for word in words:
        for letters in LETTERS:
            if len(word) > letters:
                stems[word[:letters]].append(word)
    for beginning, begun in stems.items():
        yield beginning + BEGUN, _strongest(_worth(len(beginning), begun, vocabulary, found_by))


def _worth(
    letters: int,
    words: Iterable[str],
    vocabulary: Vocabulary,
    found_by: Callable[[str], Iterable[tuple[int, Iterable[int]]]],
) -> Iterator[tuple[int, Iterable[int]]]:
    for word in words:
        for token, factor in vocabulary.worth(word, begun_factor(letters, word)):
            for impact, numbers in found_by(token):
                yield max(1, impact * factor // MOST), numbers


def _strongest(groups: Iterable[tuple[int, Iterable[int]]]) -> ByImpact:
    """Each entry with the strongest impact that it has."""
    by_impact = defaultdict[int, set[int]](set)
    for impact, numbers in groups:
        by_impact[impact].update(numbers)
    seen: set[int] = set()
    strongest: dict[int, list[int]] = {}
    for impact in sorted(by_impact, reverse=True):
        new = by_impact[impact] - seen
        seen |= new
        if new:
            strongest[impact] = sorted(new)
    return strongest
