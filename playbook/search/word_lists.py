"""Sorted words as a short text: of each word only what differs from the one before it (front coding).

`assets/search/word-lists.js` reads it.
"""

from __future__ import annotations

import string
from collections.abc import Iterable

LENGTHS = string.ascii_uppercase
"""What says how many letters a word shares with the one before it; folded words contain none of these."""


def front_coded(words: Iterable[str]) -> str:
    """For each word the letter that says how much it shares with the one before, and then the rest of it."""
    parts = []
    before = ""
    for word in words:
        shared = _shared(before, word)
        parts.append(LENGTHS[shared] + word[shared:])
        before = word
    return "".join(parts)


def _shared(first: str, second: str) -> int:
    """How many letters two words begin with alike, at most as many as can be said.

    Letters that JavaScript counts as two end the count.
    """
    length = 0
    for one, other in zip(first, second, strict=False):
        if one != other or one > "\uffff" or length == len(LENGTHS) - 1:
            break
        length += 1
    return length
