"""What two or three typed letters find, worked out when the index is built.

Dozens of words share so short a prefix, and they are spread over several shards of the index. A browser that looked
each of them up would fetch all those shards for a single letter, and would still have to leave most of the words out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from playbook.search.constants import MAX_PREFIX_FACTOR, MIN_PREFIX_FACTOR, PREFIX_LENGTHS, PREFIX_MARK
from playbook.search.vocabulary import Vocabulary

ByStrength = Mapping[int, list[int]]
"""The numbers of the entries that a token finds, by how strongly it finds them."""
FoundBy = Callable[[str], Iterable[tuple[int, Iterable[int]]]]
"""Yields how strongly a token finds which entries, the strongest first."""


def prefix_factor(letters: int, word: str) -> int:
    """In percent, how well `word` answers when this many of its letters have been typed."""
    return MIN_PREFIX_FACTOR + (MAX_PREFIX_FACTOR - MIN_PREFIX_FACTOR) * letters // max(len(word), letters)


def has_own_token(prefix: str) -> bool:
    """Whether a prefix has a token of its own."""
    return len(prefix) in PREFIX_LENGTHS


def prefix_tokens(
    words: Iterable[str], stop_stems: Container[str], vocabulary: Vocabulary, found_by: FoundBy
) -> Iterator[tuple[str, ByStrength]]:
    """Each prefix's token with what it finds, for a token that counts `MAX_PREFIX_FACTOR` in a query.

    How rare a word is plays no part: of all words with this prefix, a common one is more likely to be meant. Stop words
    count only where no other word has the prefix.
    """
    completions = defaultdict[str, list[str]](list)
    for word in words:
        for length in PREFIX_LENGTHS:
            if len(word) > length:
                completions[word[:length]].append(word)
    for prefix, longer in completions.items():
        meant = [word for word in longer if word not in stop_stems] or longer
        yield prefix + PREFIX_MARK, _strongest(_found_by_completions(len(prefix), meant, vocabulary, found_by))


def _found_by_completions(
    letters: int, words: Iterable[str], vocabulary: Vocabulary, found_by: FoundBy
) -> Iterator[tuple[int, Iterable[int]]]:
    for word in words:
        for token, factor in vocabulary.worth(word, prefix_factor(letters, word)):
            for strength, numbers in found_by(token):
                yield strength * factor // MAX_PREFIX_FACTOR, numbers


def _strongest(groups: Iterable[tuple[int, Iterable[int]]]) -> ByStrength:
    """Each entry once, with the greatest strength at which it is found."""
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
