"""Reads a query as words: which of them count, and whether the last one is finished."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playbook.search.analysis import Word
from playbook.search.constants import MAX_QUERY_LENGTH, MAX_QUERY_WORDS
from playbook.search.inverted_index import Index


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query as words."""

    places: Sequence[int]
    """The positions of the words that count, among all words."""
    wanted: Sequence[Word]
    """The words that count."""
    is_unfinished: bool
    """Whether the last of them may be only the start of a word."""
    sentences: Sequence[Sequence[Word]]
    """All words; if the last has hardly been started, also those before it."""


def parse(index: Index, query: str) -> ParsedQuery:
    """The words of a query."""
    query = query[:MAX_QUERY_LENGTH]
    words = index.language.words(query)[:MAX_QUERY_WORDS]
    places, wanted = _wanted(words)
    ends_in_word = bool(words) and places[-1] == len(words) - 1
    is_unfinished = ends_in_word and query[-1:].isalnum()
    may_continue = ends_in_word and query.endswith(" ")
    sentences = [words]
    if is_unfinished and len(wanted) > 1 and _is_hardly_started(index, wanted[-1]):
        places, wanted, is_unfinished = places[:-1], wanted[:-1], False
        may_continue = places[-1] == len(words) - 2
        sentences.append(words[:-1])
    if may_continue and not index.has_word(wanted[-1].stem):
        is_unfinished = True  # until a further word counts, the answer stays as it was
    return ParsedQuery(places, wanted, is_unfinished, sentences)


def _is_hardly_started(index: Index, word: Word) -> bool:
    """Whether a further word is one letter, or two that are not a word: too many words start like that to guess."""
    if len(word.spelt) == 1:
        return word.spelt.isalpha()
    return len(word.spelt) == 2 and not index.has_word(word.stem)


def _wanted(words: Sequence[Word]) -> tuple[list[int], list[Word]]:
    """The words that count, each once, with their positions: no stop words unless there is nothing else."""
    keeps_all = all(word.is_stop for word in words)
    places: list[int] = []
    wanted: list[Word] = []
    for place, word in enumerate(words):
        if word.is_stop and not keeps_all:
            continue
        if any(word.stem == other.stem for other in wanted):
            continue
        places.append(place)
        wanted.append(word)
    return places, wanted
