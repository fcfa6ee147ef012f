"""How text becomes words that can be compared: folded, cut into words, spelt one way, inflections taken off.

Knows nothing of records. `assets/search/language.js` is the twin.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from playbook.search.english import HALVES, SPELLING, STOP_WORDS
from playbook.search.inflection import stem

_LETTERS_APART = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ħ": "h"}
)
"""Letters that Unicode does not take apart, as they are typed on a keyboard without them."""
_PLAIN = dict.fromkeys("’‘ʼ′´＇", "'") | dict.fromkeys("“”–—…", " ")
"""What stands for an apostrophe, and the marks of printed English, which would make every text a slow one."""
_CONTRACTION = re.compile(r"'(?:s|ll|re|ve|d|m)(?![^\W_])")
"""What hangs on a word after an apostrophe: the usher's, I'll, we've."""
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_SPACED = {code: " " for code in range(128) if not chr(code).isalnum()}
_STOP_WORDS = frozenset(STOP_WORDS.split())
_HALVES = frozenset(HALVES.split())
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
        text = text.lower().translate(_LETTERS_APART)
    return _CONTRACTION.sub("", text.lower().replace("`", "'")).replace("'", "")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    spelt: str
    """Folded, and spelt the way all spellings of it are compared."""
    stem: str
    """Without its inflection."""
    is_stop: bool
    """Whether it carries no meaning in a query."""


class _Meanings(dict[str, str]):
    """Remembers the stem of every folded word that it is asked for."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, folded: str) -> str:
        words = self._language.words(folded)
        self[folded] = meaning = words[0].stem if len(words) == 1 and not words[0].is_stop else ""
        return meaning


@dataclass(frozen=True)
class Language:
    """The language of a playbook, as far as search cares: only English has spellings and inflections."""

    is_english: bool
    known: dict[str, Word] = field(default_factory=dict, repr=False, compare=False)
    """Words met before, by their folded form."""
    _meaning: dict[str, str] = field(init=False, repr=False, compare=False)
    """Stems by folded form, empty for stop words."""

    def __post_init__(self) -> None:
        """Ties the memory of stems to this language."""
        object.__setattr__(self, "_meaning", _Meanings(self))

    @classmethod
    def of(cls, locale: str) -> Language:
        """The language of a locale such as `en-GB`."""
        return cls(is_english=locale.split("-", maxsplit=1)[0] == "en")

    def words(self, text: str) -> list[Word]:
        """The words of `text` in order."""
        pieces = _PIECE.findall(fold(text))
        if any(len(piece) == 1 for piece in pieces):
            pieces = _initials_joined(pieces)
        known = self.known
        return [known.get(piece) or self._word(piece) for piece in pieces]

    def stems(self, text: str) -> list[str]:
        """The stems of the words that carry a meaning, in order; quicker than `words`, for long texts."""
        folded = fold(text)
        pieces = folded.translate(_SPACED).split() if folded.isascii() else _PIECE.findall(folded)
        return [stem for stem in map(self._meaning.__getitem__, pieces) if stem]

    def stop_stems(self) -> frozenset[str]:
        """The stems of the words that carry no meaning."""
        return frozenset(self._stem(self._spelt(word)) for word in _STOP_WORDS) if self.is_english else frozenset()

    def joined(self, first: Word, second: Word) -> str:
        """The stem of two words written as one: `latecomer` for late, comers."""
        return self._stem(self._spelt(first.spelt + second.spelt))

    def begins_compounds(self, word: Word) -> bool:
        """Whether a word may be the first half of one that was written apart."""
        return not word.is_stop or word.spelt in _HALVES

    def _word(self, folded: str) -> Word:
        spelt = self._spelt(folded)
        word = Word(spelt, self._stem(spelt), self.is_english and folded in _STOP_WORDS)
        self.known[folded] = word
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
    """Runs of single letters as one word: F.O.H. is foh. The words a and I do not count."""
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
