"""How far apart two words are in slips of the finger: a letter too many, missing, wrong, or two swapped.

The optimal string alignment distance, a form of Damerau's (1964). `assets/search/typos.js` is the twin.
"""

from __future__ import annotations

LONG_WORD = 8
"""From this many letters on, two slips are forgiven instead of one."""
SHORT_WORD = 4
"""Shorter words must be typed correctly: one slip makes another word of them."""


def allowed_slips(word: str) -> int:
    """How many slips are forgiven in a typed word."""
    if len(word) < SHORT_WORD:
        return 0
    return 2 if len(word) >= LONG_WORD else 1


def slips(typed: str, word: str, most: int) -> tuple[int, int]:
    """The distances from `typed` to `word`, and to the nearest beginning of `word`; both `most + 1` when further."""
    too_far = most + 1
    if len(typed) - len(word) > most:
        return too_far, too_far
    before_last: list[int] = []
    last = list(range(len(word) + 1))
    for row, letter in enumerate(typed, start=1):
        here = [row]
        for column in range(1, len(word) + 1):
            same = letter == word[column - 1]
            best = min(last[column] + 1, here[column - 1] + 1, last[column - 1] + (not same))
            swapped = row > 1 and column > 1 and letter == word[column - 2] and typed[row - 2] == word[column - 1]
            if swapped:
                best = min(best, before_last[column - 2] + 1)
            here.append(best)
        if min(here) > most:
            return too_far, too_far
        before_last, last = last, here
    return min(last[-1], too_far), min(*last, too_far)
