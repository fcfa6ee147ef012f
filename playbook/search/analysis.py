"""Turns text into words that can be compared: folded, split, spelt one way and without inflections.

Knows nothing about records. `assets/search/analysis.js` is the twin.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, cached_property

from playbook.search.constants import BASE_LETTERS
from playbook.search.english import HALVES, NOT_ALONE, SPELLING, STOP_WORDS
from playbook.search.inflection import stem

_BASE_LETTERS = str.maketrans(BASE_LETTERS)
_PLAIN = dict.fromkeys("’‘ʼ′´＇", "'") | dict.fromkeys("“”–—…", " ")
"""Variants of the apostrophe, and printed punctuation, so that ordinary English text becomes ASCII, which is faster."""
_CONTRACTION = re.compile(r"'(?:s|ll|re|ve|d|m)(?![^\W_])")
"""What follows the apostrophe in the usher's, I'll and we've."""
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_SPACED = {code: " " for code in range(128) if not chr(code).isalnum()}
_STOP_WORDS = frozenset(STOP_WORDS.split())
_HALVES = frozenset(HALVES.split())
_NOT_ALONE = frozenset(NOT_ALONE.split())
_SPELLING = tuple((re.compile(pattern), replacement.replace("$", "\\")) for pattern, replacement in SPELLING)
_MAY_VARY = re.compile("|".join(f"(?:{pattern})" for pattern, _ in SPELLING))


def fold(text: str) -> str:
    """`text` without case, accents and apostrophes."""
    if not text.isascii():
        for mark, plain in _PLAIN.items():
            text = text.replace(mark, plain)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in text if not unicodedata.category(char).startswith("M"))
        text = text.lower().translate(_BASE_LETTERS)
    return _CONTRACTION.sub("", text.lower().replace("`", "'")).replace("'", "")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    spelt: str
    """Folded, in the one spelling that stands for all."""
    stem: str
    """Without its inflection."""
    is_stop: bool
    """Whether it carries no meaning in a query."""


class _StemCache(dict[str, str]):
    """The stems of folded words, worked out on first use; empty for stop words."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, folded: str) -> str:
        words = self._language.words(folded)
        self[folded] = found = words[0].stem if len(words) == 1 and not words[0].is_stop else ""
        return found


@dataclass(frozen=True)
class Language:
    """The language of a playbook as search knows it: only English has variant spellings and inflections."""

    is_english: bool
    _word_cache: dict[str, Word] = field(default_factory=dict, repr=False, compare=False)
    """Words by their folded form."""
    _stem_cache: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Ties the cache of stems to this language."""
        object.__setattr__(self, "_stem_cache", _StemCache(self))

    @classmethod
    @cache
    def of(cls, locale: str) -> Language:
        """The language of a locale such as `en-GB`; one for all who ask, so that each word is looked at once."""
        return cls(is_english=locale.split("-", maxsplit=1)[0] == "en")

    def words(self, text: str) -> list[Word]:
        """The words of `text` in order."""
        pieces = _PIECE.findall(fold(text))
        if any(len(piece) == 1 for piece in pieces):
            pieces = _initials_joined(pieces)
        cached = self._word_cache
        return [cached.get(piece) or self._word(piece) for piece in pieces]

    def stems(self, text: str) -> list[str]:
        """The stems of the words that carry a meaning, in order; faster than `words` for long texts."""
        folded = fold(text)
        pieces = folded.translate(_SPACED).split() if folded.isascii() else _PIECE.findall(folded)
        return [stem for stem in map(self._stem_cache.__getitem__, pieces) if stem]

    def stop_stems(self) -> frozenset[str]:
        """The stems of the words that carry no meaning."""
        return self._stop_stems

    @cached_property
    def _stop_stems(self) -> frozenset[str]:
        return frozenset(self._stem(self._spelt(word)) for word in _STOP_WORDS) if self.is_english else frozenset()

    def joined(self, first: Word, second: Word) -> str:
        """The stem of two words written as one: `latecomer` for late and comers."""
        return self._stem(self._spelt(first.spelt + second.spelt))

    def starts_compounds(self, word: Word) -> bool:
        """Whether a word may be the first half of a compound written as two words."""
        return not word.is_stop or word.spelt in _HALVES

    def is_telling(self, word: Word) -> bool:
        """Whether a word means something by itself."""
        return not word.is_stop and not (self.is_english and word.spelt in _NOT_ALONE)

    def _word(self, folded: str) -> Word:
        spelt = self._spelt(folded)
        word = Word(spelt, self._stem(spelt), self.is_english and folded in _STOP_WORDS)
        self._word_cache[folded] = word
        return word

    def _spelt(self, folded: str) -> str:
        if not self.is_english or not _MAY_VARY.search(folded):
            return folded
        for pattern, replacement in _SPELLING:
            folded = pattern.sub(replacement, folded, count=1)
        return folded

    def _stem(self, spelt: str) -> str:
        return stem(spelt) if self.is_english else spelt


def _initials_joined(pieces: list[str]) -> list[str]:
    """Joins runs of single letters: F.O.H. becomes foh. The words a and I are no initials."""
    joined: list[str] = []
    is_initial_before = False
    for piece in pieces:
        is_initial = len(piece) == 1 and piece.isalpha() and piece not in "ai"
        if is_initial and is_initial_before:
            joined[-1] += piece
        else:
            joined.append(piece)
        is_initial_before = is_initial
    return joined
