"""What a mistyped word may stand for: a word some edits away, one in -ing without its g, or one that sounds the same.

`assets/search/corrections.js` is the twin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.search.constants import (
    MAX_CORRECTIONS,
    MAX_SOUND_EDITS,
    MIN_LENGTH_FOR_ONE_EDIT,
    MIN_SOUND_LENGTH,
    ONE_EDIT_FACTOR,
    SHORT_SLIP_FACTOR,
    SHORT_SLIP_LENGTH,
    SOUND_FACTOR,
    SOUNDS,
    TWO_EDITS_FACTOR,
    UNFINISHED_EDIT_FACTOR,
)
from playbook.search.edit_distance import edit_distances, max_edits
from playbook.search.inverted_index import Index

_SOUNDS = tuple((re.compile(pattern), heard) for pattern, heard in SOUNDS)


def corrections(index: Index, typed: str, is_unfinished: bool) -> Iterator[tuple[str, int]]:
    """The words that a mistyped stem may stand for, with their factors. Its first letter must be right, or its second
    as their first.
    """
    limit = max_edits(typed)
    if not limit:
        return
    finished = list(_without_g(index, typed))
    unfinished: list[tuple[int, int, str]] = []
    for first in sorted({typed[0], typed[1]}):
        for stem in index.words_with_prefix(first):
            whole, prefix = edit_distances(typed, stem, limit)
            if whole <= limit and len(stem) >= MIN_LENGTH_FOR_ONE_EDIT - 1:
                finished.append((whole, abs(len(stem) - len(typed)), stem))
            elif is_unfinished and prefix <= 1:
                unfinished.append((prefix, len(stem), stem))
    if not (finished or unfinished):
        for _, stem in sorted(_sounding_the_same(index, typed))[:MAX_CORRECTIONS]:
            yield stem, SOUND_FACTOR
    least = min(finished)[0] if finished else 0
    one_edit = SHORT_SLIP_FACTOR if len(typed) <= SHORT_SLIP_LENGTH else ONE_EDIT_FACTOR
    for distance, _, stem in sorted(finished)[:MAX_CORRECTIONS]:
        if distance == least:
            yield stem, one_edit if distance == 1 else TWO_EDITS_FACTOR
    if not finished:
        for _, _, stem in sorted(unfinished)[:MAX_CORRECTIONS]:
            yield stem, UNFINISHED_EDIT_FACTOR


def _without_g(index: Index, typed: str) -> Iterator[tuple[int, int, str]]:
    """Chokin for choking: one edit, although the stems differ by more."""
    if index.language.is_english and typed.endswith("in"):
        stem = index.language.words(typed + "g")[0].stem
        if index.has_word(stem):
            yield 1, abs(len(stem) - len(typed)), stem


def _sounding_the_same(index: Index, typed: str) -> Iterator[tuple[int, str]]:
    """Dauter for daughter: who panics writes what is heard. Each word is given with its edit distance."""
    wanted = _sound(typed) if index.language.is_english else ""
    if len(wanted) < MIN_SOUND_LENGTH or next(index.words_with_prefix(typed), ""):
        return
    for stem in index.words_with_prefix(typed[0]):
        if _sound(stem) == wanted:
            edits, _ = edit_distances(typed, stem, MAX_SOUND_EDITS)
            if edits <= MAX_SOUND_EDITS:
                yield edits, stem


def _sound(word: str) -> str:
    """The first letter of a folded word and the consonants that are heard, a coarse Soundex (Russell, 1918)."""
    for pattern, heard in _SOUNDS:
        word = pattern.sub(heard, word)
    return word
