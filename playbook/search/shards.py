"""The index as files for the browser: a small manifest, and the rest in shards that are fetched when needed.

The manifest is a module of the script that answers, because every query needs it and a request costs more than its
bytes. Every shard is a script that calls one function with plain data, because a page opened from a file share may load
scripts but may not fetch. `assets/search/store.js` reads them, so the two must change together.
"""

from __future__ import annotations

import hashlib
import json
import re
import string
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, zip_longest
from operator import itemgetter, sub
from typing import Any

from playbook.search.constants import (
    BIGRAM_MARK,
    CONCEPT_MARK,
    EITHER,
    ENTRIES_PER_SHARD,
    PREFIX_MARK,
    RADIX,
    RECEIVER,
    SENTENCE_MARK,
    SIGN_MARK,
)
from playbook.search.entries import Entry
from playbook.search.inverted_index import Index
from playbook.search.signs import SignsByKey
from playbook.search.word_lists import front_coded

TOKENS_SIZE, WORDS_SIZE, DICTIONARY_SIZE = 800, 6_000, 3_000
"""Characters in a shard, roughly; compression halves it at least."""
BEST_OF_WORD, BEST_OF_BIGRAM, ROWS_WITH_TOKENS = 10, 9, 8
"""Rows of entries that come with a shard of tokens: the best ones for each word, then for each bigram, and at most so
many together. Most answers to one word can then be shown at once; with more rows, a query of several words would cost
too many bytes."""
SENTENCES_WITH_TOKENS = 2
"""Sentences of patrons in such a row: those with a word of the shard."""
BUNDLED_WORDS = 60_000
"""Characters of all words together up to which they come with the manifest: those of a few thousand tips."""
HASH_LENGTH = 8
DIGITS = (string.digits + string.ascii_lowercase)[:RADIX]
Shards = Mapping[str, Sequence[Any]]
"""The shards of `words`, `dictionary`, `tokens` and `entries`, each as the data of one file."""
_UNMARKED = re.compile(f"[^ \\t{PREFIX_MARK}{CONCEPT_MARK}{BIGRAM_MARK}{SENTENCE_MARK}{SIGN_MARK}]{{0,4}}")


def index_shards(index: Index) -> Shards:
    """Everything that is looked up in the index; `words` is a single shard if it comes with the manifest."""
    words_size = BUNDLED_WORDS if sum(map(len, index.words)) <= BUNDLED_WORDS else WORDS_SIZE
    return {
        "words": [front_coded(words) for words in _cut(index.words, words_size, of=len, at=lambda word: word[0])],
        "dictionary": [
            front_coded(words) for words in _cut(index.dictionary, DICTIONARY_SIZE, of=len, at=lambda word: word[:2])
        ],
        "tokens": [
            ["\n".join(lines), _best_rows(index, lines)]
            for lines in _cut(_sorted_lines(index), TOKENS_SIZE, of=len, at=common_start)
        ],
        "entries": [
            [row_of(entry) for entry in index.entries[start:end]]
            for start, end in _spans(len(index.entries), ENTRIES_PER_SHARD)
        ],
    }


def shard_files(shards: Shards) -> Iterator[tuple[str, str]]:
    """The files of the shards that do not come with the manifest, as (path below the site's root, text).

    Each says in its name and in its call to which build it belongs.
    """
    version = version_of(shards)
    for group, of_group in shards.items():
        for number, shard in enumerate(of_group):
            if not is_bundled(group, shards):
                call = f'{RECEIVER}("{group}",{number},{as_json(shard)},"{version}");\n'
                yield f"search/{group}-{number}.{version}.js", call


def common_start(token: str) -> str:
    """The first letters of a token, at most four: tokens that share them are often looked up together."""
    found = _UNMARKED.match(token)
    return found[0] if found else ""


def version_of(shards: Shards) -> str:
    """By which a build is told from another."""
    return short_hash(as_json(shards))


def short_hash(text: str) -> str:
    """A few characters that change with the text."""
    return hashlib.sha256(text.encode()).hexdigest()[:HASH_LENGTH]


def is_bundled(group: str, shards: Shards) -> bool:
    """Whether the one shard of a group comes with the manifest."""
    return group == "words" and len(shards[group]) == 1


def row_of(entry: Entry, said: Sequence[str] | None = None) -> list[str]:
    """What a result shows, in the order in which `store.js` reads it; of what patrons say all of it, or only `said`."""
    sentences = "\n".join(entry.said if said is None else said)
    row = [entry.id, entry.title, entry.where, sentences, entry.say, entry.about, entry.file]
    return [*row, entry.mark] if entry.mark else row


def _best_rows(index: Index, lines: Iterable[str]) -> dict[int, list[str]]:
    """The rows of the entries that come with a shard, by number, best first."""
    tokens = [token for token in map(_token, lines) if token[-1] != SIGN_MARK]
    numbers = dict.fromkeys(chain(_found_by_words(index, tokens), _found_by_bigrams(index, tokens)))
    best = ((number, index.entries[number]) for number in islice(numbers, ROWS_WITH_TOKENS))
    looked_up = frozenset(tokens)
    return {number: row_of(entry, _said_with(index, entry, looked_up)) for number, entry in best}


def _said_with(index: Index, entry: Entry, tokens: frozenset[str]) -> Sequence[str]:
    """What patrons say in one of these tokens, because a result shows the sentence most like what was typed; the first
    sentence when there is none.
    """
    said = [each for each in entry.said if not tokens.isdisjoint(index.tokens_of(each))]
    return said[:SENTENCES_WITH_TOKENS] or entry.said[:1]


def _found_by_words(index: Index, tokens: Iterable[str]) -> Iterator[int]:
    """The best entry for each word, then the second best for each, and so on."""
    found = (map(itemgetter(1), _found(index, token, BEST_OF_WORD)) for token in tokens if _is_word(token))
    return (number for rank in zip_longest(*found) for number in rank if number is not None)


def _found_by_bigrams(index: Index, tokens: Iterable[str]) -> Iterator[int]:
    """What bigrams find, the strongest first."""
    bigrams = (token for token in tokens if token[-1] == BIGRAM_MARK)
    found = chain.from_iterable(_found(index, token, BEST_OF_BIGRAM) for token in bigrams)
    return map(itemgetter(1), sorted(found, key=itemgetter(0), reverse=True))


def _found(index: Index, token: str, limit: int) -> Iterator[tuple[int, int]]:
    """The impacts and numbers of the entries that a token finds best."""
    return islice(((impact, number) for impact, group in index.postings[token].groups for number in group), limit)


def _is_word(token: str) -> bool:
    """Whether typing one word looks a token up: a sentence may be one word too, and then finds best of all."""
    return token[-1] not in (BIGRAM_MARK, SENTENCE_MARK) or (token[-1] == SENTENCE_MARK and " " not in token)


def _lines(index: Index) -> Iterator[str]:
    """For each token a line: the token, a tab, its rarity (behind a minus when it is known from other languages only),
    then for each impact the impact, the number of the first entry and the distance from each entry to the next,
    strongest impact first.
    """
    digits = _Digits()
    for token in sorted(index.postings):
        of_token = index.postings[token]
        groups = [
            " ".join(map(digits.__getitem__, (impact, numbers[0], *map(sub, numbers[1:], numbers))))
            for impact, numbers in of_token.groups
        ]
        minus = "-" if token in index.foreign else ""
        yield f"{token}\t{minus}{digits[of_token.rarity]},{','.join(groups)}"


def _sorted_lines(index: Index) -> list[str]:
    """The lines of a shard of tokens: what tokens find, and the signs that are looked up by a word."""
    return sorted([*_lines(index), *_sign_lines(index.signs)], key=_token)


def _sign_lines(signs: SignsByKey) -> Iterator[str]:
    """For each word a line: the word and its mark, a tab, then its signs, each with the number of the scenario and all
    that must be meant.
    """
    digits = _Digits()
    for token, of_token in signs.items():
        written = (" ".join((digits[sign.number], *map(EITHER.join, sign.places))) for sign in of_token)
        yield f"{token}{SIGN_MARK}\t{','.join(written)}"


def _token(line: str) -> str:
    return line.partition("\t")[0]


class _Digits(dict[int, str]):
    """A cache of numbers written in base `RADIX`."""

    def __missing__(self, number: int) -> str:
        high, low = divmod(number, RADIX)
        self[number] = written = (self[high] if high else "") + DIGITS[low]
        return written


def _cut(lines: Sequence[str], size: int, of: Callable[[str], int], at: Callable[[str], str]) -> Iterator[list[str]]:
    """`lines` in pieces of about `size`, cut only where `at` changes."""
    piece: list[str] = []
    filled = 0
    for line in lines:
        if filled >= size and at(line) != at(piece[-1]):
            yield piece
            piece, filled = [], 0
        piece.append(line)
        filled += of(line)
    if piece:
        yield piece


def _spans(count: int, size: int) -> Iterable[tuple[int, int]]:
    return ((start, start + size) for start in range(0, count, size))


def as_json(data: object) -> str:
    """Data as short as JSON can be."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
