"""How many edits turn one word into another: a letter added, left out, replaced, or swapped with the next.

This is the optimal string alignment distance, a form of Damerau's (1964). `assets/search/edit-distance.js` is the twin.
"""

from __future__ import annotations

from playbook.search.constants import MIN_LENGTH_FOR_ONE_EDIT, MIN_LENGTH_FOR_TWO_EDITS


def max_edits(typed: str) -> int:
    """The greatest edit distance at which another word may be what was meant."""
    if len(typed) < MIN_LENGTH_FOR_ONE_EDIT:
        return 0
    return 2 if len(typed) >= MIN_LENGTH_FOR_TWO_EDITS else 1


def edit_distances(typed: str, word: str, limit: int) -> tuple[int, int]:
    """The distances from `typed` to `word` and to its nearest prefix; `limit + 1` stands for anything greater."""
    too_far = limit + 1
    if len(typed) - len(word) > limit:
        return too_far, too_far
    before_last: list[int] = []
    last = list(range(len(word) + 1))
    for row, letter in enumerate(typed, start=1):
        current = [row]
        for column in range(1, len(word) + 1):
            same = letter == word[column - 1]
            best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (not same))
            swapped = row > 1 and column > 1 and letter == word[column - 2] and typed[row - 2] == word[column - 1]
            if swapped:
                best = min(best, before_last[column - 2] + 1)
            current.append(best)
        if min(current) > limit:
            return too_far, too_far
        before_last, last = last, current
    return min(last[-1], too_far), min(*last, too_far)
