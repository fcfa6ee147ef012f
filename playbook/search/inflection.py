"""Takes off English inflections: plurals, -ed and -ing, final e and y. Nothing that changes what a word means.

These are steps 1 and 5 of M. F. Porter, "An algorithm for suffix stripping" (Program, 1980), with his later treatment
of final y and of -us. `assets/search/inflection.js` is the twin.
"""

from __future__ import annotations

import re
from functools import lru_cache

from playbook.search.constants import MIN_INFLECTED_LENGTH, MIN_ROOT_LENGTH, SHORT_WORD_LENGTH
from playbook.search.english import IRREGULAR, ROOT_SUFFIXES

_VOWEL = re.compile(r"[aeiou]|(?<=[^aeiou])y")
_SYLLABLES = re.compile(r"(?:[aeiou]|(?<=[^aeiou])y)+(?:[^aeiouy]|(?<=[aeiou])y)+")
_SHORT_END = re.compile(r"(?:^|[^aeiou])[aeiouy][^aeiouwxy]$")
_DOUBLE = re.compile(r"([^aeioulsz])\1$")
_ANY_DOUBLE = re.compile(r"([^aeiou])\1$")
_SIBILANT_PLURAL = re.compile(r"(x|ch|sh|ss)es$")
_Y_AFTER_CONSONANT = re.compile(r"(.[^aeiou])y$")
_ROOT_SUFFIXES = ROOT_SUFFIXES.split()
_LETTERS = re.compile(r"[a-z]+")


def stem(word: str) -> str:
    """The part of a folded English word that its inflected forms share; words with other letters are left alone."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < MIN_INFLECTED_LENGTH or not _LETTERS.fullmatch(word):
        return word
    return _without_final_e(_Y_AFTER_CONSONANT.sub(r"\1i", _without_past(_without_plural(word))))


@lru_cache(maxsize=65536)
def root(stemmed: str) -> str:
    """The part of a stem that related words share: `cancel` for the stems of `cancelled` and `cancellation`."""
    word = stemmed
    for _ in range(2):
        for suffix in _ROOT_SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= MIN_ROOT_LENGTH:
                word = word[: -len(suffix)]
                break
    if len(word) > MIN_ROOT_LENGTH and word[-1] in "ei":
        word = word[:-1]
    return _ANY_DOUBLE.sub(r"\1", word) if len(word) > MIN_ROOT_LENGTH else word


def _without_plural(word: str) -> str:
    if word.endswith("ies"):
        return word[:-2] if len(word) > SHORT_WORD_LENGTH else word[:-1]
    if _SIBILANT_PLURAL.search(word):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us")):
        return word[:-1]
    return word


def _without_past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _SYLLABLES.search(word[:-3]) else word
    if word.endswith("ied"):
        return word[:-2] if len(word) > SHORT_WORD_LENGTH else word[:-1]
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            rest = word[: -len(ending)]
            return _restored(rest) if len(rest) > 1 and _VOWEL.search(rest) else word
    return word


def _restored(rest: str) -> str:
    """A verb without -ed or -ing as it is written by itself: with its final e, with a single consonant."""
    if rest.endswith(("at", "bl")):
        return rest + "e"
    if _DOUBLE.search(rest):
        return rest[:-1]
    if len(_SYLLABLES.findall(rest)) == 1 and _SHORT_END.search(rest):
        return rest + "e"
    return rest


def _without_final_e(word: str) -> str:
    if word.endswith("ue") and len(word) > SHORT_WORD_LENGTH:
        return word[:-1]
    if word.endswith("e"):
        rest = word[:-1]
        syllables = len(_SYLLABLES.findall(rest))
        if syllables > 1 or (syllables == 1 and not _SHORT_END.search(rest)):
            return rest
        return word
    if word.endswith("ll") and len(_SYLLABLES.findall(word)) > 1:
        return word[:-1]
    return word
